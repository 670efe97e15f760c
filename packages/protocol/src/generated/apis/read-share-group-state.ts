// ReadShareGroupState: API 84, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { ReadShareGroupStateRequest } from '../messages/read-share-group-state-request.ts';
import { ReadShareGroupStateResponse } from '../messages/read-share-group-state-response.ts';

export {
  ReadShareGroupStateRequest,
  createReadStateData,
  type ReadStateData,
  createPartitionData,
  type PartitionData,
} from '../messages/read-share-group-state-request.ts';
export {
  ReadShareGroupStateResponse,
  createReadStateResult,
  type ReadStateResult,
  createPartitionResult,
  type PartitionResult,
  createStateBatch,
  type StateBatch,
} from '../messages/read-share-group-state-response.ts';

export const ReadShareGroupState: Api<ReadShareGroupStateRequest, ReadShareGroupStateResponse> = {
  key: 84,
  name: 'ReadShareGroupState',
  versions: [0, 0],
  latestUnstable: false,
  request: ReadShareGroupStateRequest,
  response: ReadShareGroupStateResponse,
};
