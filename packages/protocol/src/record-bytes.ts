// RecordBytes: the value of a `records` field, record batches as they stand in the log.
//
// A Reader yields one view into its frame. A Writer also takes a list of chunks, which it passes on
// to the socket without copying them together.

export type RecordBytes = Uint8Array | readonly Uint8Array[];

export function recordBytesLength(records: RecordBytes): number {
  if (records instanceof Uint8Array) return records.byteLength;
  let length = 0;
  for (const chunk of records) length += chunk.byteLength;
  return length;
}

/** The same bytes in one piece: the view itself where there is one chunk, a copy where there are more. */
export function inOnePiece(records: RecordBytes): Uint8Array {
  if (records instanceof Uint8Array) return records;
  if (records.length === 1) return records[0] as Uint8Array;
  const whole = new Uint8Array(recordBytesLength(records));
  let position = 0;
  for (const chunk of records) {
    whole.set(chunk, position);
    position += chunk.byteLength;
  }
  return whole;
}
