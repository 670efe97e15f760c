// ShareGroupDescribe: API 77, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { ShareGroupDescribeRequest } from '../messages/share-group-describe-request.ts';
import { ShareGroupDescribeResponse } from '../messages/share-group-describe-response.ts';

export { ShareGroupDescribeRequest } from '../messages/share-group-describe-request.ts';
export {
  ShareGroupDescribeResponse,
  createDescribedGroup,
  type DescribedGroup,
  createMember,
  type Member,
  createTopicPartitions,
  type TopicPartitions,
  createAssignment,
  type Assignment,
} from '../messages/share-group-describe-response.ts';

export const ShareGroupDescribe: Api<ShareGroupDescribeRequest, ShareGroupDescribeResponse> = {
  key: 77,
  name: 'ShareGroupDescribe',
  versions: [1, 1],
  latestUnstable: false,
  request: ShareGroupDescribeRequest,
  response: ShareGroupDescribeResponse,
};
