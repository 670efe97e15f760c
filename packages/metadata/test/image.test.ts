import assert from 'node:assert/strict';
import { test } from 'node:test';

import fc from 'fast-check';
import {
  decodeMetadataRecord,
  encodeMetadataRecord,
  type MetadataRecord,
} from '@samsa/protocol/metadata-record';

import { imageToRecords, MetadataDelta, MetadataImage } from '../src/index.ts';
import { imageContent } from './image-content.ts';
import { uuidOf } from './test-controller.ts';

const BASE_RECORDS: readonly MetadataRecord[] = [
  { kind: 'FeatureLevelRecord', version: 0, value: { name: 'metadata.version', featureLevel: 30 } },
];

function replayed(base: MetadataImage, records: Iterable<MetadataRecord>): MetadataImage {
  const delta = new MetadataDelta(base);
  for (const record of records) delta.replay(record);
  return delta.apply(base.offset + 1, 1, 0);
}

/** Through bytes: what a snapshot cannot carry is not kept. */
function throughBytes(records: Iterable<MetadataRecord>): MetadataRecord[] {
  return [...records].map((record) => decodeMetadataRecord(encodeMetadataRecord(record)));
}

interface Step {
  readonly kind: number;
  readonly a: number;
  readonly b: number;
}

/**
 * A record of some kind that is possible after `image`; every kind that changes an image comes up.
 */
function recordFor(image: MetadataImage, { kind, a, b }: Step): MetadataRecord[] {
  const topics = [...image.topics.values()];
  const topic = topics[a % Math.max(1, topics.length)];
  const broker = [...image.cluster.brokers.values()][b % Math.max(1, image.cluster.brokers.size)];
  const partition = topic?.partition(b % Math.max(1, topic.partitionCount));
  switch (kind) {
    case 0:
    case 1: {
      const name = `topic-${a}-${b}`;
      if (image.topics.byName(name) !== undefined) return [];
      const topicId = uuidOf(`${name}-${image.offset}`);
      return [
        { kind: 'TopicRecord', version: 0, value: { name, topicId } },
        partitionOf(topicId, 0, a),
        partitionOf(topicId, 1, b),
      ];
    }
    case 2:
      return topic === undefined ? [] : [partitionOf(topic.id, topic.partitionCount, a)];
    case 3:
    case 4:
      if (topic === undefined || partition === undefined) return [];
      return [
        {
          kind: 'PartitionChangeRecord',
          version: 2,
          value: {
            partitionId: b % topic.partitionCount,
            topicId: topic.id,
            isr: a % 2 === 0 ? [a] : null,
            leader: b % 3 === 0 ? a : -2,
            replicas: a % 4 === 0 ? [a, b + 10, 77] : null,
            removingReplicas: a % 5 === 0 ? [b] : null,
            addingReplicas: b % 5 === 0 ? [a] : null,
            leaderRecoveryState: a % 3 === 0 ? 1 : -1,
            directories: null,
            eligibleLeaderReplicas: b % 2 === 0 ? [b] : null,
            lastKnownElr: a % 3 === 1 ? [a] : null,
          },
        },
      ];
    case 5:
      return topic === undefined
        ? []
        : [{ kind: 'RemoveTopicRecord', version: 0, value: { topicId: topic.id } }];
    case 6:
      return [
        {
          kind: 'ConfigRecord',
          version: 0,
          value: {
            resourceType: [2, 4, 16, 32][a % 4] ?? 2,
            resourceName: a % 4 === 0 ? (topic?.name ?? 'none') : `r${b % 3}`,
            name: `key${a % 3}`,
            value: b % 4 === 0 ? null : `value${b}`,
          },
        },
      ];
    case 7:
      return [registered(a % 5, image.offset + 1, b)];
    case 8:
      if (broker === undefined) return [];
      return [
        {
          kind: 'BrokerRegistrationChangeRecord',
          version: 3,
          value: {
            brokerId: broker.id,
            brokerEpoch: broker.epoch,
            fenced: (a % 3) - 1,
            inControlledShutdown: b % 2,
            logDirs: a % 2 === 0 ? [] : [uuidOf(`dir${a}`)],
            cordonedLogDirs: b % 3 === 0 ? [uuidOf(`dir${b}`)] : null,
          },
        },
      ];
    case 9:
      if (broker === undefined) return [];
      return [
        {
          kind: 'UnregisterBrokerRecord',
          version: 0,
          value: { brokerId: broker.id, brokerEpoch: broker.epoch },
        },
      ];
    case 10:
      return [
        {
          kind: 'ProducerIdsRecord',
          version: 0,
          value: { brokerId: a, brokerEpoch: b, nextProducerId: image.nextProducerId + 1000 },
        },
      ];
    case 11:
      return [
        {
          kind: 'ClientQuotaRecord',
          version: 0,
          value: {
            entity: [
              { entityType: 'user', entityName: a % 2 === 0 ? null : `u${a % 3}` },
              { entityType: 'client-id', entityName: `c${b % 2}` },
            ],
            key: `rate${b % 2}`,
            value: a,
            remove: b % 3 === 0,
          },
        },
      ];
    case 12:
      return [
        a % 3 === 0
          ? {
              kind: 'RemoveAccessControlEntryRecord',
              version: 0,
              value: { id: uuidOf(`acl${b % 4}`) },
            }
          : {
              kind: 'AccessControlEntryRecord',
              version: 0,
              value: {
                id: uuidOf(`acl${b % 4}`),
                resourceType: 2,
                resourceName: `t${a}`,
                patternType: 3,
                principal: 'User:a',
                host: '*',
                operation: 3,
                permissionType: 3,
              },
            },
      ];
    case 13:
      return [
        a % 3 === 0
          ? {
              kind: 'RemoveUserScramCredentialRecord',
              version: 0,
              value: { name: `u${b % 3}`, mechanism: 1 },
            }
          : {
              kind: 'UserScramCredentialRecord',
              version: 0,
              value: {
                name: `u${b % 3}`,
                mechanism: 1 + (a % 2),
                salt: Uint8Array.of(a),
                storedKey: Uint8Array.of(b),
                serverKey: Uint8Array.of(a, b),
                iterations: 4096,
              },
            },
      ];
    case 14:
      return [
        a % 3 === 0
          ? { kind: 'RemoveDelegationTokenRecord', version: 0, value: { tokenId: `t${b % 3}` } }
          : {
              kind: 'DelegationTokenRecord',
              version: 0,
              value: {
                owner: 'User:a',
                requester: 'User:b',
                renewers: ['User:c'],
                issueTimestamp: a,
                maxTimestamp: b,
                expirationTimestamp: a + b,
                tokenId: `t${b % 3}`,
              },
            },
      ];
    case 15:
      return [
        {
          kind: 'FeatureLevelRecord',
          version: 0,
          value: { name: 'group.version', featureLevel: a % 2 },
        },
      ];
    case 16:
      return [
        {
          kind: 'ClearElrRecord',
          version: 0,
          value: { topicName: a % 2 === 0 ? '' : (topic?.name ?? '') },
        },
      ];
    case 17:
      return [
        {
          kind: 'RegisterControllerRecord',
          version: 0,
          value: {
            controllerId: a % 3,
            incarnationId: uuidOf(`controller${b}`),
            zkMigrationReady: false,
            endPoints: [{ name: 'C', host: 'h', port: 1, securityProtocol: 0 }],
            features: [{ name: 'f', minSupportedVersion: 0, maxSupportedVersion: 1 }],
          },
        },
      ];
    default:
      return [{ kind: 'NoOpRecord', version: 0, value: {} }];
  }
}

