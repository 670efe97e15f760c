// Files that Apache Kafka 4.3.1 wrote: we read what they say, and write the same bytes.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';

import { batchOf, START_MS, temporaryFolder, TEST_DISK, TestStorage } from './node/test-storage.ts';
import { formatCleanShutdown, parseCleanShutdown } from './checkpoints/clean-shutdown.ts';
import { formatLeaderEpochs, parseLeaderEpochs } from './checkpoints/leader-epoch-checkpoint.ts';
import { formatMetaProperties, parseMetaProperties } from './checkpoints/meta-properties.ts';
import {
  formatOffsetCheckpoint,
  parseOffsetCheckpoint,
  readOffsetCheckpoint,
} from './checkpoints/offset-checkpoint.ts';
import {
  formatPartitionMetadata,
  parsePartitionMetadata,
} from './checkpoints/partition-metadata.ts';
import { decodeProducerSnapshot, encodeProducerSnapshot } from './producers/producer-snapshot.ts';
import { IndexBlock } from './indexes/index-block.ts';
import { LogFile, OpenFiles } from './files/open-files.ts';
import { OffsetIndex } from './indexes/offset-index.ts';
import { TimeIndex } from './indexes/time-index.ts';
import { TransactionIndex } from './indexes/transaction-index.ts';
import vectors from '../test/vectors/log-files.json' with { type: 'json' };

function vector(name: string): { hex: string; text: string; facts: never } {
  const found = vectors.find((each) => each.name === name);
  assert.ok(found !== undefined, name);
  return found as never;
}

/** A file with these bytes, opened as a log opens it. */
function fileWith(folder: string, hex: string): LogFile {
  const path = `${folder}/index`;
  fs.writeFileSync(path, Buffer.from(hex, 'hex'));
  return new LogFile(new OpenFiles(TEST_DISK, 10), path, true);
}

for (const base of [0, 11, 22]) {
  test(`the offset index at ${base} says where batches begin`, (t) => {
    const { hex, facts } = vector(`offset-index base ${base}`);
    const count = hex.length / 16;
    const index = new OffsetIndex(fileWith(temporaryFolder(t), hex), base, count, new IndexBlock());
    const found = Array.from({ length: count }, (_, slot) => ({
      offset: index.offsetAt(slot),
      position: index.positionAt(slot),
    }));
    assert.deepEqual(found, facts);
  });

  test(`the time index at ${base} says how timestamps grew`, (t) => {
    const { hex, facts } = vector(`time-index base ${base}`);
    const count = hex.length / 24;
    const index = new TimeIndex(fileWith(temporaryFolder(t), hex), base, count, new IndexBlock());
    const found = Array.from({ length: count }, (_, slot) => ({
      timestamp: index.timestampAt(slot),
      offset: index.offsetAt(slot),
    }));
    assert.deepEqual(found, facts);
  });
}

test('the transaction index lists aborted transactions, and is written alike', (t) => {
  const { hex, facts } = vector('transaction index base 1');
  const folder = temporaryFolder(t);
  const index = new TransactionIndex(fileWith(folder, hex), 1, new IndexBlock());
  assert.deepEqual([{ version: 0, ...index.entryAt(0) }], facts);
  const path = `${folder}/written`;
  const file = new LogFile(new OpenFiles(TEST_DISK, 10), path, false);
  const written = new TransactionIndex(file, 0, new IndexBlock());
  written.append(index.entryAt(0));
  written.entries.writeNow();
  assert.equal(fs.readFileSync(path).toString('hex'), hex);
});

test('the segments, indexes and snapshot of a broker come out byte for byte', async (t) => {
  const storage = new TestStorage(temporaryFolder(t));
  const log = storage.create({ segmentBytes: 2000, indexIntervalBytes: 256 });
  for (let offset = 0; offset < 30; offset++) {
    const bytes = batchOf({
      values: [`${offset}-${'v'.repeat(102)}`],
      timestamp: START_MS + offset * 1000,
      producerId: 20,
      producerEpoch: 0,
      baseSequence: offset,
    });
    assert.equal(bytes.length, offset < 10 ? 174 : 175, 'batches as large as those of the broker');
    assert.equal(log.appendAsLeader(bytes, 0, 'client').errorCode, 0);
    if (offset % 3 === 0) log.writeStaged();
  }
  await log.close();
  const hexOf = (name: string): string => fs.readFileSync(storage.path(name)).toString('hex');
  for (const base of [0, 11, 22]) {
    const name = String(base).padStart(20, '0');
    assert.equal(hexOf(`${name}.index`), vector(`offset-index base ${base}`).hex);
    assert.equal(hexOf(`${name}.timeindex`), vector(`time-index base ${base}`).hex);
  }
  assert.equal(
    hexOf(`${'30'.padStart(20, '0')}.snapshot`),
    vector('producer snapshot (idempotent)').hex,
  );
});

