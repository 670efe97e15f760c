// FetchSnapshot: API 59, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { FetchSnapshotRequest } from '../messages/fetch-snapshot-request.ts';
import { FetchSnapshotResponse } from '../messages/fetch-snapshot-response.ts';

export {
  FetchSnapshotRequest,
  createTopicSnapshot as createRequestTopicSnapshot,
  type TopicSnapshot as RequestTopicSnapshot,
  createPartitionSnapshot as createRequestPartitionSnapshot,
  type PartitionSnapshot as RequestPartitionSnapshot,
  createSnapshotId as createRequestSnapshotId,
  type SnapshotId as RequestSnapshotId,
} from '../messages/fetch-snapshot-request.ts';
export {
  FetchSnapshotResponse,
  createTopicSnapshot as createResponseTopicSnapshot,
  type TopicSnapshot as ResponseTopicSnapshot,
  createPartitionSnapshot as createResponsePartitionSnapshot,
  type PartitionSnapshot as ResponsePartitionSnapshot,
  createSnapshotId as createResponseSnapshotId,
  type SnapshotId as ResponseSnapshotId,
  createLeaderIdAndEpoch,
  type LeaderIdAndEpoch,
  createNodeEndpoint,
  type NodeEndpoint,
} from '../messages/fetch-snapshot-response.ts';

export const FetchSnapshot: Api<FetchSnapshotRequest, FetchSnapshotResponse> = {
  key: 59,
  name: 'FetchSnapshot',
  versions: [0, 1],
  latestUnstable: false,
  request: FetchSnapshotRequest,
  response: FetchSnapshotResponse,
};
