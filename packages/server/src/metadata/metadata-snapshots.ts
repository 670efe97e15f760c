// MetadataSnapshots: decides when the image is written down whole, so that the metadata log can be cut
// and a new node need not read it from the beginning.

import { type ConfigValues, type Platform } from '@samsa/common';
import { imageToRecords } from '@samsa/metadata';

import { type quorumConfigs } from '../quorum/quorum-configs.ts';
import { type MetadataPublisher } from './metadata-publisher.ts';
import { type MetadataSource } from './metadata-source.ts';

export interface MetadataSnapshotsOptions {
  readonly platform: Platform;
  readonly source: MetadataSource;
  readonly metadata: MetadataPublisher;
  readonly values: ConfigValues<typeof quorumConfigs>;
}

export class MetadataSnapshots {
  readonly #options: MetadataSnapshotsOptions;
  /** Of committed records that no snapshot holds. */
  #bytes = 0;
  #lastSnapshotMs: number;
  #isWriting = false;

  constructor(options: MetadataSnapshotsOptions) {
    this.#options = options;
    this.#lastSnapshotMs = options.platform.clock.monotonicMs();
  }

  /** Call before the metadata publisher follows the quorum. */
  start(): void {
    this.#options.metadata.addProgressListener({
      onCommitted: (_, sizeInBytes) => this.#grown(sizeInBytes),
      onLeaderChange: () => undefined,
    });
  }

  #grown(sizeInBytes: number): void {
    this.#bytes += sizeInBytes;
    if (this.#isWriting || !this.#options.metadata.isCaughtUp || !this.#isDue()) return;
    void this.#write();
  }

  #isDue(): boolean {
    const { values, platform, metadata, source } = this.#options;
    if (metadata.image.offset + 1 <= source.snapshotEndOffset) return false;
    if (this.#bytes >= values.get('metadata.log.max.record.bytes.between.snapshots')) return true;
    const intervalMs = values.get('metadata.log.max.snapshot.interval.ms');
    const sinceMs = platform.clock.monotonicMs() - this.#lastSnapshotMs;
    return intervalMs > 0 && sinceMs >= intervalMs;
  }

  async #write(): Promise<void> {
    const { platform, metadata, source } = this.#options;
    // The image never changes, so it may be written slice by slice while the log goes on.
    const { image } = metadata;
    const id = { endOffset: image.offset + 1, epoch: image.epoch };
    this.#isWriting = true;
    this.#bytes = 0;
    this.#lastSnapshotMs = platform.clock.monotonicMs();
    try {
      await source.createSnapshot(id, image.timestampMs, imageToRecords(image));
      platform.log('info', 'metadata snapshot written', id);
      platform.mark('metadata.snapshot-written');
    } catch (error) {
      // The log has it all; the next one is tried when as much has come again.
      platform.log('error', 'metadata snapshot failed', { error, ...id });
    } finally {
      this.#isWriting = false;
    }
  }
}
