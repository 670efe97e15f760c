// Where the fields of a record batch (magic 2) and of a legacy message stand, and what its attributes mean.

import { type CompressionName } from '@samsa/common';

/** Position of each field from the start of the batch. Source: formats of KIP-98. */
export const Field = {
  BASE_OFFSET: 0,
  BATCH_LENGTH: 8,
  PARTITION_LEADER_EPOCH: 12,
  MAGIC: 16,
  CRC: 17,
  ATTRIBUTES: 21,
  LAST_OFFSET_DELTA: 23,
  BASE_TIMESTAMP: 27,
  MAX_TIMESTAMP: 35,
  PRODUCER_ID: 43,
  PRODUCER_EPOCH: 51,
  BASE_SEQUENCE: 53,
  RECORD_COUNT: 57,
  RECORDS: 61,
} as const;

/** Bytes before the records, in magic 2. */
export const BATCH_HEADER_BYTES = Field.RECORDS;
/** Base offset and length: what the length does not count. The same in every magic. */
export const LOG_OVERHEAD_BYTES = 12;
/** Enough bytes to know size and magic, in every magic. */
export const HEADER_TO_MAGIC_BYTES = 17;
/** The smallest record: length, attributes, two deltas, key and value length, header count. */
export const MIN_RECORD_BYTES = 7;

export const CURRENT_MAGIC = 2;

export const Attribute = {
  CODEC_MASK: 0x07,
  LOG_APPEND_TIME: 0x08,
  TRANSACTIONAL: 0x10,
  CONTROL: 0x20,
  DELETE_HORIZON: 0x40,
} as const;

/** Bits that mean nothing yet. */
export const UNKNOWN_ATTRIBUTES = 0xff80;

/** "No timestamp" in a record or header. */
export const NO_TIMESTAMP = -1;
export const NO_PRODUCER_ID = -1;
export const NO_PRODUCER_EPOCH = -1;
export const NO_SEQUENCE = -1;

export const Codec = { NONE: 0, GZIP: 1, SNAPPY: 2, LZ4: 3, ZSTD: 4 } as const;
export type Codec = (typeof Codec)[keyof typeof Codec];

const CODEC_NAMES: readonly CompressionName[] = ['none', 'gzip', 'snappy', 'lz4', 'zstd'];

/** Undefined for an id that no version of Kafka knows. */
export function codecName(codec: number): CompressionName | undefined {
  return CODEC_NAMES[codec];
}

export function codecOf(name: CompressionName): Codec {
  // The list holds every name at the place of its id.
  return CODEC_NAMES.indexOf(name) as Codec;
}

const SEQUENCES = 2 ** 31;

/** The sequence `delta` after `sequence`: past 2147483647 it begins at 0 again. */
export function sequenceAfter(sequence: number, delta: number): number {
  return (sequence + delta) % SEQUENCES;
}
