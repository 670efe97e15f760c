// DescribeAcls: API 29, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { DescribeAclsRequest } from '../messages/describe-acls-request.ts';
import { DescribeAclsResponse } from '../messages/describe-acls-response.ts';

export { DescribeAclsRequest } from '../messages/describe-acls-request.ts';
export {
  DescribeAclsResponse,
  createDescribeAclsResource,
  type DescribeAclsResource,
  createAclDescription,
  type AclDescription,
} from '../messages/describe-acls-response.ts';

export const DescribeAcls: Api<DescribeAclsRequest, DescribeAclsResponse> = {
  key: 29,
  name: 'DescribeAcls',
  versions: [1, 3],
  latestUnstable: false,
  request: DescribeAclsRequest,
  response: DescribeAclsResponse,
};
