// BrokerHeartbeat: API 63, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { BrokerHeartbeatRequest } from '../messages/broker-heartbeat-request.ts';
import { BrokerHeartbeatResponse } from '../messages/broker-heartbeat-response.ts';

export { BrokerHeartbeatRequest } from '../messages/broker-heartbeat-request.ts';
export { BrokerHeartbeatResponse } from '../messages/broker-heartbeat-response.ts';

export const BrokerHeartbeat: Api<BrokerHeartbeatRequest, BrokerHeartbeatResponse> = {
  key: 63,
  name: 'BrokerHeartbeat',
  versions: [0, 2],
  latestUnstable: false,
  request: BrokerHeartbeatRequest,
  response: BrokerHeartbeatResponse,
};
