// CreateAcls: API 30, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { CreateAclsRequest } from '../messages/create-acls-request.ts';
import { CreateAclsResponse } from '../messages/create-acls-response.ts';

export {
  CreateAclsRequest,
  createAclCreation,
  type AclCreation,
} from '../messages/create-acls-request.ts';
export {
  CreateAclsResponse,
  createAclCreationResult,
  type AclCreationResult,
} from '../messages/create-acls-response.ts';

export const CreateAcls: Api<CreateAclsRequest, CreateAclsResponse> = {
  key: 30,
  name: 'CreateAcls',
  versions: [1, 3],
  latestUnstable: false,
  request: CreateAclsRequest,
  response: CreateAclsResponse,
};
