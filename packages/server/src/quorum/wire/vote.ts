// Vote (api 52) between the wire and the consensus machine.

import { CLUSTER_METADATA_TOPIC, ErrorCode } from '@samsa/common';
import {
  createNodeEndpoint,
  createRequestPartitionData,
  createRequestTopicData,
  createResponsePartitionData,
  createResponseTopicData,
  VoteRequest,
  VoteResponse,
} from '@samsa/protocol/apis/vote';
import {
  type VoteRequest as RaftVoteRequest,
  type VoteResponse as RaftVoteResponse,
} from '@samsa/raft';

import { endpointIn, endpointsOut, onlyPartition } from './common.ts';

export function voteRequestOut(request: RaftVoteRequest, clusterId: string): VoteRequest {
  return VoteRequest.create({
    clusterId,
    voterId: request.voter.id,
    topics: [
      createRequestTopicData({
        topicName: CLUSTER_METADATA_TOPIC,
        partitions: [
          createRequestPartitionData({
            replicaEpoch: request.epoch,
            replicaId: request.candidate.id,
            replicaDirectoryId: request.candidate.directoryId,
            voterDirectoryId: request.voter.directoryId,
            lastOffsetEpoch: request.lastEpoch,
            lastOffset: request.endOffset,
            preVote: request.preVote,
          }),
        ],
      }),
    ],
  });
}

export function voteRequestIn(request: VoteRequest): RaftVoteRequest | undefined {
  const partition = onlyPartition(request.topics);
  if (partition === undefined) return undefined;
  return {
    kind: 'vote',
    voter: { id: request.voterId, directoryId: partition.voterDirectoryId },
    candidate: { id: partition.replicaId, directoryId: partition.replicaDirectoryId },
    epoch: partition.replicaEpoch,
    lastEpoch: partition.lastOffsetEpoch,
    endOffset: partition.lastOffset,
    preVote: partition.preVote,
  };
}

export function voteResponseOut(answer: RaftVoteResponse): VoteResponse {
  return VoteResponse.create({
    topics: [
      createResponseTopicData({
        topicName: CLUSTER_METADATA_TOPIC,
        partitions: [
          createResponsePartitionData({
            errorCode: answer.errorCode,
            leaderId: answer.leaderId,
            leaderEpoch: answer.epoch,
            voteGranted: answer.granted,
          }),
        ],
      }),
    ],
    nodeEndpoints: endpointsOut(answer).map(createNodeEndpoint),
  });
}

export function voteResponseIn(response: VoteResponse): RaftVoteResponse | undefined {
  const partition = onlyPartition(response.topics);
  if (response.errorCode !== ErrorCode.NONE || partition === undefined) return undefined;
  return {
    kind: 'vote',
    errorCode: partition.errorCode as ErrorCode,
    epoch: partition.leaderEpoch,
    leaderId: partition.leaderId,
    leaderEndpoint: endpointIn(partition.leaderId, response.nodeEndpoints),
    granted: partition.voteGranted,
  };
}
