// SyncGroup (api 14): a member gets its assignment; the leader brings it for all.
//
// v3 static members · v4 flexible · v5 protocol type and name

import { SyncGroup } from '@samsa/protocol/apis/sync-group';

import { groupCall } from './group-call.ts';
import { defineHandler } from '../pipeline/handler.ts';

export const syncGroup = defineHandler(SyncGroup, {
  versions: [0, 5],

  handle(request, context) {
    context.authorize('READ', 'group', request.groupId);
    return context.node.broker.groups.syncGroup(request, groupCall(context));
  },

  refuse(errorCode, _request) {
    return SyncGroup.response.create({ errorCode });
  },
});
