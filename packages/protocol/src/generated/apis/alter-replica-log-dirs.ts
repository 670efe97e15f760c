// AlterReplicaLogDirs: API 34, its request and its response.
// Generated from their schemas by generator/main.ts.

import { type Api } from '../../message-codec.ts';
import { AlterReplicaLogDirsRequest } from '../messages/alter-replica-log-dirs-request.ts';
import { AlterReplicaLogDirsResponse } from '../messages/alter-replica-log-dirs-response.ts';

export {
  AlterReplicaLogDirsRequest,
  createAlterReplicaLogDir,
  type AlterReplicaLogDir,
  createAlterReplicaLogDirTopic,
  type AlterReplicaLogDirTopic,
} from '../messages/alter-replica-log-dirs-request.ts';
export {
  AlterReplicaLogDirsResponse,
  createAlterReplicaLogDirTopicResult,
  type AlterReplicaLogDirTopicResult,
  createAlterReplicaLogDirPartitionResult,
  type AlterReplicaLogDirPartitionResult,
} from '../messages/alter-replica-log-dirs-response.ts';

export const AlterReplicaLogDirs: Api<AlterReplicaLogDirsRequest, AlterReplicaLogDirsResponse> = {
  key: 34,
  name: 'AlterReplicaLogDirs',
  versions: [1, 2],
  latestUnstable: false,
  request: AlterReplicaLogDirsRequest,
  response: AlterReplicaLogDirsResponse,
};
