// StreamsGroupDescribe: API 89, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { StreamsGroupDescribeRequest } from '../messages/streams-group-describe-request.ts';
import { StreamsGroupDescribeResponse } from '../messages/streams-group-describe-response.ts';

export { StreamsGroupDescribeRequest } from '../messages/streams-group-describe-request.ts';
export {
  StreamsGroupDescribeResponse,
  createDescribedGroup,
  type DescribedGroup,
  createTopology,
  type Topology,
  createSubtopology,
  type Subtopology,
  createMember,
  type Member,
  createEndpoint,
  type Endpoint,
  createTaskOffset,
  type TaskOffset,
  createAssignment,
  type Assignment,
  createTaskIds,
  type TaskIds,
  createKeyValue,
  type KeyValue,
  createTopicInfo,
  type TopicInfo,
} from '../messages/streams-group-describe-response.ts';

export const StreamsGroupDescribe: Api<
  StreamsGroupDescribeRequest,
  StreamsGroupDescribeResponse
> = {
  key: 89,
  name: 'StreamsGroupDescribe',
  versions: [0, 0],
  latestUnstable: false,
  request: StreamsGroupDescribeRequest,
  response: StreamsGroupDescribeResponse,
};
