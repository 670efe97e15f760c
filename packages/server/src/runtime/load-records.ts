// loadRecords: replays a log into a machine, from its start, in slices that let other work run.
//
// A compacted log has gaps: the next offset follows from the batch that was read, never from counting.
// Offsets that were committed within a transaction count when its commit marker is read.

import { type Platform } from '@samsa/common';
import { BatchCursor, ControlType, controlTypeOf, readRecords } from '@samsa/protocol';

import { type RecordCodec } from './record-codec.ts';
import { type ShardLog } from './shard-log.ts';

/** Well under a millisecond of replay; the loop runs something else then. */
const RECORDS_PER_SLICE = 500;

/** The records of one batch are ours, or another coordinator's of the same software. */
const MAX_DECOMPRESSED_BYTES = 256 * 1024 * 1024;

export interface LoadTarget<Record> {
  replay(record: Record): void;
  /** False when the load is not wanted any more. Asked after every wait. */
  isWanted(): boolean;
}

export interface LoadResult {
  readonly endOffset: number;
  readonly recordCount: number;
  /** Of types that this version does not know. */
  readonly unknownCount: number;
}

export class RecordLoader<Record> {
  readonly #platform: Platform;
  readonly #log: ShardLog;
  readonly #codec: RecordCodec<Record>;
  readonly #target: LoadTarget<Record>;
  readonly #readBytes: number;
  readonly #cursor = BatchCursor.over(new Uint8Array(0));
  /** Records of transactions whose end has not been read, by producer id. */
  readonly #inTransaction = new Map<number, Record[]>();
  #recordCount = 0;
  #unknownCount = 0;
  #untilPause = RECORDS_PER_SLICE;

  constructor(
    platform: Platform,
    log: ShardLog,
    codec: RecordCodec<Record>,
    target: LoadTarget<Record>,
    readBytes: number,
  ) {
    this.#platform = platform;
    this.#log = log;
    this.#codec = codec;
    this.#target = target;
    this.#readBytes = readBytes;
  }

  /** @returns undefined where the load was given up because nobody wants it any more */
  async load(): Promise<LoadResult | undefined> {
    const endOffset = await this.#log.settledEndOffset();
    let offset = this.#log.startOffset;
    while (offset < endOffset && this.#target.isWanted()) {
      const slice = await this.#log.read(offset, this.#readBytes, endOffset);
      try {
        if (!this.#target.isWanted()) break;
        // Compaction may have left nothing between here and the end.
        if (slice.chunks.length === 0 || slice.nextOffset <= offset) break;
        await this.#replaySlice(inOnePiece(slice.chunks), offset);
      } finally {
        slice.release();
      }
      offset = slice.nextOffset;
    }
    if (!this.#target.isWanted()) return undefined;
    if (this.#inTransaction.size > 0) this.#platform.mark('coordinator.load.open-transaction');
    return { endOffset, recordCount: this.#recordCount, unknownCount: this.#unknownCount };
  }

  async #replaySlice(bytes: Uint8Array, fromOffset: number): Promise<void> {
    const batch = this.#cursor.aim(bytes);
    for (; batch.isWhole; batch.advance()) {
      if (batch.nextOffset <= fromOffset) continue; // the slice may begin with an earlier batch
      this.#replayBatch(batch, fromOffset);
      if (this.#untilPause > 0) continue;
      this.#untilPause = RECORDS_PER_SLICE;
      await this.#platform.timers.yield();
      if (!this.#target.isWanted()) return;
    }
  }

  #replayBatch(batch: BatchCursor, fromOffset: number): void {
    const { isControl, isTransactional, producerId } = batch;
    this.#untilPause--;
    for (const record of readRecords(batch, { maxDecompressedBytes: MAX_DECOMPRESSED_BYTES })) {
      if (record.offset < fromOffset) continue;
      this.#untilPause--;
      if (isControl) {
        this.#endTransaction(producerId, controlTypeOf(record));
        continue;
      }
      const key = record.key();
      const decoded = key === null ? undefined : this.#codec.decode(key, record.value());
      if (decoded === undefined) this.#unknownCount++;
      else if (isTransactional) this.#keepForTransaction(producerId, decoded);
      else this.#replay(decoded);
    }
  }

  #replay(record: Record): void {
    this.#target.replay(record);
    this.#recordCount++;
  }

  #keepForTransaction(producerId: number, record: Record): void {
    const records = this.#inTransaction.get(producerId);
    if (records === undefined) this.#inTransaction.set(producerId, [record]);
    else records.push(record);
  }

  #endTransaction(producerId: number, controlType: number): void {
    if (controlType !== ControlType.COMMIT && controlType !== ControlType.ABORT) return;
    const records = this.#inTransaction.get(producerId) ?? [];
    this.#inTransaction.delete(producerId);
    if (controlType === ControlType.COMMIT) for (const record of records) this.#replay(record);
  }
}

function inOnePiece(chunks: readonly Uint8Array[]): Uint8Array {
  const [first] = chunks;
  return chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks);
}
