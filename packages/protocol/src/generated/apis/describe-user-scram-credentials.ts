// DescribeUserScramCredentials: API 50, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { DescribeUserScramCredentialsRequest } from '../messages/describe-user-scram-credentials-request.ts';
import { DescribeUserScramCredentialsResponse } from '../messages/describe-user-scram-credentials-response.ts';

export {
  DescribeUserScramCredentialsRequest,
  createUserName,
  type UserName,
} from '../messages/describe-user-scram-credentials-request.ts';
export {
  DescribeUserScramCredentialsResponse,
  createDescribeUserScramCredentialsResult,
  type DescribeUserScramCredentialsResult,
  createCredentialInfo,
  type CredentialInfo,
} from '../messages/describe-user-scram-credentials-response.ts';

export const DescribeUserScramCredentials: Api<
  DescribeUserScramCredentialsRequest,
  DescribeUserScramCredentialsResponse
> = {
  key: 50,
  name: 'DescribeUserScramCredentials',
  versions: [0, 0],
  latestUnstable: false,
  request: DescribeUserScramCredentialsRequest,
  response: DescribeUserScramCredentialsResponse,
};
