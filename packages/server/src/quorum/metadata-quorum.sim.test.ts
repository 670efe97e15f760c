// Quorums of three real drivers in simulated processes: elections, crashes with power loss, partitions,
// snapshots. Every node applies what it is delivered, and all must have applied the same.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ConfigValues, KafkaError, MetricsRegistry, type Platform, type Uuid } from '@samsa/common';
import { KafkaServer, networkConfigs } from '@samsa/network';
import { type Api } from '@samsa/protocol';
import {
  ApiVersions,
  createApiVersion,
  createSupportedFeatureKey,
} from '@samsa/protocol/apis/api-versions';
import { AddRaftVoter } from '@samsa/protocol/apis/add-raft-voter';
import { UpdateRaftVoter } from '@samsa/protocol/apis/update-raft-voter';
import { BeginQuorumEpoch } from '@samsa/protocol/apis/begin-quorum-epoch';
import { EndQuorumEpoch } from '@samsa/protocol/apis/end-quorum-epoch';
import { Fetch } from '@samsa/protocol/apis/fetch';
import { FetchSnapshot } from '@samsa/protocol/apis/fetch-snapshot';
import { Vote } from '@samsa/protocol/apis/vote';
import { type MetadataRecord } from '@samsa/protocol/metadata-record';
import { FeatureLevelRecord } from '@samsa/protocol/records/feature-level-record';
import { type OffsetAndEpoch } from '@samsa/raft';
import { simulate, type SimProcess, type World } from '@samsa/simulator';
import { LogResources } from '@samsa/storage';

import { defineHandler, type Handler, handlerTable } from '../pipeline/handler.ts';
import type { NodeRooms } from '../pipeline/node-rooms.ts';
import { Pipeline } from '../pipeline/pipeline.ts';
import { type CommittedBatch } from './committed-batch.ts';
import { type QuorumListener } from './committed-reader.ts';
import { formatDynamicQuorum } from './format-quorum.ts';
import { MetadataQuorum } from './metadata-quorum.ts';
import { quorumConfigs } from './quorum-configs.ts';

const PORT = 9093;
const LOG_DIR = '/data';
const VOTERS = ['1@n1:9093', '2@n2:9093', '3@n3:9093'];
/** So that a few hundred appends make several snapshots. */
const APPENDS_BETWEEN_SNAPSHOTS = 40;

/** What a state machine makes of the log: one text per offset, so that replicas can be compared. */
class AppliedLog implements QuorumListener {
  readonly quorum: MetadataQuorum;
  /** Values in the order of the log; those of a snapshot came from it. */
  values: number[] = [];
  leads = -1;
  #sinceSnapshot = 0;

  constructor(quorum: MetadataQuorum) {
    this.quorum = quorum;
  }

  onCommitted(batch: CommittedBatch): void {
    for (const record of batch.records) this.#apply(record);
    this.#sinceSnapshot += batch.records.length;
    if (this.#sinceSnapshot < APPENDS_BETWEEN_SNAPSHOTS) return;
    this.#sinceSnapshot = 0;
    const id = { endOffset: batch.lastOffset + 1, epoch: batch.epoch };
    // Its failure ends the process by the quorum's own onFatal.
    void this.quorum.createSnapshot(id, batch.appendTimestampMs, this.values.map(valueRecord));
  }

  onSnapshotStart(): void {
    this.values = [];
  }

  onSnapshotRecords(records: readonly MetadataRecord[]): void {
    for (const record of records) this.#apply(record);
  }

  onSnapshotEnd(id: OffsetAndEpoch): void {
    assert.ok(id.endOffset > 0);
  }

  onLeaderChange(leaderId: number, epoch: number): void {
    this.leads = leaderId === this.quorum.nodeId ? epoch : -1;
  }

  #apply(record: MetadataRecord): void {
    if (record.kind === 'FeatureLevelRecord') this.values.push(Number(record.value.name));
  }
}

interface QuorumNode {
  readonly quorum: MetadataQuorum;
  readonly applied: AppliedLog;
}

function valueRecord(value: number): MetadataRecord {
  return {
    kind: 'FeatureLevelRecord',
    version: 0,
    value: FeatureLevelRecord.create({ name: String(value), featureLevel: 1 }),
  };
}

type QuorumSettings = Parameters<typeof ConfigValues.of<typeof quorumConfigs>>[1];

const STATIC: QuorumSettings = { 'controller.quorum.voters': VOTERS };

function directoryIdOf(id: number): Uuid {
  return `5ngbgZnZRru89lWM375K${id}w`;
}

