// OffsetForLeaderEpoch: API 23, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { OffsetForLeaderEpochRequest } from '../messages/offset-for-leader-epoch-request.ts';
import { OffsetForLeaderEpochResponse } from '../messages/offset-for-leader-epoch-response.ts';

export {
  OffsetForLeaderEpochRequest,
  createOffsetForLeaderTopic,
  type OffsetForLeaderTopic,
  createOffsetForLeaderPartition,
  type OffsetForLeaderPartition,
} from '../messages/offset-for-leader-epoch-request.ts';
export {
  OffsetForLeaderEpochResponse,
  createOffsetForLeaderTopicResult,
  type OffsetForLeaderTopicResult,
  createEpochEndOffset,
  type EpochEndOffset,
} from '../messages/offset-for-leader-epoch-response.ts';

export const OffsetForLeaderEpoch: Api<
  OffsetForLeaderEpochRequest,
  OffsetForLeaderEpochResponse
> = {
  key: 23,
  name: 'OffsetForLeaderEpoch',
  versions: [2, 4],
  latestUnstable: false,
  request: OffsetForLeaderEpochRequest,
  response: OffsetForLeaderEpochResponse,
};
