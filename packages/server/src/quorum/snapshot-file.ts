// Files in snapshot format: control batch with the header (and the voters), record batches, control
// batch with the footer. Metadata snapshots, the 0-0 checkpoint of a formatted node and
// `bootstrap.checkpoint` all have it; offsets in the file count from 0.

import { ErrorCode, KafkaError } from '@samsa/common';
import { BatchBuilder, BatchCursor, batchesIn, crc32c, readRecords } from '@samsa/protocol';
import {
  decodeMetadataRecord,
  encodeMetadataRecord,
  type MetadataRecord,
} from '@samsa/protocol/metadata-record';
import { type OffsetAndEpoch, VoterSet } from '@samsa/raft';

import { controlBatch, controlRecordsIn, type QuorumControlRecord } from './control-records.ts';

/** A batch is closed when it is at least so large, so that a reader can go in small steps. */
const BATCH_BYTES = 64 * 1024;

export interface SnapshotContent {
  /** Timestamp of the newest record that the snapshot covers; 0 where it covers none. */
  readonly lastContainedLogTimestamp: number;
  /** 0: the voters are not in the file. */
  readonly kraftVersion: number;
  readonly voters: VoterSet;
}

export const NO_VOTERS_INSIDE = { kraftVersion: 0, voters: VoterSet.EMPTY } as const;

const NAME = /^(\d{20})-(\d{10})\.checkpoint$/;

export function snapshotName(id: OffsetAndEpoch): string {
  return `${String(id.endOffset).padStart(20, '0')}-${String(id.epoch).padStart(10, '0')}.checkpoint`;
}

/** Undefined for every name that is not a complete snapshot's. */
export function parseSnapshotName(name: string): OffsetAndEpoch | undefined {
  const match = NAME.exec(name);
  if (match === null) return undefined;
  return { endOffset: Number(match[1]), epoch: Number(match[2]) };
}

/**
 * The batches of a snapshot, one after another, each made when it is asked for.
 *
 * @param epoch  stands in every batch; 0 in files made by `storage format`
 */
export function* snapshotBatches(
  content: SnapshotContent,
  records: Iterable<MetadataRecord>,
  epoch: number,
  nowMs: () => number,
): Generator<Uint8Array, void> {
  const head: QuorumControlRecord[] = [
    { kind: 'snapshot-header', lastContainedLogTimestamp: content.lastContainedLogTimestamp },
  ];
  if (content.kraftVersion > 0) {
    head.push(
      { kind: 'kraft-version', version: content.kraftVersion },
      { kind: 'voters', voters: content.voters },
    );
  }
  yield controlBatch(head, { baseOffset: 0, epoch, timestamp: nowMs() });
  let offset = head.length;
  let builder: BatchBuilder | undefined;
  // All records of a batch have its time: Kafka's reader refuses timestamp deltas other than 0.
  let batchMs = 0;
  for (const record of records) {
    if (builder === undefined) {
      builder = new BatchBuilder({ baseOffset: offset, partitionLeaderEpoch: epoch });
      batchMs = nowMs();
    }
    builder.add(batchMs, null, encodeMetadataRecord(record));
    if (builder.sizeInBytes < BATCH_BYTES) continue;
    offset += builder.recordCount;
    yield builder.build();
    builder = undefined;
  }
  if (builder !== undefined) {
    offset += builder.recordCount;
    yield builder.build();
  }
  yield controlBatch([{ kind: 'snapshot-footer' }], {
    baseOffset: offset,
    epoch,
    timestamp: nowMs(),
  });
}

/** A small snapshot at once; large ones are written batch by batch. */
export function snapshotBytes(
  content: SnapshotContent,
  records: Iterable<MetadataRecord>,
  epoch: number,
  nowMs: number,
): Uint8Array {
  return Buffer.concat([...snapshotBatches(content, records, epoch, () => nowMs)]);
}

/** The records of one batch that is no control batch. Throws KafkaError CORRUPT_MESSAGE. */
export function metadataRecordsIn(batch: BatchCursor): MetadataRecord[] {
  const records: MetadataRecord[] = [];
  for (const record of readRecords(batch, { maxDecompressedBytes: MAX_DECOMPRESSED_BYTES })) {
    const value = record.value();
    if (value === null) throw corrupt(`the metadata record at ${record.offset} has no value`);
    records.push(decodeMetadataRecord(value));
  }
  return records;
}

/** Controllers write no compressed batches; one from elsewhere may not grow beyond any segment. */
const MAX_DECOMPRESSED_BYTES = 64 * 1024 * 1024;

/** All records of a file that is small by its nature, as `bootstrap.checkpoint`. */
export function readSnapshotRecords(bytes: Uint8Array): MetadataRecord[] {
  const records: MetadataRecord[] = [];
  const check = new SnapshotCheck();
  for (const batch of batchesIn(bytes)) {
    check.next(batch);
    if (!batch.isControl) records.push(...metadataRecordsIn(batch));
  }
  check.finish();
  return records;
}

/** Reads what the control records of a snapshot say, from all of its bytes. */
export function readSnapshotContent(bytes: Uint8Array): SnapshotContent {
  const check = new SnapshotCheck();
  for (const batch of batchesIn(bytes)) check.next(batch);
  return check.finish();
}

/** Goes over the batches of a snapshot in order and finds whether it is whole and undamaged. */
export class SnapshotCheck {
  #timestamp: number | undefined;
  #kraftVersion = 0;
  #voters = VoterSet.EMPTY;
  #nextOffset = 0;
  #hasFooter = false;

  /** Throws KafkaError CORRUPT_MESSAGE. */
  next(batch: BatchCursor): void {
    if (!batch.isWhole || !batch.isCrcValid(crc32c)) throw corrupt('a batch is damaged');
    if (batch.baseOffset !== this.#nextOffset) throw corrupt('a batch is missing');
    if (this.#hasFooter) throw corrupt('something follows the footer');
    if (this.#nextOffset === 0 && !batch.isControl) throw corrupt('the header is missing');
    this.#nextOffset = batch.nextOffset;
    if (!batch.isControl) return;
    for (const { record } of controlRecordsIn(batch)) {
      if (record.kind === 'snapshot-header') this.#timestamp = record.lastContainedLogTimestamp;
      else if (record.kind === 'kraft-version') this.#kraftVersion = record.version;
      else if (record.kind === 'voters') this.#voters = record.voters;
      else if (record.kind === 'snapshot-footer') this.#hasFooter = true;
    }
  }

  finish(): SnapshotContent {
    if (this.#timestamp === undefined) throw corrupt('the header is missing');
    if (!this.#hasFooter) throw corrupt('the footer is missing');
    return {
      lastContainedLogTimestamp: this.#timestamp,
      kraftVersion: this.#kraftVersion,
      voters: this.#voters,
    };
  }
}

function corrupt(what: string): KafkaError {
  return new KafkaError(ErrorCode.CORRUPT_MESSAGE, `not a whole snapshot: ${what}`);
}
