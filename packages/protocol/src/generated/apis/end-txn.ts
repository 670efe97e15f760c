// EndTxn: API 26, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { EndTxnRequest } from '../messages/end-txn-request.ts';
import { EndTxnResponse } from '../messages/end-txn-response.ts';

export { EndTxnRequest } from '../messages/end-txn-request.ts';
export { EndTxnResponse } from '../messages/end-txn-response.ts';

export const EndTxn: Api<EndTxnRequest, EndTxnResponse> = {
  key: 26,
  name: 'EndTxn',
  versions: [0, 5],
  latestUnstable: false,
  request: EndTxnRequest,
  response: EndTxnResponse,
};
