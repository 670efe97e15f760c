// ReplicaPlacer: chooses brokers for new partitions so that leaders and replicas spread over brokers
// and racks: partition after partition the first replica moves on by a rack, and within it by a broker.

import { ErrorCode, KafkaError, type Random } from '@samsa/common';

export interface UsableBroker {
  readonly id: number;
  readonly rack: string | null;
  /** Fenced ones may hold replicas and are taken last; they never come first in a list. */
  readonly isFenced: boolean;
}

export class ReplicaPlacer {
  readonly #random: Random;
  readonly #racks: Rack[];
  readonly #brokerCount: number;
  readonly #unfencedCount: number;
  /** Number of lists made since the last shuffle. */
  #round = 0;
  #firstRack: number;

  constructor(brokers: readonly UsableBroker[], random: Random) {
    this.#random = random;
    const racks = new Map<string | null, UsableBroker[]>();
    for (const broker of brokers) {
      const members = racks.get(broker.rack);
      if (members === undefined) racks.set(broker.rack, [broker]);
      else members.push(broker);
    }
    const names = [...racks.keys()].sort(compareRacks);
    this.#racks = names.map((name) => new Rack(racks.get(name) ?? [], random));
    this.#brokerCount = brokers.length;
    this.#unfencedCount = brokers.filter((broker) => !broker.isFenced).length;
    this.#firstRack = this.#racks.length === 0 ? 0 : random.int(this.#racks.length);
  }

  /** A list of broker ids per partition. Throws INVALID_REPLICATION_FACTOR where it cannot be met. */
  place(partitionCount: number, replicationFactor: number): number[][] {
    const problem = this.#problemWith(replicationFactor);
    if (problem !== undefined) throw new KafkaError(ErrorCode.INVALID_REPLICATION_FACTOR, problem);
    return Array.from({ length: partitionCount }, () => this.#placeOne(replicationFactor));
  }

  #problemWith(replicationFactor: number): string | undefined {
    if (replicationFactor <= 0) {
      return `Invalid replication factor ${replicationFactor}: the replication factor must be positive.`;
    }
    if (this.#unfencedCount === 0) return 'All brokers are currently fenced.';
    if (replicationFactor > this.#brokerCount) {
      return (
        `The target replication factor of ${replicationFactor} cannot be reached because only ` +
        `${this.#brokerCount} broker(s) are registered.`
      );
    }
    return undefined;
  }

  #placeOne(replicationFactor: number): number[] {
    // After as many lists as brokers the same ones would come again: mix them.
    if (this.#round === this.#unfencedCount && this.#unfencedCount > 1) {
      shuffle(this.#racks, this.#random);
      for (const rack of this.#racks) rack.shuffle(this.#random);
      this.#round = 0;
    }
    this.#firstRack %= this.#racks.length;
    const [leader, leaderRack] = this.#placeLeader();
    const replicas = [leader];
    // The leader's rack has had its turn in the first pass over the racks.
    let isFirstPass = true;
    for (let at = this.#firstRack; replicas.length < replicationFactor;) {
      if (isFirstPass && at === leaderRack) isFirstPass = false;
      else {
        const next = this.#racks[at]?.next(this.#round);
        if (next !== undefined) replicas.push(next);
      }
      at = (at + 1) % this.#racks.length;
    }
    this.#round++;
    this.#firstRack++;
    return replicas;
  }

  #placeLeader(): [id: number, rack: number] {
    for (let at = this.#firstRack; ; at = (at + 1) % this.#racks.length) {
      const id = this.#racks[at]?.nextUnfenced(this.#round);
      if (id !== undefined) return [id, at];
    }
  }
}

class Rack {
  readonly #unfenced: Ring;
  readonly #fenced: Ring;

  constructor(brokers: readonly UsableBroker[], random: Random) {
    const idsOf = (isFenced: boolean): number[] =>
      brokers.filter((broker) => broker.isFenced === isFenced).map((broker) => broker.id);
    this.#fenced = new Ring(idsOf(true), random);
    this.#unfenced = new Ring(idsOf(false), random);
  }

  nextUnfenced(round: number): number | undefined {
    return this.#unfenced.next(round);
  }

  next(round: number): number | undefined {
    return this.#unfenced.next(round) ?? this.#fenced.next(round);
  }

  shuffle(random: Random): void {
    this.#unfenced.shuffle(random);
    this.#fenced.shuffle(random);
  }
}

/** Gives each of its ids once per round and starts every round one further on. */
class Ring {
  readonly #ids: number[];
  #round = 0;
  #start: number;
  #given = 0;

  constructor(ids: number[], random: Random) {
    this.#ids = ids.sort((a, b) => a - b);
    this.#start = ids.length === 0 ? 0 : random.int(ids.length);
  }

  next(round: number): number | undefined {
    if (round !== this.#round) {
      this.#round = round;
      this.#given = 0;
      this.#start++;
    }
    if (this.#given >= this.#ids.length) return undefined;
    return this.#ids[(this.#start + this.#given++) % this.#ids.length];
  }

  shuffle(random: Random): void {
    shuffle(this.#ids, random);
  }
}

/** Brokers without a rack form one of their own, which sorts first. */
function compareRacks(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -1 : 1;
}

function shuffle(items: unknown[], random: Random): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = random.int(i + 1);
    [items[i], items[j]] = [items[j], items[i]];
  }
}
