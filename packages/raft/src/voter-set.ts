// VoterSet: who votes, where they listen, and what makes a majority of them. Immutable.

import { assert, type Endpoint, type Uuid } from '@samsa/common';

import { isSameReplica, type ReplicaKey } from './replica-key.ts';

export interface ListenerEndpoint extends Endpoint {
  /** Listener name, as `CONTROLLER`. */
  readonly name: string;
}

export interface Voter extends ReplicaKey {
  readonly directoryId: Uuid;
  /** The first one is where the other voters connect to. */
  readonly endpoints: readonly ListenerEndpoint[];
  readonly minKRaftVersion: number;
  readonly maxKRaftVersion: number;
}

export class VoterSet {
  static readonly EMPTY = new VoterSet([]);

  /** In the order in which they stand in VotersRecord. */
  readonly voters: readonly Voter[];

  constructor(voters: readonly Voter[]) {
    assert(
      new Set(voters.map((voter) => voter.id)).size === voters.length,
      'a node id votes at most once',
    );
    this.voters = voters;
  }

  get size(): number {
    return this.voters.length;
  }

  get ids(): number[] {
    return this.voters.map((voter) => voter.id);
  }

  /** The number of voters without whom nothing is decided. */
  get majority(): number {
    return Math.floor(this.voters.length / 2) + 1;
  }

  voter(id: number): Voter | undefined {
    return this.voters.find((voter) => voter.id === id);
  }

  isVoter(key: ReplicaKey): boolean {
    const voter = this.voter(key.id);
    return voter !== undefined && isSameReplica(voter, key);
  }

  isOnlyVoter(key: ReplicaKey): boolean {
    return this.voters.length === 1 && this.isVoter(key);
  }

  endpointOf(id: number): Endpoint | undefined {
    return this.voter(id)?.endpoints[0];
  }

  with(voter: Voter): VoterSet {
    assert(this.voter(voter.id) === undefined, `node ${voter.id} votes already`);
    return new VoterSet([...this.voters, voter]);
  }

  /** The same voters, of whom the one with this id has other endpoints or versions. */
  withUpdated(voter: Voter): VoterSet {
    assert(this.isVoter(voter), `node ${voter.id} does not vote`);
    return new VoterSet(this.voters.map((old) => (old.id === voter.id ? voter : old)));
  }

  without(key: ReplicaKey): VoterSet {
    assert(this.isVoter(key), `node ${key.id} does not vote`);
    return new VoterSet(this.voters.filter((voter) => voter.id !== key.id));
  }

  /**
   * True when every majority of one set meets every majority of the other, which holds when they
   * differ by at most one voter (R7).
   */
  overlaps(other: VoterSet): boolean {
    const removed = this.voters.filter((voter) => !other.isVoter(voter)).length;
    const added = other.voters.filter((voter) => !this.isVoter(voter)).length;
    return removed + added <= 1;
  }
}
