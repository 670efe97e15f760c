// LeaveGroup (api 13): members go, without waiting for their sessions to end.
//
// v3 several members at once · v4 flexible · v5 reason

import { LeaveGroup } from '@samsa/protocol/apis/leave-group';

import { groupCall } from './group-call.ts';
import { defineHandler } from '../pipeline/handler.ts';

export const leaveGroup = defineHandler(LeaveGroup, {
  versions: [0, 5],

  handle(request, context) {
    context.authorize('READ', 'group', request.groupId);
    return context.node.broker.groups.leaveGroup(request, groupCall(context));
  },

  refuse(errorCode, _request) {
    return LeaveGroup.response.create({ errorCode });
  },
});
