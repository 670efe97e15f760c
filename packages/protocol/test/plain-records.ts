// Records as plain text, for comparing what was read with what was meant.

import { type RecordView } from '../src/records/record-view.ts';

export interface PlainRecord {
  readonly offset: number;
  readonly timestamp: number;
  readonly key: string | null;
  readonly value: string | null;
  readonly headers: readonly (readonly [string, string | null])[];
}

/** Copies what a moving view shows. */
export function plainRecords(records: Iterable<RecordView>): PlainRecord[] {
  const plain: PlainRecord[] = [];
  for (const record of records) {
    plain.push({
      offset: record.offset,
      timestamp: record.timestamp,
      key: textOf(record.key()),
      value: textOf(record.value()),
      headers: record.headers().map((header) => [header.key, textOf(header.value)] as const),
    });
  }
  return plain;
}

export function textOf(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : Buffer.from(bytes).toString();
}

export function bytesOfText(text: string | null): Uint8Array | null {
  return text === null ? null : Buffer.from(text);
}
