// The records of Kafka's own controller, in its order, for the same events.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { AlterPartitionRequest } from '@samsa/protocol/apis/alter-partition';
import { AlterPartitionReassignmentsRequest } from '@samsa/protocol/apis/alter-partition-reassignments';
import { AllocateProducerIdsRequest } from '@samsa/protocol/apis/allocate-producer-ids';
import { AssignReplicasToDirsRequest } from '@samsa/protocol/apis/assign-replicas-to-dirs';
import { createCreatableTopic, CreateTopicsRequest } from '@samsa/protocol/apis/create-topics';
import { ElectLeadersRequest } from '@samsa/protocol/apis/elect-leaders';
import {
  decodeMetadataRecord,
  encodeMetadataRecord,
  type MetadataRecord,
} from '@samsa/protocol/metadata-record';

import {
  activationRecords,
  allocateProducerIds,
  alterPartition,
  alterPartitionReassignments,
  assignReplicasToDirs,
  bootstrapRecords,
  createTopics,
  electLeaders,
} from '../src/index.ts';
import { TestController } from './test-controller.ts';

interface SeenRecord {
  readonly offset: number;
  readonly record?: string;
  readonly version?: number;
  readonly value: Readonly<Record<string, unknown>>;
}

interface KafkaRecord {
  readonly kind: string;
  readonly version: number;
  readonly value: unknown;
}

const here = new URL('vectors/', import.meta.url);
const seen = JSON.parse(
  readFileSync(new URL('metadata-sequence.json', here), 'utf8'),
) as readonly SeenRecord[];

const DIRECTORY_1A = '5ngbgZnZRru89lWM375Kuw';
const DIRECTORY_1B = 'dEDOFR1JTvn0S_G9fLFlSA';
const DIRECTORY_2 = 'eTdDbWvYps9ikwHAsoBgLQ';

/** What Kafka wrote from one offset to another, in the names that our records have. */
function kafkaWrote(from: number, to: number): KafkaRecord[] {
  return seen
    .filter((one) => one.offset >= from && one.offset <= to)
    .map((one) => ({
      kind: one.record ?? '',
      version: one.version ?? 0,
      value: lowered(one.value),
    }));
}

function lowered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lowered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key.charAt(0).toLowerCase() + key.slice(1),
      lowered(inner),
    ]),
  );
}

/**
 * Ours reduced to the fields that Kafka's text form names (it leaves out what is not set), with
 * topic ids put in Kafka's place.
 */
function weWrote(
  records: readonly MetadataRecord[],
  expected: readonly { value: unknown }[],
  ids: ReadonlyMap<string, string> = new Map(),
): unknown[] {
  return records.map((record, i) => {
    // Only what can be written counts.
    const { kind, version, value } = decodeMetadataRecord(encodeMetadataRecord(record));
    const names = Object.keys(expected[i]?.value ?? {});
    const defaults = unsetFields(kind);
    const kept = Object.entries(value).filter(
      ([name, field]) => names.includes(name) || !isUnset(field, defaults[name]),
    );
    const swapped = kept.map(([name, field]) => [
      name,
      name === 'topicId' ? (ids.get(String(field)) ?? field) : field,
    ]);
    return { kind, version, value: Object.fromEntries(swapped) };
  });
}

function unsetFields(kind: string): Record<string, unknown> {
  if (kind === 'PartitionChangeRecord') return { leader: -2, leaderRecoveryState: -1 };
  return {};
}

function isUnset(field: unknown, unset: unknown): boolean {
  if (unset !== undefined) return field === unset;
  return (
    field === null || field === 0 || field === false || (Array.isArray(field) && field.length === 0)
  );
}

function twoBrokerCluster(): TestController {
  const controller = new TestController(
    activationRecords(bootstrapRecords(), 1).filter(
      (record) => !record.kind.endsWith('TransactionRecord'),
    ),
  );
  controller.addBroker(1, { directories: [DIRECTORY_1A, DIRECTORY_1B] });
  controller.addBroker(2, { directories: [DIRECTORY_2] });
  return controller;
}

