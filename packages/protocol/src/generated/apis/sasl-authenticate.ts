// SaslAuthenticate: API 36, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { SaslAuthenticateRequest } from '../messages/sasl-authenticate-request.ts';
import { SaslAuthenticateResponse } from '../messages/sasl-authenticate-response.ts';

export { SaslAuthenticateRequest } from '../messages/sasl-authenticate-request.ts';
export { SaslAuthenticateResponse } from '../messages/sasl-authenticate-response.ts';

export const SaslAuthenticate: Api<SaslAuthenticateRequest, SaslAuthenticateResponse> = {
  key: 36,
  name: 'SaslAuthenticate',
  versions: [0, 2],
  latestUnstable: false,
  request: SaslAuthenticateRequest,
  response: SaslAuthenticateResponse,
};