for (const name of ['open transaction', 'after end marker', 'idempotent', 'several producers']) {
  test(`the producer snapshot (${name}) is read and written alike`, () => {
    const { hex, facts } = vector(`producer snapshot (${name})`);
    const producers = decodeProducerSnapshot(Buffer.from(hex, 'hex'));
    assert.ok(producers !== undefined);
    const found = producers.map((each) => ({
      ProducerId: each.producerId,
      Epoch: each.epoch,
      LastSequence: each.lastSequence,
      LastOffset: each.lastOffset,
      OffsetDelta: each.lastOffsetDelta,
      Timestamp: each.lastTimestamp,
      CoordinatorEpoch: each.coordinatorEpoch,
      CurrentTxnFirstOffset: each.transactionFirstOffset,
    }));
    assert.deepEqual(found, (facts as { ProducerEntries: unknown }).ProducerEntries);
    const bytes = encodeProducerSnapshot(producers, producers.length);
    assert.equal(Buffer.from(bytes).toString('hex'), hex);
  });
}

test('a producer snapshot with one bit changed, or cut, is no snapshot', () => {
  const { hex } = vector('producer snapshot (idempotent)');
  for (let at = 0; at < hex.length / 2; at++) {
    const bytes = Buffer.from(hex, 'hex');
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    assert.equal(decodeProducerSnapshot(bytes), undefined, `byte ${at}`);
    assert.equal(decodeProducerSnapshot(Buffer.from(hex, 'hex').subarray(0, at)), undefined);
  }
});

test('leader epochs are read and written alike', () => {
  for (const name of ['leader-epoch-checkpoint', 'leader-epoch-checkpoint of the metadata log']) {
    const { text } = vector(name);
    assert.equal(formatLeaderEpochs(parseLeaderEpochs(text, 'x')), text);
  }
  assert.deepEqual(parseLeaderEpochs('0\n2\n0 0\n2 30\n', 'x'), [
    { epoch: 0, startOffset: 0 },
    { epoch: 2, startOffset: 30 },
  ]);
});

test('offset checkpoints are read and written alike', () => {
  const text = '0\n2\nv-txn 0 6\n__consumer_offsets 12 118\n';
  assert.deepEqual(parseOffsetCheckpoint(text, 'x'), [
    { topic: 'v-txn', partition: 0, offset: 6 },
    { topic: '__consumer_offsets', partition: 12, offset: 118 },
  ]);
  assert.equal(formatOffsetCheckpoint(parseOffsetCheckpoint(text, 'x')), text);
  assert.equal(formatOffsetCheckpoint([]), vector('log-start-offset-checkpoint').text);
});

test('a checkpoint that does not hold what it announces is damaged', () => {
  for (const text of [
    '',
    '1\n0\n',
    '0\n2\na 0 1\n',
    '0\n1\na 0 x\n',
    '0\n1\na 0 1\nb 0 1\n',
    '0\n',
  ]) {
    assert.throws(() => parseOffsetCheckpoint(text, 'file'), { name: 'DamagedCheckpoint' });
  }
});

test('a checkpoint that is missing or empty says nothing', async (t) => {
  const folder = temporaryFolder(t);
  fs.writeFileSync(`${folder}/empty`, '');
  for (const name of ['empty', 'missing']) {
    const checkpoint = await readOffsetCheckpoint(TEST_DISK, `${folder}/${name}`);
    assert.equal(checkpoint.offsetOf('a', 0), undefined);
  }
});

test('partition.metadata, meta.properties and the mark of a clean stop are Kafka’s', () => {
  const metadata = vector('partition.metadata').text;
  assert.equal(formatPartitionMetadata(parsePartitionMetadata(metadata, 'x')), metadata);
  assert.throws(() => parsePartitionMetadata('version: 0\ntopic_id: ..', 'x'));

  const properties = parseMetaProperties(vector('meta.properties').text, 'x');
  assert.deepEqual(properties, {
    clusterId: '_o7KpeP6Ri20rii1K2p5Lg',
    nodeId: 1,
    directoryId: '5ngbgZnZRru89lWM375Kuw',
  });
  assert.deepEqual(parseMetaProperties(formatMetaProperties(properties), 'x'), properties);

  const mark = vector('.kafka_cleanshutdown').text;
  assert.deepEqual(parseCleanShutdown(mark), { brokerEpoch: 1799 });
  assert.equal(formatCleanShutdown(1799), mark);
  assert.deepEqual(parseCleanShutdown('{'), { brokerEpoch: -1 });
});
