// MetadataSource: what this node's metadata and its controller need of the metadata quorum.

import { type MetadataRecord } from '@samsa/protocol/metadata-record';

export interface CommittedBatch {
  readonly baseOffset: number;
  readonly lastOffset: number;
  readonly epoch: number;
  readonly appendTimestampMs: number;
  /** Empty for the quorum's own control records. */
  readonly records: readonly MetadataRecord[];
  readonly sizeInBytes: number;
}

export interface SnapshotId {
  /** Exclusive: the snapshot holds what is below it. */
  readonly endOffset: number;
  readonly epoch: number;
}

/** Called in the order of the log, each batch once. */
export interface MetadataSourceListener {
  onCommitted(batch: CommittedBatch): void;
  /** Everything known so far is replaced by the records that follow. */
  onSnapshotStart(id: SnapshotId): void;
  onSnapshotRecords(records: readonly MetadataRecord[]): void;
  onSnapshotEnd(id: SnapshotId, lastContainedLogTimestampMs: number): void;
  /** With this node's own id only after everything of earlier epochs was delivered. */
  onLeaderChange(leaderId: number, epoch: number): void;
}

export interface MetadataSource {
  readonly nodeId: number;
  readonly leader: { readonly leaderId: number; readonly epoch: number };
  /** Exclusive; −1 while it is not known. */
  readonly highWatermark: number;
  /** The offset that the next record gets. */
  readonly endOffset: number;
  readonly snapshotEndOffset: number;
  /** One atomic batch; its last offset. Throws NOT_CONTROLLER unless this node leads in `epoch`. */
  append(epoch: number, records: readonly MetadataRecord[]): number;
  /** This node cannot lead in `epoch` any more. */
  resign(epoch: number): void;
  addListener(listener: MetadataSourceListener): () => void;
  createSnapshot(
    id: SnapshotId,
    lastContainedLogTimestampMs: number,
    records: Iterable<MetadataRecord>,
  ): Promise<void>;
}
