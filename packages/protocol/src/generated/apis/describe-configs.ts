// DescribeConfigs: API 32, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { DescribeConfigsRequest } from '../messages/describe-configs-request.ts';
import { DescribeConfigsResponse } from '../messages/describe-configs-response.ts';

export {
  DescribeConfigsRequest,
  createDescribeConfigsResource,
  type DescribeConfigsResource,
} from '../messages/describe-configs-request.ts';
export {
  DescribeConfigsResponse,
  createDescribeConfigsResult,
  type DescribeConfigsResult,
  createDescribeConfigsResourceResult,
  type DescribeConfigsResourceResult,
  createDescribeConfigsSynonym,
  type DescribeConfigsSynonym,
} from '../messages/describe-configs-response.ts';

export const DescribeConfigs: Api<DescribeConfigsRequest, DescribeConfigsResponse> = {
  key: 32,
  name: 'DescribeConfigs',
  versions: [1, 4],
  latestUnstable: false,
  request: DescribeConfigsRequest,
  response: DescribeConfigsResponse,
};
