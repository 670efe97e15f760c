// Envelope: API 58, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { EnvelopeRequest } from '../messages/envelope-request.ts';
import { EnvelopeResponse } from '../messages/envelope-response.ts';

export { EnvelopeRequest } from '../messages/envelope-request.ts';
export { EnvelopeResponse } from '../messages/envelope-response.ts';

export const Envelope: Api<EnvelopeRequest, EnvelopeResponse> = {
  key: 58,
  name: 'Envelope',
  versions: [0, 0],
  latestUnstable: false,
  request: EnvelopeRequest,
  response: EnvelopeResponse,
};