async function startNode(
  platform: Platform,
  id: number,
  settings: QuorumSettings = STATIC,
): Promise<QuorumNode> {
  await platform.disk.mkdir(LOG_DIR);
  await platform.disk.syncDir('/');
  const quorum = await MetadataQuorum.open({
    platform,
    resources: new LogResources(platform),
    config: ConfigValues.of(quorumConfigs, {
      'metadata.max.retention.bytes': 2000,
      ...settings,
    }),
    nodeId: id,
    directoryId: directoryIdOf(id),
    clusterId: '_o7KpeP6Ri20rii1K2p5Lg',
    logDir: LOG_DIR,
    isController: true,
    controllerEndpoints: [{ name: 'CONTROLLER', host: `n${id}`, port: PORT }],
    onFatal: (error) => platform.fatal('the quorum failed', error),
  });
  const metrics = new MetricsRegistry(platform.clock);
  const handlers = handlersOf(quorum);
  const pipeline = new Pipeline(platform, {
    node: {} as NodeRooms,
    brokerHandlers: new Map(),
    controllerHandlers: handlerTable(handlers, 'controller'),
    metrics,
  });
  const server = new KafkaServer(platform, {
    configs: ConfigValues.of(networkConfigs),
    metrics,
    accept: (connection) => pipeline.accept(connection),
  });
  await server.listen({
    name: 'CONTROLLER',
    securityProtocol: 'PLAINTEXT',
    role: 'controller',
    isInterBroker: false,
    bind: { host: '', port: PORT },
    advertised: null,
  });
  const applied = new AppliedLog(quorum);
  quorum.addListener(applied);
  quorum.start();
  return { quorum, applied };
}

function handlersOf(quorum: MetadataQuorum): Handler[] {
  const served: Api<never, never>[] = [];
  const serve = <Q, R extends { errorCode: number }>(
    api: Api<Q, R>,
    answer: (request: Q) => Promise<R>,
  ): Handler => {
    served.push(api as unknown as Api<never, never>);
    return defineHandler(api, {
      versions: api.versions,
      listeners: ['controller'],
      handle: (request) => answer(request),
      refuse: (errorCode) => ({ ...api.response.create(), errorCode }),
    });
  };
  const handlers = [
    serve(Vote, (request) => quorum.vote(request)),
    serve(BeginQuorumEpoch, (request) => quorum.beginQuorumEpoch(request)),
    serve(EndQuorumEpoch, (request) => quorum.endQuorumEpoch(request)),
    serve(Fetch, (request) => quorum.fetch(request)),
    serve(FetchSnapshot, (request) => quorum.fetchSnapshot(request)),
    serve(AddRaftVoter, (request) => quorum.addRaftVoter(request)),
    serve(UpdateRaftVoter, (request) => quorum.updateRaftVoter(request)),
  ];
  const versions = () =>
    served.map(({ key, versions: [minVersion, maxVersion] }) =>
      createApiVersion({ apiKey: key, minVersion, maxVersion }),
    );
  handlers.push(
    serve(ApiVersions, () =>
      Promise.resolve(
        ApiVersions.response.create({
          apiKeys: versions(),
          supportedFeatures: [
            createSupportedFeatureKey({ name: 'kraft.version', minVersion: 0, maxVersion: 1 }),
          ],
        }),
      ),
    ),
  );
  return handlers;
}

class Cluster {
  readonly world: World;
  readonly processes: SimProcess<QuorumNode>[] = [];
  /** Values that some leader saw committed, in no particular order. */
  readonly acked = new Set<number>();
  #nextValue = 0;
  #pending: {
    readonly node: QuorumNode;
    readonly epoch: number;
    readonly offset: number;
    readonly value: number;
  }[] = [];

  constructor(world: World) {
    this.world = world;
  }

  async start(): Promise<void> {
    for (const id of [1, 2, 3]) {
      this.processes.push(
        await this.world.host(`n${id}`).start('q', (platform) => startNode(platform, id)),
      );
    }
  }

  get nodes(): QuorumNode[] {
    return this.processes.flatMap((process) =>
      process.running === undefined ? [] : [process.running],
    );
  }

  /** Every node that believes it leads appends; what it later knows to be committed is acked. */
  append(): void {
    for (const process of this.processes) {
      const node = process.running;
      if (node === undefined || node.applied.leads < 0) continue;
      const epoch = node.applied.leads;
      const value = this.#nextValue++;
      try {
        const offset = process.run(() => node.quorum.append(epoch, [valueRecord(value)]));
        this.#pending.push({ node, epoch, offset, value });
      } catch (error) {
        if (!(error instanceof KafkaError)) throw error;
      }
    }
    this.#pending = this.#pending.filter(({ node, epoch, offset, value }) => {
      if (node.applied.leads !== epoch || !this.nodes.includes(node)) return false;
      if (node.quorum.highWatermark <= offset) return true;
      this.acked.add(value);
      return false;
    });
  }

  /** What no sync covered is gone on every disk at once. */
  async loseAllPower(): Promise<void> {
    const hosts = [1, 2, 3].map((id) => this.world.host(`n${id}`));
    for (const host of hosts) if (host.isUp) host.losePower();
    await this.world.sleep(100);
    for (const host of hosts) host.boot();
    for (const process of this.processes) if (!process.isUp) await process.start();
  }

  /** All nodes run and agree, and nothing acked is missing. */
  async settle(): Promise<void> {
    const isEqual = (): boolean => {
      const texts = this.nodes.map((node) => node.applied.values.join());
      return this.nodes.length === 3 && texts.every((text) => text === texts[0] && text !== '');
    };
    const isSettled = await this.world.until(isEqual, 30_000);
    assert.ok(isSettled, `applied ${this.nodes.map((node) => node.applied.values.length).join()}`);
    const values = new Set(this.nodes[0]?.applied.values);
    assert.equal(values.size, this.nodes[0]?.applied.values.length, 'no value is applied twice');
    for (const value of this.acked) assert.ok(values.has(value), `acked value ${value} is lost`);
  }
}

