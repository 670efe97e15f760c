// ReadShareGroupStateSummary: API 87, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { ReadShareGroupStateSummaryRequest } from '../messages/read-share-group-state-summary-request.ts';
import { ReadShareGroupStateSummaryResponse } from '../messages/read-share-group-state-summary-response.ts';

export {
  ReadShareGroupStateSummaryRequest,
  createReadStateSummaryData,
  type ReadStateSummaryData,
  createPartitionData,
  type PartitionData,
} from '../messages/read-share-group-state-summary-request.ts';
export {
  ReadShareGroupStateSummaryResponse,
  createReadStateSummaryResult,
  type ReadStateSummaryResult,
  createPartitionResult,
  type PartitionResult,
} from '../messages/read-share-group-state-summary-response.ts';

export const ReadShareGroupStateSummary: Api<
  ReadShareGroupStateSummaryRequest,
  ReadShareGroupStateSummaryResponse
> = {
  key: 87,
  name: 'ReadShareGroupStateSummary',
  versions: [0, 1],
  latestUnstable: false,
  request: ReadShareGroupStateSummaryRequest,
  response: ReadShareGroupStateSummaryResponse,
};
