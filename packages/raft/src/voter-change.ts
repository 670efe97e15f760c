// Voter changes: one voter comes, goes or moves at a time, and only when everything before is
// committed (KIP-853). These checks are pure; the replica appends the record and waits for it.

import { ErrorCode } from '@samsa/common';

import { type VoterChangeResult } from './action.ts';
import { isSameReplica, type ReplicaKey } from './replica-key.ts';
import { type Voter, type VoterSet } from './voter-set.ts';

export type VoterChange =
  | {
      readonly kind: 'add';
      readonly voter: Voter;
      /** False answers as soon as the record is appended. */
      readonly ackWhenCommitted: boolean;
      readonly timeoutMs: number;
    }
  | { readonly kind: 'remove'; readonly voter: ReplicaKey; readonly timeoutMs: number }
  | { readonly kind: 'update'; readonly voter: Voter; readonly timeoutMs: number };

export interface PendingVoterChange {
  readonly change: VoterChange;
  readonly token: number;
  readonly deadlineMs: number;
  /** Of its VotersRecord; −1 while a new voter still catches up. */
  recordOffset: number;
  isAnswered: boolean;
}

/** A new voter must have had the whole log at some time within this, or it would stop commits. */
export const CAUGHT_UP_WITHIN_MS = 3_600_000;

export const VOTER_CHANGE_OK: VoterChangeResult = {
  errorCode: ErrorCode.NONE,
  errorMessage: null,
};

export function refusal(errorCode: ErrorCode, errorMessage: string): VoterChangeResult {
  return { errorCode, errorMessage };
}

export function voterChangeProblem(
  change: VoterChange,
  voters: VoterSet,
  kraftVersion: number,
): VoterChangeResult | undefined {
  if (kraftVersion < 1) {
    return refusal(
      ErrorCode.UNSUPPORTED_VERSION,
      'voters change at kraft.version 1 and above; here it is 0',
    );
  }
  const { voter } = change;
  if (change.kind === 'add') {
    const known = voters.voter(voter.id);
    return known === undefined
      ? undefined
      : refusal(
          ErrorCode.DUPLICATE_VOTER,
          `the voter id ${voter.id} is already part of the set of voters ${voters.ids.join(', ')}`,
        );
  }
  const known = voters.voter(voter.id);
  if (known === undefined || !isSameReplica(known, voter)) {
    return refusal(
      ErrorCode.VOTER_NOT_FOUND,
      `node ${voter.id} with directory ${voter.directoryId} is not part of the set of voters ` +
        voters.ids.join(', '),
    );
  }
  if (change.kind === 'remove' && voters.size === 1) {
    return refusal(ErrorCode.INVALID_REQUEST, `node ${voter.id} is the only voter`);
  }
  return undefined;
}

export function votersAfter(change: VoterChange, voters: VoterSet): VoterSet {
  switch (change.kind) {
    case 'add':
      return voters.with(change.voter);
    case 'remove':
      return voters.without(change.voter);
    case 'update':
      return voters.withUpdated(change.voter);
  }
}
