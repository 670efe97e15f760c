// DescribeTopicPartitions: API 75, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { DescribeTopicPartitionsRequest } from '../messages/describe-topic-partitions-request.ts';
import { DescribeTopicPartitionsResponse } from '../messages/describe-topic-partitions-response.ts';

export {
  DescribeTopicPartitionsRequest,
  createTopicRequest,
  type TopicRequest,
  createCursor as createRequestCursor,
  type Cursor as RequestCursor,
} from '../messages/describe-topic-partitions-request.ts';
export {
  DescribeTopicPartitionsResponse,
  createDescribeTopicPartitionsResponseTopic,
  type DescribeTopicPartitionsResponseTopic,
  createDescribeTopicPartitionsResponsePartition,
  type DescribeTopicPartitionsResponsePartition,
  createCursor as createResponseCursor,
  type Cursor as ResponseCursor,
} from '../messages/describe-topic-partitions-response.ts';

export const DescribeTopicPartitions: Api<
  DescribeTopicPartitionsRequest,
  DescribeTopicPartitionsResponse
> = {
  key: 75,
  name: 'DescribeTopicPartitions',
  versions: [0, 0],
  latestUnstable: false,
  request: DescribeTopicPartitionsRequest,
  response: DescribeTopicPartitionsResponse,
};
