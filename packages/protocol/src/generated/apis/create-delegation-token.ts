// CreateDelegationToken: API 38, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { CreateDelegationTokenRequest } from '../messages/create-delegation-token-request.ts';
import { CreateDelegationTokenResponse } from '../messages/create-delegation-token-response.ts';

export {
  CreateDelegationTokenRequest,
  createCreatableRenewers,
  type CreatableRenewers,
} from '../messages/create-delegation-token-request.ts';
export { CreateDelegationTokenResponse } from '../messages/create-delegation-token-response.ts';

export const CreateDelegationToken: Api<
  CreateDelegationTokenRequest,
  CreateDelegationTokenResponse
> = {
  key: 38,
  name: 'CreateDelegationToken',
  versions: [1, 3],
  latestUnstable: false,
  request: CreateDelegationTokenRequest,
  response: CreateDelegationTokenResponse,
};
