// TxnOffsetCommit: API 28, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { TxnOffsetCommitRequest } from '../messages/txn-offset-commit-request.ts';
import { TxnOffsetCommitResponse } from '../messages/txn-offset-commit-response.ts';

export {
  TxnOffsetCommitRequest,
  createTxnOffsetCommitRequestTopic,
  type TxnOffsetCommitRequestTopic,
  createTxnOffsetCommitRequestPartition,
  type TxnOffsetCommitRequestPartition,
} from '../messages/txn-offset-commit-request.ts';
export {
  TxnOffsetCommitResponse,
  createTxnOffsetCommitResponseTopic,
  type TxnOffsetCommitResponseTopic,
  createTxnOffsetCommitResponsePartition,
  type TxnOffsetCommitResponsePartition,
} from '../messages/txn-offset-commit-response.ts';

export const TxnOffsetCommit: Api<TxnOffsetCommitRequest, TxnOffsetCommitResponse> = {
  key: 28,
  name: 'TxnOffsetCommit',
  versions: [0, 5],
  latestUnstable: false,
  request: TxnOffsetCommitRequest,
  response: TxnOffsetCommitResponse,
};
