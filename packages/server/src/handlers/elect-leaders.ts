// ElectLeaders (api 43): gives partitions their preferred leader, or any that is left.
//
// v0 preferred leaders only · v1 election type, top-level error · v2 flexible

import { ElectLeaders } from '@samsa/protocol/apis/elect-leaders';

import { defineForwarded } from './forwarded.ts';

export const electLeaders = defineForwarded(ElectLeaders, {
  versions: [0, 2],

  decide(request, context) {
    context.authorize('ALTER', 'cluster', 'kafka-cluster');
    return context.node.controller.electLeaders(request);
  },

  refuse(errorCode, request, message) {
    return {
      throttleTimeMs: 0,
      errorCode,
      // The oldest version has no error but these.
      replicaElectionResults: (request.topicPartitions ?? []).map(({ topic, partitions }) => ({
        topic,
        partitionResult: partitions.map((partitionId) => ({
          partitionId,
          errorCode,
          errorMessage: message,
        })),
      })),
    };
  },
});
