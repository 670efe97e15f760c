// Control batches: the records that brokers and the quorum write between those of clients.
//
// The bodies of the quorum's records are messages of the schema; they come and go as bytes here.

import { BatchBuilder, type BatchOptions } from './batch-builder.ts';
import { type RecordView } from './record-view.ts';

export const ControlType = {
  ABORT: 0,
  COMMIT: 1,
  LEADER_CHANGE: 2,
  SNAPSHOT_HEADER: 3,
  SNAPSHOT_FOOTER: 4,
  KRAFT_VERSION: 5,
  KRAFT_VOTERS: 6,
} as const;
export type ControlType = (typeof ControlType)[keyof typeof ControlType];

const KEY_VERSION = 0;
const KEY_BYTES = 4;
const MARKER_VERSION = 0;
const MARKER_BYTES = 6;

export interface ControlRecord {
  readonly type: ControlType;
  /** The message of that type, which begins with its own version field. */
  readonly value: Uint8Array;
}

export interface ControlBatchOptions extends Omit<BatchOptions, 'isControl' | 'codec' | 'level'> {
  readonly timestamp: number;
}

/** One batch of control records, all at the same time. */
export function buildControlBatch(
  records: readonly ControlRecord[],
  options: ControlBatchOptions,
): Uint8Array {
  const builder = new BatchBuilder({ ...options, isControl: true });
  for (const record of records) {
    builder.add(options.timestamp, controlKey(record.type), record.value);
  }
  return builder.build();
}

export interface EndTransactionMarker {
  readonly isCommit: boolean;
  readonly producerId: number;
  readonly producerEpoch: number;
  /** Of the transaction coordinator that decided; an older one is fenced by it. */
  readonly coordinatorEpoch: number;
  readonly timestamp: number;
  readonly baseOffset?: number;
  readonly partitionLeaderEpoch?: number;
}

export function buildEndTransactionMarker(marker: EndTransactionMarker): Uint8Array {
  const { isCommit, coordinatorEpoch, ...options } = marker;
  const value = Buffer.alloc(MARKER_BYTES);
  value.writeInt16BE(MARKER_VERSION, 0);
  value.writeInt32BE(coordinatorEpoch, 2);
  const type = isCommit ? ControlType.COMMIT : ControlType.ABORT;
  return buildControlBatch([{ type, value }], { ...options, isTransactional: true });
}

/** A `ControlType`, or a number that is none; −1 where the key cannot be read. Readers pass over those. */
export function controlTypeOf(record: RecordView): number {
  const key = record.key();
  if (key === null || key.length < KEY_BYTES) return -1;
  return Buffer.from(key.buffer, key.byteOffset, KEY_BYTES).readInt16BE(2);
}

/** The coordinator epoch in a commit or abort marker; −1 where the value cannot be read. */
export function coordinatorEpochOf(record: RecordView): number {
  const value = record.value();
  if (value === null || value.length < MARKER_BYTES) return -1;
  return Buffer.from(value.buffer, value.byteOffset, MARKER_BYTES).readInt32BE(2);
}

function controlKey(type: ControlType): Uint8Array {
  const key = Buffer.alloc(KEY_BYTES);
  key.writeInt16BE(KEY_VERSION, 0);
  key.writeInt16BE(type, 2);
  return key;
}
