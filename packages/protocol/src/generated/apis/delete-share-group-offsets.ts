// DeleteShareGroupOffsets: API 92, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { DeleteShareGroupOffsetsRequest } from '../messages/delete-share-group-offsets-request.ts';
import { DeleteShareGroupOffsetsResponse } from '../messages/delete-share-group-offsets-response.ts';

export {
  DeleteShareGroupOffsetsRequest,
  createDeleteShareGroupOffsetsRequestTopic,
  type DeleteShareGroupOffsetsRequestTopic,
} from '../messages/delete-share-group-offsets-request.ts';
export {
  DeleteShareGroupOffsetsResponse,
  createDeleteShareGroupOffsetsResponseTopic,
  type DeleteShareGroupOffsetsResponseTopic,
} from '../messages/delete-share-group-offsets-response.ts';

export const DeleteShareGroupOffsets: Api<
  DeleteShareGroupOffsetsRequest,
  DeleteShareGroupOffsetsResponse
> = {
  key: 92,
  name: 'DeleteShareGroupOffsets',
  versions: [0, 0],
  latestUnstable: false,
  request: DeleteShareGroupOffsetsRequest,
  response: DeleteShareGroupOffsetsResponse,
};
