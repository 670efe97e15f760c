// OffsetCommit: API 8, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { OffsetCommitRequest } from '../messages/offset-commit-request.ts';
import { OffsetCommitResponse } from '../messages/offset-commit-response.ts';

export {
  OffsetCommitRequest,
  createOffsetCommitRequestTopic,
  type OffsetCommitRequestTopic,
  createOffsetCommitRequestPartition,
  type OffsetCommitRequestPartition,
} from '../messages/offset-commit-request.ts';
export {
  OffsetCommitResponse,
  createOffsetCommitResponseTopic,
  type OffsetCommitResponseTopic,
  createOffsetCommitResponsePartition,
  type OffsetCommitResponsePartition,
} from '../messages/offset-commit-response.ts';

export const OffsetCommit: Api<OffsetCommitRequest, OffsetCommitResponse> = {
  key: 8,
  name: 'OffsetCommit',
  versions: [2, 10],
  latestUnstable: false,
  request: OffsetCommitRequest,
  response: OffsetCommitResponse,
};
