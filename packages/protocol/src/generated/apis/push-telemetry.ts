// PushTelemetry: API 72, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { PushTelemetryRequest } from '../messages/push-telemetry-request.ts';
import { PushTelemetryResponse } from '../messages/push-telemetry-response.ts';

export { PushTelemetryRequest } from '../messages/push-telemetry-request.ts';
export { PushTelemetryResponse } from '../messages/push-telemetry-response.ts';

export const PushTelemetry: Api<PushTelemetryRequest, PushTelemetryResponse> = {
  key: 72,
  name: 'PushTelemetry',
  versions: [0, 0],
  latestUnstable: false,
  request: PushTelemetryRequest,
  response: PushTelemetryResponse,
};