test('three voters elect a leader whose records all of them apply', async () => {
  await simulate(1, async (world) => {
    const cluster = new Cluster(world);
    await cluster.start();
    await world.until(() => cluster.nodes.some((node) => node.applied.leads >= 0), 20_000);
    for (let i = 0; i < 20; i++) {
      cluster.append();
      await world.sleep(20);
    }
    await cluster.settle();
    assert.ok(cluster.acked.size >= 19, `acked ${cluster.acked.size}`);
  });
});

for (const seed of [11, 12, 13, 14]) {
  test(`nothing acked is lost when nodes lose power and links break (seed ${seed})`, async () => {
    await simulate(seed, async (world) => {
      const cluster = new Cluster(world);
      await cluster.start();
      const random = randomOf(seed);
      for (let step = 0; step < 25; step++) {
        for (let i = 0; i < 12; i++) {
          cluster.append();
          await world.sleep(60);
        }
        const victim = random(3) + 1;
        const host = world.host(`n${victim}`);
        const process = cluster.processes[victim - 1] as SimProcess<QuorumNode>;
        switch (random(5)) {
          case 4:
            await cluster.loseAllPower();
            break;
          case 0:
            host.losePower();
            await world.sleep(random(3000));
            host.boot();
            if (!process.isUp) await process.start();
            break;
          case 1:
            process.kill();
            await world.sleep(random(1000));
            await process.start();
            break;
          case 2:
            for (const other of [1, 2, 3]) {
              if (other === victim) continue;
              world.network.link(`n${victim}`, `n${other}`).state = 'drop';
              world.network.link(`n${other}`, `n${victim}`).state = 'drop';
            }
            break;
          default:
            world.network.heal();
        }
      }
      world.network.heal();
      await world.until(() => cluster.nodes.some((node) => node.applied.leads >= 0), 30_000);
      for (let i = 0; i < 50; i++) {
        cluster.append();
        await world.sleep(20);
      }
      await cluster.settle();
      assert.ok(cluster.acked.size > 30, `acked ${cluster.acked.size}`);
    });
  });
}

test('a new controller fetches the snapshot, asks to vote, and goes on voting after a restart', async () => {
  await simulate(2, async (world) => {
    const first = await world.host('n1').start('q', async (platform) => {
      await platform.disk.mkdir(LOG_DIR);
      const voter = {
        id: 1,
        directoryId: directoryIdOf(1),
        endpoints: [{ name: 'CONTROLLER', host: 'n1', port: PORT }],
        minKRaftVersion: 0,
        maxKRaftVersion: 1,
      };
      await formatDynamicQuorum(platform.disk, LOG_DIR, [voter], platform.clock.nowMs());
      return startNode(platform, 1, {});
    });
    await world.until(() => first.running?.applied.leads === 1, 5000);
    for (let value = 0; value < 100; value++) {
      first.run(() => first.running?.quorum.append(1, [valueRecord(value)]));
      await world.sleep(5);
    }
    const second = await world.host('n2').start('q', (platform) =>
      startNode(platform, 2, {
        'controller.quorum.bootstrap.servers': ['n1:9093'],
        'controller.quorum.auto.join.enable': true,
      }),
    );
    const isVoter = (): boolean => second.running?.quorum.voters.voter(2) !== undefined;
    assert.ok(await world.until(isVoter, 10_000), 'the new controller votes');
    assert.ok((world.marks.counts.get('raft.snapshot.installed') ?? 0) > 0);
    assert.deepEqual(second.running?.quorum.voters.ids, [1, 2]);
    second.kill();
    await second.start();
    await world.until(() => (second.running?.quorum.highWatermark ?? -1) > 100, 10_000);
    assert.deepEqual(second.running?.quorum.voters.ids, [1, 2]);
    assert.equal(second.running?.applied.values.length, 100);
    // Both are needed now: the first one commits nothing while the second one is away.
    second.kill();
    const leads = first.running?.applied.leads ?? -1;
    const offset = first.run(() => first.running?.quorum.append(leads, [valueRecord(100)])) ?? -1;
    await world.sleep(500);
    assert.ok((first.running?.quorum.highWatermark ?? 0) <= offset);
  });
});

function randomOf(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * n);
  };
}
