// History: what the clients of a run asked for and what they were told, in the order of the events.
//
// Checkers read it at the end. `order` numbers are positions in that order: an operation that completed
// at 7 was over before one that was invoked at 9.

export interface Partition {
  readonly topic: string;
  readonly partition: number;
}

export function partitionKey({ topic, partition }: Partition): string {
  return `${topic}-${partition}`;
}

/**
 * ok: acknowledged · failed: the server said that nothing was appended · unknown: nobody told; the
 * values may be in the log once or not at all.
 */
export type Outcome = 'ok' | 'failed' | 'unknown';

export interface Send extends Partition {
  readonly process: string;
  readonly values: readonly string[];
  /** −1 all, 1 leader, 0 none. */
  readonly acks: number;
  readonly isIdempotent: boolean;
  /** −1 both where the producer is not idempotent. */
  readonly producerId: number;
  readonly sequence: number;
  readonly invoked: number;
  readonly invokedMs: number;
  completed: number;
  completedMs: number;
  outcome: Outcome;
  /** Offset of the first value; −1 where nobody told. */
  baseOffset: number;
  /** How often the request went out. More than once only where the producer is idempotent. */
  attempts: number;
  /** The last error, for people. */
  error: string | undefined;
}

export interface ReadRecord {
  readonly offset: number;
  readonly value: string;
}

export interface Poll extends Partition {
  readonly process: string;
  /** The consumer's position counts from here; it changes when the consumer was told to reset it. */
  readonly session: number;
  readonly fetchOffset: number;
  /** Where the consumer goes on: behind the last batch that came. */
  readonly nextOffset: number;
  readonly records: readonly ReadRecord[];
  readonly logStartOffset: number;
  readonly lastStableOffset: number;
  readonly highWatermark: number;
  readonly invoked: number;
  readonly invokedMs: number;
  readonly completed: number;
  readonly completedMs: number;
}

export interface LatestOffset extends Partition {
  readonly process: string;
  readonly offset: number;
  readonly invoked: number;
  readonly invokedMs: number;
  readonly completed: number;
  readonly completedMs: number;
}

/** A consumer was told that its position is outside the log. */
export interface Reset extends Partition {
  readonly process: string;
  readonly fromOffset: number;
  readonly logStartOffset: number;
  readonly latestOffset: number;
  readonly completedMs: number;
}

/** A fresh read of a whole partition, after everything has calmed down. */
export interface FinalRead extends Partition {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly records: readonly ReadRecord[];
}

export class History {
  readonly sends: Send[] = [];
  readonly polls: Poll[] = [];
  readonly latestOffsets: LatestOffset[] = [];
  readonly resets: Reset[] = [];
  readonly finalReads: FinalRead[] = [];
  /** Simulated time; the clients' own clocks drift and step. */
  readonly nowMs: () => number;
  #order = 0;

  constructor(nowMs: () => number) {
    this.nowMs = nowMs;
  }

  /** The next position in the order of things. */
  next(): number {
    return ++this.#order;
  }

  beginSend(
    send: Omit<
      Send,
      'invoked' | 'completed' | 'completedMs' | 'outcome' | 'baseOffset' | 'attempts' | 'error'
    >,
  ): Send {
    const begun: Send = {
      ...send,
      invoked: this.next(),
      completed: Infinity,
      completedMs: Infinity,
      outcome: 'unknown',
      baseOffset: -1,
      attempts: 0,
      error: undefined,
    };
    this.sends.push(begun);
    return begun;
  }

  endSend(send: Send, outcome: Outcome, baseOffset: number): void {
    send.outcome = outcome;
    send.baseOffset = baseOffset;
    send.completed = this.next();
    send.completedMs = this.nowMs();
  }
}
