// CoordinatorMachine: what the runtime hosts on one partition of an internal topic — a pure machine
// whose decisions are records, answers, and answers to requests that were asked earlier.
//
// A JoinGroup may wait for minutes until other members act. The machine holds no promise for it: it
// answers PARKED and keeps the request's token; a later outcome, of another request or of a deadline,
// carries the completion for that token. A completion waits for the same commit as the outcome that
// carries it, so nobody learns of what may still be lost.

import { type ErrorCode, type Level, type LogFields, type Outcome } from '@samsa/common';

/** Two clocks: timestamps in records are wall clock, and deadlines must not follow its jumps. */
export interface Instant {
  readonly nowMs: number;
  readonly monotonicMs: number;
}

/** Names one request on one shard. Never reused while the shard lives. */
export type RequestToken = number;

/** In place of an answer: it comes later, as a completion for the token of this request. */
export const PARKED: unique symbol = Symbol('parked');
export type Parked = typeof PARKED;

export interface Completion {
  readonly token: RequestToken;
  readonly response: unknown;
}

/** Something an operator wants to read about: why a group rebalanced, who was removed. */
export interface ShardEvent {
  readonly level: Level;
  readonly event: string;
  readonly fields: LogFields;
}

export interface CoordinatorOutcome<Record, Response> extends Outcome<Record, Response | Parked> {
  readonly completions: readonly Completion[];
  readonly events: readonly ShardEvent[];
  /**
   * False allows the runtime to spread the records over several batches where one would be too
   * large, because each of them is sound alone. Tombstones are.
   */
  readonly isAtomic: boolean;
  /**
   * Soft state that belongs to these records and must not be there without them. Runs once, right
   * after they were replayed, and never when the log refused them.
   */
  readonly accepted: (() => void) | undefined;
  /**
   * What to do instead when the log refuses the records. The state is then as it was before, but for
   * soft changes that are sound by themselves. Without it, or where it returns undefined, the request
   * fails with the error code.
   */
  readonly refused:
    | ((errorCode: ErrorCode) => CoordinatorOutcome<Record, Response> | undefined)
    | undefined;
}

export interface CoordinatorMachine<Record> {
  /** Applies one record. The only place where hard state changes. */
  replay(record: Record): void;

  /** Every record of the log has been replayed, and from now on this machine decides. */
  loaded(now: Instant): CoordinatorOutcome<Record, void>;

  /** When `expire` wants to be called next, on the monotonic clock; Infinity for never. */
  nextDeadlineMs(): number;

  /**
   * Decides on one thing that is due, the earliest; called again while something is. One at a time,
   * so that each outcome is a small batch and no turn is long.
   */
  expire(now: Instant): CoordinatorOutcome<Record, void>;
}
