// Heartbeat (api 12): a member of a classic group says that it is alive.
//
// v1 throttles after the response · v3 static members (KIP-345) · v4 flexible

import { Heartbeat } from '@samsa/protocol/apis/heartbeat';

import { groupCall } from './group-call.ts';
import { defineHandler } from '../pipeline/handler.ts';

export const heartbeat = defineHandler(Heartbeat, {
  versions: [0, 4],

  handle(request, context) {
    context.authorize('READ', 'group', request.groupId);
    return context.node.broker.groups.heartbeat(request, groupCall(context));
  },

  refuse(errorCode, _request) {
    return { throttleTimeMs: 0, errorCode };
  },
});
