// Vote: API 52, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { VoteRequest } from '../messages/vote-request.ts';
import { VoteResponse } from '../messages/vote-response.ts';

export {
  VoteRequest,
  createTopicData as createRequestTopicData,
  type TopicData as RequestTopicData,
  createPartitionData as createRequestPartitionData,
  type PartitionData as RequestPartitionData,
} from '../messages/vote-request.ts';
export {
  VoteResponse,
  createTopicData as createResponseTopicData,
  type TopicData as ResponseTopicData,
  createPartitionData as createResponsePartitionData,
  type PartitionData as ResponsePartitionData,
  createNodeEndpoint,
  type NodeEndpoint,
} from '../messages/vote-response.ts';

export const Vote: Api<VoteRequest, VoteResponse> = {
  key: 52,
  name: 'Vote',
  versions: [0, 2],
  latestUnstable: false,
  request: VoteRequest,
  response: VoteResponse,
};
