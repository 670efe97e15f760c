// DescribeGroups: API 15, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { DescribeGroupsRequest } from '../messages/describe-groups-request.ts';
import { DescribeGroupsResponse } from '../messages/describe-groups-response.ts';

export { DescribeGroupsRequest } from '../messages/describe-groups-request.ts';
export {
  DescribeGroupsResponse,
  createDescribedGroup,
  type DescribedGroup,
  createDescribedGroupMember,
  type DescribedGroupMember,
} from '../messages/describe-groups-response.ts';

export const DescribeGroups: Api<DescribeGroupsRequest, DescribeGroupsResponse> = {
  key: 15,
  name: 'DescribeGroups',
  versions: [0, 6],
  latestUnstable: false,
  request: DescribeGroupsRequest,
  response: DescribeGroupsResponse,
};
