// DeleteAcls: API 31, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { DeleteAclsRequest } from '../messages/delete-acls-request.ts';
import { DeleteAclsResponse } from '../messages/delete-acls-response.ts';

export {
  DeleteAclsRequest,
  createDeleteAclsFilter,
  type DeleteAclsFilter,
} from '../messages/delete-acls-request.ts';
export {
  DeleteAclsResponse,
  createDeleteAclsFilterResult,
  type DeleteAclsFilterResult,
  createDeleteAclsMatchingAcl,
  type DeleteAclsMatchingAcl,
} from '../messages/delete-acls-response.ts';

export const DeleteAcls: Api<DeleteAclsRequest, DeleteAclsResponse> = {
  key: 31,
  name: 'DeleteAcls',
  versions: [1, 3],
  latestUnstable: false,
  request: DeleteAclsRequest,
  response: DeleteAclsResponse,
};
