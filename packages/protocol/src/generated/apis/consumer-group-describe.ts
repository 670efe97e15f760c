// ConsumerGroupDescribe: API 69, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { ConsumerGroupDescribeRequest } from '../messages/consumer-group-describe-request.ts';
import { ConsumerGroupDescribeResponse } from '../messages/consumer-group-describe-response.ts';

export { ConsumerGroupDescribeRequest } from '../messages/consumer-group-describe-request.ts';
export {
  ConsumerGroupDescribeResponse,
  createDescribedGroup,
  type DescribedGroup,
  createMember,
  type Member,
  createTopicPartitions,
  type TopicPartitions,
  createAssignment,
  type Assignment,
} from '../messages/consumer-group-describe-response.ts';

export const ConsumerGroupDescribe: Api<
  ConsumerGroupDescribeRequest,
  ConsumerGroupDescribeResponse
> = {
  key: 69,
  name: 'ConsumerGroupDescribe',
  versions: [0, 1],
  latestUnstable: false,
  request: ConsumerGroupDescribeRequest,
  response: ConsumerGroupDescribeResponse,
};
