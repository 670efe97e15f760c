// ShareGroupHeartbeat: API 76, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { ShareGroupHeartbeatRequest } from '../messages/share-group-heartbeat-request.ts';
import { ShareGroupHeartbeatResponse } from '../messages/share-group-heartbeat-response.ts';

export { ShareGroupHeartbeatRequest } from '../messages/share-group-heartbeat-request.ts';
export {
  ShareGroupHeartbeatResponse,
  createAssignment,
  type Assignment,
  createTopicPartitions,
  type TopicPartitions,
} from '../messages/share-group-heartbeat-response.ts';

export const ShareGroupHeartbeat: Api<ShareGroupHeartbeatRequest, ShareGroupHeartbeatResponse> = {
  key: 76,
  name: 'ShareGroupHeartbeat',
  versions: [1, 1],
  latestUnstable: false,
  request: ShareGroupHeartbeatRequest,
  response: ShareGroupHeartbeatResponse,
};
