// WriteShareGroupState: API 85, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { WriteShareGroupStateRequest } from '../messages/write-share-group-state-request.ts';
import { WriteShareGroupStateResponse } from '../messages/write-share-group-state-response.ts';

export {
  WriteShareGroupStateRequest,
  createWriteStateData,
  type WriteStateData,
  createPartitionData,
  type PartitionData,
  createStateBatch,
  type StateBatch,
} from '../messages/write-share-group-state-request.ts';
export {
  WriteShareGroupStateResponse,
  createWriteStateResult,
  type WriteStateResult,
  createPartitionResult,
  type PartitionResult,
} from '../messages/write-share-group-state-response.ts';

export const WriteShareGroupState: Api<
  WriteShareGroupStateRequest,
  WriteShareGroupStateResponse
> = {
  key: 85,
  name: 'WriteShareGroupState',
  versions: [0, 1],
  latestUnstable: false,
  request: WriteShareGroupStateRequest,
  response: WriteShareGroupStateResponse,
};
