// AssignReplicasToDirs (api 73): a broker says in which log directory each of its replicas is.
// Source: KIP-858.

import { ErrorCode, KafkaError, type Outcome, type Uuid } from '@samsa/common';
import {
  type AssignReplicasToDirsRequest,
  type AssignReplicasToDirsResponse,
} from '@samsa/protocol/apis/assign-replicas-to-dirs';
import { type MetadataRecord } from '@samsa/protocol/metadata-record';

import { type BrokerRegistration } from '../image/broker-registration.ts';
import { type ControllerState } from './controller-state.ts';
import { leaderAndIsrUpdate } from './leader-and-isr.ts';
import { partitionChange } from './partition-change.ts';

export function assignReplicasToDirs(
  state: ControllerState,
  request: AssignReplicasToDirsRequest,
): Outcome<MetadataRecord, AssignReplicasToDirsResponse> {
  if (!state.image.features.metadataVersion.isDirectoryAssignmentSupported) {
    throw new KafkaError(
      ErrorCode.UNSUPPORTED_VERSION,
      'Directory assignment is not supported yet.',
    );
  }
  const broker = state.brokerWithEpoch(request.brokerId, request.brokerEpoch);
  const records: MetadataRecord[] = [];
  const directories = request.directories.map(({ id, topics }) => ({
    id,
    topics: topics.map(({ topicId, partitions }) => ({
      topicId,
      partitions: partitions.map(({ partitionIndex }) => ({
        partitionIndex,
        errorCode: assignOne(state, broker, id, topicId, partitionIndex, records),
      })),
    })),
  }));
  return { records, response: { throttleTimeMs: 0, errorCode: ErrorCode.NONE, directories } };
}

function assignOne(
  state: ControllerState,
  broker: BrokerRegistration,
  directory: Uuid,
  topicId: Uuid,
  index: number,
  records: MetadataRecord[],
): ErrorCode {
  const topic = state.image.topics.byId(topicId);
  if (topic === undefined) return ErrorCode.UNKNOWN_TOPIC_ID;
  const partition = topic.partition(index);
  if (partition === undefined) return ErrorCode.UNKNOWN_TOPIC_OR_PARTITION;
  if (!partition.replicas.includes(broker.id)) return ErrorCode.NOT_LEADER_OR_FOLLOWER;

  const record = partitionChange(
    topicId,
    index,
    partition,
    { directory: { brokerId: broker.id, id: directory } },
    state.surroundingsOf(topic, partition),
  );
  if (record !== undefined) records.push(record);
  if (!broker.directories.includes(directory)) {
    // The replica is in a directory that has failed: it is as good as gone.
    const update = leaderAndIsrUpdate(state, { removed: broker.id }, topic, index, partition);
    if (update !== undefined) records.push(update);
  }
  return ErrorCode.NONE;
}
