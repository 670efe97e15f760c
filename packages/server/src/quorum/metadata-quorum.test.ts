import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';

import { ConfigValues, ErrorCode, KafkaError, type Platform } from '@samsa/common';
import { batchesIn } from '@samsa/protocol';
import { type MetadataRecord } from '@samsa/protocol/metadata-record';
import { NoOpRecord } from '@samsa/protocol/records/no-op-record';
import { FeatureLevelRecord } from '@samsa/protocol/records/feature-level-record';
import { type OffsetAndEpoch } from '@samsa/raft';
import { LogResources } from '@samsa/storage';

import { createNodePlatform } from '../node/node-platform.ts';
import { type CommittedBatch } from './committed-batch.ts';
import { type QuorumListener } from './committed-reader.ts';
import { controlRecordsIn } from './control-records.ts';
import { formatDynamicQuorum } from './format-quorum.ts';
import { MetadataQuorum } from './metadata-quorum.ts';
import { quorumConfigs } from './quorum-configs.ts';

const DIRECTORY_ID = '5ngbgZnZRru89lWM375Kuw';
const ENDPOINT = { name: 'CONTROLLER', host: '127.0.0.1', port: 39096 };

let logDir: string;
let platform: Platform;
let resources: LogResources;
const running: MetadataQuorum[] = [];

beforeEach(async () => {
  logDir = await mkdtemp(join(tmpdir(), 'samsa-quorum-'));
  platform = createNodePlatform({ logLevel: 'error', logFormat: 'text' });
  resources = new LogResources(platform);
});

afterEach(async () => {
  for (const quorum of running.splice(0)) await quorum.stop();
  await rm(logDir, { recursive: true });
});

function noOp(): MetadataRecord {
  return { kind: 'NoOpRecord', version: 0, value: NoOpRecord.create() };
}

function feature(featureLevel: number): MetadataRecord {
  return {
    kind: 'FeatureLevelRecord',
    version: 0,
    value: FeatureLevelRecord.create({ name: 'metadata.version', featureLevel }),
  };
}

class Listener implements QuorumListener {
  readonly batches: CommittedBatch[] = [];
  readonly snapshots: OffsetAndEpoch[] = [];
  readonly snapshotRecords: MetadataRecord[] = [];
  readonly leaders: { leaderId: number; epoch: number }[] = [];
  readonly #waiting: { fact: () => boolean; resolve: () => void }[] = [];

  onCommitted(batch: CommittedBatch): void {
    this.batches.push(batch);
    this.#look();
  }
  onSnapshotStart(): void {
    this.snapshotRecords.length = 0;
  }
  onSnapshotRecords(records: readonly MetadataRecord[]): void {
    this.snapshotRecords.push(...records);
  }
  onSnapshotEnd(id: OffsetAndEpoch): void {
    this.snapshots.push({ endOffset: id.endOffset, epoch: id.epoch });
    this.#look();
  }
  onLeaderChange(leaderId: number, epoch: number): void {
    this.leaders.push({ leaderId, epoch });
    this.#look();
  }

  until(fact: () => boolean): Promise<void> {
    if (fact()) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({ fact, resolve }));
  }

  #look(): void {
    for (const { fact, resolve } of this.#waiting) if (fact()) resolve();
  }
}

async function open(
  set: Parameters<typeof ConfigValues.of<typeof quorumConfigs>>[1] = {},
  port = ENDPOINT.port,
): Promise<MetadataQuorum> {
  const quorum = await MetadataQuorum.open({
    platform,
    resources,
    config: ConfigValues.of(quorumConfigs, set),
    nodeId: 1,
    directoryId: DIRECTORY_ID,
    clusterId: '_o7KpeP6Ri20rii1K2p5Lg',
    logDir,
    isController: true,
    controllerEndpoints: [{ ...ENDPOINT, port }],
    onFatal: (error) => assert.fail(`fatal: ${String(error)}`),
  });
  running.push(quorum);
  return quorum;
}

function formatStandalone(): Promise<void> {
  const voter = {
    id: 1,
    directoryId: DIRECTORY_ID,
    endpoints: [ENDPOINT],
    minKRaftVersion: 0,
    maxKRaftVersion: 1,
  };
  return formatDynamicQuorum(platform.disk, logDir, [voter], 1_795_237_156_073);
}

