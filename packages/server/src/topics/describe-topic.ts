// describeTopic: a topic as Metadata answers it — who leads each partition, and whether a client on
// this listener can reach them.

import { ErrorCode, isInternalTopic } from '@samsa/common';
import { type MetadataImage, type PartitionRegistration, type TopicImage } from '@samsa/metadata';
import {
  createMetadataResponseTopic,
  type MetadataResponsePartition,
  type MetadataResponseTopic,
} from '@samsa/protocol/apis/metadata';

import { endpointOf } from './broker-endpoints.ts';

/** Stands for "not asked for" in the field of authorized operations. */
export const OPERATIONS_NOT_ASKED = -2_147_483_648;

export function describeTopic(
  image: MetadataImage,
  topic: TopicImage,
  listenerName: string,
  topicAuthorizedOperations: number,
): MetadataResponseTopic {
  const partitions: MetadataResponsePartition[] = [];
  for (const [index, registration] of topic.partitions.entries()) {
    partitions.push(describePartition(image, index, registration, listenerName));
  }
  return {
    errorCode: ErrorCode.NONE,
    name: topic.name,
    topicId: topic.id,
    isInternal: isInternalTopic(topic.name),
    partitions,
    topicAuthorizedOperations,
  };
}

/** A topic of which only the error is told. */
export function topicProblem(
  errorCode: ErrorCode,
  name: string | null,
  topicId: string,
): MetadataResponseTopic {
  return createMetadataResponseTopic({
    errorCode,
    name,
    topicId,
    isInternal: name !== null && isInternalTopic(name),
    topicAuthorizedOperations: OPERATIONS_NOT_ASKED,
  });
}

/** One partition of a topic, as a client on this listener can use it. */
export function describePartition(
  image: MetadataImage,
  partitionIndex: number,
  registration: PartitionRegistration,
  listenerName: string,
): MetadataResponsePartition {
  const leader = image.cluster.brokers.get(registration.leader);
  const isLeaderAlive = leader !== undefined && !leader.isFenced;
  const isReachable = isLeaderAlive && endpointOf(leader, listenerName) !== undefined;
  let errorCode: ErrorCode = ErrorCode.NONE;
  if (!isLeaderAlive) errorCode = ErrorCode.LEADER_NOT_AVAILABLE;
  else if (!isReachable) errorCode = ErrorCode.LISTENER_NOT_FOUND;
  return {
    errorCode,
    partitionIndex,
    leaderId: isReachable ? registration.leader : -1,
    leaderEpoch: registration.leaderEpoch,
    replicaNodes: registration.replicas,
    isrNodes: registration.isr,
    offlineReplicas: registration.replicas.filter((id) => isOffline(image, id, listenerName)),
  };
}

function isOffline(image: MetadataImage, brokerId: number, listenerName: string): boolean {
  const broker = image.cluster.brokers.get(brokerId);
  return broker === undefined || broker.isFenced || endpointOf(broker, listenerName) === undefined;
}
