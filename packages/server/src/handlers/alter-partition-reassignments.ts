// AlterPartitionReassignments (api 45): moves partitions to other brokers, or gives a move up.
//
// v0 flexible from the start · v1 the number of replicas may be held

import { AlterPartitionReassignments } from '@samsa/protocol/apis/alter-partition-reassignments';

import { defineForwarded } from './forwarded.ts';

export const alterPartitionReassignments = defineForwarded(AlterPartitionReassignments, {
  versions: [0, 1],

  decide(request, context) {
    context.authorize('ALTER', 'cluster', 'kafka-cluster');
    return context.node.controller.alterPartitionReassignments(request);
  },

  refuse(errorCode, request, errorMessage) {
    return {
      throttleTimeMs: 0,
      allowReplicationFactorChange: request.allowReplicationFactorChange,
      errorCode,
      errorMessage,
      responses: request.topics.map(({ name, partitions }) => ({
        name,
        partitions: partitions.map(({ partitionIndex }) => ({
          partitionIndex,
          errorCode,
          errorMessage,
        })),
      })),
    };
  },
});
