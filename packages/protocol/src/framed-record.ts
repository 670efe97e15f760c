// Framed records: values of the metadata log begin with a frame version, their type and their version.

import { type MessageCodec } from './message-codec.ts';
import { ProtocolError } from './protocol-error.ts';
import { Reader } from './reader.ts';
import { Writer } from './writer.ts';

const FRAME_VERSION = 1;

export interface RecordType {
  readonly type: number;
  readonly codec: MessageCodec<unknown>;
}

interface FramedRecord {
  readonly kind: string;
  readonly version: number;
  readonly value: unknown;
}

export function encodeFramedRecord(
  types: readonly (RecordType | undefined)[],
  type: number,
  record: FramedRecord,
): Uint8Array {
  const writer = new Writer();
  writer.uvarint(FRAME_VERSION);
  writer.uvarint(type);
  writer.uvarint(record.version);
  types[type]?.codec.write(writer, record.value, record.version);
  return writer.toBytes();
}

export function decodeFramedRecord(
  types: readonly (RecordType | undefined)[],
  bytes: Uint8Array,
): FramedRecord {
  const reader = new Reader(bytes);
  const frameVersion = reader.uvarint();
  if (frameVersion !== FRAME_VERSION) {
    throw new ProtocolError(`a record has the frame version ${frameVersion}`);
  }
  const type = reader.uvarint();
  const codec = types[type]?.codec;
  if (codec === undefined) throw new ProtocolError(`no record has type ${type}`);
  const version = reader.uvarint();
  const record = { kind: codec.name, version, value: codec.read(reader, version) };
  reader.expectEnd();
  return record;
}
