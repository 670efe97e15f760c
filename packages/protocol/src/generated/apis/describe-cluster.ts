// DescribeCluster: API 60, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { DescribeClusterRequest } from '../messages/describe-cluster-request.ts';
import { DescribeClusterResponse } from '../messages/describe-cluster-response.ts';

export { DescribeClusterRequest } from '../messages/describe-cluster-request.ts';
export {
  DescribeClusterResponse,
  createDescribeClusterBroker,
  type DescribeClusterBroker,
} from '../messages/describe-cluster-response.ts';

export const DescribeCluster: Api<DescribeClusterRequest, DescribeClusterResponse> = {
  key: 60,
  name: 'DescribeCluster',
  versions: [0, 2],
  latestUnstable: false,
  request: DescribeClusterRequest,
  response: DescribeClusterResponse,
};
