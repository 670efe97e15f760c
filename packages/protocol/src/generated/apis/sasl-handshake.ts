// SaslHandshake: API 17, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { SaslHandshakeRequest } from '../messages/sasl-handshake-request.ts';
import { SaslHandshakeResponse } from '../messages/sasl-handshake-response.ts';

export { SaslHandshakeRequest } from '../messages/sasl-handshake-request.ts';
export { SaslHandshakeResponse } from '../messages/sasl-handshake-response.ts';

export const SaslHandshake: Api<SaslHandshakeRequest, SaslHandshakeResponse> = {
  key: 17,
  name: 'SaslHandshake',
  versions: [0, 1],
  latestUnstable: false,
  request: SaslHandshakeRequest,
  response: SaslHandshakeResponse,
};
