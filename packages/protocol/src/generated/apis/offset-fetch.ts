// OffsetFetch: API 9, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { OffsetFetchRequest } from '../messages/offset-fetch-request.ts';
import { OffsetFetchResponse } from '../messages/offset-fetch-response.ts';

export {
  OffsetFetchRequest,
  createOffsetFetchRequestTopic,
  type OffsetFetchRequestTopic,
  createOffsetFetchRequestGroup,
  type OffsetFetchRequestGroup,
  createOffsetFetchRequestTopics,
  type OffsetFetchRequestTopics,
} from '../messages/offset-fetch-request.ts';
export {
  OffsetFetchResponse,
  createOffsetFetchResponseTopic,
  type OffsetFetchResponseTopic,
  createOffsetFetchResponsePartition,
  type OffsetFetchResponsePartition,
  createOffsetFetchResponseGroup,
  type OffsetFetchResponseGroup,
  createOffsetFetchResponseTopics,
  type OffsetFetchResponseTopics,
  createOffsetFetchResponsePartitions,
  type OffsetFetchResponsePartitions,
} from '../messages/offset-fetch-response.ts';

export const OffsetFetch: Api<OffsetFetchRequest, OffsetFetchResponse> = {
  key: 9,
  name: 'OffsetFetch',
  versions: [1, 10],
  latestUnstable: false,
  request: OffsetFetchRequest,
  response: OffsetFetchResponse,
};
