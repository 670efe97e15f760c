// The records that every client writes, by number, and the line each is compared as once it was read.
// Programs in other languages hold the same rules; what they read has to give the same lines.

import { createHash } from 'node:crypto';

/** Timestamp of record 0; record i is i ms later, which also identifies it. */
export const FIRST_TIMESTAMP = 1_700_000_000_000;

export interface RecordHeader {
  readonly name: string;
  readonly value: Buffer | null;
}

export interface NumberedRecord {
  readonly partition: number;
  readonly timestamp: number;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: readonly RecordHeader[];
}

const EMPTY = Buffer.alloc(0);
const LARGE_EVERY = 1_000;
const LARGE_BYTES = 50_000;

/** Null keys and values, empty ones, every byte value, headers with one name twice, large values. */
export function recordNumber(i: number, partitionCount: number): NumberedRecord {
  return {
    partition: i % partitionCount,
    timestamp: FIRST_TIMESTAMP + i,
    key: keyOf(i),
    value: valueOf(i),
    headers: Array.from({ length: i % 4 }, (_, h) => ({
      name: `h${h >> 1}`,
      value: headerValue(i, h),
    })),
  };
}

function keyOf(i: number): Buffer | null {
  if (i % 5 === 4) return null;
  if (i % 10 === 0) return EMPTY;
  const key = Buffer.alloc(6);
  key.writeUInt32BE(i);
  key[4] = 0xff;
  return key;
}

function valueOf(i: number): Buffer | null {
  if (i % 7 === 3) return null;
  if (i % 11 === 5) return EMPTY;
  const size = i % LARGE_EVERY === LARGE_EVERY - 1 ? LARGE_BYTES : (i * 31) % 700;
  const value = Buffer.alloc(size);
  for (let j = 0; j < size; j++) value[j] = (i * 7 + j * 13) & 0xff;
  return value;
}

function headerValue(i: number, h: number): Buffer | null {
  if ((i + h) % 3 === 0) return null;
  if ((i + h) % 3 === 1) return EMPTY;
  return Buffer.from(`value-${i}`);
}

/** What a client's API cannot express. Its program writes the nearest record, and that is expected. */
export interface RecordLimits {
  /** A header cannot be null; it is written empty. */
  readonly hasNullHeaders?: false;
  /** A record with neither key nor value is refused; it is written with an empty value. */
  readonly hasRecordsWithoutKeyAndValue?: false;
  /** Keys, values and headers of length 0 are read as null ones. */
  readonly readsEmptyApart?: false;
}

/** The limits in words, for the table. */
export function limitsText(limits: RecordLimits): string[] {
  return [
    ...(limits.hasNullHeaders === false
      ? ['the client cannot write headers without a value; it writes empty ones']
      : []),
    ...(limits.hasRecordsWithoutKeyAndValue === false
      ? ['the client refuses records with neither key nor value; it writes an empty value']
      : []),
    ...(limits.readsEmptyApart === false ? ['the client reads what is empty as null'] : []),
  ];
}

export function recordLine(
  record: NumberedRecord,
  offset: number,
  limits: RecordLimits = {},
): string {
  const { partition, timestamp, key, headers } = record;
  const value =
    record.value === null && key === null && limits.hasRecordsWithoutKeyAndValue === false
      ? EMPTY
      : record.value;
  const nothing = limits.hasNullHeaders === false ? EMPTY : null;
  const read = (bytes: Buffer | null): Buffer | null =>
    limits.readsEmptyApart === false && bytes?.length === 0 ? null : bytes;
  return [
    partition,
    offset,
    timestamp,
    bytesText(read(key)),
    valueText(read(value)),
    headers.length === 0
      ? '-'
      : headers.map(({ name, value }) => `${name}=${bytesText(read(value ?? nothing))}`).join(','),
  ].join(' ');
}

function bytesText(bytes: Buffer | null): string {
  if (bytes === null) return '-';
  return bytes.length === 0 ? '.' : bytes.toString('hex');
}

function valueText(value: Buffer | null): string {
  return value === null ? '-' : `${value.length}:${digest(value)}`;
}

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

/** What a reader of records 0 to `count`, written in order over all partitions, has to print. */
export function expectedLines(
  count: number,
  partitionCount: number,
  limits: RecordLimits = {},
): string[] {
  return Array.from({ length: count }, (_, i) =>
    recordLine(recordNumber(i, partitionCount), Math.floor(i / partitionCount), limits),
  );
}

/** The first difference between what was read and what was written, or undefined. */
export function firstDifference(
  read: readonly string[],
  written: readonly string[],
): string | undefined {
  const inOrder = read.toSorted(byPartitionAndOffset);
  const expected = written.toSorted(byPartitionAndOffset);
  const at = expected.findIndex((line, index) => inOrder[index] !== line);
  if (at >= 0) return `read '${inOrder[at] ?? 'nothing'}' where '${expected[at]}' was written`;
  if (inOrder.length > expected.length) return `read '${inOrder[expected.length]}' beyond the end`;
  return undefined;
}

function byPartitionAndOffset(a: string, b: string): number {
  const [partitionA = 0, offsetA = 0] = a.split(' ', 2).map(Number);
  const [partitionB = 0, offsetB = 0] = b.split(' ', 2).map(Number);
  return partitionA - partitionB || offsetA - offsetB;
}

/** The number of the record that a line shows. */
export function numberOf(line: string): number {
  return Number(line.split(' ', 3)[2]) - FIRST_TIMESTAMP;
}
