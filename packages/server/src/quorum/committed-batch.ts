// CommittedBatch: one batch of the metadata log as its readers get it, and the few newest ones kept as
// objects, so that what this node wrote itself is not read and decoded again.

import { type BatchCursor } from '@samsa/protocol';
import { type MetadataRecord } from '@samsa/protocol/metadata-record';

import { metadataRecordsIn } from './snapshot-file.ts';

export interface CommittedBatch {
  readonly baseOffset: number;
  /** Inclusive. */
  readonly lastOffset: number;
  readonly epoch: number;
  readonly appendTimestampMs: number;
  /** Empty for a control batch. Shared by all readers: not to be changed. */
  readonly records: readonly MetadataRecord[];
  readonly sizeInBytes: number;
}

/** Throws KafkaError CORRUPT_MESSAGE, ProtocolError. */
export function decodeBatch(batch: BatchCursor): CommittedBatch {
  return {
    baseOffset: batch.baseOffset,
    lastOffset: batch.lastOffset,
    epoch: batch.partitionLeaderEpoch,
    appendTimestampMs: batch.maxTimestamp,
    records: batch.isControl ? [] : metadataRecordsIn(batch),
    sizeInBytes: batch.sizeInBytes,
  };
}

/** Enough for the records between append and commit; readers that lag read the log. */
const RECENT_BYTES = 4 * 1024 * 1024;

export class RecentBatches {
  /** By base offset, oldest first. */
  readonly #batches = new Map<number, CommittedBatch>();
  #bytes = 0;

  add(batch: CommittedBatch): void {
    this.#batches.set(batch.baseOffset, batch);
    this.#bytes += batch.sizeInBytes;
    for (const oldest of this.#batches.values()) {
      if (this.#bytes <= RECENT_BYTES) return;
      this.#batches.delete(oldest.baseOffset);
      this.#bytes -= oldest.sizeInBytes;
    }
  }

  at(baseOffset: number): CommittedBatch | undefined {
    return this.#batches.get(baseOffset);
  }

  /** The log was cut: other batches may come to the same offsets. */
  clear(): void {
    this.#batches.clear();
    this.#bytes = 0;
  }
}
