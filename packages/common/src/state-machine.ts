// StateMachine: durable state that is a log of records replayed into memory.
//
// Deciding reads the state and returns records; `replay` alone changes what must survive a restart.
// The runtime replays the records of a decision at once, so that the next decision sees them, and
// parks the response until they are committed. No clock, promise or logger inside: time comes in as
// `nowMs`, deadlines go out as data.

export interface Outcome<Record, Response> {
  /** What the decision changes; written as one atomic batch. Empty for a query. */
  readonly records: readonly Record[];
  readonly response: Response;
}

export interface StateMachine<Record> {
  /** Applies one record. The only place where hard state changes. */
  replay(record: Record): void;
}

/** A machine that must act when time passes, also without a request. */
export interface TimedStateMachine<Record> extends StateMachine<Record> {
  /** When `expire` wants to be called next, on the same clock as its argument; Infinity for never. */
  nextDeadlineMs(): number;
  /** Decides on everything that is due at `nowMs`. */
  expire(nowMs: number): Outcome<Record, void>;
}
