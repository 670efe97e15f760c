// AlterShareGroupOffsets: API 91, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { AlterShareGroupOffsetsRequest } from '../messages/alter-share-group-offsets-request.ts';
import { AlterShareGroupOffsetsResponse } from '../messages/alter-share-group-offsets-response.ts';

export {
  AlterShareGroupOffsetsRequest,
  createAlterShareGroupOffsetsRequestTopic,
  type AlterShareGroupOffsetsRequestTopic,
  createAlterShareGroupOffsetsRequestPartition,
  type AlterShareGroupOffsetsRequestPartition,
} from '../messages/alter-share-group-offsets-request.ts';
export {
  AlterShareGroupOffsetsResponse,
  createAlterShareGroupOffsetsResponseTopic,
  type AlterShareGroupOffsetsResponseTopic,
  createAlterShareGroupOffsetsResponsePartition,
  type AlterShareGroupOffsetsResponsePartition,
} from '../messages/alter-share-group-offsets-response.ts';

export const AlterShareGroupOffsets: Api<
  AlterShareGroupOffsetsRequest,
  AlterShareGroupOffsetsResponse
> = {
  key: 91,
  name: 'AlterShareGroupOffsets',
  versions: [0, 0],
  latestUnstable: false,
  request: AlterShareGroupOffsetsRequest,
  response: AlterShareGroupOffsetsResponse,
};
