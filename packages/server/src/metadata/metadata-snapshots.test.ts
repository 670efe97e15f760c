import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ConfigValues } from '@samsa/common';
import { bootstrapRecords } from '@samsa/metadata';
import { type MetadataRecord } from '@samsa/protocol/metadata-record';

import { ManualPlatform } from '../controller/testing/manual-platform.ts';
import { MemorySource } from '../controller/testing/memory-source.ts';
import { quorumConfigs } from '../quorum/quorum-configs.ts';
import { MetadataPublisher } from './metadata-publisher.ts';
import { MetadataSnapshots } from './metadata-snapshots.ts';
import { type SnapshotId } from './metadata-source.ts';

class RecordingSource extends MemorySource {
  readonly snapshots: { id: SnapshotId; records: MetadataRecord[] }[] = [];

  override createSnapshot(
    id: SnapshotId,
    _timestampMs: number,
    records: Iterable<MetadataRecord>,
  ): Promise<void> {
    this.snapshots.push({ id, records: [...records] });
    return Promise.resolve();
  }
}

function started(settings: { bytes?: number; intervalMs?: number }): {
  manual: ManualPlatform;
  source: RecordingSource;
  metadata: MetadataPublisher;
} {
  const manual = new ManualPlatform();
  const source = new RecordingSource();
  const metadata = new MetadataPublisher(manual.platform);
  const values = ConfigValues.of(quorumConfigs, {
    'metadata.log.max.record.bytes.between.snapshots': settings.bytes ?? 1_000_000,
    'metadata.log.max.snapshot.interval.ms': settings.intervalMs ?? 0,
  });
  new MetadataSnapshots({ platform: manual.platform, source, metadata, values }).start();
  metadata.follow(source);
  return { manual, source, metadata };
}

function commit(
  { metadata }: { metadata: MetadataPublisher },
  offset: number,
  sizeInBytes: number,
  records: readonly MetadataRecord[] = [],
): void {
  const lastOffset = offset + Math.max(1, records.length) - 1;
  metadata.onCommitted({
    baseOffset: offset,
    lastOffset,
    epoch: 4,
    appendTimestampMs: 9,
    records,
    sizeInBytes,
  });
}

test('a snapshot is written when enough bytes were committed since the last one', async () => {
  const node = started({ bytes: 100 });
  commit(node, 0, 99, bootstrapRecords());
  assert.equal(node.source.snapshots.length, 0);
  commit(node, 6, 1);
  assert.equal(node.source.snapshots.length, 1);
  assert.deepEqual(node.source.snapshots[0]?.id, { endOffset: 7, epoch: 4 });
  assert.deepEqual(node.source.snapshots[0]?.records, bootstrapRecords());
  await node.manual.advance(0);
  commit(node, 7, 99);
  assert.equal(node.source.snapshots.length, 1);
});

test('a snapshot is written when the last one is too old', async () => {
  const node = started({ intervalMs: 1000 });
  commit(node, 0, 1);
  await node.manual.advance(1000);
  commit(node, 1, 1);
  assert.equal(node.source.snapshots.length, 1);
});

test('a snapshot ends before an open transaction', () => {
  const node = started({ bytes: 50 });
  commit(node, 0, 1);
  commit(node, 1, 60, [{ kind: 'BeginTransactionRecord', version: 0, value: { name: null } }]);
  assert.deepEqual(node.source.snapshots[0]?.id.endOffset, 1);
});
