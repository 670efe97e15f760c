// ReplicaKey: which replica of the metadata log is meant — a node id together with the directory that
// holds its copy, because a node that lost its disk must not inherit the votes it cast (KIP-853).

import { type Uuid, ZERO_UUID } from '@samsa/common';

export interface ReplicaKey {
  readonly id: number;
  /** ZERO_UUID where it is not known: kraft.version 0 and old peers do not carry it. */
  readonly directoryId: Uuid;
}

export const NO_NODE = -1;

export function replicaKey(id: number, directoryId: Uuid = ZERO_UUID): ReplicaKey {
  return { id, directoryId };
}

/** True when both may mean the same replica: an unknown directory id matches every one. */
export function isSameReplica(a: ReplicaKey, b: ReplicaKey): boolean {
  if (a.id !== b.id) return false;
  if (a.directoryId === ZERO_UUID || b.directoryId === ZERO_UUID) return true;
  return a.directoryId === b.directoryId;
}
