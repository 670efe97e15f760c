// AlterPartition (api 56): a leader proposes a new in-sync set; it holds once this is committed.

import { ErrorCode, type Outcome, ZERO_UUID } from '@samsa/common';
import {
  type AlterPartitionRequest,
  type AlterPartitionResponse,
  type RequestPartitionData,
  type ResponsePartitionData,
} from '@samsa/protocol/apis/alter-partition';
import { type MetadataRecord } from '@samsa/protocol/metadata-record';

import {
  LeaderRecoveryState,
  type PartitionRegistration,
} from '../image/partition-registration.ts';
import { SharedLists } from '../image/shared-lists.ts';
import { type TopicImage } from '../image/topics-image.ts';
import { type ControllerState } from './controller-state.ts';
import { partitionChange } from './partition-change.ts';

interface ProposedMember {
  readonly brokerId: number;
  /** −1 from leaders that do not know it; it is not checked then. */
  readonly brokerEpoch: number;
}

export function alterPartition(
  state: ControllerState,
  request: AlterPartitionRequest,
): Outcome<MetadataRecord, AlterPartitionResponse> {
  state.brokerWithEpoch(request.brokerId, request.brokerEpoch);
  const records: MetadataRecord[] = [];
  const topics = request.topics.map(({ topicId, partitions }) => {
    const topic = topicId === ZERO_UUID ? undefined : state.image.topics.byId(topicId);
    return {
      topicId,
      partitions: partitions.map((proposal) =>
        topic === undefined
          ? refused(proposal.partitionIndex, ErrorCode.UNKNOWN_TOPIC_ID)
          : alterOne(state, request.brokerId, topic, proposal, records),
      ),
    };
  });
  return { records, response: { throttleTimeMs: 0, errorCode: ErrorCode.NONE, topics } };
}

function alterOne(
  state: ControllerState,
  brokerId: number,
  topic: TopicImage,
  proposal: RequestPartitionData,
  records: MetadataRecord[],
): ResponsePartitionData {
  const { partitionIndex } = proposal;
  const partition = topic.partition(partitionIndex);
  if (partition === undefined) {
    return refused(partitionIndex, ErrorCode.UNKNOWN_TOPIC_OR_PARTITION);
  }
  const members = proposedMembers(proposal);
  const problem = problemWith(state, brokerId, partition, proposal, members);
  if (problem !== ErrorCode.NONE) return refused(partitionIndex, problem);

  const record = partitionChange(
    topic.id,
    partitionIndex,
    partition,
    {
      election: state.isUncleanElectionEnabled(topic.name) ? 'unclean' : 'online',
      isr: members.map((member) => member.brokerId),
      leaderRecoveryState: proposal.leaderRecoveryState,
    },
    state.surroundingsOf(topic, partition),
  );
  let changed = partition;
  if (record?.kind === 'PartitionChangeRecord') {
    records.push(record);
    changed = partition.changedBy(record.value, new SharedLists());
    // The ISR completed a reassignment that takes the leadership away: the sender must fetch the
    // metadata before it asks again, though its change was made.
    if (changed.leader !== brokerId) return refused(partitionIndex, ErrorCode.NEW_LEADER_ELECTED);
  }
  return {
    partitionIndex,
    errorCode: ErrorCode.NONE,
    leaderId: changed.leader,
    leaderEpoch: changed.leaderEpoch,
    isr: changed.isr,
    leaderRecoveryState: changed.leaderRecoveryState,
    partitionEpoch: changed.partitionEpoch,
  };
}

/** Version 2 names the members without their epochs. */
function proposedMembers(proposal: RequestPartitionData): readonly ProposedMember[] {
  if (proposal.newIsrWithEpochs.length > 0) return proposal.newIsrWithEpochs;
  return proposal.newIsr.map((brokerId) => ({ brokerId, brokerEpoch: -1 }));
}

function problemWith(
  state: ControllerState,
  brokerId: number,
  partition: PartitionRegistration,
  proposal: RequestPartitionData,
  members: readonly ProposedMember[],
): ErrorCode {
  // A leader that knows more than we do has heard from a newer controller.
  if (proposal.leaderEpoch > partition.leaderEpoch) return ErrorCode.NOT_CONTROLLER;
  if (proposal.partitionEpoch > partition.partitionEpoch) return ErrorCode.NOT_CONTROLLER;
  if (proposal.leaderEpoch < partition.leaderEpoch) return ErrorCode.FENCED_LEADER_EPOCH;
  if (brokerId !== partition.leader) return ErrorCode.INVALID_REQUEST;
  if (proposal.partitionEpoch < partition.partitionEpoch) return ErrorCode.INVALID_UPDATE_VERSION;

  const ids = members.map((member) => member.brokerId);
  const isIsr =
    ids.length > 0 &&
    new Set(ids).size === ids.length &&
    ids.every((id) => partition.replicas.includes(id));
  if (!isIsr || !ids.includes(partition.leader)) return ErrorCode.INVALID_REQUEST;

  const { RECOVERED, RECOVERING } = LeaderRecoveryState;
  if (proposal.leaderRecoveryState === RECOVERING) {
    if (ids.length > 1) return ErrorCode.INVALID_REQUEST;
    if (partition.leaderRecoveryState === RECOVERED) return ErrorCode.INVALID_REQUEST;
  }
  const isEligible = ({ brokerId: id, brokerEpoch }: ProposedMember): boolean =>
    state.isBrokerActive(id) && (brokerEpoch === -1 || state.broker(id)?.epoch === brokerEpoch);
  return members.every(isEligible) ? ErrorCode.NONE : ErrorCode.INELIGIBLE_REPLICA;
}

function refused(partitionIndex: number, errorCode: number): ResponsePartitionData {
  return {
    partitionIndex,
    errorCode,
    leaderId: 0,
    leaderEpoch: 0,
    isr: [],
    leaderRecoveryState: LeaderRecoveryState.RECOVERED,
    partitionEpoch: 0,
  };
}
