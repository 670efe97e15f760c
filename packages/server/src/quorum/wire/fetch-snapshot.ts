// FetchSnapshot (api 59) between the wire and the consensus machine.

import { CLUSTER_METADATA_TOPIC, ErrorCode } from '@samsa/common';
import { inOnePiece } from '@samsa/protocol';
import {
  createLeaderIdAndEpoch,
  createNodeEndpoint,
  createRequestPartitionSnapshot,
  createRequestSnapshotId,
  createRequestTopicSnapshot,
  createResponsePartitionSnapshot,
  createResponseSnapshotId,
  createResponseTopicSnapshot,
  FetchSnapshotRequest,
  FetchSnapshotResponse,
} from '@samsa/protocol/apis/fetch-snapshot';
import {
  type FetchSnapshotAnswer,
  type FetchSnapshotRequest as RaftRequest,
  type FetchSnapshotResponse as RaftResponse,
} from '@samsa/raft';

import { endpointIn, endpointsOut, METADATA_PARTITION } from './common.ts';

export function fetchSnapshotRequestOut(
  request: RaftRequest,
  clusterId: string,
  maxBytes: number,
): FetchSnapshotRequest {
  return FetchSnapshotRequest.create({
    clusterId,
    replicaId: request.replica.id,
    maxBytes,
    topics: [
      createRequestTopicSnapshot({
        name: CLUSTER_METADATA_TOPIC,
        partitions: [
          createRequestPartitionSnapshot({
            partition: METADATA_PARTITION,
            currentLeaderEpoch: request.epoch,
            snapshotId: createRequestSnapshotId({
              endOffset: request.snapshotId.endOffset,
              epoch: request.snapshotId.epoch,
            }),
            position: request.position,
            replicaDirectoryId: request.replica.directoryId,
          }),
        ],
      }),
    ],
  });
}

/** Undefined when it is not about the metadata partition alone. */
export function fetchSnapshotRequestIn(request: FetchSnapshotRequest): RaftRequest | undefined {
  const topic = request.topics[0];
  const partition = topic?.partitions[0];
  if (request.topics.length !== 1 || topic?.name !== CLUSTER_METADATA_TOPIC) return undefined;
  if (topic.partitions.length !== 1 || partition?.partition !== METADATA_PARTITION)
    return undefined;
  return {
    kind: 'fetch-snapshot',
    replica: { id: request.replicaId, directoryId: partition.replicaDirectoryId },
    epoch: partition.currentLeaderEpoch,
    snapshotId: {
      endOffset: partition.snapshotId.endOffset,
      epoch: partition.snapshotId.epoch,
    },
    position: partition.position,
  };
}

/** @param chunk  undefined with every error */
export function fetchSnapshotResponseOut(
  answer: FetchSnapshotAnswer,
  chunk: { readonly size: number; readonly bytes: Uint8Array } | undefined,
): FetchSnapshotResponse {
  return FetchSnapshotResponse.create({
    topics: [
      createResponseTopicSnapshot({
        name: CLUSTER_METADATA_TOPIC,
        partitions: [
          createResponsePartitionSnapshot({
            index: METADATA_PARTITION,
            errorCode: answer.errorCode,
            snapshotId: createResponseSnapshotId({
              endOffset: answer.snapshotId.endOffset,
              epoch: answer.snapshotId.epoch,
            }),
            currentLeader: createLeaderIdAndEpoch({
              leaderId: answer.leaderId,
              leaderEpoch: answer.epoch,
            }),
            size: chunk?.size ?? 0,
            position: answer.position,
            unalignedRecords: chunk?.bytes ?? new Uint8Array(),
          }),
        ],
      }),
    ],
    nodeEndpoints: endpointsOut(answer).map(createNodeEndpoint),
  });
}

export function fetchSnapshotResponseIn(response: FetchSnapshotResponse): RaftResponse | undefined {
  const partition = response.topics[0]?.partitions[0];
  if (response.errorCode !== ErrorCode.NONE || partition === undefined) return undefined;
  const { currentLeader } = partition;
  return {
    kind: 'fetch-snapshot',
    errorCode: partition.errorCode as ErrorCode,
    epoch: currentLeader.leaderEpoch,
    leaderId: currentLeader.leaderId,
    leaderEndpoint: endpointIn(currentLeader.leaderId, response.nodeEndpoints),
    snapshotId: {
      endOffset: partition.snapshotId.endOffset,
      epoch: partition.snapshotId.epoch,
    },
    size: partition.size,
    position: partition.position,
    bytes: inOnePiece(partition.unalignedRecords),
  };
}
