// ListGroups (api 16): the groups that this broker keeps.
//
// v3 flexible · v4 filter by state · v5 filter by type

import { ListGroups } from '@samsa/protocol/apis/list-groups';

import { groupCall } from './group-call.ts';
import { defineHandler } from '../pipeline/handler.ts';

export const listGroups = defineHandler(ListGroups, {
  versions: [0, 5],

  async handle(request, context) {
    const response = await context.node.broker.groups.listGroups(request, groupCall(context));
    return {
      ...response,
      groups: response.groups.filter(({ groupId }) =>
        context.isAuthorized('DESCRIBE', 'group', groupId),
      ),
    };
  },

  refuse(errorCode) {
    return ListGroups.response.create({ errorCode });
  },
});