function partitionOf(topicId: string, partitionId: number, n: number): MetadataRecord {
  return {
    kind: 'PartitionRecord',
    version: 2,
    value: {
      partitionId,
      topicId,
      replicas: [n, n + 1],
      isr: n % 2 === 0 ? [n, n + 1] : [n],
      removingReplicas: [],
      addingReplicas: [],
      leader: n,
      leaderRecoveryState: 0,
      leaderEpoch: 0,
      partitionEpoch: 0,
      directories: [uuidOf(`dir${n}`), uuidOf(`dir${n + 1}`)],
      eligibleLeaderReplicas: n % 3 === 0 ? [n + 1] : null,
      lastKnownElr: null,
    },
  };
}

function registered(brokerId: number, brokerEpoch: number, n: number): MetadataRecord {
  return {
    kind: 'RegisterBrokerRecord',
    version: 4,
    value: {
      brokerId,
      isMigratingZkBroker: false,
      incarnationId: uuidOf(`incarnation${n}`),
      brokerEpoch,
      endPoints: [{ name: 'P', host: 'h', port: n, securityProtocol: 0 }],
      features: [{ name: 'metadata.version', minSupportedVersion: 7, maxSupportedVersion: 30 }],
      rack: n % 2 === 0 ? null : `rack${n}`,
      fenced: n % 2 === 0,
      inControlledShutdown: n % 3 === 0,
      logDirs: [uuidOf(`b${n}`), uuidOf(`a${n}`)],
      cordonedLogDirs: n % 4 === 0 ? [] : null,
    },
  };
}

const someStep: fc.Arbitrary<Step> = fc.record({
  kind: fc.integer({ min: 0, max: 18 }),
  a: fc.nat({ max: 12 }),
  b: fc.nat({ max: 12 }),
});

const manySteps = fc.array(someStep, { minLength: 20, maxLength: 80 });

