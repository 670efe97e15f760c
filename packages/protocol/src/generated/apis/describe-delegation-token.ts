// DescribeDelegationToken: API 41, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { DescribeDelegationTokenRequest } from '../messages/describe-delegation-token-request.ts';
import { DescribeDelegationTokenResponse } from '../messages/describe-delegation-token-response.ts';

export {
  DescribeDelegationTokenRequest,
  createDescribeDelegationTokenOwner,
  type DescribeDelegationTokenOwner,
} from '../messages/describe-delegation-token-request.ts';
export {
  DescribeDelegationTokenResponse,
  createDescribedDelegationToken,
  type DescribedDelegationToken,
  createDescribedDelegationTokenRenewer,
  type DescribedDelegationTokenRenewer,
} from '../messages/describe-delegation-token-response.ts';

export const DescribeDelegationToken: Api<
  DescribeDelegationTokenRequest,
  DescribeDelegationTokenResponse
> = {
  key: 41,
  name: 'DescribeDelegationToken',
  versions: [1, 3],
  latestUnstable: false,
  request: DescribeDelegationTokenRequest,
  response: DescribeDelegationTokenResponse,
};
