import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';

import { ConfigValues, ErrorCode, KafkaError, TimingWheel } from '@samsa/common';
import { logConfig, logConfigs, type LogOptions, LogResources, PartitionLog } from '@samsa/storage';

import { type Addition, tallyCodec, TallyMachine } from '../../test/tally-machine.ts';
import { TurnWriter } from '../logs/turn-writer.ts';
import { createNodePlatform } from '../node/node-platform.ts';
import { Partition } from '../replication/partition.ts';
import { CoordinatorRuntime } from './coordinator-runtime.ts';
import { ReplicaShardLog } from './replica-shard-log.ts';

const NODE = 1;
const TOPIC_ID = 'AmB6Fj0_TzW9zXf-eaKQnA';

/** One replica in a folder that goes away, led by this broker from epoch 1 on. */
class Replica {
  readonly platform = createNodePlatform({ logLevel: 'error', logFormat: 'text' });
  readonly resources = new LogResources(this.platform);
  readonly partition = new Partition(
    this.platform,
    NODE,
    { topicId: TOPIC_ID, topic: 'tally', partition: 0 },
    this.assignment(1),
  );
  readonly #turnWriter = new TurnWriter(this.platform);
  readonly #folder: string;
  readonly #overrides: Record<string, string>;

  constructor(folder: string, overrides: Record<string, string> = {}) {
    this.#folder = folder;
    this.#overrides = overrides;
  }

  assignment(leaderEpoch: number, leader = NODE, isr: readonly number[] = [NODE]) {
    return { leader, leaderEpoch, partitionEpoch: 0, isr, replicas: [NODE, 2] };
  }

  create(): void {
    this.partition.attach(PartitionLog.createNow(this.#options()));
  }

  async open(): Promise<void> {
    const checkpoints = { recoveryPoint: 0, logStartOffset: 0, isClean: false };
    this.partition.attach(await PartitionLog.open(this.#options(), checkpoints));
  }

  async close(): Promise<void> {
    await this.partition.log?.close();
    this.resources.close();
  }

  runtime(): CoordinatorRuntime<Addition, TallyMachine> {
    return new CoordinatorRuntime<Addition, TallyMachine>({
      platform: this.platform,
      deadlines: new TimingWheel(this.platform),
      topic: 'tally',
      codec: tallyCodec,
      compression: 'none',
      createMachine: () => new TallyMachine(),
      commitTimeoutMs: 5_000,
      loadBytes: 4_096,
    });
  }

  #options(): LogOptions {
    return {
      resources: this.resources,
      logDir: this.#folder,
      topic: 'tally',
      partition: 0,
      topicId: TOPIC_ID,
      config: logConfig(ConfigValues.of(logConfigs), this.#overrides),
      dirty: (log) => this.#turnWriter.dirty(log, () => this.partition.written()),
      onDiskFailure: () => this.partition.diskFailed(),
    };
  }
}

function folder(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'samsa-shard-'));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

function refusal(code: ErrorCode) {
  return (error: unknown): boolean => error instanceof KafkaError && error.code === code;
}

test('a coordinator on a replica’s log has after a restart what it had before', async (t) => {
  const path = folder(t);
  const before = new Replica(path);
  before.create();
  const runtime = before.runtime();
  await runtime.load(0, 1, new ReplicaShardLog(before.partition));
  const added = Array.from({ length: 200 }, () => runtime.request(0, (machine) => machine.add(2)));
  assert.deepEqual(await added.at(-1), 400);
  runtime.close();
  await before.close();

  const after = new Replica(path);
  await after.open();
  const next = after.runtime();
  await next.load(0, 1, new ReplicaShardLog(after.partition));
  assert.equal(await next.request(0, (machine) => machine.get()), 400);
  assert.equal(await next.request(0, (machine) => machine.add(1)), 401);
  next.close();
  await after.close();
});

test('records that were appended in this turn are loaded, too', async (t) => {
  const replica = new Replica(folder(t));
  replica.create();
  const first = replica.runtime();
  await first.load(0, 1, new ReplicaShardLog(replica.partition));
  void first.request(0, (machine) => machine.add(5)).catch(() => undefined);
  first.close();
  const next = replica.runtime();
  await next.load(0, 1, new ReplicaShardLog(replica.partition));
  assert.equal(await next.request(0, (machine) => machine.get()), 5);
  next.close();
  await replica.close();
});

test('a log says beforehand what it would refuse', async (t) => {
  const replica = new Replica(folder(t), {
    'min.insync.replicas': '2',
    'max.message.bytes': '500',
  });
  replica.create();
  const log = new ReplicaShardLog(replica.partition);
  assert.equal(log.maxBatchBytes, 500);
  assert.equal(log.appendProblem(10), ErrorCode.NOT_ENOUGH_REPLICAS);
  const runtime = replica.runtime();
  await runtime.load(0, 1, log);
  await assert.rejects(
    runtime.request(0, (machine) => machine.add(1)),
    refusal(ErrorCode.NOT_ENOUGH_REPLICAS),
  );
  assert.equal(runtime.shard(0)?.machine?.total, 0);
  replica.partition.assign(replica.assignment(1, NODE, [NODE, 2]));
  assert.equal(log.appendProblem(10), ErrorCode.NONE);
  assert.equal(log.appendProblem(501), ErrorCode.MESSAGE_TOO_LARGE);
  runtime.close();
  await replica.close();
});

test('the log of an epoch that is over takes nothing, even if this broker leads again', async (t) => {
  const replica = new Replica(folder(t));
  replica.create();
  const log = new ReplicaShardLog(replica.partition);
  assert.equal(log.appendProblem(10), ErrorCode.NONE);
  replica.partition.assign(replica.assignment(2, 2));
  assert.equal(log.appendProblem(10), ErrorCode.NOT_LEADER_OR_FOLLOWER);
  replica.partition.assign(replica.assignment(3));
  assert.equal(log.appendProblem(10), ErrorCode.NOT_LEADER_OR_FOLLOWER);
  assert.throws(() => log.append(new Uint8Array(61)), refusal(ErrorCode.NOT_LEADER_OR_FOLLOWER));
  assert.equal(new ReplicaShardLog(replica.partition).appendProblem(10), ErrorCode.NONE);
  await replica.close();
});
