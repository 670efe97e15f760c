// QuorumState: what a replica must remember over a restart to keep its word — its epoch, the vote it
// cast in it, and the leader it knows. Kept in the file `quorum-state`, in Kafka's two JSON forms.

import { assert, type Uuid, ZERO_UUID } from '@samsa/common';

import { NO_NODE, type ReplicaKey } from './replica-key.ts';

export interface QuorumState {
  readonly epoch: number;
  /** NO_NODE while the leader of the epoch is not known. */
  readonly leaderId: number;
  readonly voted: ReplicaKey | undefined;
}

export const NO_QUORUM_STATE: QuorumState = { epoch: 0, leaderId: NO_NODE, voted: undefined };

/** The vote and the epoch only move forward, and one epoch has one vote and one leader (R6, R1). */
export function assertFollows(before: QuorumState, after: QuorumState): void {
  assert(after.epoch >= before.epoch, `epoch ${after.epoch} after ${before.epoch}`);
  if (after.epoch > before.epoch) return;
  if (before.voted !== undefined) {
    assert(after.voted?.id === before.voted.id, `one vote in epoch ${after.epoch}`);
  }
  if (before.leaderId !== NO_NODE && after.leaderId !== NO_NODE) {
    assert(after.leaderId === before.leaderId, `one leader in epoch ${after.epoch}`);
  }
}

/**
 * The content of the file. Version 1 goes with kraft.version 1; version 0 carries the static voters
 * and no directory ids.
 */
export function formatQuorumState(
  state: QuorumState,
  dataVersion: 0 | 1,
  staticVoterIds: readonly number[] = [],
): string {
  const votedId = state.voted?.id ?? NO_NODE;
  if (dataVersion === 1) {
    return JSON.stringify({
      leaderId: state.leaderId,
      leaderEpoch: state.epoch,
      votedId,
      votedDirectoryId: state.voted?.directoryId ?? ZERO_UUID,
      data_version: 1,
    });
  }
  return JSON.stringify({
    clusterId: '',
    leaderId: state.leaderId,
    leaderEpoch: state.epoch,
    votedId,
    appliedOffset: 0,
    currentVoters: staticVoterIds.map((voterId) => ({ voterId })),
    data_version: 0,
  });
}

/** Throws where the text is not such a file: a vote must not be forgotten silently. */
export function parseQuorumState(text: string): QuorumState {
  const fields: unknown = JSON.parse(text);
  if (typeof fields !== 'object' || fields === null) throw new TypeError('not a JSON object');
  const of = fields as Record<string, unknown>;
  const dataVersion = integer(of, 'data_version');
  if (dataVersion !== 0 && dataVersion !== 1) {
    throw new RangeError(`data_version ${dataVersion} is not 0 or 1`);
  }
  const votedId = integer(of, 'votedId');
  return {
    epoch: integer(of, 'leaderEpoch'),
    leaderId: integer(of, 'leaderId'),
    voted:
      votedId === NO_NODE
        ? undefined
        : {
            id: votedId,
            directoryId: dataVersion === 1 ? uuid(of, 'votedDirectoryId') : ZERO_UUID,
          },
  };
}

function integer(fields: Record<string, unknown>, name: string): number {
  const value = fields[name];
  if (!Number.isInteger(value)) throw new TypeError(`${name} is not a whole number`);
  return value as number;
}

function uuid(fields: Record<string, unknown>, name: string): Uuid {
  const value = fields[name];
  if (typeof value !== 'string') throw new TypeError(`${name} is not text`);
  return value;
}