test('a new log begins with the bootstrap records in one transaction', () => {
  const user: MetadataRecord = {
    kind: 'UserScramCredentialRecord',
    version: 0,
    value: {
      name: 'bob',
      mechanism: 1,
      salt: new Uint8Array(1),
      storedKey: new Uint8Array(1),
      serverKey: new Uint8Array(1),
      iterations: 4096,
    },
  };
  const ours = activationRecords(bootstrapRecords({ moreRecords: [user] }), 1);
  const theirs = kafkaWrote(3, 12);
  assert.deepEqual(
    ours.map((record) => record.kind),
    theirs.map((record) => record.kind),
  );
  const comparable = (records: readonly { kind: string; value: unknown }[]): unknown[] =>
    records.filter((one) => one.kind === 'FeatureLevelRecord' || one.kind === 'ConfigRecord');
  assert.deepEqual(comparable(weWrote(ours, theirs) as typeof theirs), comparable(theirs));
});

test('a topic is its record, its configs, the cleared ELR and its partitions', () => {
  const controller = twoBrokerCluster();
  const topic = controller.createTopic('v-rf2', [[1, 2]], {
    'min.insync.replicas': '2',
    'retention.ms': '-1',
  });
  const theirs = kafkaWrote(1661, 1665);
  const ids = new Map([[topic.id, 'J-sJMlz4SS28q3TY6WkVXg']]);
  assert.deepEqual(weWrote(controller.written, theirs, ids), theirs);
});

test('an internal topic is written as Kafka writes it', () => {
  const controller = twoBrokerCluster();
  const topic = controller.createTopic('__transaction_state', [[1], [1]], {
    'compression.type': 'uncompressed',
    'cleanup.policy': 'compact',
    'min.insync.replicas': '1',
    'segment.bytes': '104857600',
    'unclean.leader.election.enable': 'false',
  });
  const theirs = kafkaWrote(335, 343);
  const ids = new Map([[topic.id, 'a_WMpJpPTkawjW9xEkubIA']]);
  assert.deepEqual(weWrote(controller.written, theirs, ids), theirs);
});

test('directories, reassignment, ISR growth and preferred election give the records Kafka gives', () => {
  const controller = twoBrokerCluster();
  const topic = controller.createTopic('t-multi', [[1], [1], [1]]);
  const ids = new Map([[topic.id, 'AmB6Fj0_TzW9zXf-eaKQnA']]);
  const epochOf = (id: number): number => controller.state.broker(id)?.epoch ?? -1;

  controller.run((state) =>
    assignReplicasToDirs(
      state,
      AssignReplicasToDirsRequest.create({
        brokerId: 1,
        brokerEpoch: epochOf(1),
        directories: [
          {
            id: DIRECTORY_1A,
            topics: [{ topicId: topic.id, partitions: [{ partitionIndex: 0 }] }],
          },
          {
            id: DIRECTORY_1B,
            topics: [{ topicId: topic.id, partitions: [{ partitionIndex: 1 }] }],
          },
        ],
      }),
    ),
  );
  const assigned = kafkaWrote(327, 327);
  assert.deepEqual(weWrote(controller.written.slice(0, 1), assigned, ids), assigned);

  controller.run((state) =>
    alterPartitionReassignments(
      state,
      AlterPartitionReassignmentsRequest.create({
        topics: [
          {
            name: 't-multi',
            partitions: [
              { partitionIndex: 0, replicas: [2, 1] },
              { partitionIndex: 1, replicas: [2, 1] },
            ],
          },
        ],
      }),
    ),
  );
  const reassigned = kafkaWrote(1666, 1667);
  assert.deepEqual(weWrote(controller.written, reassigned, ids), reassigned);

  const { leaderEpoch, partitionEpoch } = controller.partition('t-multi', 0);
  controller.run((state) =>
    alterPartition(
      state,
      AlterPartitionRequest.create({
        brokerId: 1,
        brokerEpoch: epochOf(1),
        topics: [
          {
            topicId: topic.id,
            partitions: [
              {
                partitionIndex: 0,
                leaderEpoch,
                partitionEpoch,
                newIsr: [],
                newIsrWithEpochs: [1, 2].map((brokerId) => ({
                  brokerId,
                  brokerEpoch: epochOf(brokerId),
                })),
                leaderRecoveryState: 0,
              },
            ],
          },
        ],
      }),
    ),
  );
  const grown = kafkaWrote(1670, 1670);
  assert.deepEqual(weWrote(controller.written, grown, ids), grown);

  controller.run((state) =>
    electLeaders(
      state,
      ElectLeadersRequest.create({
        electionType: 0,
        topicPartitions: [{ topic: 't-multi', partitions: [0] }],
      }),
    ),
  );
  const elected = kafkaWrote(1678, 1678);
  assert.deepEqual(weWrote(controller.written, elected, ids), elected);
});

