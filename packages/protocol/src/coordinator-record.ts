// Coordinator records: the key begins with the record's type, the value with the value's version.

import { type MessageCodec } from './message-codec.ts';
import { Reader } from './reader.ts';
import { Writer } from './writer.ts';

/** Keys have never changed. */
const KEY_VERSION = 0;

export interface CoordinatorRecordType {
  readonly type: number;
  readonly kind: string;
  readonly key: MessageCodec<unknown>;
  readonly value: MessageCodec<unknown>;
}

export interface EncodedCoordinatorRecord {
  readonly key: Uint8Array;
  /** Null for a tombstone. */
  readonly value: Uint8Array | null;
}

interface CoordinatorRecord {
  readonly kind: string;
  readonly key: unknown;
  readonly value: unknown;
  readonly version: number;
}

export function encodeCoordinatorRecord(
  types: readonly (CoordinatorRecordType | undefined)[],
  type: number,
  record: CoordinatorRecord,
): EncodedCoordinatorRecord {
  const codecs = types[type];
  let writer = new Writer();
  writer.int16(type);
  codecs?.key.write(writer, record.key, KEY_VERSION);
  const key = writer.toBytes();
  if (record.value === null) return { key, value: null };
  writer = new Writer();
  writer.int16(record.version);
  codecs?.value.write(writer, record.value, record.version);
  return { key, value: writer.toBytes() };
}

export function decodeCoordinatorRecord(
  types: readonly (CoordinatorRecordType | undefined)[],
  keyBytes: Uint8Array,
  valueBytes: Uint8Array | null,
): CoordinatorRecord | undefined {
  const keyReader = new Reader(keyBytes);
  const codecs = types[keyReader.int16()];
  if (codecs === undefined) return undefined;
  const { kind } = codecs;
  const key: unknown = codecs.key.read(keyReader, KEY_VERSION);
  keyReader.expectEnd();
  if (valueBytes === null) return { kind, key, value: null, version: 0 };
  const valueReader = new Reader(valueBytes);
  const version = valueReader.int16();
  const value: unknown = codecs.value.read(valueReader, version);
  valueReader.expectEnd();
  return { kind, key, value, version };
}