async function led(quorum: MetadataQuorum): Promise<Listener> {
  const listener = new Listener();
  quorum.addListener(listener);
  quorum.start();
  await listener.until(() => listener.leaders.some(({ leaderId }) => leaderId === 1));
  return listener;
}

async function segmentBytes(): Promise<Uint8Array> {
  const folder = join(logDir, '__cluster_metadata-0');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.log'));
  assert.equal(names.length, 1);
  return readFile(join(folder, names[0] as string));
}

test('an only voter leads at once, and its log begins with the batch that Kafka writes', async () => {
  await formatStandalone();
  const quorum = await open();
  const listener = await led(quorum);
  assert.deepEqual(listener.leaders.at(-1), { leaderId: 1, epoch: 1 });
  const batches = Array.from(batchesIn(await segmentBytes()), (batch) => batch.recordCount);
  assert.deepEqual(batches, [3]);
  const [first] = batchesIn(await segmentBytes());
  assert.ok(first?.isControl);
  assert.equal(first.partitionLeaderEpoch, 1);
  const records = [...controlRecordsIn(first)].map(({ record }) => record);
  assert.deepEqual(
    records.map(({ kind }) => kind),
    ['leader-change', 'kraft-version', 'voters'],
  );
  assert.deepEqual(records[0], {
    kind: 'leader-change',
    leaderId: 1,
    voterIds: [1],
    grantingVoterIds: [1],
  });
  assert.equal(quorum.kraftVersion, 1);
});

test('the quorum state on disk is the JSON that Kafka writes', async () => {
  await formatStandalone();
  await led(await open());
  const text = await readFile(join(logDir, '__cluster_metadata-0', 'quorum-state'), 'utf8');
  assert.equal(
    text,
    '{"leaderId":1,"leaderEpoch":1,"votedId":1,"votedDirectoryId":"5ngbgZnZRru89lWM375Kuw","data_version":1}',
  );
});

test('a static voter writes no voters and the older form of the quorum state', async () => {
  const quorum = await open({ 'controller.quorum.voters': ['1@127.0.0.1:39096'] });
  await led(quorum);
  const [first] = batchesIn(await segmentBytes());
  assert.equal(first?.recordCount, 1);
  assert.equal(quorum.kraftVersion, 0);
  const text = await readFile(join(logDir, '__cluster_metadata-0', 'quorum-state'), 'utf8');
  assert.equal(
    text,
    '{"clusterId":"","leaderId":1,"leaderEpoch":1,"votedId":1,"appliedOffset":0,' +
      '"currentVoters":[{"voterId":1}],"data_version":0}',
  );
});

test('appended batches are delivered in order once they are synced', async () => {
  await formatStandalone();
  const quorum = await open();
  const listener = await led(quorum);
  assert.equal(quorum.append(1, [feature(30), noOp()]), 4);
  assert.equal(quorum.append(1, [noOp()]), 5);
  assert.equal(quorum.endOffset, 6);
  assert.equal(listener.batches.at(-1)?.lastOffset, 2, 'nothing is delivered before its sync');
  await listener.until(() => listener.batches.at(-1)?.lastOffset === 5);
  assert.deepEqual(
    listener.batches.map(({ baseOffset, lastOffset }) => [baseOffset, lastOffset]),
    [
      [0, 2],
      [3, 4],
      [5, 5],
    ],
  );
  assert.equal(quorum.highWatermark, 6);
});

test('a batch that is written at once, because it is large, does not hold up the next one', async () => {
  await formatStandalone();
  const quorum = await open();
  const listener = await led(quorum);
  const large = quorum.append(1, Array.from({ length: 20_000 }, noOp));
  await listener.until(() => listener.batches.at(-1)?.lastOffset === large);
  const next = quorum.append(1, [noOp()]);
  await listener.until(() => listener.batches.at(-1)?.lastOffset === next);
  assert.equal(listener.batches.at(-2)?.records.length, 20_000);
});

test('an append in another epoch is refused with NOT_CONTROLLER', async () => {
  await formatStandalone();
  const quorum = await open();
  assert.throws(() => quorum.append(1, [noOp()]), hasCode(ErrorCode.NOT_CONTROLLER));
  await led(quorum);
  assert.throws(() => quorum.append(2, [noOp()]), hasCode(ErrorCode.NOT_CONTROLLER));
});

