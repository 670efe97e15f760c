// ShareAcknowledge: API 79, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { ShareAcknowledgeRequest } from '../messages/share-acknowledge-request.ts';
import { ShareAcknowledgeResponse } from '../messages/share-acknowledge-response.ts';

export {
  ShareAcknowledgeRequest,
  createAcknowledgeTopic,
  type AcknowledgeTopic,
  createAcknowledgePartition,
  type AcknowledgePartition,
  createAcknowledgementBatch,
  type AcknowledgementBatch,
} from '../messages/share-acknowledge-request.ts';
export {
  ShareAcknowledgeResponse,
  createShareAcknowledgeTopicResponse,
  type ShareAcknowledgeTopicResponse,
  createPartitionData,
  type PartitionData,
  createLeaderIdAndEpoch,
  type LeaderIdAndEpoch,
  createNodeEndpoint,
  type NodeEndpoint,
} from '../messages/share-acknowledge-response.ts';

export const ShareAcknowledge: Api<ShareAcknowledgeRequest, ShareAcknowledgeResponse> = {
  key: 79,
  name: 'ShareAcknowledge',
  versions: [1, 2],
  latestUnstable: false,
  request: ShareAcknowledgeRequest,
  response: ShareAcknowledgeResponse,
};
