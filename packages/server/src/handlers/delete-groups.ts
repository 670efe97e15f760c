// DeleteGroups (api 42): forgets groups without members, and all that they noted.
//
// v2 flexible

import { DeleteGroups } from '@samsa/protocol/apis/delete-groups';

import { groupCall } from './group-call.ts';
import { defineHandler } from '../pipeline/handler.ts';

export const deleteGroups = defineHandler(DeleteGroups, {
  versions: [0, 2],

  handle(request, context) {
    for (const groupId of request.groupsNames) context.authorize('DELETE', 'group', groupId);
    const groupsNames = [...new Set(request.groupsNames)];
    return context.node.broker.groups.deleteGroups({ ...request, groupsNames }, groupCall(context));
  },

  refuse(errorCode, request) {
    return {
      throttleTimeMs: 0,
      results: request.groupsNames.map((groupId) => ({ groupId, errorCode })),
    };
  },
});
