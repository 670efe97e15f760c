// placement: where the replicas of new partitions go, chosen by us or by the user, and the partitions
// that follow from it.

import { ErrorCode, KafkaError, type Random } from '@samsa/common';

import { PartitionRegistration } from '../image/partition-registration.ts';
import { type ControllerState } from './controller-state.ts';
import { ReplicaPlacer, type UsableBroker } from './replica-placer.ts';

export function placeReplicas(
  state: ControllerState,
  partitionCount: number,
  replicationFactor: number,
  random: Random,
): number[][] {
  return new ReplicaPlacer(usableBrokers(state), random).place(partitionCount, replicationFactor);
}

/** Brokers that may be given replicas: those that stay, and have a directory open for new ones. */
function usableBrokers(state: ControllerState): UsableBroker[] {
  const usable: UsableBroker[] = [];
  for (const broker of state.image.cluster.brokers.values()) {
    const cordoned = broker.cordonedDirectories ?? [];
    const isCordoned =
      broker.directories.length > 0 && broker.directories.every((id) => cordoned.includes(id));
    if (broker.isInControlledShutdown || isCordoned) continue;
    usable.push({ id: broker.id, rack: broker.rack, isFenced: broker.isFenced });
  }
  return usable;
}

/** Throws INVALID_REPLICA_ASSIGNMENT for a list that names no partition's replicas. */
export function checkManualAssignment(
  state: ControllerState,
  replicas: readonly number[],
  replicationFactor: number | undefined,
): void {
  const refuse = (why: string): never => {
    throw new KafkaError(
      ErrorCode.INVALID_REPLICA_ASSIGNMENT,
      `The manual partition assignment ${why}`,
    );
  };
  if (replicas.length === 0) refuse('includes an empty replica list.');
  const sorted = [...replicas].sort((a, b) => a - b);
  for (const [i, id] of sorted.entries()) {
    if (state.broker(id) === undefined) {
      refuse(`includes broker ${id}, but no such broker is registered.`);
    }
    if (sorted[i - 1] === id) refuse(`includes the broker ${id} more than once.`);
  }
  if (replicationFactor !== undefined && replicas.length !== replicationFactor) {
    refuse(
      `includes a partition with ${replicas.length} replica(s), but this is not consistent with ` +
        `previous partitions, which have ${replicationFactor} replica(s).`,
    );
  }
}

/** A new partition led by its first active replica; undefined where none is active. */
export function newPartition(
  state: ControllerState,
  replicas: readonly number[],
): PartitionRegistration | undefined {
  const isr = replicas.filter((id) => state.isBrokerActive(id));
  const [leader] = isr;
  if (leader === undefined) return undefined;
  return new PartitionRegistration({
    replicas,
    directories: replicas.map((id) => state.defaultDirectoryOf(id)),
    isr,
    leader,
    leaderEpoch: 0,
    partitionEpoch: 0,
  });
}
