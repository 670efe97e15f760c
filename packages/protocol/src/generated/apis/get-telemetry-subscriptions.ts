// GetTelemetrySubscriptions: API 71, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { GetTelemetrySubscriptionsRequest } from '../messages/get-telemetry-subscriptions-request.ts';
import { GetTelemetrySubscriptionsResponse } from '../messages/get-telemetry-subscriptions-response.ts';

export {
  GetTelemetrySubscriptionsRequest,
} from '../messages/get-telemetry-subscriptions-request.ts';
export {
  GetTelemetrySubscriptionsResponse,
} from '../messages/get-telemetry-subscriptions-response.ts';

export const GetTelemetrySubscriptions: Api<
  GetTelemetrySubscriptionsRequest,
  GetTelemetrySubscriptionsResponse
> = {
  key: 71,
  name: 'GetTelemetrySubscriptions',
  versions: [0, 0],
  latestUnstable: false,
  request: GetTelemetrySubscriptionsRequest,
  response: GetTelemetrySubscriptionsResponse,
};
