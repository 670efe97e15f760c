// StreamsGroupHeartbeat: API 88, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { StreamsGroupHeartbeatRequest } from '../messages/streams-group-heartbeat-request.ts';
import { StreamsGroupHeartbeatResponse } from '../messages/streams-group-heartbeat-response.ts';

export {
  StreamsGroupHeartbeatRequest,
  createTopology,
  type Topology,
  createSubtopology,
  type Subtopology,
  createCopartitionGroup,
  type CopartitionGroup,
  createKeyValue,
  type KeyValue,
  createTopicInfo,
  type TopicInfo,
  createEndpoint as createRequestEndpoint,
  type Endpoint as RequestEndpoint,
  createTaskOffset,
  type TaskOffset,
  createTaskIds as createRequestTaskIds,
  type TaskIds as RequestTaskIds,
} from '../messages/streams-group-heartbeat-request.ts';
export {
  StreamsGroupHeartbeatResponse,
  createEndpointToPartitions,
  type EndpointToPartitions,
  createStatus,
  type Status,
  createTopicPartition,
  type TopicPartition,
  createTaskIds as createResponseTaskIds,
  type TaskIds as ResponseTaskIds,
  createEndpoint as createResponseEndpoint,
  type Endpoint as ResponseEndpoint,
} from '../messages/streams-group-heartbeat-response.ts';

export const StreamsGroupHeartbeat: Api<
  StreamsGroupHeartbeatRequest,
  StreamsGroupHeartbeatResponse
> = {
  key: 88,
  name: 'StreamsGroupHeartbeat',
  versions: [0, 0],
  latestUnstable: false,
  request: StreamsGroupHeartbeatRequest,
  response: StreamsGroupHeartbeatResponse,
};
