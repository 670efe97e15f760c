// BrokerRegistration: API 62, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { BrokerRegistrationRequest } from '../messages/broker-registration-request.ts';
import { BrokerRegistrationResponse } from '../messages/broker-registration-response.ts';

export {
  BrokerRegistrationRequest,
  createListener,
  type Listener,
  createFeature,
  type Feature,
} from '../messages/broker-registration-request.ts';
export { BrokerRegistrationResponse } from '../messages/broker-registration-response.ts';

export const BrokerRegistration: Api<BrokerRegistrationRequest, BrokerRegistrationResponse> = {
  key: 62,
  name: 'BrokerRegistration',
  versions: [0, 4],
  latestUnstable: false,
  request: BrokerRegistrationRequest,
  response: BrokerRegistrationResponse,
};
