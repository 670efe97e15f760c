// LeaveGroup: API 13, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { LeaveGroupRequest } from '../messages/leave-group-request.ts';
import { LeaveGroupResponse } from '../messages/leave-group-response.ts';

export {
  LeaveGroupRequest,
  createMemberIdentity,
  type MemberIdentity,
} from '../messages/leave-group-request.ts';
export {
  LeaveGroupResponse,
  createMemberResponse,
  type MemberResponse,
} from '../messages/leave-group-response.ts';

export const LeaveGroup: Api<LeaveGroupRequest, LeaveGroupResponse> = {
  key: 13,
  name: 'LeaveGroup',
  versions: [0, 5],
  latestUnstable: false,
  request: LeaveGroupRequest,
  response: LeaveGroupResponse,
};
