// MetadataPublisher: follows the committed metadata log, keeps the newest image, and hands every change
// to the rooms of this node, always in the same order.

import { assert, type Platform } from '@samsa/common';
import { MetadataDelta, MetadataImage } from '@samsa/metadata';
import { type MetadataRecord } from '@samsa/protocol/metadata-record';

import {
  type CommittedBatch,
  type MetadataSource,
  type MetadataSourceListener,
  type SnapshotId,
} from './metadata-source.ts';

export type MetadataSubscriber = (delta: MetadataDelta, image: MetadataImage) => void;

/** Hears of the log's progress after the image holds it. */
export interface ProgressListener {
  onCommitted(lastOffset: number, sizeInBytes: number): void;
  onLeaderChange(leaderId: number, epoch: number): void;
}

interface Waiter {
  readonly offset: number;
  readonly resolve: () => void;
}

export class MetadataPublisher implements MetadataSourceListener {
  readonly #platform: Platform;
  readonly #subscribers: { readonly name: string; readonly run: MetadataSubscriber }[] = [];
  readonly #progressListeners: ProgressListener[] = [];
  #source: MetadataSource | undefined;
  #unfollow: (() => void) | undefined;
  #image = MetadataImage.EMPTY;
  /** Records committed after `#image` and not yet published. */
  #delta: MetadataDelta | undefined;
  /** The end of what is replayed, before any open transaction; the next image gets this place. */
  #last = { offset: -1, epoch: -1, timestampMs: -1 };
  /** Records of a transaction that is neither ended nor aborted; undefined outside of one. */
  #transaction: MetadataRecord[] | undefined;
  #snapshot: MetadataDelta | undefined;
  #isCaughtUp = false;
  #waiters: Waiter[] = [];

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** Everything committed, as far as this node knows it. A reader that awaited has an old one. */
  get image(): MetadataImage {
    return this.#image;
  }

  /** True from the first publication on: the whole log was read once. */
  get isCaughtUp(): boolean {
    return this.#isCaughtUp;
  }

  /** True while the log is inside a transaction; a new controller has to abort it. */
  get isInTransaction(): boolean {
    return this.#transaction !== undefined;
  }

  /** Subscribers run one after the other in the order of these calls. Call before `follow`. */
  subscribe(name: string, run: MetadataSubscriber): void {
    assert(this.#source === undefined, 'subscribers are known before the log is followed');
    this.#subscribers.push({ name, run });
  }

  /** Call before `follow`. */
  addProgressListener(listener: ProgressListener): void {
    this.#progressListeners.push(listener);
  }

  follow(source: MetadataSource): void {
    this.#source = source;
    this.#unfollow = source.addListener(this);
  }

  /** Resolves when the image holds everything up to this offset. */
  whenOffset(offset: number): Promise<void> {
    if (this.#image.offset >= offset) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiters.push({ offset, resolve });
    });
  }

  close(): void {
    this.#unfollow?.();
    this.#waiters = [];
  }

  onCommitted(batch: CommittedBatch): void {
    for (const [i, record] of batch.records.entries()) {
      if (record.kind === 'BeginTransactionRecord') this.#reach(batch.baseOffset + i - 1, batch);
      this.#take(record);
    }
    if (this.#transaction === undefined) this.#reach(batch.lastOffset, batch);
    // While the log is read for the first time, one image at its end is enough.
    const highWatermark = this.#source?.highWatermark ?? -1;
    if (this.#isCaughtUp || batch.lastOffset + 1 >= highWatermark) this.#publish();
    for (const listener of this.#progressListeners) {
      listener.onCommitted(batch.lastOffset, batch.sizeInBytes);
    }
  }

  onSnapshotStart(): void {
    this.#snapshot = new MetadataDelta(MetadataImage.EMPTY);
  }

  onSnapshotRecords(records: readonly MetadataRecord[]): void {
    for (const record of records) this.#snapshot?.replay(record);
  }

  onSnapshotEnd(id: SnapshotId, lastContainedLogTimestampMs: number): void {
    assert(this.#snapshot !== undefined, 'a snapshot ends that has begun');
    this.#last = {
      offset: id.endOffset - 1,
      epoch: id.epoch,
      timestampMs: lastContainedLogTimestampMs,
    };
    const { offset, epoch, timestampMs } = this.#last;
    const loaded = this.#snapshot.apply(offset, epoch, timestampMs);
    this.#snapshot = undefined;
    this.#transaction = undefined;
    this.#delta = MetadataDelta.between(this.#image, loaded);
    this.#platform.log('info', 'metadata snapshot loaded', { offset, epoch });
    const highWatermark = this.#source?.highWatermark ?? -1;
    if (this.#isCaughtUp || id.endOffset >= highWatermark) this.#publish();
  }

  onLeaderChange(leaderId: number, epoch: number): void {
    // A leader begins with everything that was committed, whatever is still held back here.
    if (leaderId === this.#source?.nodeId && this.#last.offset > this.#image.offset)
      this.#publish();
    for (const listener of this.#progressListeners) listener.onLeaderChange(leaderId, epoch);
  }

  #reach(offset: number, batch: CommittedBatch): void {
    this.#last = { offset, epoch: batch.epoch, timestampMs: batch.appendTimestampMs };
  }

  #take(record: MetadataRecord): void {
    switch (record.kind) {
      case 'BeginTransactionRecord':
        assert(this.#transaction === undefined, 'metadata transactions do not nest');
        this.#transaction = [];
        return;
      case 'EndTransactionRecord': {
        const records = this.#transaction;
        assert(records !== undefined, 'a metadata transaction ends that has begun');
        this.#transaction = undefined;
        for (const one of records) this.#replay(one);
        return;
      }
      case 'AbortTransactionRecord':
        this.#transaction = undefined;
        return;
      default:
        if (this.#transaction === undefined) this.#replay(record);
        else this.#transaction.push(record);
    }
  }

  #replay(record: MetadataRecord): void {
    this.#delta ??= new MetadataDelta(this.#image);
    this.#delta.replay(record);
  }

  #publish(): void {
    const delta = this.#delta ?? new MetadataDelta(this.#image);
    this.#delta = undefined;
    const image = delta.apply(this.#last.offset, this.#last.epoch, this.#last.timestampMs);
    this.#image = image;
    this.#isCaughtUp = true;
    for (const { run } of this.#subscribers) run(delta, image);
    this.#wake(image.offset);
  }

  #wake(offset: number): void {
    if (this.#waiters.length === 0) return;
    const waiting = this.#waiters;
    this.#waiters = waiting.filter((waiter) => waiter.offset > offset);
    for (const waiter of waiting) if (waiter.offset <= offset) waiter.resolve();
  }
}
