// UnregisterBroker: API 64, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { UnregisterBrokerRequest } from '../messages/unregister-broker-request.ts';
import { UnregisterBrokerResponse } from '../messages/unregister-broker-response.ts';

export { UnregisterBrokerRequest } from '../messages/unregister-broker-request.ts';
export { UnregisterBrokerResponse } from '../messages/unregister-broker-response.ts';

export const UnregisterBroker: Api<UnregisterBrokerRequest, UnregisterBrokerResponse> = {
  key: 64,
  name: 'UnregisterBroker',
  versions: [0, 0],
  latestUnstable: false,
  request: UnregisterBrokerRequest,
  response: UnregisterBrokerResponse,
};
