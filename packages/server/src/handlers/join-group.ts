// JoinGroup (api 11): a member of a classic group takes part in its next generation.
//
// v1 rebalance timeout · v4 member id first · v5 static members · v6 flexible · v8 reason · v9 the leader
// may be told to skip the assignment

import { JoinGroup } from '@samsa/protocol/apis/join-group';

import { groupCall } from './group-call.ts';
import { defineHandler } from '../pipeline/handler.ts';

export const joinGroup = defineHandler(JoinGroup, {
  versions: [0, 9],

  handle(request, context) {
    context.authorize('READ', 'group', request.groupId);
    return context.node.broker.groups.joinGroup(request, groupCall(context));
  },

  refuse(errorCode, request) {
    return JoinGroup.response.create({ errorCode, memberId: request.memberId });
  },
});
