// A classic group as Apache Kafka 4.3 served it to a real consumer, request by request, and what it
// wrote into __consumer_offsets meanwhile.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import {
  ConfigValues,
  CONSUMER_OFFSETS_TOPIC,
  ErrorCode,
  MetricsRegistry,
  TimingWheel,
} from '@samsa/common';
import { MetadataDelta, MetadataImage } from '@samsa/metadata';
import { batchesIn, readRecords } from '@samsa/protocol';
import { JoinGroup } from '@samsa/protocol/apis/join-group';
import { OffsetCommit } from '@samsa/protocol/apis/offset-commit';
import { OffsetFetch } from '@samsa/protocol/apis/offset-fetch';
import { SyncGroup } from '@samsa/protocol/apis/sync-group';
import { decodeGroupRecord, type GroupRecord } from '@samsa/protocol/group-record';
import { PartitionRecord } from '@samsa/protocol/records/partition-record';

import { MemoryShardLog } from '../../test/memory-shard-log.ts';
import { ManualPlatform } from '../controller/testing/manual-platform.ts';
import { type GroupCallContext } from './group-call-context.ts';
import { groupConfigs } from './group-configs.ts';
import { GroupCoordinator } from './group-coordinator.ts';

interface Exchange {
  readonly api: string;
  readonly version: number;
  readonly clientId: string;
  readonly request: { readonly groupId: string } & Record<string, unknown>;
  readonly response: Record<string, unknown>;
}

interface LoggedRecord {
  readonly kind: string;
  readonly version: number | null;
  readonly key: unknown;
  readonly value: Record<string, unknown> | null;
}

interface Flow {
  readonly flow: readonly Exchange[];
  readonly log: readonly LoggedRecord[];
}

/** Fields that hold bytes; the vectors have them in hex. */
const BYTES = new Set(['metadata', 'assignment', 'subscription']);
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

function load(name: string): Flow {
  const file = new URL(`../../test/vectors/${name}`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Flow;
}

/** Hex becomes bytes. A committed offset's metadata is text, and stays. */
function fromVector(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => fromVector(each));
  if (typeof value === 'string' && BYTES.has(key) && /^([0-9a-f]{2})+$/.test(value)) {
    return new Uint8Array(Buffer.from(value, 'hex'));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([k, each]) => [k, fromVector(each, k)]));
}

/** Comparable: bytes as hex, member ids and times without what each run draws anew. */
function toVector(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  if (typeof value === 'string') return value.replaceAll(UUID, '<uuid>');
  if (Array.isArray(value)) return value.map(toVector);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => !/timestamp$/i.test(key));
  return Object.fromEntries(entries.map(([key, each]) => [key, toVector(each)]));
}

/** The fields that the vector has: those of its version. */
function sameFields(expected: unknown, actual: unknown): unknown {
  if (Array.isArray(expected) && Array.isArray(actual)) {
    return actual.map((each, i) => sameFields(expected[i], each));
  }
  if (typeof expected !== 'object' || expected === null) return actual;
  if (typeof actual !== 'object' || actual === null) return actual;
  const fields = actual as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(expected).map(([key, each]) => [key, sameFields(each, fields[key])]),
  );
}

class Replayed {
  readonly clock = new ManualPlatform();
  readonly log = new MemoryShardLog();
  readonly groups = new GroupCoordinator({
    platform: this.clock.platform,
    nodeId: 1,
    config: ConfigValues.of(groupConfigs, { 'group.initial.rebalance.delay.ms': 0 }),
    deadlines: new TimingWheel(this.clock.platform),
    metrics: new MetricsRegistry(this.clock.platform.clock),
    createTopic: () => Promise.resolve(ErrorCode.NONE),
  });
  #memberId = '';

  async start(): Promise<void> {
    const delta = new MetadataDelta(MetadataImage.EMPTY);
    const topics = [
      ['t-multi', 'AmB6Fj0_TzW9zXf-eaKQnA', 3],
      ['t-none', 'K75myxzxQpizlDRO65xE4Q', 1],
      [CONSUMER_OFFSETS_TOPIC, 'JB2YvJcIRwO7naPLnmY46g', 1],
    ] as const;
    for (const [name, topicId, count] of topics) {
      delta.replay({ kind: 'TopicRecord', version: 0, value: { name, topicId } });
      for (let partitionId = 0; partitionId < count; partitionId++) {
        const value = PartitionRecord.create({ partitionId, topicId, replicas: [1], leader: 1 });
        delta.replay({ kind: 'PartitionRecord', version: 1, value });
      }
    }
    this.groups.onMetadata(delta, delta.apply(1, 1, 0));
    await this.groups.onElection(0, 1, this.log);
  }

