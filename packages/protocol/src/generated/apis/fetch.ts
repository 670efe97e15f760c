// Fetch: API 1, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { FetchRequest } from '../messages/fetch-request.ts';
import { FetchResponse } from '../messages/fetch-response.ts';

export {
  FetchRequest,
  createReplicaState,
  type ReplicaState,
  createFetchTopic,
  type FetchTopic,
  createFetchPartition,
  type FetchPartition,
  createForgottenTopic,
  type ForgottenTopic,
} from '../messages/fetch-request.ts';
export {
  FetchResponse,
  createFetchableTopicResponse,
  type FetchableTopicResponse,
  createPartitionData,
  type PartitionData,
  createEpochEndOffset,
  type EpochEndOffset,
  createLeaderIdAndEpoch,
  type LeaderIdAndEpoch,
  createSnapshotId,
  type SnapshotId,
  createAbortedTransaction,
  type AbortedTransaction,
  createNodeEndpoint,
  type NodeEndpoint,
} from '../messages/fetch-response.ts';

export const Fetch: Api<FetchRequest, FetchResponse> = {
  key: 1,
  name: 'Fetch',
  versions: [4, 18],
  latestUnstable: false,
  request: FetchRequest,
  response: FetchResponse,
};
