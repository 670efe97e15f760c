// Flows over topics: made, grown, looked at, deleted, and every way to be refused.

import { type Flow } from '../script.ts';

export const TOPIC_FLOWS: readonly Flow[] = [
  {
    name: 'api versions',
    async play(script) {
      for (const version of script.versions('ApiVersions')) {
        await script.ask('ApiVersions', version, {
          clientSoftwareName: 'oracle',
          clientSoftwareVersion: '1.0',
        });
      }
      await script.askNewest('ApiVersions', {
        clientSoftwareName: 'a b',
        clientSoftwareVersion: '',
      });
      await script.askNewest('ApiVersions', { clientSoftwareName: '', clientSoftwareVersion: '1' });
    },
  },
  {
    name: 'api versions of the controller',
    listener: 'controller',
    async play(script) {
      for (const version of script.versions('ApiVersions')) {
        await script.ask('ApiVersions', version, {
          clientSoftwareName: 'oracle',
          clientSoftwareVersion: '1.0',
        });
      }
    },
  },
  {
    name: 'topics from creation to deletion, in every version',
    async play(script) {
      for (const version of script.versions('CreateTopics')) {
        const name = `made-v${version}`;
        const good = { name, numPartitions: 3, replicationFactor: 1 };
        await script.ask('CreateTopics', version, {
          topics: [good],
          timeoutMs: 30_000,
          validateOnly: true,
        });
        await script.ask('CreateTopics', version, { topics: [good], timeoutMs: 30_000 });
        await script.ask('CreateTopics', version, {
          timeoutMs: 30_000,
          topics: [
            good,
            { name: `${name}-no-partitions`, numPartitions: 0, replicationFactor: 1 },
            { name: `${name}-minus-two`, numPartitions: -2, replicationFactor: 1 },
            { name: `${name}-replicas`, numPartitions: 1, replicationFactor: 2 },
            { name: `${name}-no-replicas`, numPartitions: 1, replicationFactor: 0 },
            { name: 'bad name', numPartitions: 1, replicationFactor: 1 },
            { name: '', numPartitions: 1, replicationFactor: 1 },
            { name: '.', numPartitions: 1, replicationFactor: 1 },
            { name: 'x'.repeat(250), numPartitions: 1, replicationFactor: 1 },
            { name: name.replace('-', '_'), numPartitions: 1, replicationFactor: 1 },
            { name: name.replace('-', '.'), numPartitions: 1, replicationFactor: 1 },
            {
              name: `${name}-assigned`,
              numPartitions: -1,
              replicationFactor: -1,
              assignments: [
                { partitionIndex: 0, brokerIds: [1] },
                { partitionIndex: 1, brokerIds: [1] },
              ],
            },
            {
              name: `${name}-gap`,
              numPartitions: -1,
              replicationFactor: -1,
              assignments: [{ partitionIndex: 1, brokerIds: [1] }],
            },
            {
              name: `${name}-nowhere`,
              numPartitions: -1,
              replicationFactor: -1,
              assignments: [{ partitionIndex: 0, brokerIds: [7] }],
            },
            {
              name: `${name}-doubled`,
              numPartitions: -1,
              replicationFactor: -1,
              assignments: [{ partitionIndex: 0, brokerIds: [1, 1] }],
            },
            {
              name: `${name}-nobody`,
              numPartitions: -1,
              replicationFactor: -1,
              assignments: [{ partitionIndex: 0, brokerIds: [] }],
            },
            {
              name: `${name}-both`,
              numPartitions: 2,
              replicationFactor: 1,
              assignments: [{ partitionIndex: 0, brokerIds: [1] }],
            },
            {
              name: `${name}-config`,
              numPartitions: 1,
              replicationFactor: 1,
              configs: [
                { name: 'cleanup.policy', value: 'compact' },
                { name: 'retention.ms', value: '1234567' },
              ],
            },
            {
              name: `${name}-bad-config`,
              numPartitions: 1,
              replicationFactor: 1,
              configs: [{ name: 'cleanup.policy', value: 'burn' }],
            },
            {
              name: `${name}-unknown-config`,
              numPartitions: 1,
              replicationFactor: 1,
              configs: [{ name: 'no.such.key', value: '1' }],
            },
            {
              name: `${name}-null-config`,
              numPartitions: 1,
              replicationFactor: 1,
              configs: [{ name: 'retention.ms', value: null }],
            },
            {
              name: `${name}-bad-number`,
              numPartitions: 1,
              replicationFactor: 1,
              configs: [{ name: 'retention.ms', value: 'soon' }],
            },
            {
              name: `${name}-range`,
              numPartitions: 1,
              replicationFactor: 1,
              configs: [{ name: 'segment.bytes', value: '1' }],
            },
            { name: `${name}-twice`, numPartitions: 1, replicationFactor: 1 },
            { name: `${name}-twice`, numPartitions: 2, replicationFactor: 1 },
            { name: '__cluster_metadata', numPartitions: 1, replicationFactor: 1 },
          ],
        });
      }
      for (const version of script.versions('CreatePartitions')) {
        const name = `made-v${script.newest('CreateTopics')}`;
        await script.ask('CreatePartitions', version, {
          timeoutMs: 30_000,
          topics: [
            { name, count: 4 + version, assignments: null },
            { name: 'nowhere', count: 4, assignments: null },
          ],
        });
        await script.ask('CreatePartitions', version, {
          timeoutMs: 30_000,
          validateOnly: true,
          topics: [{ name, count: 40, assignments: null }],
        });
        for (const topic of [
          { name, count: 2, assignments: null },
          { name, count: 4 + version, assignments: null },
          { name, count: 0, assignments: null },
          { name, count: -1, assignments: null },
          { name: '', count: 2, assignments: null },
          { name, count: 6 + version, assignments: [{ brokerIds: [1] }] },
          { name, count: 5 + version, assignments: [{ brokerIds: [9] }] },
          { name, count: 5 + version, assignments: [{ brokerIds: [] }] },
          { name, count: 5 + version, assignments: [] },
          { name, count: 5 + version, assignments: [{ brokerIds: [1, 1] }] },
        ]) {
          await script.ask('CreatePartitions', version, { timeoutMs: 30_000, topics: [topic] });
        }
        await script.ask('CreatePartitions', version, {
          timeoutMs: 30_000,
          topics: [
            { name, count: 20, assignments: null },
            { name, count: 21, assignments: null },
          ],
        });
      }
      for (const version of script.versions('Metadata')) {
        const name = `made-v${script.newest('CreateTopics')}`;
        await script.ask('Metadata', version, {
          topics: [{ name }, { name: `${name}-assigned` }, { name: `${name}-config` }],
        });
        await script.ask('Metadata', version, { topics: version === 0 ? [] : null });
        if (version > 0) await script.ask('Metadata', version, { topics: [] });
        if (version >= 4) {
          await script.ask('Metadata', version, {
            topics: [{ name: 'nowhere' }, { name: 'bad name' }, { name: '' }, { name }, { name }],
            allowAutoTopicCreation: false,
          });
        }
        await script.ask('Metadata', version, { topics: [{ name: `born-v${version}` }] });
        await script.ask('Metadata', version, { topics: [{ name: 'also bad!' }] });
        if (version >= 8) {
          await script.ask('Metadata', version, {
            topics: [{ name }],
            includeTopicAuthorizedOperations: true,
            ...(version <= 10 ? { includeClusterAuthorizedOperations: true } : {}),
          });
        }
        if (version >= 10) {
          const topicId = await script.topicId(name);
          const unknown = 'c29tZSBvdGhlciB0b3BpYw';
          await script.ask('Metadata', version, { topics: [{ topicId, name: null }] });
          await script.ask('Metadata', version, { topics: [{ topicId, name: 'other' }] });
          await script.ask('Metadata', version, { topics: [{ topicId: unknown, name: null }] });
          await script.ask('Metadata', version, {
            topics: [{ topicId: unknown, name: null }, { name }],
          });
          await script.ask('Metadata', version, { topics: [{ name: null }] });
        }
      }
      for (const version of script.versions('DescribeTopicPartitions')) {
        const name = `made-v${script.newest('CreateTopics')}`;
        const topics = [{ name: `${name}-assigned` }, { name }, { name: 'nowhere' }];
        await script.ask('DescribeTopicPartitions', version, { topics });
        await script.ask('DescribeTopicPartitions', version, { topics: [] });
        for (const limit of [1, 2, 3, 0, -1, 3_000_000]) {
          await script.ask('DescribeTopicPartitions', version, {
            topics,
            responsePartitionLimit: limit,
          });
        }
        for (const cursor of [
          { topicName: name, partitionIndex: 1 },
          { topicName: name, partitionIndex: 100 },
          { topicName: name, partitionIndex: -1 },
          { topicName: 'nowhere', partitionIndex: 0 },
          { topicName: 'a', partitionIndex: 5 },
          { topicName: 'zzz', partitionIndex: 0 },
          { topicName: '', partitionIndex: 0 },
        ]) {
          await script.ask('DescribeTopicPartitions', version, {
            topics,
            responsePartitionLimit: 2,
            cursor,
          });
        }
      }
      for (const version of script.versions('DeleteTopics')) {
        const name = `made-v${script.versions('CreateTopics')[version % 3] ?? 7}`;
        const byName = (names: readonly string[]): object =>
          version >= 6
            ? { topics: names.map((topic) => ({ name: topic })), timeoutMs: 30_000 }
            : { topicNames: names, timeoutMs: 30_000 };
        await script.ask(
          'DeleteTopics',
          version,
          byName([name, 'nowhere', '', 'bad name']) as never,
        );
        await script.ask('DeleteTopics', version, byName([]) as never);
        await script.ask('DeleteTopics', version, byName(['nowhere', 'nowhere']) as never);
        await script.topics({ name: `doubly-v${version}` });
        await script.ask(
          'DeleteTopics',
          version,
          byName([`doubly-v${version}`, `doubly-v${version}`]) as never,
        );
        if (version >= 6) {
          await script.topics({ name: `by-id-v${version}` });
          const topicId = await script.topicId(`by-id-v${version}`);
          for (const topics of [
            [{ name: null, topicId: 'c29tZSBvdGhlciB0b3BpYw' }],
            [{ name: null }],
            [{ name: `by-id-v${version}`, topicId }],
            [{ name: `by-id-v${version}` }, { name: null, topicId }],
            [
              { name: null, topicId },
              { name: null, topicId },
            ],
            [{ name: null, topicId }],
          ]) {
            await script.ask('DeleteTopics', version, { topics, timeoutMs: 30_000 });
          }
        }
      }
    },
  },
  {
    name: 'the cluster',
    async play(script) {
      for (const version of script.versions('DescribeCluster')) {
        await script.ask('DescribeCluster', version, {});
        await script.ask('DescribeCluster', version, { includeClusterAuthorizedOperations: true });
        if (version >= 1) await script.ask('DescribeCluster', version, { endpointType: 2 });
        if (version >= 1) await script.ask('DescribeCluster', version, { endpointType: 7 });
        if (version >= 2)
          await script.ask('DescribeCluster', version, { includeFencedBrokers: true });
      }
      for (const version of script.versions('FindCoordinator')) {
        for (const keyType of version === 0 ? [0] : [0, 1, 2, 3, -1]) {
          const key = keyType === 2 ? 'group:c29tZSBvdGhlciB0b3BpYw:0' : 'some-key';
          if (version >= 4) {
            await script.ask('FindCoordinator', version, { keyType, coordinatorKeys: [key] });
            await script.ask('FindCoordinator', version, {
              keyType,
              coordinatorKeys: [key, '', key, 'other'],
            });
            await script.ask('FindCoordinator', version, { keyType, coordinatorKeys: [] });
          } else {
            await script.ask('FindCoordinator', version, { keyType, key });
            await script.ask('FindCoordinator', version, { keyType, key: '' });
          }
        }
      }
      for (const version of script.versions('DescribeQuorum')) {
        for (const topics of [
          [{ topicName: '__cluster_metadata', partitions: [{ partitionIndex: 0 }] }],
          [{ topicName: '__cluster_metadata', partitions: [{ partitionIndex: 1 }] }],
          [{ topicName: 'nowhere', partitions: [{ partitionIndex: 0 }] }],
          [],
        ]) {
          await script.ask('DescribeQuorum', version, { topics });
        }
      }
    },
  },
  {
    name: 'the cluster as the controller tells it',
    listener: 'controller',
    async play(script) {
      for (const version of script.versions('DescribeCluster')) {
        await script.ask('DescribeCluster', version, version >= 1 ? { endpointType: 2 } : {});
        if (version >= 1) await script.ask('DescribeCluster', version, { endpointType: 1 });
        if (version >= 2) {
          await script.ask('DescribeCluster', version, {
            endpointType: 2,
            includeFencedBrokers: true,
          });
        }
      }
      for (const version of script.versions('DescribeQuorum')) {
        for (const topics of [
          [{ topicName: '__cluster_metadata', partitions: [{ partitionIndex: 0 }] }],
          [],
        ]) {
          await script.ask('DescribeQuorum', version, { topics });
        }
      }
    },
  },
];
