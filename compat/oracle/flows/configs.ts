// Flows over configurations: read, changed, checked and refused, for each kind of resource.

import { type Message } from '../message-schema.ts';
import { type Flow } from '../script.ts';

const [TOPIC, BROKER, BROKER_LOGGER, CLIENT_METRICS, GROUP] = [2, 4, 8, 16, 32];
const [SET, DELETE, APPEND, SUBTRACT] = [0, 1, 2, 3];

export const CONFIG_FLOWS: readonly Flow[] = [
  {
    name: 'configurations told, in every version',
    async play(script) {
      await script.topics({
        name: 'configured',
        configs: [
          { name: 'retention.ms', value: '1000000' },
          { name: 'cleanup.policy', value: 'compact,delete' },
        ],
      });
      for (const version of script.versions('DescribeConfigs')) {
        const ask = async (resource: Message, extra: Message = {}): Promise<Message> =>
          script.ask('DescribeConfigs', version, {
            resources: [{ configurationKeys: null, ...resource }],
            ...extra,
          });
        for (const resource of [
          { resourceType: TOPIC, resourceName: 'configured' },
          { resourceType: BROKER, resourceName: '1' },
          { resourceType: BROKER, resourceName: '' },
          { resourceType: GROUP, resourceName: 'any-group' },
          { resourceType: CLIENT_METRICS, resourceName: 'any-metrics' },
        ]) {
          await ask(resource);
          if (version >= 1) await ask(resource, { includeSynonyms: true });
          if (version >= 3) await ask(resource, { includeDocumentation: true });
        }
        for (const resource of [
          { resourceType: TOPIC, resourceName: 'nowhere' },
          { resourceType: TOPIC, resourceName: '' },
          { resourceType: TOPIC, resourceName: 'bad name' },
          { resourceType: BROKER, resourceName: '2' },
          { resourceType: BROKER, resourceName: 'x' },
          { resourceType: BROKER_LOGGER, resourceName: '' },
          { resourceType: BROKER_LOGGER, resourceName: '2' },
          { resourceType: GROUP, resourceName: '' },
          { resourceType: CLIENT_METRICS, resourceName: '' },
          { resourceType: 0, resourceName: 'x' },
          { resourceType: 3, resourceName: 'x' },
          { resourceType: 99, resourceName: 'x' },
          { resourceType: TOPIC, resourceName: 'configured', configurationKeys: [] },
          {
            resourceType: TOPIC,
            resourceName: 'configured',
            configurationKeys: ['retention.ms', 'no.such.key'],
          },
          {
            resourceType: BROKER,
            resourceName: '1',
            configurationKeys: ['log.dirs', 'log.retention.ms', 'nope'],
          },
        ]) {
          await ask(resource);
        }
        await script.ask('DescribeConfigs', version, {
          resources: [
            { resourceType: TOPIC, resourceName: 'nowhere', configurationKeys: null },
            {
              resourceType: TOPIC,
              resourceName: 'configured',
              configurationKeys: ['retention.ms'],
            },
            {
              resourceType: TOPIC,
              resourceName: 'configured',
              configurationKeys: ['retention.ms'],
            },
          ],
        });
        await script.ask('DescribeConfigs', version, { resources: [] });
      }
    },
  },
  {
    name: 'configurations changed step by step',
    async play(script) {
      await script.topics({ name: 'changed' });
      for (const version of script.versions('IncrementalAlterConfigs')) {
        const alter = async (
          resourceType: number | undefined,
          resourceName: string,
          configs: readonly (readonly [string, number | undefined, string | null])[],
          extra: Message = {},
        ): Promise<void> => {
          await script.ask('IncrementalAlterConfigs', version, {
            resources: [
              {
                resourceType,
                resourceName,
                configs: configs.map(([name, configOperation, value]) => ({
                  name,
                  configOperation,
                  value,
                })),
              },
            ],
            ...extra,
          });
        };
        const topic = async (
          ...configs: (readonly [string, number | undefined, string | null])[]
        ): Promise<void> => alter(TOPIC, 'changed', configs);
        await topic(['retention.ms', SET, '1000']);
        await alter(TOPIC, 'changed', [['retention.ms', SET, '2000']], { validateOnly: true });
        await topic(['retention.ms', SET, 'soon']);
        await topic(['retention.ms', SET, null]);
        await topic(['retention.ms', SET, '-5']);
        await topic(['no.such.key', SET, '1']);
        await topic(['no.such.key', DELETE, null]);
        await topic(['', SET, '1']);
        await topic(['retention.ms', APPEND, '5']);
        await topic(['cleanup.policy', APPEND, 'compact']);
        await topic(['cleanup.policy', APPEND, 'compact']);
        await topic(['cleanup.policy', SUBTRACT, 'delete']);
        await topic(['cleanup.policy', SUBTRACT, 'burn']);
        await topic(['cleanup.policy', APPEND, 'burn']);
        await topic(['cleanup.policy', SUBTRACT, 'compact']);
        await topic(['retention.ms', 9, '5']);
        await topic(['retention.ms', -1, '5']);
        await topic(['retention.ms', SET, '1'], ['retention.ms', SET, '2']);
        await topic(['retention.ms', DELETE, null], ['segment.bytes', SET, '1048576']);
        await topic(['min.insync.replicas', SET, '0']);
        await topic(['compression.type', SET, 'zip']);
        await topic(['compression.type', SET, 'lz4'], ['segment.ms', SET, 'never']);
        await topic(['leader.replication.throttled.replicas', SET, '0:1']);
        await topic(['leader.replication.throttled.replicas', SET, 'x']);
        await topic(['local.retention.ms', SET, '5000']);
        await topic(['remote.storage.enable', SET, 'true']);
        await topic(['min.compaction.lag.ms', SET, '100'], ['max.compaction.lag.ms', SET, '10']);
        await topic();
        await alter(TOPIC, 'nowhere', [['retention.ms', SET, '1']]);
        await alter(TOPIC, '', [['retention.ms', SET, '1']]);
        await alter(BROKER, '1', [['log.cleaner.threads', SET, '2']]);
        await alter(BROKER, '', [['log.retention.ms', SET, '700000000']]);
        await alter(BROKER, '', [['log.retention.ms', SET, 'x']]);
        await alter(BROKER, '1', [['node.id', SET, '5']]);
        await alter(BROKER, '1', [['no.such.key', SET, '5']]);
        await alter(BROKER, '2', [['log.retention.ms', SET, '5']]);
        await alter(BROKER, 'x', [['log.retention.ms', SET, '5']]);
        await alter(BROKER, '1', [['num.io.threads', SET, '9']]);
        await alter(BROKER, '1', [['num.io.threads', SET, '900']]);
        await alter(BROKER, '1', [['num.io.threads', DELETE, null]]);
        await alter(BROKER, '1', [['max.connections', SET, '1000']]);
        await alter(BROKER, '1', [['listener.name.plaintext.max.connections', SET, '500']]);
        await alter(BROKER, '', [['listener.name.plaintext.max.connections', SET, '500']]);
        await alter(GROUP, 'some-group', [['consumer.session.timeout.ms', SET, '50000']]);
        await alter(GROUP, 'some-group', [['consumer.session.timeout.ms', SET, '1']]);
        await alter(GROUP, 'some-group', [['no.such.key', SET, '1']]);
        await alter(GROUP, '', [['consumer.session.timeout.ms', SET, '50000']]);
        await alter(CLIENT_METRICS, 'm1', [
          ['interval.ms', SET, '5000'],
          ['metrics', SET, 'a.b.c'],
        ]);
        await alter(CLIENT_METRICS, 'm1', [['interval.ms', SET, '1']]);
        await alter(CLIENT_METRICS, 'm1', [['match', SET, 'client_id=x']]);
        await alter(CLIENT_METRICS, 'm1', [['match', SET, 'colour=red']]);
        await alter(CLIENT_METRICS, '', [['interval.ms', SET, '5000']]);
        await alter(BROKER_LOGGER, '1', [['kafka.server', SET, 'DEBUG']]);
        await alter(0, 'x', [['retention.ms', SET, '1']]);
        await alter(99, 'x', [['retention.ms', SET, '1']]);
        await script.ask('IncrementalAlterConfigs', version, {
          resources: [
            {
              resourceType: TOPIC,
              resourceName: 'changed',
              configs: [{ name: 'segment.ms', value: '99999' }],
            },
            {
              resourceType: TOPIC,
              resourceName: 'changed',
              configs: [{ name: 'segment.ms', value: '88888' }],
            },
          ],
        });
        await script.ask('IncrementalAlterConfigs', version, {
          resources: [
            {
              resourceType: TOPIC,
              resourceName: 'nowhere',
              configs: [{ name: 'segment.ms', value: '99999' }],
            },
            {
              resourceType: TOPIC,
              resourceName: 'changed',
              configs: [{ name: 'segment.ms', value: '77777' }],
            },
          ],
        });
        await script.ask('IncrementalAlterConfigs', version, { resources: [] });
      }
      for (const version of script.versions('AlterConfigs')) {
        for (const configs of [
          [{ name: 'retention.ms', value: '5000' }],
          [],
          [{ name: 'retention.ms', value: null }],
          [{ name: 'no.such.key', value: '1' }],
          [{ name: 'cleanup.policy', value: 'compact' }],
          [
            { name: 'retention.ms', value: '1' },
            { name: 'retention.ms', value: '2' },
          ],
        ]) {
          await script.ask('AlterConfigs', version, {
            resources: [{ resourceType: TOPIC, resourceName: 'changed', configs }],
          });
        }
        await script.ask('AlterConfigs', version, {
          resources: [{ resourceType: TOPIC, resourceName: 'nowhere', configs: [] }],
        });
        await script.ask('AlterConfigs', version, {
          resources: [{ resourceType: 99, resourceName: 'x', configs: [] }],
        });
      }
      await script.askNewest('DescribeConfigs', {
        resources: [
          { resourceType: TOPIC, resourceName: 'changed', configurationKeys: null },
          { resourceType: BROKER, resourceName: '1', configurationKeys: null },
          { resourceType: BROKER, resourceName: '', configurationKeys: null },
          { resourceType: GROUP, resourceName: 'some-group', configurationKeys: null },
          { resourceType: CLIENT_METRICS, resourceName: 'm1', configurationKeys: null },
        ],
        includeSynonyms: true,
      });
      for (const version of script.versions('ListConfigResources')) {
        await script.ask('ListConfigResources', version, {});
        for (const type of version >= 1
          ? [TOPIC, BROKER, BROKER_LOGGER, CLIENT_METRICS, GROUP, 0, 99]
          : []) {
          await script.ask('ListConfigResources', version, { resourceTypes: [type] });
        }
      }
    },
  },
];
