// DescribeQuorum (api 55): how far every replica of the metadata log is, as the leader sees it.

import { type Clock, CLUSTER_METADATA_TOPIC, ErrorCode, errorName } from '@samsa/common';
import {
  createListener,
  createNode,
  createReplicaState,
  createResponsePartitionData,
  createResponseTopicData,
  type DescribeQuorumRequest,
  DescribeQuorumResponse,
} from '@samsa/protocol/apis/describe-quorum';
import { type Progress, type QuorumDescription, type VoterSet } from '@samsa/raft';

import { METADATA_PARTITION } from './common.ts';

export function describeQuorumOut(
  description: QuorumDescription,
  voters: VoterSet,
  clock: Clock,
): DescribeQuorumResponse {
  const replicaState = (progress: Progress) =>
    createReplicaState({
      replicaId: progress.key.id,
      replicaDirectoryId: progress.key.directoryId,
      logEndOffset: progress.endOffset,
      lastFetchTimestamp: wallClock(progress.lastFetchMs, clock),
      lastCaughtUpTimestamp: wallClock(progress.lastCaughtUpMs, clock),
    });
  return DescribeQuorumResponse.create({
    errorMessage: '',
    topics: [
      createResponseTopicData({
        topicName: CLUSTER_METADATA_TOPIC,
        partitions: [
          createResponsePartitionData({
            partitionIndex: METADATA_PARTITION,
            errorMessage: '',
            leaderId: description.leaderId,
            leaderEpoch: description.epoch,
            highWatermark: description.highWatermark,
            currentVoters: description.voters.map(replicaState),
            observers: description.observers.map(replicaState),
          }),
        ],
      }),
    ],
    nodes: voters.voters.map((voter) =>
      createNode({
        nodeId: voter.id,
        listeners: voter.endpoints.map(({ name, host, port }) =>
          createListener({ name, host, port }),
        ),
      }),
    ),
  });
}

/** The answer to who asks for anything but the metadata partition: none of it has a quorum. */
export function describeOtherPartitions(request: DescribeQuorumRequest): DescribeQuorumResponse {
  return DescribeQuorumResponse.create({
    errorMessage: '',
    topics: request.topics.map(({ topicName, partitions }) =>
      createResponseTopicData({
        topicName,
        partitions: partitions.map(({ partitionIndex }) =>
          createResponsePartitionData({
            partitionIndex,
            errorCode: ErrorCode.UNKNOWN_TOPIC_OR_PARTITION,
            errorMessage: `${topicName}-${partitionIndex} is not kept by the quorum`,
            leaderId: 0,
            leaderEpoch: 0,
            highWatermark: 0,
          }),
        ),
      }),
    ),
  });
}

export function describeQuorumRefusal(errorCode: ErrorCode): DescribeQuorumResponse {
  return DescribeQuorumResponse.create({ errorCode, errorMessage: errorName(errorCode) });
}

/** The machine counts in monotonic time; −1 for never. */
function wallClock(monotonicMs: number, clock: Clock): number {
  if (monotonicMs === -Infinity) return -1;
  return Math.round(clock.nowMs() - (clock.monotonicMs() - monotonicMs));
}
