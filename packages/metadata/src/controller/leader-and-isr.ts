// What happens to partitions when a broker comes, goes or loses a disk: it leaves the ISRs, others take
// over its leadership, partitions without a leader get one.

import { type Uuid } from '@samsa/common';
import { type MetadataRecord } from '@samsa/protocol/metadata-record';

import { type PartitionRegistration } from '../image/partition-registration.ts';
import { type TopicImage } from '../image/topics-image.ts';
import { type ControllerState } from './controller-state.ts';
import { partitionChange } from './partition-change.ts';

/** What has happened to which broker; the state does not show it yet while records are being made. */
export interface BrokerEvent {
  /** It leaves every ISR and may not lead. */
  readonly removed?: number;
  /** It may lead from now on. */
  readonly added?: number;
  /** It may have lost the end of its logs: it leaves ISRs and ELRs and may not lead. */
  readonly unclean?: number;
}

export type PartitionFilter = (partition: PartitionRegistration) => boolean;

/** The changes of all partitions that the filter takes, in the order of the image. */
export function leaderAndIsrUpdates(
  state: ControllerState,
  event: BrokerEvent,
  concerns: PartitionFilter,
): MetadataRecord[] {
  const records: MetadataRecord[] = [];
  state.image.topics.forEach((topic) => {
    topic.partitions.forEach((partition, index) => {
      if (!concerns(partition)) return;
      const record = leaderAndIsrUpdate(state, event, topic, index, partition);
      if (record !== undefined) records.push(record);
    });
  });
  return records;
}

export function leaderAndIsrUpdate(
  state: ControllerState,
  event: BrokerEvent,
  topic: TopicImage,
  index: number,
  partition: PartitionRegistration,
): MetadataRecord | undefined {
  const canLead = (id: number): boolean =>
    id !== event.removed &&
    id !== event.unclean &&
    (id === event.added || state.isBrokerActive(id));
  return partitionChange(
    topic.id,
    index,
    partition,
    {
      election: state.isUncleanElectionEnabled(topic.name) ? 'unclean' : 'online',
      isr: partition.isr.filter((id) => id !== event.removed && id !== event.unclean),
      ...(event.unclean === undefined ? {} : { uncleanReplica: event.unclean }),
    },
    state.surroundingsOf(topic, partition, canLead),
  );
}

export function isInIsr(brokerId: number): PartitionFilter {
  return (partition) => partition.isr.includes(brokerId);
}

export function isInIsrOrElr(brokerId: number): PartitionFilter {
  return (partition) => partition.isr.includes(brokerId) || partition.elr.includes(brokerId);
}

export function isLeaderless(partition: PartitionRegistration): boolean {
  return !partition.hasLeader;
}

export function isInDirectory(brokerId: number, directory: Uuid): PartitionFilter {
  return (partition) =>
    partition.isr.includes(brokerId) && partition.directoryOf(brokerId) === directory;
}

/** True while some partition is led by this broker. */
export function hasLeaderships(state: ControllerState, brokerId: number): boolean {
  let has = false;
  state.image.topics.forEach((topic) => {
    topic.partitions.forEach((partition) => {
      if (partition.leader === brokerId) has = true;
    });
  });
  return has;
}
