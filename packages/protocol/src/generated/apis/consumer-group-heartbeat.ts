// ConsumerGroupHeartbeat: API 68, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { ConsumerGroupHeartbeatRequest } from '../messages/consumer-group-heartbeat-request.ts';
import { ConsumerGroupHeartbeatResponse } from '../messages/consumer-group-heartbeat-response.ts';

export {
  ConsumerGroupHeartbeatRequest,
  createTopicPartitions as createRequestTopicPartitions,
  type TopicPartitions as RequestTopicPartitions,
} from '../messages/consumer-group-heartbeat-request.ts';
export {
  ConsumerGroupHeartbeatResponse,
  createAssignment,
  type Assignment,
  createTopicPartitions as createResponseTopicPartitions,
  type TopicPartitions as ResponseTopicPartitions,
} from '../messages/consumer-group-heartbeat-response.ts';

export const ConsumerGroupHeartbeat: Api<
  ConsumerGroupHeartbeatRequest,
  ConsumerGroupHeartbeatResponse
> = {
  key: 68,
  name: 'ConsumerGroupHeartbeat',
  versions: [0, 1],
  latestUnstable: false,
  request: ConsumerGroupHeartbeatRequest,
  response: ConsumerGroupHeartbeatResponse,
};
