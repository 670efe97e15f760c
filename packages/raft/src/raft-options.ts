// RaftOptions: what a replica is made of.

import { type Endpoint } from '@samsa/common';

import { type QuorumState } from './quorum-state.ts';
import { type ReplicaKey } from './replica-key.ts';
import { type ReplicatedLog } from './replicated-log.ts';
import { type RaftTiming } from './timing.ts';
import { type VoterHistory } from './voter-history.ts';
import { type ListenerEndpoint } from './voter-set.ts';

export interface RaftOptions {
  readonly local: ReplicaKey;
  /** Where the others reach this replica. */
  readonly endpoints: readonly ListenerEndpoint[];
  readonly log: ReplicatedLog;
  /** Belongs to the replica from now on. */
  readonly voters: VoterHistory;
  /** As it was last made durable; undefined on a new disk. */
  readonly quorumState: QuorumState | undefined;
  /**
   * True on a controller: what it fetched as an observer counts as a copy from the moment it is made
   * a voter, so it has to sync before it fetches on.
   */
  readonly mayBecomeVoter: boolean;
  /** Whom to ask for the leader while no voter is known. */
  readonly bootstrapServers: readonly Endpoint[];
  readonly timing: RaftTiming;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}
