// AssignReplicasToDirs: API 73, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { AssignReplicasToDirsRequest } from '../messages/assign-replicas-to-dirs-request.ts';
import { AssignReplicasToDirsResponse } from '../messages/assign-replicas-to-dirs-response.ts';

export {
  AssignReplicasToDirsRequest,
  createDirectoryData as createRequestDirectoryData,
  type DirectoryData as RequestDirectoryData,
  createTopicData as createRequestTopicData,
  type TopicData as RequestTopicData,
  createPartitionData as createRequestPartitionData,
  type PartitionData as RequestPartitionData,
} from '../messages/assign-replicas-to-dirs-request.ts';
export {
  AssignReplicasToDirsResponse,
  createDirectoryData as createResponseDirectoryData,
  type DirectoryData as ResponseDirectoryData,
  createTopicData as createResponseTopicData,
  type TopicData as ResponseTopicData,
  createPartitionData as createResponsePartitionData,
  type PartitionData as ResponsePartitionData,
} from '../messages/assign-replicas-to-dirs-response.ts';

export const AssignReplicasToDirs: Api<
  AssignReplicasToDirsRequest,
  AssignReplicasToDirsResponse
> = {
  key: 73,
  name: 'AssignReplicasToDirs',
  versions: [0, 0],
  latestUnstable: false,
  request: AssignReplicasToDirsRequest,
  response: AssignReplicasToDirsResponse,
};