  async exchange({ api, version, clientId, request }: Exchange): Promise<object> {
    const context: GroupCallContext = {
      apiVersion: version,
      clientId,
      clientAddress: '127.0.0.1',
      listenerName: 'PLAINTEXT',
    };
    const asked = this.#withOwnMemberId(fromVector(request)) as never;
    const { groups } = this;
    switch (api) {
      case 'JoinGroup': {
        const joined = await groups.joinGroup(JoinGroup.request.create(asked), context);
        this.#memberId = joined.memberId;
        return joined;
      }
      case 'SyncGroup':
        return groups.syncGroup(SyncGroup.request.create(asked), context);
      case 'OffsetFetch':
        return groups.fetchOffsets(OffsetFetch.request.create(asked), context);
      case 'OffsetCommit':
        return groups.commitOffsets(OffsetCommit.request.create(asked), context);
      default:
        return groups.leaveGroup(asked, context);
    }
  }

  /** Ids are drawn by the server: the client of the vector would have used ours. */
  #withOwnMemberId(value: unknown): unknown {
    if (value instanceof Uint8Array) return value;
    if (Array.isArray(value)) return value.map((each) => this.#withOwnMemberId(each));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [
        key,
        key === 'memberId' && each !== '' && each !== null
          ? this.#memberId
          : this.#withOwnMemberId(each),
      ]),
    );
  }

  records(): { batch: number; record: GroupRecord }[] {
    const records: { batch: number; record: GroupRecord }[] = [];
    for (const [batch, bytes] of this.log.batches.entries()) {
      for (const cursor of batchesIn(bytes)) {
        for (const view of readRecords(cursor, { maxDecompressedBytes: 1_000_000 })) {
          const record = decodeGroupRecord(view.key() ?? new Uint8Array(0), view.value());
          assert(record !== undefined);
          records.push({ batch, record });
        }
      }
    }
    return records;
  }
}

async function play(replayed: Replayed, flow: readonly Exchange[]): Promise<void> {
  await replayed.start();
  for (const exchange of flow) {
    const response = await replayed.exchange(exchange);
    const expected = toVector(exchange.response);
    assert.deepEqual(sameFields(expected, toVector(response)), expected, exchange.api);
  }
}

test('a dynamic member is answered as Kafka answered it, and the same is logged', async () => {
  const { flow, log } = load('classic-group.json');
  const replayed = new Replayed();
  await play(replayed, flow);

  const { groups } = replayed;
  const context = { apiVersion: 0, clientId: 'a', clientAddress: '127.0.0.1', listenerName: 'P' };
  const partitions = [{ partitionIndex: 0 }];
  const topics = [{ name: 't-none', partitions }];
  await groups.deleteOffsets({ groupId: 'g-classic2', topics }, context);
  await groups.deleteGroups({ groupsNames: ['g-classic2'] }, { ...context, apiVersion: 2 });

  const logged = replayed.records().map(({ record }) => record);
  const written = log.filter(({ value }) => value !== null);
  assert.deepEqual(
    logged
      .slice(0, written.length)
      .map((record, i) => sameFields(toVector(written[i]), toVector(record))),
    written.map(toVector),
  );
  // Kafka's tombstones of one group come in the order of a hash map, but for the group's own.
  const tombstones = log
    .filter(({ value }) => value === null)
    .map(({ key }) => JSON.stringify(key));
  assert.deepEqual(
    logged
      .slice(written.length)
      .map(({ key }) => JSON.stringify(key))
      .sort(),
    tombstones.toSorted(),
  );
  assert.equal(logged.at(-1)?.kind, 'GroupMetadata');
});

test('a static member is answered as Kafka answered it', async () => {
  await play(new Replayed(), load('static-group.json').flow);
});