test('a snapshot and the records after it give what the whole log gives', () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(manySteps, fc.nat({ max: 80 }), (steps, cut) => {
      const cutAt = cut % steps.length;
      let whole = replayed(MetadataImage.EMPTY, BASE_RECORDS);
      let resumed: MetadataImage | undefined;
      for (const [i, step] of steps.entries()) {
        if (i === cutAt) {
          resumed = replayed(MetadataImage.EMPTY, throughBytes(imageToRecords(whole)));
          assert.deepEqual(imageContent(resumed), imageContent(whole));
        }
        const records = recordFor(whole, step);
        for (const record of records) kinds.add(record.kind);
        whole = replayed(whole, records);
        if (resumed !== undefined) resumed = replayed(resumed, records);
      }
      assert.ok(resumed !== undefined);
      assert.deepEqual(imageContent(resumed), imageContent(whole));
    }),
    { numRuns: 150 },
  );
  assert.ok(kinds.size >= 19, `only ${[...kinds].join(', ')}`);
});

test('one delta over many records gives what many deltas give', () => {
  fc.assert(
    fc.property(manySteps, (steps) => {
      const base = replayed(MetadataImage.EMPTY, BASE_RECORDS);
      let image = base;
      const records: MetadataRecord[] = [];
      for (const step of steps) {
        const next = recordFor(image, step);
        records.push(...next);
        image = replayed(image, next);
      }
      assert.deepEqual(imageContent(replayed(base, records)), imageContent(image));
    }),
    { numRuns: 100 },
  );
});

test('the delta to a snapshot names what differs and ends in the snapshot', () => {
  fc.assert(
    fc.property(manySteps, manySteps, (before, after) => {
      let base = replayed(MetadataImage.EMPTY, BASE_RECORDS);
      for (const step of before) base = replayed(base, recordFor(base, step));
      let next = base;
      for (const step of after) next = replayed(next, recordFor(next, step));
      const loaded = replayed(MetadataImage.EMPTY, imageToRecords(next));

      const delta = MetadataDelta.between(base, loaded);
      assert.equal(delta.isSnapshot, true);
      assert.deepEqual(imageContent(delta.apply(1, 1, 1)), imageContent(next));
      for (const topic of base.topics.values()) {
        assert.equal(delta.deletedTopics.has(topic.id), next.topics.byId(topic.id) === undefined);
      }
      for (const topic of next.topics.values()) {
        const old = base.topics.byId(topic.id);
        assert.equal(delta.changedTopics.get(topic.id)?.isNew ?? false, old === undefined);
      }
    }),
    { numRuns: 60 },
  );
});

test('an image never changes after it was made', () => {
  fc.assert(
    fc.property(manySteps, manySteps, (before, after) => {
      let image = replayed(MetadataImage.EMPTY, BASE_RECORDS);
      for (const step of before) image = replayed(image, recordFor(image, step));
      const content = structuredClone(imageContent(image));
      let next = image;
      for (const step of after) next = replayed(next, recordFor(next, step));
      assert.deepEqual(imageContent(image), content);
    }),
    { numRuns: 60 },
  );
});

test('a topic created again under its name in one delta is deleted and new', () => {
  const first = uuidOf('first');
  const second = uuidOf('second');
  const base = replayed(MetadataImage.EMPTY, [
    { kind: 'TopicRecord', version: 0, value: { name: 't', topicId: first } },
    {
      kind: 'ConfigRecord',
      version: 0,
      value: { resourceType: 2, resourceName: 't', name: 'k', value: 'v' },
    },
  ]);
  const delta = new MetadataDelta(base);
  delta.replay({ kind: 'RemoveTopicRecord', version: 0, value: { topicId: first } });
  delta.replay({ kind: 'TopicRecord', version: 0, value: { name: 't', topicId: second } });
  const image = delta.apply(2, 1, 0);
  assert.deepEqual([...delta.deletedTopics.keys()], [first]);
  assert.deepEqual([...delta.changedTopics.keys()], [second]);
  assert.equal(image.topics.byName('t')?.id, second);
  assert.equal(image.topics.size, 1);
  assert.equal(image.configs.topic('t').size, 0);
});

test('a topic that is created and removed within one delta leaves no trace', () => {
  const delta = new MetadataDelta(MetadataImage.EMPTY);
  delta.replay({ kind: 'TopicRecord', version: 0, value: { name: 't', topicId: uuidOf('t') } });
  delta.replay({ kind: 'RemoveTopicRecord', version: 0, value: { topicId: uuidOf('t') } });
  assert.equal(delta.changedTopics.size + delta.deletedTopics.size, 0);
  assert.equal(delta.apply(0, 0, 0).topics.size, 0);
});

test('a record that names what does not exist is our own bug and is not passed over', () => {
  const delta = new MetadataDelta(MetadataImage.EMPTY);
  const unknown = { topicId: uuidOf('unknown') };
  assert.throws(() => delta.replay({ kind: 'RemoveTopicRecord', version: 0, value: unknown }));
  assert.throws(() => delta.replay(partitionOf(unknown.topicId, 0, 1)), /exists/);
  assert.throws(
    () =>
      delta.replay({
        kind: 'UnregisterBrokerRecord',
        version: 0,
        value: { brokerId: 1, brokerEpoch: 1 },
      }),
    /registered/,
  );
});
