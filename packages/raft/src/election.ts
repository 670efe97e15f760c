// Election: who of the voters has granted or rejected one round of votes or pre-votes.

import { type VoterSet } from './voter-set.ts';

export class Election {
  readonly #voters: VoterSet;
  readonly #granted = new Set<number>();
  readonly #rejected = new Set<number>();

  constructor(voters: VoterSet) {
    this.#voters = voters;
  }

  /** Answers of nodes that do not vote, and second answers, change nothing. */
  record(voterId: number, granted: boolean): void {
    if (this.#voters.voter(voterId) === undefined) return;
    if (this.#granted.has(voterId) || this.#rejected.has(voterId)) return;
    (granted ? this.#granted : this.#rejected).add(voterId);
  }

  get isWon(): boolean {
    return this.#voters.size > 0 && this.#granted.size >= this.#voters.majority;
  }

  /** No majority is possible any more. */
  get isLost(): boolean {
    return this.#voters.size - this.#rejected.size < this.#voters.majority;
  }

  /** In the order in which they granted. */
  get grantingVoters(): number[] {
    return [...this.#granted];
  }

  hasAnswered(voterId: number): boolean {
    return this.#granted.has(voterId) || this.#rejected.has(voterId);
  }
}
