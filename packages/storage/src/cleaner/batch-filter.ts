// BatchFilter: what compaction leaves of one batch — the batch as it is, a smaller one, its bare header,
// or nothing. The rules are those of Kafka's Cleaner, KIP-280 left out, KIP-534 included.

import {
  BatchBuilder,
  type BatchCursor,
  Codec,
  codecName,
  CURRENT_MAGIC,
  decompressNow,
  emptyBatchLike,
  readRecords,
  RecordCursor,
} from '@samsa/protocol';
import { DamagedLog } from '../log/batch-headers.ts';
import { type AbortedTransaction } from '../indexes/transaction-index.ts';
import { MAX_DECOMPRESSED_BYTES } from '../log/limits.ts';
import { type LastBatches } from './last-batches.ts';
import { type OffsetMap } from './offset-map.ts';
import { type TransactionsSeen } from './transactions-seen.ts';

/** Horizons beyond this are never reached, and times relative to it stay exact. */
const LATEST_HORIZON_MS = 2 ** 51;
/** So many are looked at before other work may have its turn. */
const RECORDS_PER_STEP = 1000;
/** In a message of an old format. */
const LEGACY_ATTRIBUTES_AT = 17;
const LEGACY_CODEC_MASK = 0x07;

export interface FilterRules {
  readonly nowMs: number;
  readonly deleteRetentionMs: number;
  /** The map knows the keys up to here; records behind it all stay. */
  readonly latestOffset: number;
  /** Where this pass ends, exclusive: the header of the batch that ends there stays, to say so. */
  readonly upperOffset: number;
}

export interface FilterCounts {
  messagesRead: number;
  messagesKept: number;
  /** Records without a key, which a compacted topic cannot keep. */
  messagesWithoutKey: number;
}

export class BatchFilter {
  readonly counts: FilterCounts = { messagesRead: 0, messagesKept: 0, messagesWithoutKey: 0 };
  readonly #rules: FilterRules;
  readonly #map: OffsetMap;
  readonly #transactions: TransactionsSeen;
  readonly #lastBatches: LastBatches;
  readonly #keepAborted: (transaction: AbortedTransaction) => void;
  readonly #records = new RecordCursor();
  /** Whether each record of the present batch stays. */
  #keeps = new Uint8Array(1024);

  /** @param keepAborted  gets each aborted transaction that the index of the new segment must know */
  constructor(
    rules: FilterRules,
    map: OffsetMap,
    transactions: TransactionsSeen,
    lastBatches: LastBatches,
    keepAborted: (transaction: AbortedTransaction) => void,
  ) {
    this.#rules = rules;
    this.#map = map;
    this.#transactions = transactions;
    this.#lastBatches = lastBatches;
    this.#keepAborted = keepAborted;
  }

  /**
   * The batch that takes the place of this one: its own bytes where nothing changes, undefined where
   * nothing stays. Yields now and then.
   *
   * @throws DamagedLog where the records cannot be read
   */
  *filter(batch: BatchCursor): Generator<void, Uint8Array | undefined> {
    return batch.magic === CURRENT_MAGIC
      ? yield* this.#filterCurrent(batch)
      : yield* this.#filterLegacy(batch);
  }

