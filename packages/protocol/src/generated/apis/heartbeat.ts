// Heartbeat: API 12, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { HeartbeatRequest } from '../messages/heartbeat-request.ts';
import { HeartbeatResponse } from '../messages/heartbeat-response.ts';

export { HeartbeatRequest } from '../messages/heartbeat-request.ts';
export { HeartbeatResponse } from '../messages/heartbeat-response.ts';

export const Heartbeat: Api<HeartbeatRequest, HeartbeatResponse> = {
  key: 12,
  name: 'Heartbeat',
  versions: [0, 4],
  latestUnstable: false,
  request: HeartbeatRequest,
  response: HeartbeatResponse,
};
