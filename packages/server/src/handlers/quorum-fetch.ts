// Fetch (api 1) on a controller's listener: replicas of the metadata log read on.
//
// The same messages as on a broker; the quorum answers them.

import { createPartitionData, Fetch, type FetchResponse } from '@samsa/protocol/apis/fetch';

import { defineHandler } from '../pipeline/handler.ts';

/** The first version that tells who leads, where logs part and that there is a snapshot. */
const LEADERS_FROM = 12;
/** The first version that tells where the leader is. */
const ENDPOINTS_FROM = 16;

export const quorumFetch = defineHandler(Fetch, {
  versions: [4, 18],
  listeners: ['controller'],

  handle(request, context) {
    context.authorize('CLUSTER_ACTION', 'cluster', 'kafka-cluster');
    const { apiVersion } = context.header;
    const answer = context.node.quorum.fetch(request);
    if (apiVersion >= ENDPOINTS_FROM) return answer;
    return answer.then((response) => asOf(apiVersion, response));
  },

  refuse(errorCode) {
    return Fetch.response.create({ errorCode });
  },
});

/** Without what the version has no place for. */
function asOf(apiVersion: number, response: FetchResponse): FetchResponse {
  if (apiVersion >= LEADERS_FROM) return { ...response, nodeEndpoints: [] };
  return {
    ...response,
    nodeEndpoints: [],
    responses: response.responses.map((topic) => ({
      ...topic,
      partitions: topic.partitions.map((partition) =>
        createPartitionData({
          partitionIndex: partition.partitionIndex,
          errorCode: partition.errorCode,
          highWatermark: partition.highWatermark,
          lastStableOffset: partition.lastStableOffset,
          logStartOffset: partition.logStartOffset,
          abortedTransactions: partition.abortedTransactions,
          records: partition.records,
        }),
      ),
    })),
  };
}
