// ControllerRegistration: API 70, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { ControllerRegistrationRequest } from '../messages/controller-registration-request.ts';
import { ControllerRegistrationResponse } from '../messages/controller-registration-response.ts';

export {
  ControllerRegistrationRequest,
  createListener,
  type Listener,
  createFeature,
  type Feature,
} from '../messages/controller-registration-request.ts';
export { ControllerRegistrationResponse } from '../messages/controller-registration-response.ts';

export const ControllerRegistration: Api<
  ControllerRegistrationRequest,
  ControllerRegistrationResponse
> = {
  key: 70,
  name: 'ControllerRegistration',
  versions: [0, 0],
  latestUnstable: false,
  request: ControllerRegistrationRequest,
  response: ControllerRegistrationResponse,
};
