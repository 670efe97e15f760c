// RemoveRaftVoter: API 81, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { RemoveRaftVoterRequest } from '../messages/remove-raft-voter-request.ts';
import { RemoveRaftVoterResponse } from '../messages/remove-raft-voter-response.ts';

export { RemoveRaftVoterRequest } from '../messages/remove-raft-voter-request.ts';
export { RemoveRaftVoterResponse } from '../messages/remove-raft-voter-response.ts';

export const RemoveRaftVoter: Api<RemoveRaftVoterRequest, RemoveRaftVoterResponse> = {
  key: 81,
  name: 'RemoveRaftVoter',
  versions: [0, 0],
  latestUnstable: false,
  request: RemoveRaftVoterRequest,
  response: RemoveRaftVoterResponse,
};
