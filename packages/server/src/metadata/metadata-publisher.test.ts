import assert from 'node:assert/strict';
import { test } from 'node:test';

import { bootstrapRecords } from '@samsa/metadata';
import { type MetadataRecord } from '@samsa/protocol/metadata-record';

import { ManualPlatform, settled } from '../controller/testing/manual-platform.ts';
import { MemorySource } from '../controller/testing/memory-source.ts';
import { MetadataPublisher } from './metadata-publisher.ts';

function topic(name: string): MetadataRecord {
  const topicId = `${name.padEnd(21, '0')}A`;
  return { kind: 'TopicRecord', version: 0, value: { name, topicId } };
}

const BEGIN: MetadataRecord = { kind: 'BeginTransactionRecord', version: 0, value: { name: null } };
const END: MetadataRecord = { kind: 'EndTransactionRecord', version: 0, value: {} };
const ABORT: MetadataRecord = {
  kind: 'AbortTransactionRecord',
  version: 0,
  value: { reason: null },
};

function publisher(): { metadata: MetadataPublisher; source: MemorySource } {
  const metadata = new MetadataPublisher(new ManualPlatform().platform);
  return { metadata, source: new MemorySource() };
}

test('subscribers run in the order of subscription and see the image that the delta gives', () => {
  const { metadata, source } = publisher();
  const seen: string[] = [];
  metadata.subscribe('first', (delta, image) => {
    seen.push(`first ${delta.changedTopics.size} ${image.topics.size}`);
  });
  metadata.subscribe('second', (_, image) => {
    seen.push(`second ${image === metadata.image}`);
  });
  metadata.follow(source);
  source.receive(1, [topic('a'), topic('b')]);
  assert.deepEqual(seen, ['first 2 2', 'second true']);
});

test('while the log is read for the first time nothing is published before its end', () => {
  const { metadata, source } = publisher();
  const sizes: number[] = [];
  metadata.subscribe('sizes', (_, image) => sizes.push(image.topics.size));
  metadata.follow(source);
  source.highWatermark = 3;
  const deliver = (offset: number, name: string): void =>
    metadata.onCommitted({
      baseOffset: offset,
      lastOffset: offset,
      epoch: 1,
      appendTimestampMs: 0,
      records: [topic(name)],
      sizeInBytes: 0,
    });
  deliver(0, 'a');
  deliver(1, 'b');
  assert.deepEqual(sizes, []);
  assert.equal(metadata.isCaughtUp, false);
  deliver(2, 'c');
  assert.deepEqual(sizes, [3]);
  assert.equal(metadata.image.offset, 2);
});

test('records of a transaction are seen all at once, at its end', () => {
  const { metadata, source } = publisher();
  metadata.follow(source);
  source.receive(1, [topic('a'), BEGIN, topic('b')]);
  assert.equal(metadata.image.topics.size, 1);
  assert.equal(metadata.image.offset, 0);
  source.receive(1, [topic('c')]);
  assert.equal(metadata.image.topics.size, 1);
  source.receive(1, [END]);
  assert.equal(metadata.image.topics.size, 3);
  assert.equal(metadata.image.offset, 4);
});

test('records of an aborted transaction are never seen', () => {
  const { metadata, source } = publisher();
  metadata.follow(source);
  source.receive(1, [BEGIN, topic('a')]);
  source.receive(2, [ABORT, topic('b')]);
  assert.equal(metadata.image.topics.byName('a'), undefined);
  assert.equal(metadata.image.topics.byName('b')?.name, 'b');
});

test('a snapshot replaces everything and tells subscribers only the difference', () => {
  const { metadata, source } = publisher();
  const seen: unknown[] = [];
  metadata.subscribe('difference', (delta) => {
    seen.push([
      delta.isSnapshot,
      [...delta.changedTopics.values()].map((one) => [one.name, one.isNew]),
      [...delta.deletedTopics.values()].map((one) => one.name),
    ]);
  });
  metadata.follow(source);
  source.receive(1, [topic('a'), topic('b')]);
  metadata.onSnapshotStart();
  metadata.onSnapshotRecords([...bootstrapRecords(), topic('b')]);
  metadata.onSnapshotRecords([topic('c')]);
  metadata.onSnapshotEnd({ endOffset: 50, epoch: 3 }, 77);
  assert.deepEqual(seen.at(-1), [true, [['c', true]], ['a']]);
  assert.deepEqual(
    [metadata.image.offset, metadata.image.epoch, metadata.image.timestampMs],
    [49, 3, 77],
  );
});

test('whoever waits for an offset is woken when the image holds it and not before', async () => {
  const { metadata, source } = publisher();
  metadata.follow(source);
  let isDone = false;
  const waiting = metadata.whenOffset(1).then(() => (isDone = true));
  source.receive(1, [topic('a')]);
  await settled();
  assert.equal(isDone, false);
  source.receive(1, [topic('b')]);
  await waiting;
  assert.equal(metadata.image.topics.size, 2);
});
