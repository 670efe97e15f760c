// Legacy message sets (magic 0 and 1), read only: nobody writes them any more, but old segments hold them.
//
// A compressed message wraps an inner set. Inner offsets are absolute in magic 0; in magic 1 they count
// from the first, and the wrapper carries the offset of the last.

import { type CompressionName, ErrorCode, KafkaError } from '@samsa/common';

import { decompressLz4 } from '../compression/lz4-frame.ts';
import { crc32Of } from '../compression/zlib.ts';
import { type BatchCursor } from './batch-cursor.ts';
import {
  Attribute,
  Codec,
  codecName,
  LOG_OVERHEAD_BYTES,
  NO_SEQUENCE,
  NO_TIMESTAMP,
} from './batch-format.ts';
import { type RecordHeader, type RecordView } from './record-view.ts';

/** Positions from the start of the message, its offset and size included. */
const LegacyField = { CRC: 12, MAGIC: 16, ATTRIBUTES: 17, TIMESTAMP: 18 } as const;
const TIMESTAMP_BYTES = 8;

export type Decompress = (
  codec: CompressionName,
  bytes: Uint8Array,
  maxBytes: number,
) => Uint8Array;

/**
 * The records of the legacy message below the cursor: itself, or those that it wraps.
 *
 * @throws KafkaError CORRUPT_MESSAGE, and what `decompress` throws
 */
export function* readLegacyRecords(
  batch: BatchCursor,
  maxDecompressedBytes: number,
  decompress: Decompress,
): Generator<RecordView, void> {
  const wrapper = messageAt(batch.bytes, batch.start, batch.end);
  if (wrapper.codec === Codec.NONE) {
    yield wrapper;
    return;
  }
  const compressed = wrapper.value();
  const codec = codecName(wrapper.codec);
  if (compressed === null || codec === undefined) throw corrupt(batch.start, 'an empty wrapper');
  const inner = messagesOf(
    // The first LZ4 writers summed too much of the frame's header.
    wrapper.magic === 0 && wrapper.codec === Codec.LZ4
      ? decompressLz4(compressed, maxDecompressedBytes, { headerCheckCoversMagic: true })
      : decompress(codec, compressed, maxDecompressedBytes),
    wrapper.magic,
  );
  const lastOffset = inner.at(-1)?.offset ?? 0;
  const firstOffset = wrapper.magic === 0 ? 0 : wrapper.offset - lastOffset;
  for (const message of inner) {
    message.offset += firstOffset;
    if (wrapper.isLogAppendTime) message.timestamp = wrapper.timestamp;
    yield message;
  }
}

function messagesOf(bytes: Uint8Array, magic: number): LegacyMessage[] {
  const messages: LegacyMessage[] = [];
  let start = 0;
  while (start < bytes.length) {
    const view = new DataView(bytes.buffer, bytes.byteOffset + start, bytes.length - start);
    if (view.byteLength <= LegacyField.TIMESTAMP) throw corrupt(start, 'a cut inner message');
    const end = start + LOG_OVERHEAD_BYTES + view.getInt32(8);
    if (end > bytes.length || end <= start) throw corrupt(start, 'an inner message of wrong size');
    const message = messageAt(bytes, start, end);
    if (message.magic !== magic) throw corrupt(start, `magic ${message.magic} inside ${magic}`);
    if (message.codec !== Codec.NONE) throw corrupt(start, 'a compressed message in another');
    messages.push(message);
    start = end;
  }
  return messages;
}

class LegacyMessage implements RecordView {
  readonly magic: number;
  readonly codec: number;
  readonly isLogAppendTime: boolean;
  readonly sequence = NO_SEQUENCE;
  offset: number;
  timestamp: number;
  readonly #key: Uint8Array | null;
  readonly #value: Uint8Array | null;

  constructor(
    magic: number,
    attributes: number,
    offset: number,
    timestamp: number,
    key: Uint8Array | null,
    value: Uint8Array | null,
  ) {
    this.magic = magic;
    this.codec = attributes & Attribute.CODEC_MASK;
    this.isLogAppendTime = magic > 0 && (attributes & Attribute.LOG_APPEND_TIME) !== 0;
    this.offset = offset;
    this.timestamp = timestamp;
    this.#key = key;
    this.#value = value;
  }

  key(): Uint8Array | null {
    return this.#key;
  }

  value(): Uint8Array | null {
    return this.#value;
  }

  headers(): RecordHeader[] {
    return [];
  }
}

/** Reads bytes[start, end), which the caller found to be one message, and checks its sum. */
function messageAt(bytes: Uint8Array, start: number, end: number): LegacyMessage {
  const message = bytes.subarray(start, end);
  const view = new DataView(message.buffer, message.byteOffset, message.length);
  if (view.getUint32(LegacyField.CRC) !== crc32Of(message.subarray(LegacyField.MAGIC))) {
    throw corrupt(start, 'its CRC is wrong');
  }
  const magic = view.getInt8(LegacyField.MAGIC);
  if (magic !== 0 && magic !== 1) throw corrupt(start, `magic ${magic}`);
  const keyAt = LegacyField.TIMESTAMP + (magic === 0 ? 0 : TIMESTAMP_BYTES);
  const key = sizedBytes(message, view, keyAt, start);
  const valueAt = keyAt + 4 + (key?.length ?? 0);
  const value = sizedBytes(message, view, valueAt, start);
  if (valueAt + 4 + (value?.length ?? 0) !== message.length) throw corrupt(start, 'its size');
  return new LegacyMessage(
    magic,
    view.getUint8(LegacyField.ATTRIBUTES),
    int64(view, 0),
    magic === 0 ? NO_TIMESTAMP : int64(view, LegacyField.TIMESTAMP),
    key,
    value,
  );
}

function sizedBytes(
  message: Uint8Array,
  view: DataView,
  at: number,
  start: number,
): Uint8Array | null {
  if (at + 4 > message.length) throw corrupt(start, 'it is too short');
  const length = view.getInt32(at);
  if (length < 0) return null;
  if (length > message.length - at - 4) throw corrupt(start, 'a field reaches beyond it');
  return message.subarray(at + 4, at + 4 + length);
}

function int64(view: DataView, at: number): number {
  return view.getInt32(at) * 2 ** 32 + view.getUint32(at + 4);
}

function corrupt(start: number, what: string): KafkaError {
  return new KafkaError(
    ErrorCode.CORRUPT_MESSAGE,
    `the legacy message at position ${start} is damaged: ${what}`,
  );
}
