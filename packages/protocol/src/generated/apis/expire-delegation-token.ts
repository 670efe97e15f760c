// ExpireDelegationToken: API 40, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { ExpireDelegationTokenRequest } from '../messages/expire-delegation-token-request.ts';
import { ExpireDelegationTokenResponse } from '../messages/expire-delegation-token-response.ts';

export { ExpireDelegationTokenRequest } from '../messages/expire-delegation-token-request.ts';
export { ExpireDelegationTokenResponse } from '../messages/expire-delegation-token-response.ts';

export const ExpireDelegationToken: Api<
  ExpireDelegationTokenRequest,
  ExpireDelegationTokenResponse
> = {
  key: 40,
  name: 'ExpireDelegationToken',
  versions: [1, 2],
  latestUnstable: false,
  request: ExpireDelegationTokenRequest,
  response: ExpireDelegationTokenResponse,
};
