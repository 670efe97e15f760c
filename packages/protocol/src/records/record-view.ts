// RecordView: what can be read of one record, whichever format its batch has.

export interface RecordHeader {
  readonly key: string;
  readonly value: Uint8Array | null;
}

/**
 * A record where it lies. The object is moved from record to record and the bytes belong to the batch:
 * copy what is kept longer than the step.
 */
export interface RecordView {
  readonly offset: number;
  /** In ms; −1 when the record has none. The append time where the batch carries that. */
  readonly timestamp: number;
  /** Of an idempotent producer; −1 without one. */
  readonly sequence: number;
  key(): Uint8Array | null;
  value(): Uint8Array | null;
  /** In order; keys may repeat. */
  headers(): RecordHeader[];
}
