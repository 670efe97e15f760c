// AlterPartitionReassignments: API 45, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { AlterPartitionReassignmentsRequest } from '../messages/alter-partition-reassignments-request.ts';
import { AlterPartitionReassignmentsResponse } from '../messages/alter-partition-reassignments-response.ts';

export {
  AlterPartitionReassignmentsRequest,
  createReassignableTopic,
  type ReassignableTopic,
  createReassignablePartition,
  type ReassignablePartition,
} from '../messages/alter-partition-reassignments-request.ts';
export {
  AlterPartitionReassignmentsResponse,
  createReassignableTopicResponse,
  type ReassignableTopicResponse,
  createReassignablePartitionResponse,
  type ReassignablePartitionResponse,
} from '../messages/alter-partition-reassignments-response.ts';

export const AlterPartitionReassignments: Api<
  AlterPartitionReassignmentsRequest,
  AlterPartitionReassignmentsResponse
> = {
  key: 45,
  name: 'AlterPartitionReassignments',
  versions: [0, 1],
  latestUnstable: false,
  request: AlterPartitionReassignmentsRequest,
  response: AlterPartitionReassignmentsResponse,
};
