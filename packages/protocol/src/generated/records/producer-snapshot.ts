// ProducerSnapshot: data in .snapshot file (producer state); version 1, never flexible.
// Generated from schema/records/producer-snapshot.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ProducerSnapshot {
  crc: number;
  producerEntries: readonly ProducerEntry[];
}

export interface ProducerEntry {
  producerId: number;
  epoch: number;
  lastSequence: number;
  lastOffset: number;
  offsetDelta: number;
  timestamp: number;
  coordinatorEpoch: number;
  currentTxnFirstOffset: number;
}

export const ProducerSnapshot: MessageCodec<ProducerSnapshot> = {
  name: 'ProducerSnapshot',
  versions: [1, 1],
  flexibleFrom: Infinity,
  read: readProducerSnapshot,
  write: writeProducerSnapshot,
  create: createProducerSnapshot,
};

function createProducerSnapshot({
  crc = 0,
  producerEntries = [],
}: Partial<ProducerSnapshot> = {}): ProducerSnapshot {
  const message: ProducerSnapshot = { crc, producerEntries };
  return message;
}

function readProducerSnapshot(reader: Reader, version: number): ProducerSnapshot {
  checkVersion('ProducerSnapshot', version, 1, 1);
  const message: ProducerSnapshot = {
    crc: reader.uint32(),
    producerEntries: readProducerEntryArray(reader, version),
  };
  return message;
}

function writeProducerSnapshot(writer: Writer, message: ProducerSnapshot, version: number): void {
  checkVersion('ProducerSnapshot', version, 1, 1);
  writer.uint32(message.crc);
  writeProducerEntryArray(writer, message.producerEntries, version);
}

export function createProducerEntry({
  producerId = 0,
  epoch = 0,
  lastSequence = 0,
  lastOffset = 0,
  offsetDelta = 0,
  timestamp = 0,
  coordinatorEpoch = 0,
  currentTxnFirstOffset = 0,
}: Partial<ProducerEntry> = {}): ProducerEntry {
  const message: ProducerEntry = {
    producerId,
    epoch,
    lastSequence,
    lastOffset,
    offsetDelta,
    timestamp,
    coordinatorEpoch,
    currentTxnFirstOffset,
  };
  return message;
}

function readProducerEntry(reader: Reader, version: number): ProducerEntry {
  const message: ProducerEntry = {
    producerId: reader.int64(),
    epoch: reader.int16(),
    lastSequence: reader.int32(),
    lastOffset: reader.int64(),
    offsetDelta: reader.int32(),
    timestamp: reader.int64(),
    coordinatorEpoch: reader.int32(),
    currentTxnFirstOffset: reader.int64(),
  };
  return message;
}

function writeProducerEntry(writer: Writer, message: ProducerEntry, version: number): void {
  writer.int64(message.producerId);
  writer.int16(message.epoch);
  writer.int32(message.lastSequence);
  writer.int64(message.lastOffset);
  writer.int32(message.offsetDelta);
  writer.int64(message.timestamp);
  writer.int32(message.coordinatorEpoch);
  writer.int64(message.currentTxnFirstOffset);
}

function readProducerEntryArray(reader: Reader, version: number): ProducerEntry[] {
  const length = reader.arrayLength(false, 46);
  const elements: ProducerEntry[] = [];
  for (let i = 0; i < length; i++) elements.push(readProducerEntry(reader, version));
  return elements;
}

function writeProducerEntryArray(
  writer: Writer,
  elements: readonly ProducerEntry[],
  version: number,
): void {
  writer.arrayLength(elements.length, false);
  for (const element of elements) writeProducerEntry(writer, element, version);
}

