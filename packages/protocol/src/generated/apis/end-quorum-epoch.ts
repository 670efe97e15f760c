// EndQuorumEpoch: API 54, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { EndQuorumEpochRequest } from '../messages/end-quorum-epoch-request.ts';
import { EndQuorumEpochResponse } from '../messages/end-quorum-epoch-response.ts';

export {
  EndQuorumEpochRequest,
  createTopicData as createRequestTopicData,
  type TopicData as RequestTopicData,
  createPartitionData as createRequestPartitionData,
  type PartitionData as RequestPartitionData,
  createReplicaInfo,
  type ReplicaInfo,
  createLeaderEndpoint,
  type LeaderEndpoint,
} from '../messages/end-quorum-epoch-request.ts';
export {
  EndQuorumEpochResponse,
  createTopicData as createResponseTopicData,
  type TopicData as ResponseTopicData,
  createPartitionData as createResponsePartitionData,
  type PartitionData as ResponsePartitionData,
  createNodeEndpoint,
  type NodeEndpoint,
} from '../messages/end-quorum-epoch-response.ts';

export const EndQuorumEpoch: Api<EndQuorumEpochRequest, EndQuorumEpochResponse> = {
  key: 54,
  name: 'EndQuorumEpoch',
  versions: [0, 1],
  latestUnstable: false,
  request: EndQuorumEpochRequest,
  response: EndQuorumEpochResponse,
};
