// OffsetDelete: API 47, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { OffsetDeleteRequest } from '../messages/offset-delete-request.ts';
import { OffsetDeleteResponse } from '../messages/offset-delete-response.ts';

export {
  OffsetDeleteRequest,
  createOffsetDeleteRequestTopic,
  type OffsetDeleteRequestTopic,
  createOffsetDeleteRequestPartition,
  type OffsetDeleteRequestPartition,
} from '../messages/offset-delete-request.ts';
export {
  OffsetDeleteResponse,
  createOffsetDeleteResponseTopic,
  type OffsetDeleteResponseTopic,
  createOffsetDeleteResponsePartition,
  type OffsetDeleteResponsePartition,
} from '../messages/offset-delete-response.ts';

export const OffsetDelete: Api<OffsetDeleteRequest, OffsetDeleteResponse> = {
  key: 47,
  name: 'OffsetDelete',
  versions: [0, 0],
  latestUnstable: false,
  request: OffsetDeleteRequest,
  response: OffsetDeleteResponse,
};