test('a restarted only voter leads in a new epoch and delivers what was committed', async () => {
  await formatStandalone();
  const first = await open();
  const before = await led(first);
  first.append(1, [feature(30)]);
  await before.until(() => before.batches.at(-1)?.lastOffset === 3);
  await first.stop();

  const second = await open();
  const listener = await led(second);
  assert.deepEqual(listener.leaders.at(-1), { leaderId: 1, epoch: 2 });
  assert.deepEqual(
    listener.batches.map(({ baseOffset, epoch }) => [baseOffset, epoch]),
    [
      [0, 1],
      [3, 1],
      [4, 2],
    ],
  );
  assert.equal(listener.batches[1]?.records[0]?.kind, 'FeatureLevelRecord');
  assert.equal(second.kraftVersion, 1);
});

test('a node that has a snapshot delivers it, and then only the log behind it', async () => {
  await formatStandalone();
  const first = await open();
  const before = await led(first);
  first.append(1, [feature(30)]);
  await before.until(() => before.batches.at(-1)?.lastOffset === 3);
  const id = { endOffset: 4, epoch: 1 };
  await first.createSnapshot(id, 1000, [feature(30)]);
  await first.createSnapshot(id, 1000, [feature(31)]);
  assert.equal(first.snapshotEndOffset, 4);
  await first.stop();

  const second = await open();
  const listener = await led(second);
  assert.deepEqual(listener.snapshots, [id]);
  assert.deepEqual(listener.snapshotRecords, [feature(30)]);
  assert.deepEqual(
    listener.batches.map(({ baseOffset }) => baseOffset),
    [4],
  );
  assert.equal(second.kraftVersion, 1, 'the voters stand in the snapshot');
});

test('old snapshots and the log below the next one go when they are too much', async () => {
  await formatStandalone();
  const quorum = await open({ 'metadata.max.retention.bytes': 1 });
  const listener = await led(quorum);
  for (let level = 1; level <= 3; level++) {
    const lastOffset = quorum.append(1, [feature(level)]);
    await listener.until(() => listener.batches.at(-1)?.lastOffset === lastOffset);
    await quorum.createSnapshot({ endOffset: lastOffset + 1, epoch: 1 }, 1000, [feature(level)]);
  }
  await platform.timers.sleep(20);
  const names = await readdir(join(logDir, '__cluster_metadata-0'));
  assert.deepEqual(
    names.filter(
      (name) => name.endsWith('.checkpoint') && !name.startsWith('00000000000000000000-'),
    ),
    ['00000000000000000006-0000000001.checkpoint'],
  );
});

test('a damaged newest snapshot is set aside, and the log is read instead', async () => {
  await formatStandalone();
  const first = await open();
  const before = await led(first);
  first.append(1, [feature(30)]);
  await before.until(() => before.batches.at(-1)?.lastOffset === 3);
  await first.createSnapshot({ endOffset: 4, epoch: 1 }, 1000, [feature(30)]);
  await first.stop();
  const path = join(logDir, '__cluster_metadata-0', '00000000000000000004-0000000001.checkpoint');
  const bytes = await readFile(path);
  bytes.writeUInt8(bytes.readUInt8(200) ^ 1, 200);
  await writeFile(path, bytes);

  platform = { ...platform, log: () => undefined };
  const listener = await led(await open());
  assert.deepEqual(listener.snapshots, []);
  assert.deepEqual(
    listener.batches.map(({ baseOffset }) => baseOffset),
    [0, 3, 4],
  );
});

test('an only voter whose address has changed writes its new one into the voter set', async () => {
  await formatStandalone();
  const quorum = await open({ 'controller.quorum.fetch.timeout.ms': 20 }, 40_000);
  const listener = await led(quorum);
  await listener.until(() => listener.batches.length > 1);
  assert.equal(quorum.voters.voter(1)?.endpoints[0]?.port, 40_000);
  const batches = listener.batches.length;
  await platform.timers.sleep(60);
  assert.equal(listener.batches.length, batches, 'and only once');
});

function hasCode(code: ErrorCode): (error: unknown) => boolean {
  return (error) => error instanceof KafkaError && error.code === code;
}
