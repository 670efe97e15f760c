// ListPartitionReassignments (api 46): the partitions that are on their way to other brokers.
//
// v0 flexible from the start

import { ListPartitionReassignments } from '@samsa/protocol/apis/list-partition-reassignments';

import { defineForwarded } from './forwarded.ts';

export const listPartitionReassignments = defineForwarded(ListPartitionReassignments, {
  versions: [0, 0],

  decide(request, context) {
    context.authorize('DESCRIBE', 'cluster', 'kafka-cluster');
    return context.node.controller.listPartitionReassignments(request);
  },

  refuse(errorCode, _request, errorMessage) {
    return { throttleTimeMs: 0, errorCode, errorMessage, topics: [] };
  },
});
