// AddOffsetsToTxn: API 25, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { AddOffsetsToTxnRequest } from '../messages/add-offsets-to-txn-request.ts';
import { AddOffsetsToTxnResponse } from '../messages/add-offsets-to-txn-response.ts';

export { AddOffsetsToTxnRequest } from '../messages/add-offsets-to-txn-request.ts';
export { AddOffsetsToTxnResponse } from '../messages/add-offsets-to-txn-response.ts';

export const AddOffsetsToTxn: Api<AddOffsetsToTxnRequest, AddOffsetsToTxnResponse> = {
  key: 25,
  name: 'AddOffsetsToTxn',
  versions: [0, 4],
  latestUnstable: false,
  request: AddOffsetsToTxnRequest,
  response: AddOffsetsToTxnResponse,
};
