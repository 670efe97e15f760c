// DescribeTransactions: API 65, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { DescribeTransactionsRequest } from '../messages/describe-transactions-request.ts';
import { DescribeTransactionsResponse } from '../messages/describe-transactions-response.ts';

export { DescribeTransactionsRequest } from '../messages/describe-transactions-request.ts';
export {
  DescribeTransactionsResponse,
  createTransactionState,
  type TransactionState,
  createTopicData,
  type TopicData,
} from '../messages/describe-transactions-response.ts';

export const DescribeTransactions: Api<
  DescribeTransactionsRequest,
  DescribeTransactionsResponse
> = {
  key: 65,
  name: 'DescribeTransactions',
  versions: [0, 0],
  latestUnstable: false,
  request: DescribeTransactionsRequest,
  response: DescribeTransactionsResponse,
};
