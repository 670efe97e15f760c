// AddPartitionsToTxn: API 24, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { AddPartitionsToTxnRequest } from '../messages/add-partitions-to-txn-request.ts';
import { AddPartitionsToTxnResponse } from '../messages/add-partitions-to-txn-response.ts';

export {
  AddPartitionsToTxnRequest,
  createAddPartitionsToTxnTransaction,
  type AddPartitionsToTxnTransaction,
  createAddPartitionsToTxnTopic,
  type AddPartitionsToTxnTopic,
} from '../messages/add-partitions-to-txn-request.ts';
export {
  AddPartitionsToTxnResponse,
  createAddPartitionsToTxnResult,
  type AddPartitionsToTxnResult,
  createAddPartitionsToTxnTopicResult,
  type AddPartitionsToTxnTopicResult,
  createAddPartitionsToTxnPartitionResult,
  type AddPartitionsToTxnPartitionResult,
} from '../messages/add-partitions-to-txn-response.ts';

export const AddPartitionsToTxn: Api<AddPartitionsToTxnRequest, AddPartitionsToTxnResponse> = {
  key: 24,
  name: 'AddPartitionsToTxn',
  versions: [0, 5],
  latestUnstable: false,
  request: AddPartitionsToTxnRequest,
  response: AddPartitionsToTxnResponse,
};
