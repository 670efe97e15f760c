// AddRaftVoter: API 80, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { AddRaftVoterRequest } from '../messages/add-raft-voter-request.ts';
import { AddRaftVoterResponse } from '../messages/add-raft-voter-response.ts';

export {
  AddRaftVoterRequest,
  createListener,
  type Listener,
} from '../messages/add-raft-voter-request.ts';
export { AddRaftVoterResponse } from '../messages/add-raft-voter-response.ts';

export const AddRaftVoter: Api<AddRaftVoterRequest, AddRaftVoterResponse> = {
  key: 80,
  name: 'AddRaftVoter',
  versions: [0, 1],
  latestUnstable: false,
  request: AddRaftVoterRequest,
  response: AddRaftVoterResponse,
};
