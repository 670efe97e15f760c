// DeleteShareGroupState: API 86, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { DeleteShareGroupStateRequest } from '../messages/delete-share-group-state-request.ts';
import { DeleteShareGroupStateResponse } from '../messages/delete-share-group-state-response.ts';

export {
  DeleteShareGroupStateRequest,
  createDeleteStateData,
  type DeleteStateData,
  createPartitionData,
  type PartitionData,
} from '../messages/delete-share-group-state-request.ts';
export {
  DeleteShareGroupStateResponse,
  createDeleteStateResult,
  type DeleteStateResult,
  createPartitionResult,
  type PartitionResult,
} from '../messages/delete-share-group-state-response.ts';

export const DeleteShareGroupState: Api<
  DeleteShareGroupStateRequest,
  DeleteShareGroupStateResponse
> = {
  key: 86,
  name: 'DeleteShareGroupState',
  versions: [0, 0],
  latestUnstable: false,
  request: DeleteShareGroupStateRequest,
  response: DeleteShareGroupStateResponse,
};
