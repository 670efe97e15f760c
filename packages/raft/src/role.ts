// Role: what a replica is doing in its epoch. Exactly one at a time; each carries only what it needs.
//
//   unattached ─ timeout ─▶ prospective ─ pre-votes ─▶ candidate ─ votes ─▶ leader ─▶ resigned
//        ▲  ▲ ───────────── knows the leader ─▶ follower ─ no answer ─▶ prospective
//        └──┴── a higher epoch, from every role; a resigned leader comes back one epoch later
//
// A replica that does not vote (observer) is only ever unattached or follower.

import { type Endpoint } from '@samsa/common';

import { type Election } from './election.ts';
import { type FetchRequest } from './messages.ts';
import { type ReplicaKey } from './replica-key.ts';
import { type ReplicaProgress } from './replica-progress.ts';
import { type OffsetAndEpoch } from './replicated-log.ts';
import { type PendingVoterChange } from './voter-change.ts';

/** Does not know whom to follow. */
export interface Unattached {
  readonly kind: 'unattached';
  readonly electionDeadlineMs: number;
}

/** Copies the leader's log. */
export interface Follower {
  readonly kind: 'follower';
  readonly leaderId: number;
  readonly leaderEndpoint: Endpoint;
  /** When it stops believing in the leader. */
  fetchDeadlineMs: number;
  /** A replica that hears its leader refuses pre-votes (KIP-996). */
  hasFetched: boolean;
  /** Of the last valid fetch; −1 before one. Our log equals the leader's below our end offset then. */
  leaderHighWatermark: number;
  snapshot: SnapshotFetch | undefined;
}

export interface SnapshotFetch {
  readonly id: OffsetAndEpoch;
  /** Where the next chunk begins. */
  position: number;
}

/** Asks whether it could win, without raising the epoch (KIP-996). */
export interface Prospective {
  readonly kind: 'prospective';
  readonly election: Election;
  readonly retries: number;
  electionDeadlineMs: number;
  isBackingOff: boolean;
}

/** Has voted for itself in a new epoch. */
export interface Candidate {
  readonly kind: 'candidate';
  readonly election: Election;
  readonly retries: number;
  electionDeadlineMs: number;
  isBackingOff: boolean;
}

export interface Leader {
  readonly kind: 'leader';
  /** Where the LeaderChange record of this epoch stands; nothing is committed before it is. */
  readonly epochStartOffset: number;
  readonly progress: ReplicaProgress;
  /** Fetches that found nothing new, by token. One per connection, so peers cannot fill it. */
  readonly waitingFetches: Map<number, WaitingFetch>;
  /** When each voter was last told of this leader. */
  readonly announcedMs: Map<number, number>;
  voterChange: PendingVoterChange | undefined;
}

export interface WaitingFetch {
  readonly request: FetchRequest;
  readonly deadlineMs: number;
}

/** Led this epoch and will not lead in it again, also after a restart. */
export interface Resigned {
  readonly kind: 'resigned';
  readonly electionDeadlineMs: number;
  readonly preferredCandidates: readonly ReplicaKey[];
  readonly unacknowledged: Set<number>;
}

export type Role = Unattached | Follower | Prospective | Candidate | Leader | Resigned;
