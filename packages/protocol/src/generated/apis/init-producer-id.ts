// InitProducerId: API 22, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { InitProducerIdRequest } from '../messages/init-producer-id-request.ts';
import { InitProducerIdResponse } from '../messages/init-producer-id-response.ts';

export { InitProducerIdRequest } from '../messages/init-producer-id-request.ts';
export { InitProducerIdResponse } from '../messages/init-producer-id-response.ts';

export const InitProducerId: Api<InitProducerIdRequest, InitProducerIdResponse> = {
  key: 22,
  name: 'InitProducerId',
  versions: [0, 5],
  latestUnstable: true,
  request: InitProducerIdRequest,
  response: InitProducerIdResponse,
};
