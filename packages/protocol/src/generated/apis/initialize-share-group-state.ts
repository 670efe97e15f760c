// InitializeShareGroupState: API 83, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { InitializeShareGroupStateRequest } from '../messages/initialize-share-group-state-request.ts';
import { InitializeShareGroupStateResponse } from '../messages/initialize-share-group-state-response.ts';

export {
  InitializeShareGroupStateRequest,
  createInitializeStateData,
  type InitializeStateData,
  createPartitionData,
  type PartitionData,
} from '../messages/initialize-share-group-state-request.ts';
export {
  InitializeShareGroupStateResponse,
  createInitializeStateResult,
  type InitializeStateResult,
  createPartitionResult,
  type PartitionResult,
} from '../messages/initialize-share-group-state-response.ts';

export const InitializeShareGroupState: Api<
  InitializeShareGroupStateRequest,
  InitializeShareGroupStateResponse
> = {
  key: 83,
  name: 'InitializeShareGroupState',
  versions: [0, 0],
  latestUnstable: false,
  request: InitializeShareGroupStateRequest,
  response: InitializeShareGroupStateResponse,
};
