// DescribeGroups (api 15): state, members and assignments of classic groups.
//
// v3 authorized operations · v4 static members · v5 flexible · v6 GROUP_ID_NOT_FOUND for missing groups

import { createDescribedGroup, DescribeGroups } from '@samsa/protocol/apis/describe-groups';

import { groupCall } from './group-call.ts';
import { defineHandler } from '../pipeline/handler.ts';
import { ALL_GROUP_OPERATIONS } from '../security/authorized-operations.ts';

export const describeGroups = defineHandler(DescribeGroups, {
  versions: [0, 6],

  async handle(request, context) {
    for (const groupId of request.groups) context.authorize('DESCRIBE', 'group', groupId);
    const response = await context.node.broker.groups.describeGroups(request, groupCall(context));
    if (!request.includeAuthorizedOperations) return response;
    return {
      ...response,
      groups: response.groups.map((group) => ({
        ...group,
        authorizedOperations: ALL_GROUP_OPERATIONS,
      })),
    };
  },

  refuse(errorCode, request) {
    return {
      throttleTimeMs: 0,
      groups: request.groups.map((groupId) => createDescribedGroup({ errorCode, groupId })),
    };
  },
});
