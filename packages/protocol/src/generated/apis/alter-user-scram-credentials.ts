// AlterUserScramCredentials: API 51, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { AlterUserScramCredentialsRequest } from '../messages/alter-user-scram-credentials-request.ts';
import { AlterUserScramCredentialsResponse } from '../messages/alter-user-scram-credentials-response.ts';

export {
  AlterUserScramCredentialsRequest,
  createScramCredentialDeletion,
  type ScramCredentialDeletion,
  createScramCredentialUpsertion,
  type ScramCredentialUpsertion,
} from '../messages/alter-user-scram-credentials-request.ts';
export {
  AlterUserScramCredentialsResponse,
  createAlterUserScramCredentialsResult,
  type AlterUserScramCredentialsResult,
} from '../messages/alter-user-scram-credentials-response.ts';

export const AlterUserScramCredentials: Api<
  AlterUserScramCredentialsRequest,
  AlterUserScramCredentialsResponse
> = {
  key: 51,
  name: 'AlterUserScramCredentials',
  versions: [0, 0],
  latestUnstable: false,
  request: AlterUserScramCredentialsRequest,
  response: AlterUserScramCredentialsResponse,
};
