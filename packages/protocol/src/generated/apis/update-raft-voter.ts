// UpdateRaftVoter: API 82, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { UpdateRaftVoterRequest } from '../messages/update-raft-voter-request.ts';
import { UpdateRaftVoterResponse } from '../messages/update-raft-voter-response.ts';

export {
  UpdateRaftVoterRequest,
  createListener,
  type Listener,
  createKRaftVersionFeature,
  type KRaftVersionFeature,
} from '../messages/update-raft-voter-request.ts';
export {
  UpdateRaftVoterResponse,
  createCurrentLeader,
  type CurrentLeader,
} from '../messages/update-raft-voter-response.ts';

export const UpdateRaftVoter: Api<UpdateRaftVoterRequest, UpdateRaftVoterResponse> = {
  key: 82,
  name: 'UpdateRaftVoter',
  versions: [0, 0],
  latestUnstable: false,
  request: UpdateRaftVoterRequest,
  response: UpdateRaftVoterResponse,
};
