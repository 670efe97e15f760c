// Produce: API 0, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { ProduceRequest } from '../messages/produce-request.ts';
import { ProduceResponse } from '../messages/produce-response.ts';

export {
  ProduceRequest,
  createTopicProduceData,
  type TopicProduceData,
  createPartitionProduceData,
  type PartitionProduceData,
} from '../messages/produce-request.ts';
export {
  ProduceResponse,
  createTopicProduceResponse,
  type TopicProduceResponse,
  createPartitionProduceResponse,
  type PartitionProduceResponse,
  createBatchIndexAndErrorMessage,
  type BatchIndexAndErrorMessage,
  createLeaderIdAndEpoch,
  type LeaderIdAndEpoch,
  createNodeEndpoint,
  type NodeEndpoint,
} from '../messages/produce-response.ts';

export const Produce: Api<ProduceRequest, ProduceResponse> = {
  key: 0,
  name: 'Produce',
  versions: [3, 13],
  latestUnstable: false,
  request: ProduceRequest,
  response: ProduceResponse,
};
