// CreatePartitions: API 37, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { CreatePartitionsRequest } from '../messages/create-partitions-request.ts';
import { CreatePartitionsResponse } from '../messages/create-partitions-response.ts';

export {
  CreatePartitionsRequest,
  createCreatePartitionsTopic,
  type CreatePartitionsTopic,
  createCreatePartitionsAssignment,
  type CreatePartitionsAssignment,
} from '../messages/create-partitions-request.ts';
export {
  CreatePartitionsResponse,
  createCreatePartitionsTopicResult,
  type CreatePartitionsTopicResult,
} from '../messages/create-partitions-response.ts';

export const CreatePartitions: Api<CreatePartitionsRequest, CreatePartitionsResponse> = {
  key: 37,
  name: 'CreatePartitions',
  versions: [0, 3],
  latestUnstable: false,
  request: CreatePartitionsRequest,
  response: CreatePartitionsResponse,
};
