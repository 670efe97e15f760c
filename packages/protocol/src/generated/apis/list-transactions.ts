// ListTransactions: API 66, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { ListTransactionsRequest } from '../messages/list-transactions-request.ts';
import { ListTransactionsResponse } from '../messages/list-transactions-response.ts';

export { ListTransactionsRequest } from '../messages/list-transactions-request.ts';
export {
  ListTransactionsResponse,
  createTransactionState,
  type TransactionState,
} from '../messages/list-transactions-response.ts';

export const ListTransactions: Api<ListTransactionsRequest, ListTransactionsResponse> = {
  key: 66,
  name: 'ListTransactions',
  versions: [0, 2],
  latestUnstable: false,
  request: ListTransactionsRequest,
  response: ListTransactionsResponse,
};
