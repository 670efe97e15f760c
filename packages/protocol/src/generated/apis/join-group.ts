// JoinGroup: API 11, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { JoinGroupRequest } from '../messages/join-group-request.ts';
import { JoinGroupResponse } from '../messages/join-group-response.ts';

export {
  JoinGroupRequest,
  createJoinGroupRequestProtocol,
  type JoinGroupRequestProtocol,
} from '../messages/join-group-request.ts';
export {
  JoinGroupResponse,
  createJoinGroupResponseMember,
  type JoinGroupResponseMember,
} from '../messages/join-group-response.ts';

export const JoinGroup: Api<JoinGroupRequest, JoinGroupResponse> = {
  key: 11,
  name: 'JoinGroup',
  versions: [0, 9],
  latestUnstable: false,
  request: JoinGroupRequest,
  response: JoinGroupResponse,
};
