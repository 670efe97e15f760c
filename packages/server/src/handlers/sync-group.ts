// SyncGroup (api 14): a member gets its assignment; the leader brings it for all.
//
// v3 static members · v4 flexible · v5 protocol type and name

import { ErrorCode, KafkaError } from '@samsa/common';
import { SyncGroup } from '@samsa/protocol/apis/sync-group';

import { groupCall } from './group-call.ts';
import { defineHandler } from '../pipeline/handler.ts';

/** From this version on a member has to say which protocol it believes was chosen. */
const NAMES_PROTOCOL_FROM = 5;

export const syncGroup = defineHandler(SyncGroup, {
  versions: [0, 5],

  handle(request, context) {
    const isNamed = request.protocolType !== null && request.protocolName !== null;
    if (context.header.apiVersion >= NAMES_PROTOCOL_FROM && !isNamed) {
      throw new KafkaError(
        ErrorCode.INCONSISTENT_GROUP_PROTOCOL,
        'protocol type and name are missing',
      );
    }
    context.authorize('READ', 'group', request.groupId);
    return context.node.broker.groups.syncGroup(request, groupCall(context));
  },

  refuse(errorCode, _request) {
    return SyncGroup.response.create({ errorCode });
  },
});
