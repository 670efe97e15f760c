// ShareFetch: API 78, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { ShareFetchRequest } from '../messages/share-fetch-request.ts';
import { ShareFetchResponse } from '../messages/share-fetch-response.ts';

export {
  ShareFetchRequest,
  createFetchTopic,
  type FetchTopic,
  createFetchPartition,
  type FetchPartition,
  createAcknowledgementBatch,
  type AcknowledgementBatch,
  createForgottenTopic,
  type ForgottenTopic,
} from '../messages/share-fetch-request.ts';
export {
  ShareFetchResponse,
  createShareFetchableTopicResponse,
  type ShareFetchableTopicResponse,
  createPartitionData,
  type PartitionData,
  createLeaderIdAndEpoch,
  type LeaderIdAndEpoch,
  createAcquiredRecords,
  type AcquiredRecords,
  createNodeEndpoint,
  type NodeEndpoint,
} from '../messages/share-fetch-response.ts';

export const ShareFetch: Api<ShareFetchRequest, ShareFetchResponse> = {
  key: 78,
  name: 'ShareFetch',
  versions: [1, 2],
  latestUnstable: false,
  request: ShareFetchRequest,
  response: ShareFetchResponse,
};
