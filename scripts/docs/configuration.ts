// docs/configuration.md: every configuration key — type, default, what it allows, when it may change,
// whether it acts here, what it does.

import { readFileSync } from 'node:fs';

import {
  type ConfigDefinition,
  type ConfigDefinitions,
  ConfigType,
} from '../../packages/common/src/index.ts';
import { isDynamic } from '../../packages/server/src/config/broker-change-rules.ts';
import { clientMetricsConfigs } from '../../packages/server/src/config/client-metrics-configs.ts';
import {
  boundKeysOf,
  brokerKeyOf,
  groupResourceConfigs,
  type GroupResourceKey,
} from '../../packages/server/src/config/group-resource-configs.ts';
import { KEYS_WITHOUT_EFFECT } from '../../packages/server/src/config/keys-without-effect.ts';
import { nodeConfigs, unconfiguredEntries } from '../../packages/server/src/config/node-config.ts';
import { KNOWN_CONFIGS } from '../../packages/server/src/generated/known-configs.ts';
import {
  brokerSynonyms,
  topicConfigs,
  type TopicConfigKey,
} from '../../packages/storage/src/index.ts';
import { code, table } from './markdown.ts';

interface BrokerFact {
  readonly name: string;
  readonly valid?: string;
}

const BROKER_FACTS = new URL('../../packages/server/generator/broker.json', import.meta.url);
const LOG_CONFIG = new URL('../../packages/storage/src/configs/log-config.ts', import.meta.url);

const TYPE_NAMES = new Map(
  Object.entries(ConfigType).map(([name, code]) => [code, name.toLowerCase()]),
);

export function configurationPage(): string {
  return [
    '# Configuration',
    '',
    'Every key of Apache Kafka 4.3.1 under its own name. A key that acts does what the last column says; one',
    'that does not is taken, told by DescribeConfigs and `samsa config print`, and changes nothing yet: a',
    'user who sets one is warned at the start. Generated from the declarations: `npm run generate`.',
    '',
    '## Nodes',
    '',
    'In `server.properties`, as `KAFKA_*` variables, or by `--override`. *per-broker* and *cluster-wide* keys',
    'may also be set while the node runs (IncrementalAlterConfigs on a broker, the latter on all brokers at',
    'once) and act at once; *read-only* ones are refused there.',
    '',
    ...nodeTable(),
    '',
    '### Without a configuration',
    '',
    '`npm start` alone makes a single node of its own, with these values; see the README for when they hold.',
    '',
    ...table(
      ['key', 'value'],
      unconfiguredEntries('./data').map(({ key, value }) => [code(key), code(value)]),
    ),
    '',
    '## Topics',
    '',
    'A topic that does not set a key has what its broker key says.',
    '',
    ...topicTable(),
    '',
    '## Groups',
    '',
    'Set on resources of type group, within the bounds that broker keys give. They are kept, checked and',
    'told; the group protocols that read them are not there yet.',
    '',
    ...groupTable(),
    '',
    '## Client metrics',
    '',
    'Set on resources of type client-metrics. They are kept, checked and told; no client is asked for its',
    'metrics yet.',
    '',
    ...definitionsTable(clientMetricsConfigs),
    '',
    '## Loggers',
    '',
    'Resources of type broker-logger have one logger, `root`: DEBUG, INFO, WARN or ERROR (TRACE is kept as',
    'DEBUG, FATAL as ERROR). A change holds until the process ends.',
    '',
  ].join('\n');
}

function nodeTable(): string[] {
  const facts = JSON.parse(readFileSync(BROKER_FACTS, 'utf8')) as BrokerFact[];
  const valid = new Map(facts.map((fact) => [fact.name, fact.valid ?? '']));
  const declared: ConfigDefinitions = nodeConfigs;
  const keys = [...new Set([...KNOWN_CONFIGS.keys(), ...Object.keys(declared)])].toSorted();
  const rows = keys
    .filter((key) => KNOWN_CONFIGS.get(key)?.internal !== true)
    .map((key) => {
      const definition = declared[key] as ConfigDefinition<unknown> | undefined;
      const known = KNOWN_CONFIGS.get(key);
      return [
        code(key),
        definition === undefined ? (known?.type ?? '') : typeName(definition),
        definition === undefined ? code(known?.default ?? '') : defaultText(definition),
        valid.get(key) ?? '',
        isDynamic(key) ? (known?.updateMode ?? '') : 'read-only',
        definition !== undefined && !KEYS_WITHOUT_EFFECT.has(key) ? 'yes' : 'no',
        definition?.options.doc ?? '',
      ];
    });
  return table(['key', 'type', 'default', 'allowed', 'update', 'acts', 'what it does'], rows);
}

function topicTable(): string[] {
  // A key that the log's configuration does not name is not looked at by anybody.
  const read = readFileSync(LOG_CONFIG, 'utf8');
  const keys = (Object.keys(topicConfigs) as TopicConfigKey[]).toSorted();
  const rows = keys
    .filter((key) => key !== 'internal.segment.bytes')
    .map((key) => {
      const definition: ConfigDefinition<unknown> = topicConfigs[key];
      return [
        code(key),
        typeName(definition),
        defaultText(definition),
        brokerSynonyms(key)
          .map((synonym) => code(synonym.key))
          .join(', '),
        read.includes(`'${key}'`) && key !== 'remote.storage.enable' ? 'yes' : 'no',
        definition.options.doc,
      ];
    });
  return table(['key', 'type', 'default', 'broker keys', 'acts', 'what it does'], rows);
}

function groupTable(): string[] {
  const keys = (Object.keys(groupResourceConfigs) as GroupResourceKey[]).toSorted();
  const rows = keys.map((key) => {
    const definition: ConfigDefinition<unknown> = groupResourceConfigs[key];
    const { min, max } = boundKeysOf(key);
    return [
      code(key),
      typeName(definition),
      defaultText(definition),
      code(brokerKeyOf(key) ?? ''),
      [min, max].flatMap((bound) => (bound === undefined ? [] : [code(bound)])).join(', '),
      definition.options.doc,
    ];
  });
  return table(['key', 'type', 'default', 'broker key', 'bounds', 'what it does'], rows);
}

function definitionsTable(definitions: ConfigDefinitions): string[] {
  const rows = Object.entries(definitions).map(
    ([key, definition]: [string, ConfigDefinition<unknown>]) => [
      code(key),
      typeName(definition),
      defaultText(definition),
      definition.options.doc,
    ],
  );
  return table(['key', 'type', 'default', 'what it does'], rows);
}

function typeName({ type }: ConfigDefinition<unknown>): string {
  return TYPE_NAMES.get(type) ?? '';
}

function defaultText(definition: ConfigDefinition<unknown>): string {
  const value = definition.options.default;
  return value === undefined || value === null ? '' : code(definition.format(value) ?? '');
}
