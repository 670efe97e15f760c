// BeginQuorumEpoch (api 53) between the wire and the consensus machine.

import { CLUSTER_METADATA_TOPIC, ErrorCode } from '@samsa/common';
import {
  BeginQuorumEpochRequest,
  BeginQuorumEpochResponse,
  createLeaderEndpoint,
  createNodeEndpoint,
  createRequestPartitionData,
  createRequestTopicData,
  createResponsePartitionData,
  createResponseTopicData,
} from '@samsa/protocol/apis/begin-quorum-epoch';
import {
  type BeginQuorumEpochRequest as RaftRequest,
  type BeginQuorumEpochResponse as RaftResponse,
} from '@samsa/raft';

import { endpointIn, endpointsOut, onlyPartition } from './common.ts';

export function beginRequestOut(request: RaftRequest, clusterId: string): BeginQuorumEpochRequest {
  return BeginQuorumEpochRequest.create({
    clusterId,
    voterId: request.voter.id,
    topics: [
      createRequestTopicData({
        topicName: CLUSTER_METADATA_TOPIC,
        partitions: [
          createRequestPartitionData({
            voterDirectoryId: request.voter.directoryId,
            leaderId: request.leaderId,
            leaderEpoch: request.epoch,
          }),
        ],
      }),
    ],
    leaderEndpoints: request.leaderEndpoints.map(({ name, host, port }) =>
      createLeaderEndpoint({ name, host, port }),
    ),
  });
}

export function beginRequestIn(request: BeginQuorumEpochRequest): RaftRequest | undefined {
  const partition = onlyPartition(request.topics);
  if (partition === undefined) return undefined;
  return {
    kind: 'begin-quorum-epoch',
    voter: { id: request.voterId, directoryId: partition.voterDirectoryId },
    leaderId: partition.leaderId,
    epoch: partition.leaderEpoch,
    leaderEndpoints: request.leaderEndpoints.map(({ name, host, port }) => ({ name, host, port })),
  };
}

export function beginResponseOut(answer: RaftResponse): BeginQuorumEpochResponse {
  return BeginQuorumEpochResponse.create({
    topics: [
      createResponseTopicData({
        topicName: CLUSTER_METADATA_TOPIC,
        partitions: [
          createResponsePartitionData({
            errorCode: answer.errorCode,
            leaderId: answer.leaderId,
            leaderEpoch: answer.epoch,
          }),
        ],
      }),
    ],
    nodeEndpoints: endpointsOut(answer).map(createNodeEndpoint),
  });
}

export function beginResponseIn(response: BeginQuorumEpochResponse): RaftResponse | undefined {
  const partition = onlyPartition(response.topics);
  if (response.errorCode !== ErrorCode.NONE || partition === undefined) return undefined;
  return {
    kind: 'begin-quorum-epoch',
    errorCode: partition.errorCode as ErrorCode,
    epoch: partition.leaderEpoch,
    leaderId: partition.leaderId,
    leaderEndpoint: endpointIn(partition.leaderId, response.nodeEndpoints),
  };
}
