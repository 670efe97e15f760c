// EndQuorumEpoch (api 54) between the wire and the consensus machine.

import { CLUSTER_METADATA_TOPIC, ErrorCode, ZERO_UUID } from '@samsa/common';
import {
  createNodeEndpoint,
  createReplicaInfo,
  createRequestPartitionData,
  createRequestTopicData,
  createResponsePartitionData,
  createResponseTopicData,
  EndQuorumEpochRequest,
  EndQuorumEpochResponse,
} from '@samsa/protocol/apis/end-quorum-epoch';
import {
  type EndQuorumEpochRequest as RaftRequest,
  type EndQuorumEpochResponse as RaftResponse,
} from '@samsa/raft';

import { endpointIn, endpointsOut, onlyPartition } from './common.ts';

export function endRequestOut(request: RaftRequest, clusterId: string): EndQuorumEpochRequest {
  return EndQuorumEpochRequest.create({
    clusterId,
    topics: [
      createRequestTopicData({
        topicName: CLUSTER_METADATA_TOPIC,
        partitions: [
          createRequestPartitionData({
            leaderId: request.leaderId,
            leaderEpoch: request.epoch,
            preferredCandidates: request.preferredCandidates.map(({ id, directoryId }) =>
              createReplicaInfo({ candidateId: id, candidateDirectoryId: directoryId }),
            ),
          }),
        ],
      }),
    ],
  });
}

export function endRequestIn(request: EndQuorumEpochRequest): RaftRequest | undefined {
  const partition = onlyPartition(request.topics);
  if (partition === undefined) return undefined;
  const candidates = partition.preferredCandidates.map((candidate) => ({
    id: candidate.candidateId,
    directoryId: candidate.candidateDirectoryId,
  }));
  // Version 0 knows ids only.
  const successors = partition.preferredSuccessors.map((id) => ({ id, directoryId: ZERO_UUID }));
  return {
    kind: 'end-quorum-epoch',
    leaderId: partition.leaderId,
    epoch: partition.leaderEpoch,
    preferredCandidates: candidates.length > 0 ? candidates : successors,
  };
}

export function endResponseOut(answer: RaftResponse): EndQuorumEpochResponse {
  return EndQuorumEpochResponse.create({
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

export function endResponseIn(response: EndQuorumEpochResponse): RaftResponse | undefined {
  const partition = onlyPartition(response.topics);
  if (response.errorCode !== ErrorCode.NONE || partition === undefined) return undefined;
  return {
    kind: 'end-quorum-epoch',
    errorCode: partition.errorCode as ErrorCode,
    epoch: partition.leaderEpoch,
    leaderId: partition.leaderId,
    leaderEndpoint: endpointIn(partition.leaderId, response.nodeEndpoints),
  };
}
