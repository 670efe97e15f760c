// AlterPartition: API 56, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { AlterPartitionRequest } from '../messages/alter-partition-request.ts';
import { AlterPartitionResponse } from '../messages/alter-partition-response.ts';

export {
  AlterPartitionRequest,
  createTopicData as createRequestTopicData,
  type TopicData as RequestTopicData,
  createPartitionData as createRequestPartitionData,
  type PartitionData as RequestPartitionData,
  createBrokerState,
  type BrokerState,
} from '../messages/alter-partition-request.ts';
export {
  AlterPartitionResponse,
  createTopicData as createResponseTopicData,
  type TopicData as ResponseTopicData,
  createPartitionData as createResponsePartitionData,
  type PartitionData as ResponsePartitionData,
} from '../messages/alter-partition-response.ts';

export const AlterPartition: Api<AlterPartitionRequest, AlterPartitionResponse> = {
  key: 56,
  name: 'AlterPartition',
  versions: [2, 3],
  latestUnstable: false,
  request: AlterPartitionRequest,
  response: AlterPartitionResponse,
};