  *#filterCurrent(batch: BatchCursor): Generator<void, Uint8Array | undefined> {
    const { isControl } = batch;
    const isIdle = isControl
      ? this.#transactions.isIdleMarker(batch, this.#keepAborted)
      : this.#transactions.isAborted(batch);
    const isHorizonPassed = batch.hasDeleteHorizon && batch.deleteHorizonMs <= this.#rules.nowMs;
    // An aborted batch goes at once; a marker that nothing needs waits for its horizon.
    const losesAll = isIdle && (!isControl || isHorizonPassed);
    const { recordCount } = batch;
    if (losesAll) {
      this.counts.messagesRead += recordCount;
      return this.#emptied(batch);
    }
    if (isControl) {
      this.counts.messagesRead += recordCount;
      this.counts.messagesKept += recordCount;
      const needsHorizon = isIdle && !batch.hasDeleteHorizon;
      return needsHorizon ? yield* this.#rebuild(batch, undefined) : batch.view();
    }
    return yield* this.#filterData(batch, isHorizonPassed);
  }

  *#filterData(
    batch: BatchCursor,
    isHorizonPassed: boolean,
  ): Generator<void, Uint8Array | undefined> {
    const payload = payloadOf(batch);
    const records = this.#aim(batch, payload);
    this.#makeRoomFor(batch.recordCount);
    let count = 0;
    let kept = 0;
    let keepsTombstone = false;
    while (records.next()) {
      const keeps = this.#keepsRecord(
        records.offset,
        records.key(),
        records.hasValue || !isHorizonPassed,
      );
      this.#keeps[count++] = keeps ? 1 : 0;
      if (keeps) {
        kept++;
        keepsTombstone ||= !records.hasValue;
      }
      if (count % RECORDS_PER_STEP === 0) yield;
    }
    if (records.problem !== undefined) throw damaged(batch, records.problem);
    this.counts.messagesRead += count;
    this.counts.messagesKept += kept;
    if (kept === 0) return this.#emptied(batch);
    const needsHorizon = keepsTombstone && !batch.hasDeleteHorizon;
    if (kept === count && !needsHorizon) return batch.view();
    return yield* this.#rebuild(batch, payload, needsHorizon);
  }

  #keepsRecord(offset: number, key: Uint8Array | null, staysWhenLast: boolean): boolean {
    if (offset > this.#rules.latestOffset) return true;
    if (key === null) {
      this.counts.messagesWithoutKey++;
      return false;
    }
    return staysWhenLast && offset >= this.#map.get(key);
  }

  /** What stays without records: the header, where it says what nothing else does. */
  #emptied(batch: BatchCursor): Uint8Array | undefined {
    const saysEndOfPass = batch.nextOffset === this.#rules.upperOffset;
    const saysProducer = batch.hasProducerId && this.#lastBatches.has(batch);
    if (!saysEndOfPass && !saysProducer) return undefined;
    return batch.recordCount === 0 ? batch.view() : emptyBatchLike(batch);
  }

  /** The batch with the records that stay, its offsets and sequences unchanged. */
  *#rebuild(
    batch: BatchCursor,
    payload: Uint8Array | undefined,
    needsHorizon = true,
  ): Generator<void, Uint8Array> {
    const isControl = batch.isControl;
    const builder = new BatchBuilder({
      baseOffset: batch.baseOffset,
      partitionLeaderEpoch: batch.partitionLeaderEpoch,
      codec: codecName(batch.codec) ?? 'none',
      isTransactional: batch.isTransactional,
      isControl,
      producerId: batch.producerId,
      producerEpoch: batch.producerEpoch,
      baseSequence: batch.baseSequence,
      expectedBytes: payload?.length ?? batch.sizeInBytes,
      ...(batch.isLogAppendTime ? { logAppendTimeMs: batch.maxTimestamp } : {}),
      ...(needsHorizon ? { deleteHorizonMs: this.#newHorizonMs } : {}),
      ...(batch.hasDeleteHorizon ? { deleteHorizonMs: batch.deleteHorizonMs } : {}),
    });
    const records = this.#aim(batch, payload);
    for (let slot = 0; records.next(); slot++) {
      if (!isControl && this.#keeps[slot] === 0) continue;
      builder.addAt(
        records.offset,
        records.timestamp,
        records.key(),
        records.value(),
        records.headerCount === 0 ? [] : records.headers(),
      );
      if (slot % RECORDS_PER_STEP === RECORDS_PER_STEP - 1) yield;
    }
    if (records.problem !== undefined) throw damaged(batch, records.problem);
    // The last offset carries the last sequence, which a retry is compared with.
    return builder.build({ lastOffset: batch.lastOffset });
  }

  /**
   * A message of an old format stays as it is or goes; where only a part of a compressed one stays, or
   * a tombstone needs a horizon, it is written in today's format.
   */
  *#filterLegacy(batch: BatchCursor): Generator<void, Uint8Array | undefined> {
    const kept = [];
    let count = 0;
    let keepsTombstone = false;
    for (const record of readRecords(batch, { maxDecompressedBytes: MAX_DECOMPRESSED_BYTES })) {
      const { offset, timestamp } = record;
      const key = record.key();
      const value = record.value();
      count++;
      if (this.#keepsRecord(offset, key, true)) {
        kept.push({ offset, timestamp, key, value });
        keepsTombstone ||= value === null;
      }
      if (count % RECORDS_PER_STEP === 0) yield;
    }
    this.counts.messagesRead += count;
    this.counts.messagesKept += kept.length;
    const first = kept[0];
    if (first === undefined) return undefined;
    if (kept.length === count && !keepsTombstone) return batch.view();
    const codec = (batch.bytes[batch.start + LEGACY_ATTRIBUTES_AT] ?? 0) & LEGACY_CODEC_MASK;
    const builder = new BatchBuilder({
      baseOffset: first.offset,
      codec: codecName(codec) ?? 'none',
      ...(keepsTombstone ? { deleteHorizonMs: this.#newHorizonMs } : {}),
    });
    for (const { offset, timestamp, key, value } of kept) {
      builder.addAt(offset, timestamp, key, value);
    }
    return builder.build({ lastOffset: Math.max(batch.lastOffset, kept.at(-1)?.offset ?? 0) });
  }

  get #newHorizonMs(): number {
    return Math.min(this.#rules.nowMs + this.#rules.deleteRetentionMs, LATEST_HORIZON_MS);
  }

  #aim(batch: BatchCursor, payload: Uint8Array | undefined): RecordCursor {
    return payload === undefined
      ? this.#records.aimInPlace(batch)
      : this.#records.aim(batch, payload);
  }

  #makeRoomFor(recordCount: number): void {
    if (recordCount > this.#keeps.length) this.#keeps = new Uint8Array(2 * recordCount);
  }
}

/** The records of a batch, decompressed; undefined where they lie in it as they are. */
export function payloadOf(batch: BatchCursor): Uint8Array | undefined {
  if (batch.codec === Codec.NONE) return undefined;
  const codec = codecName(batch.codec);
  if (codec === undefined) throw damaged(batch, `unknown compression ${batch.codec}`);
  try {
    return decompressNow(codec, batch.payload(), MAX_DECOMPRESSED_BYTES);
  } catch (error) {
    throw damaged(batch, error instanceof Error ? error.message : String(error));
  }
}

export function damaged(batch: BatchCursor, what: string): DamagedLog {
  return new DamagedLog(`the batch at offset ${batch.baseOffset} is damaged: ${what}`);
}
