// MemorySource: a metadata log in memory of which the test says when it is committed and who leads.

import { ErrorCode, KafkaError } from '@samsa/common';
import {
  decodeMetadataRecord,
  encodeMetadataRecord,
  type MetadataRecord,
} from '@samsa/protocol/metadata-record';

import {
  type CommittedBatch,
  type MetadataSource,
  type MetadataSourceListener,
  type SnapshotId,
} from '../../metadata/metadata-source.ts';

export class MemorySource implements MetadataSource {
  readonly nodeId = 1;
  leader = { leaderId: -1, epoch: 0 };
  readonly leaderEndpoint = undefined;
  highWatermark = 0;
  readonly snapshotEndOffset = 0;
  readonly batches: CommittedBatch[] = [];
  readonly resigned: number[] = [];
  /** Thrown by the next append. */
  failure: Error | undefined;
  #delivered = 0;
  #listener: MetadataSourceListener | undefined;

  get endOffset(): number {
    return (this.batches.at(-1)?.lastOffset ?? -1) + 1;
  }

  /** Every record by kind, committed or not. */
  get kinds(): string[] {
    return this.batches.flatMap((batch) => batch.records.map((record) => record.kind));
  }

  append(epoch: number, records: readonly MetadataRecord[]): number {
    const { failure } = this;
    this.failure = undefined;
    if (failure !== undefined) throw failure;
    if (this.leader.leaderId !== this.nodeId || this.leader.epoch !== epoch) {
      throw new KafkaError(ErrorCode.NOT_CONTROLLER, `not the leader of epoch ${epoch}`);
    }
    return this.#push(epoch, records);
  }

  resign(epoch: number): void {
    this.resigned.push(epoch);
  }

  addListener(listener: MetadataSourceListener): () => void {
    this.#listener = listener;
    return () => {
      this.#listener = undefined;
    };
  }

  createSnapshot(
    _id: SnapshotId,
    _lastContainedLogTimestampMs: number,
    _records: Iterable<MetadataRecord>,
  ): Promise<void> {
    return Promise.resolve();
  }

  /** This node leads: its first batch is the quorum's own, and it is committed. */
  lead(epoch: number): void {
    this.leader = { leaderId: this.nodeId, epoch };
    this.#push(epoch, []);
    this.commit();
    this.#listener?.onLeaderChange(this.nodeId, epoch);
  }

  /** Another node leads; what is not committed is gone. */
  lose(epoch: number, leaderId = 2): void {
    this.leader = { leaderId, epoch };
    this.batches.splice(this.#delivered);
    this.#listener?.onLeaderChange(leaderId, epoch);
  }

  commit(): void {
    this.highWatermark = this.endOffset;
    while (this.#delivered < this.batches.length) {
      const batch = this.batches[this.#delivered++];
      if (batch !== undefined) this.#listener?.onCommitted(batch);
    }
  }

  /** What another leader wrote. */
  receive(epoch: number, records: readonly MetadataRecord[]): void {
    this.#push(epoch, records);
    this.commit();
  }

  #push(epoch: number, records: readonly MetadataRecord[]): number {
    const baseOffset = this.endOffset;
    const lastOffset = baseOffset + Math.max(records.length, 1) - 1;
    this.batches.push({
      baseOffset,
      lastOffset,
      epoch,
      appendTimestampMs: 0,
      // What cannot be written and read again is not a record.
      records: records.map((record) => decodeMetadataRecord(encodeMetadataRecord(record))),
      sizeInBytes: 0,
    });
    return lastOffset;
  }
}
