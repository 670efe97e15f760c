// RenewDelegationToken: API 39, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { RenewDelegationTokenRequest } from '../messages/renew-delegation-token-request.ts';
import { RenewDelegationTokenResponse } from '../messages/renew-delegation-token-response.ts';

export { RenewDelegationTokenRequest } from '../messages/renew-delegation-token-request.ts';
export { RenewDelegationTokenResponse } from '../messages/renew-delegation-token-response.ts';

export const RenewDelegationToken: Api<
  RenewDelegationTokenRequest,
  RenewDelegationTokenResponse
> = {
  key: 39,
  name: 'RenewDelegationToken',
  versions: [1, 2],
  latestUnstable: false,
  request: RenewDelegationTokenRequest,
  response: RenewDelegationTokenResponse,
};
