// DescribeShareGroupOffsets: API 90, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { DescribeShareGroupOffsetsRequest } from '../messages/describe-share-group-offsets-request.ts';
import { DescribeShareGroupOffsetsResponse } from '../messages/describe-share-group-offsets-response.ts';

export {
  DescribeShareGroupOffsetsRequest,
  createDescribeShareGroupOffsetsRequestGroup,
  type DescribeShareGroupOffsetsRequestGroup,
  createDescribeShareGroupOffsetsRequestTopic,
  type DescribeShareGroupOffsetsRequestTopic,
} from '../messages/describe-share-group-offsets-request.ts';
export {
  DescribeShareGroupOffsetsResponse,
  createDescribeShareGroupOffsetsResponseGroup,
  type DescribeShareGroupOffsetsResponseGroup,
  createDescribeShareGroupOffsetsResponseTopic,
  type DescribeShareGroupOffsetsResponseTopic,
  createDescribeShareGroupOffsetsResponsePartition,
  type DescribeShareGroupOffsetsResponsePartition,
} from '../messages/describe-share-group-offsets-response.ts';

export const DescribeShareGroupOffsets: Api<
  DescribeShareGroupOffsetsRequest,
  DescribeShareGroupOffsetsResponse
> = {
  key: 90,
  name: 'DescribeShareGroupOffsets',
  versions: [0, 1],
  latestUnstable: false,
  request: DescribeShareGroupOffsetsRequest,
  response: DescribeShareGroupOffsetsResponse,
};
