// DescribeLogDirs: API 35, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { DescribeLogDirsRequest } from '../messages/describe-log-dirs-request.ts';
import { DescribeLogDirsResponse } from '../messages/describe-log-dirs-response.ts';

export {
  DescribeLogDirsRequest,
  createDescribableLogDirTopic,
  type DescribableLogDirTopic,
} from '../messages/describe-log-dirs-request.ts';
export {
  DescribeLogDirsResponse,
  createDescribeLogDirsResult,
  type DescribeLogDirsResult,
  createDescribeLogDirsTopic,
  type DescribeLogDirsTopic,
  createDescribeLogDirsPartition,
  type DescribeLogDirsPartition,
} from '../messages/describe-log-dirs-response.ts';

export const DescribeLogDirs: Api<DescribeLogDirsRequest, DescribeLogDirsResponse> = {
  key: 35,
  name: 'DescribeLogDirs',
  versions: [1, 5],
  latestUnstable: false,
  request: DescribeLogDirsRequest,
  response: DescribeLogDirsResponse,
};
