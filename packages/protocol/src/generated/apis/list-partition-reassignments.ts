// ListPartitionReassignments: API 46, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { ListPartitionReassignmentsRequest } from '../messages/list-partition-reassignments-request.ts';
import { ListPartitionReassignmentsResponse } from '../messages/list-partition-reassignments-response.ts';

export {
  ListPartitionReassignmentsRequest,
  createListPartitionReassignmentsTopics,
  type ListPartitionReassignmentsTopics,
} from '../messages/list-partition-reassignments-request.ts';
export {
  ListPartitionReassignmentsResponse,
  createOngoingTopicReassignment,
  type OngoingTopicReassignment,
  createOngoingPartitionReassignment,
  type OngoingPartitionReassignment,
} from '../messages/list-partition-reassignments-response.ts';

export const ListPartitionReassignments: Api<
  ListPartitionReassignmentsRequest,
  ListPartitionReassignmentsResponse
> = {
  key: 46,
  name: 'ListPartitionReassignments',
  versions: [0, 0],
  latestUnstable: false,
  request: ListPartitionReassignmentsRequest,
  response: ListPartitionReassignmentsResponse,
};
