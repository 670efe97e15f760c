// ListOffsets: API 2, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { ListOffsetsRequest } from '../messages/list-offsets-request.ts';
import { ListOffsetsResponse } from '../messages/list-offsets-response.ts';

export {
  ListOffsetsRequest,
  createListOffsetsTopic,
  type ListOffsetsTopic,
  createListOffsetsPartition,
  type ListOffsetsPartition,
} from '../messages/list-offsets-request.ts';
export {
  ListOffsetsResponse,
  createListOffsetsTopicResponse,
  type ListOffsetsTopicResponse,
  createListOffsetsPartitionResponse,
  type ListOffsetsPartitionResponse,
} from '../messages/list-offsets-response.ts';

export const ListOffsets: Api<ListOffsetsRequest, ListOffsetsResponse> = {
  key: 2,
  name: 'ListOffsets',
  versions: [1, 11],
  latestUnstable: false,
  request: ListOffsetsRequest,
  response: ListOffsetsResponse,
};
