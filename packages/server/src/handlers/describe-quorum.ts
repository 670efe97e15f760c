// DescribeQuorum (api 55): who votes on the metadata, who leads, and how far each replica is.
//
// v1 times of the last fetch · v2 directory ids, nodes, error messages

import { ZERO_UUID } from '@samsa/common';
import {
  DescribeQuorum,
  type DescribeQuorumResponse,
  type ReplicaState,
} from '@samsa/protocol/apis/describe-quorum';

import { defineForwarded } from './forwarded.ts';

/** The first version with directory ids and the addresses of the nodes. */
const DIRECTORIES_FROM = 2;

export const describeQuorum = defineForwarded(DescribeQuorum, {
  versions: [0, 2],

  decide(request, context) {
    context.authorize('DESCRIBE', 'cluster', 'kafka-cluster');
    const response = context.node.quorum.describeQuorum(request);
    return context.header.apiVersion < DIRECTORIES_FROM ? withoutDirectories(response) : response;
  },

  refuse(errorCode, _request, errorMessage) {
    return DescribeQuorum.response.create({ errorCode, errorMessage });
  },
});

function withoutDirectories(response: DescribeQuorumResponse): DescribeQuorumResponse {
  const strip = (replicas: readonly ReplicaState[]): ReplicaState[] =>
    replicas.map((replica) => ({ ...replica, replicaDirectoryId: ZERO_UUID }));
  return {
    ...response,
    nodes: [],
    topics: response.topics.map((topic) => ({
      ...topic,
      partitions: topic.partitions.map((partition) => ({
        ...partition,
        currentVoters: strip(partition.currentVoters),
        observers: strip(partition.observers),
      })),
    })),
  };
}
