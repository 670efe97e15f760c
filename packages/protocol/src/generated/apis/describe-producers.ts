// DescribeProducers: API 61, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { DescribeProducersRequest } from '../messages/describe-producers-request.ts';
import { DescribeProducersResponse } from '../messages/describe-producers-response.ts';

export {
  DescribeProducersRequest,
  createTopicRequest,
  type TopicRequest,
} from '../messages/describe-producers-request.ts';
export {
  DescribeProducersResponse,
  createTopicResponse,
  type TopicResponse,
  createPartitionResponse,
  type PartitionResponse,
  createProducerState,
  type ProducerState,
} from '../messages/describe-producers-response.ts';

export const DescribeProducers: Api<DescribeProducersRequest, DescribeProducersResponse> = {
  key: 61,
  name: 'DescribeProducers',
  versions: [0, 0],
  latestUnstable: false,
  request: DescribeProducersRequest,
  response: DescribeProducersResponse,
};
