// DeleteRecords: API 21, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { DeleteRecordsRequest } from '../messages/delete-records-request.ts';
import { DeleteRecordsResponse } from '../messages/delete-records-response.ts';

export {
  DeleteRecordsRequest,
  createDeleteRecordsTopic,
  type DeleteRecordsTopic,
  createDeleteRecordsPartition,
  type DeleteRecordsPartition,
} from '../messages/delete-records-request.ts';
export {
  DeleteRecordsResponse,
  createDeleteRecordsTopicResult,
  type DeleteRecordsTopicResult,
  createDeleteRecordsPartitionResult,
  type DeleteRecordsPartitionResult,
} from '../messages/delete-records-response.ts';

export const DeleteRecords: Api<DeleteRecordsRequest, DeleteRecordsResponse> = {
  key: 21,
  name: 'DeleteRecords',
  versions: [0, 2],
  latestUnstable: false,
  request: DeleteRecordsRequest,
  response: DeleteRecordsResponse,
};