test('controlled shutdown, fencing and return give the records Kafka gives', () => {
  const controller = twoBrokerCluster();
  const single = controller.createTopic('t-txn', [[1]]);
  const mirrored = controller.createTopic('v-rf2', [[1, 2]], { 'min.insync.replicas': '2' });
  const ids = new Map([
    [single.id, 'PZBpzajhSp-bcMBD5tMWhQ'],
    [mirrored.id, 'J-sJMlz4SS28q3TY6WkVXg'],
  ]);
  const epoch = controller.state.broker(1)?.epoch ?? -1;

  const asked = controller.heartbeat(1, { wantShutDown: true });
  assert.equal(asked.shouldShutDown, false);
  const leaving = withBrokerEpoch([...kafkaWrote(1726, 1727), ...kafkaWrote(1744, 1744)], epoch);
  const ours = inOrderOf(leaving, controller.written, ids);
  assert.equal(controller.written[0], ours[0]);
  assert.deepEqual(weWrote(ours, leaving, ids), leaving);

  controller.heartbeat(2);
  assert.equal(controller.heartbeat(1, { wantShutDown: true }).shouldShutDown, true);
  const fenced = withBrokerEpoch(kafkaWrote(1794, 1794), epoch);
  assert.deepEqual(weWrote(controller.written, fenced, ids), fenced);

  // Back from a clean stop it leads again what it alone can lead.
  controller.register(1, {
    directories: [DIRECTORY_1A, DIRECTORY_1B],
    incarnationId: 'anotherIncarnationxxxA',
    previousBrokerEpoch: epoch,
  });
  controller.heartbeat(1);
  const nextEpoch = controller.state.broker(1)?.epoch ?? -1;
  const back = withBrokerEpoch(kafkaWrote(1804, 1805), nextEpoch);
  assert.deepEqual(weWrote(controller.written, back, ids), back);
});

function withBrokerEpoch(records: readonly KafkaRecord[], brokerEpoch: number): KafkaRecord[] {
  return records.map((record) => {
    const { value } = record;
    const isOfBroker = typeof value === 'object' && value !== null && 'brokerEpoch' in value;
    return isOfBroker ? { ...record, value: { ...value, brokerEpoch } } : record;
  });
}

/** Kafka walks the partitions by its hash of the topic, we by ours. */
function inOrderOf(
  theirs: readonly KafkaRecord[],
  ours: readonly MetadataRecord[],
  ids: ReadonlyMap<string, string>,
): MetadataRecord[] {
  assert.equal(ours.length, theirs.length);
  const placeOf = (record: MetadataRecord): number => {
    const topicId = 'topicId' in record.value ? ids.get(record.value.topicId) : undefined;
    return theirs.findIndex(
      (one) => one.kind === record.kind && (one.value as { topicId?: string }).topicId === topicId,
    );
  };
  return ours.toSorted((a, b) => placeOf(a) - placeOf(b));
}

test('producer ids are handed out in blocks of a thousand', () => {
  const controller = twoBrokerCluster();
  const brokerEpoch = controller.state.broker(1)?.epoch ?? -1;
  const request = AllocateProducerIdsRequest.create({ brokerId: 1, brokerEpoch });
  const first = controller.run((state) => allocateProducerIds(state, request));
  assert.deepEqual([first.producerIdStart, first.producerIdLen], [0, 1000]);
  const theirs = kafkaWrote(332, 332).map((record) => ({
    ...record,
    value: { ...(record.value as object), brokerEpoch },
  }));
  assert.deepEqual(weWrote(controller.written, theirs), theirs);
  const second = controller.run((state) => allocateProducerIds(state, request));
  assert.equal(second.producerIdStart, 1000);
});

test('topics named once each are created by one request in the order of the request', () => {
  const controller = twoBrokerCluster();
  const topics = ['b', 'a'].map((name) =>
    createCreatableTopic({ name, numPartitions: 1, replicationFactor: 1 }),
  );
  controller.run((state, context) =>
    createTopics(state, CreateTopicsRequest.create({ topics }), context),
  );
  assert.deepEqual(
    controller.written.map((record) =>
      record.kind === 'TopicRecord' ? record.value.name : record.kind,
    ),
    ['b', 'PartitionRecord', 'a', 'PartitionRecord'],
  );
});
