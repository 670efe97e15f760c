// OffsetDelete (api 47): forgets what a group has noted for some partitions.
//
// v0 as it came with KIP-496

import { OffsetDelete } from '@samsa/protocol/apis/offset-delete';

import { groupCall } from './group-call.ts';
import { defineHandler } from '../pipeline/handler.ts';

export const offsetDelete = defineHandler(OffsetDelete, {
  versions: [0, 0],

  handle(request, context) {
    context.authorize('DELETE', 'group', request.groupId);
    return context.node.broker.groups.deleteOffsets(request, groupCall(context, 'READ'));
  },

  refuse(errorCode, _request) {
    return OffsetDelete.response.create({ errorCode });
  },
});
