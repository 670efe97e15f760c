// BeginQuorumEpoch: API 53, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { BeginQuorumEpochRequest } from '../messages/begin-quorum-epoch-request.ts';
import { BeginQuorumEpochResponse } from '../messages/begin-quorum-epoch-response.ts';

export {
  BeginQuorumEpochRequest,
  createTopicData as createRequestTopicData,
  type TopicData as RequestTopicData,
  createPartitionData as createRequestPartitionData,
  type PartitionData as RequestPartitionData,
  createLeaderEndpoint,
  type LeaderEndpoint,
} from '../messages/begin-quorum-epoch-request.ts';
export {
  BeginQuorumEpochResponse,
  createTopicData as createResponseTopicData,
  type TopicData as ResponseTopicData,
  createPartitionData as createResponsePartitionData,
  type PartitionData as ResponsePartitionData,
  createNodeEndpoint,
  type NodeEndpoint,
} from '../messages/begin-quorum-epoch-response.ts';

export const BeginQuorumEpoch: Api<BeginQuorumEpochRequest, BeginQuorumEpochResponse> = {
  key: 53,
  name: 'BeginQuorumEpoch',
  versions: [0, 1],
  latestUnstable: false,
  request: BeginQuorumEpochRequest,
  response: BeginQuorumEpochResponse,
};
