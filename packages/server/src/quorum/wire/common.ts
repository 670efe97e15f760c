// What all quorum requests share on the wire: the one partition they are about, the cluster they
// belong to, and the endpoint of the leader in the answers.

import { CLUSTER_METADATA_TOPIC, type Endpoint, ErrorCode } from '@samsa/common';
import { NO_NODE, type QuorumView } from '@samsa/raft';

export const METADATA_PARTITION = 0;

export interface NamedTopic<P> {
  readonly topicName: string;
  readonly partitions: readonly P[];
}

/** The one partition of a request; undefined when it is about anything else. */
export function onlyPartition<P extends { readonly partitionIndex: number }>(
  topics: readonly NamedTopic<P>[],
): P | undefined {
  const topic = topics[0];
  const partition = topic?.partitions[0];
  const isOnly =
    topics.length === 1 &&
    topic?.topicName === CLUSTER_METADATA_TOPIC &&
    topic.partitions.length === 1 &&
    partition?.partitionIndex === METADATA_PARTITION;
  return isOnly ? partition : undefined;
}

/** A request that names another cluster comes from a misconfigured node. */
export function clusterProblem(requested: string | null, own: string): ErrorCode {
  return requested === null || requested === own
    ? ErrorCode.NONE
    : ErrorCode.INCONSISTENT_CLUSTER_ID;
}

export interface WireEndpoint {
  nodeId: number;
  host: string;
  port: number;
}

export function endpointsOut(view: QuorumView): WireEndpoint[] {
  if (view.leaderId === NO_NODE || view.leaderEndpoint === undefined) return [];
  const { host, port } = view.leaderEndpoint;
  return [{ nodeId: view.leaderId, host, port }];
}

export function endpointIn(
  leaderId: number,
  endpoints: readonly WireEndpoint[],
): Endpoint | undefined {
  const endpoint = endpoints.find((one) => one.nodeId === leaderId);
  return endpoint === undefined ? undefined : { host: endpoint.host, port: endpoint.port };
}
