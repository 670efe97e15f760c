// ElectLeaders: API 43, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { ElectLeadersRequest } from '../messages/elect-leaders-request.ts';
import { ElectLeadersResponse } from '../messages/elect-leaders-response.ts';

export {
  ElectLeadersRequest,
  createTopicPartitions,
  type TopicPartitions,
} from '../messages/elect-leaders-request.ts';
export {
  ElectLeadersResponse,
  createReplicaElectionResult,
  type ReplicaElectionResult,
  createPartitionResult,
  type PartitionResult,
} from '../messages/elect-leaders-response.ts';

export const ElectLeaders: Api<ElectLeadersRequest, ElectLeadersResponse> = {
  key: 43,
  name: 'ElectLeaders',
  versions: [0, 2],
  latestUnstable: false,
  request: ElectLeadersRequest,
  response: ElectLeadersResponse,
};
