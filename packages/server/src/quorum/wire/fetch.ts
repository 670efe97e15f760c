// Fetch (api 1) of the metadata partition, between the wire and the consensus machine. It uses no fetch
// session, and uncommitted records are sent too: the follower sees the high watermark beside them.

import { CLUSTER_METADATA_TOPIC, ErrorCode, METADATA_TOPIC_ID, ZERO_UUID } from '@samsa/common';
import { inOnePiece } from '@samsa/protocol';
import {
  createEpochEndOffset,
  createFetchableTopicResponse,
  createFetchPartition,
  createFetchTopic,
  createLeaderIdAndEpoch,
  createNodeEndpoint,
  createPartitionData,
  createReplicaState,
  createSnapshotId,
  type FetchPartition,
  FetchRequest,
  FetchResponse,
} from '@samsa/protocol/apis/fetch';
import {
  type FetchAnswer,
  type FetchRequest as RaftRequest,
  type FetchResponse as RaftResponse,
} from '@samsa/raft';

import { endpointIn, endpointsOut, METADATA_PARTITION } from './common.ts';

const NO_SESSION_EPOCH = -1;
const EMPTY = new Uint8Array();

export function fetchRequestOut(
  request: RaftRequest,
  clusterId: string,
  maxBytes: number,
): FetchRequest {
  return FetchRequest.create({
    clusterId,
    replicaState: createReplicaState({ replicaId: request.replica.id, replicaEpoch: -1 }),
    maxWaitMs: request.maxWaitMs,
    minBytes: 0,
    maxBytes,
    sessionId: 0,
    sessionEpoch: NO_SESSION_EPOCH,
    topics: [
      createFetchTopic({
        topicId: METADATA_TOPIC_ID,
        partitions: [
          createFetchPartition({
            partition: METADATA_PARTITION,
            currentLeaderEpoch: request.epoch,
            fetchOffset: request.fetchOffset,
            lastFetchedEpoch: request.lastFetchedEpoch,
            replicaDirectoryId: request.replica.directoryId,
            highWatermark: request.highWatermark,
          }),
        ],
      }),
    ],
  });
}

/** Undefined when it is not about the metadata partition alone. */
export function fetchRequestIn(request: FetchRequest): RaftRequest | undefined {
  const partition = metadataPartitionOf(request);
  if (partition === undefined) return undefined;
  const { replicaId } = request.replicaState;
  return {
    kind: 'fetch',
    replica: {
      id: replicaId >= 0 ? replicaId : request.replicaId,
      directoryId: partition.replicaDirectoryId,
    },
    epoch: partition.currentLeaderEpoch,
    fetchOffset: partition.fetchOffset,
    lastFetchedEpoch: partition.lastFetchedEpoch,
    highWatermark: partition.highWatermark,
    maxWaitMs: request.maxWaitMs,
  };
}

function metadataPartitionOf(request: FetchRequest): FetchPartition | undefined {
  const topic = request.topics[0];
  if (request.topics.length !== 1 || topic?.partitions.length !== 1) return undefined;
  const isMetadata =
    topic.topicId === METADATA_TOPIC_ID ||
    (topic.topicId === ZERO_UUID && topic.topic === CLUSTER_METADATA_TOPIC);
  const partition = topic.partitions[0];
  return isMetadata && partition?.partition === METADATA_PARTITION ? partition : undefined;
}

/** @param records  whole batches; given over to the response */
export function fetchResponseOut(answer: FetchAnswer, records: Uint8Array): FetchResponse {
  return FetchResponse.create({
    responses: [
      createFetchableTopicResponse({
        topic: CLUSTER_METADATA_TOPIC,
        topicId: METADATA_TOPIC_ID,
        partitions: [
          createPartitionData({
            partitionIndex: METADATA_PARTITION,
            errorCode: answer.errorCode,
            highWatermark: answer.highWatermark,
            logStartOffset: answer.logStartOffset,
            abortedTransactions: [],
            records,
            currentLeader: createLeaderIdAndEpoch({
              leaderId: answer.leaderId,
              leaderEpoch: answer.epoch,
            }),
            ...(answer.diverging === undefined
              ? {}
              : { divergingEpoch: createEpochEndOffset(answer.diverging) }),
            ...(answer.snapshotId === undefined
              ? {}
              : { snapshotId: createSnapshotId(answer.snapshotId) }),
          }),
        ],
      }),
    ],
    nodeEndpoints: endpointsOut(answer).map((endpoint) => createNodeEndpoint(endpoint)),
  });
}

export function fetchResponseIn(response: FetchResponse): RaftResponse | undefined {
  const partition = response.responses[0]?.partitions[0];
  if (response.errorCode !== ErrorCode.NONE || partition === undefined) return undefined;
  const { currentLeader, divergingEpoch, snapshotId } = partition;
  const isDiverging = divergingEpoch.epoch >= 0 && divergingEpoch.endOffset >= 0;
  const isBelowLog = snapshotId.epoch >= 0 && snapshotId.endOffset >= 0;
  return {
    kind: 'fetch',
    errorCode: partition.errorCode as ErrorCode,
    epoch: currentLeader.leaderEpoch,
    leaderId: currentLeader.leaderId,
    leaderEndpoint: endpointIn(currentLeader.leaderId, response.nodeEndpoints),
    highWatermark: partition.highWatermark,
    logStartOffset: partition.logStartOffset,
    diverging: isDiverging
      ? { epoch: divergingEpoch.epoch, endOffset: divergingEpoch.endOffset }
      : undefined,
    snapshotId: isBelowLog
      ? { epoch: snapshotId.epoch, endOffset: snapshotId.endOffset }
      : undefined,
    records: partition.records === null ? EMPTY : inOnePiece(partition.records),
  };
}
