// OffsetCommit (api 8): a group notes how far it has come.
//
// v6 leader epochs · v7 static members · v8 flexible · v9 member epochs · v10 topic ids

import { OffsetCommit } from '@samsa/protocol/apis/offset-commit';

import { groupCall } from './group-call.ts';
import { defineHandler } from '../pipeline/handler.ts';

export const offsetCommit = defineHandler(OffsetCommit, {
  versions: [2, 10],

  async handle(request, context) {
    context.authorize('READ', 'group', request.groupId);
    const response = await context.node.broker.groups.commitOffsets(
      request,
      groupCall(context, 'READ'),
    );
    // A topic of which nothing was committed is not mentioned.
    return {
      ...response,
      topics: response.topics.filter(({ partitions }) => partitions.length > 0),
    };
  },

  refuse(errorCode, request) {
    return {
      throttleTimeMs: 0,
      topics: request.topics.map(({ name, topicId, partitions }) => ({
        name,
        topicId,
        partitions: partitions.map(({ partitionIndex }) => ({ partitionIndex, errorCode })),
      })),
    };
  },
});
