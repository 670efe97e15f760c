// describeConfigs: the configuration of a topic or broker as DescribeConfigs tells it — each value,
// where it comes from, and what it would be without that.

import { type ConfigDefinition, ConfigSource, ConfigType } from '@samsa/common';
import { CLUSTER_DEFAULT, type MetadataImage } from '@samsa/metadata';
import {
  type DescribeConfigsResourceResult,
  type DescribeConfigsSynonym,
} from '@samsa/protocol/apis/describe-configs';
import { brokerSynonyms, type TopicConfigKey, topicConfigs } from '@samsa/storage';

import { isDynamic } from './broker-change-rules.ts';
import { type ClientMetricsKey, clientMetricsConfigs } from './client-metrics-configs.ts';
import {
  brokerKeyOf,
  groupResourceConfigs,
  type GroupResourceKey,
} from './group-resource-configs.ts';
import { ROOT_LOGGER } from './log-levels.ts';
import { type NodeConfig, nodeConfigs } from './node-config.ts';
import { KNOWN_CONFIGS, type KnownConfig } from '../generated/known-configs.ts';

/** Codes of DescribeConfigs. Source: Kafka's ConfigSource. */
const WireSource = {
  DYNAMIC_TOPIC: 1,
  DYNAMIC_BROKER: 2,
  DYNAMIC_DEFAULT_BROKER: 3,
  STATIC_BROKER: 4,
  DEFAULT: 5,
  DYNAMIC_BROKER_LOGGER: 6,
  CLIENT_METRICS: 7,
  GROUP: 8,
} as const;

/** What Kafka says of a logger's type, for which it has no code. */
const UNKNOWN_TYPE = 0;

/** Keys of tests, which nobody is told of. */
const INTERNAL_TOPIC_KEYS: ReadonlySet<string> = new Set(['internal.segment.bytes']);

/** Broker keys that say the same in several units, the finest first. */
const FAMILIES: ReadonlyMap<string, readonly string[]> = new Map(
  [
    ['log.retention.ms', 'log.retention.minutes', 'log.retention.hours'],
    ['log.roll.ms', 'log.roll.hours'],
    ['log.roll.jitter.ms', 'log.roll.jitter.hours'],
    ['log.flush.interval.ms', 'log.flush.scheduler.interval.ms'],
  ].flatMap((family) => family.map((key) => [key, family] as const)),
);

/** One layer of values: what a key is set to there, and the code of the layer. */
interface Layer {
  readonly source: number;
  valueOf(key: string): string | undefined;
}

export interface DescribeOptions {
  /** Null means every key. */
  readonly keys: readonly string[] | null;
  readonly includeDocumentation: boolean;
}

/** @param topic  a topic of the image */
export function describeTopicConfigs(
  topic: string,
  config: NodeConfig,
  image: MetadataImage,
  options: DescribeOptions,
): DescribeConfigsResourceResult[] {
  const { configs } = image;
  const own = configs.broker(config.nodeId);
  return describeTopicLayers(
    configs.topic(topic),
    config,
    own,
    configs.broker(CLUSTER_DEFAULT),
    options,
  );
}

/**
 * @param own  the topic's own values
 * @param brokerOwn  what the cluster set for this broker
 * @param brokerShared  what the cluster set for all brokers
 */
export function describeTopicLayers(
  own: ReadonlyMap<string, string>,
  config: NodeConfig,
  brokerOwn: ReadonlyMap<string, string>,
  brokerShared: ReadonlyMap<string, string>,
  options: DescribeOptions,
): DescribeConfigsResourceResult[] {
  const layers = brokerLayers(config, brokerOwn, brokerShared);
  const keys = Object.keys(topicConfigs) as TopicConfigKey[];
  return keys
    .filter((key) => isWanted(key, options) && !INTERNAL_TOPIC_KEYS.has(key))
    .map((key) => {
      const definition: ConfigDefinition<unknown> = topicConfigs[key];
      const [strongest] = brokerSynonyms(key);
      const synonyms =
        strongest === undefined ? [] : brokerSynonymsOf(strongest.key, layers).slice();
      const ownValue = own.get(key);
      if (ownValue !== undefined) {
        synonyms.unshift({ name: key, value: ownValue, source: WireSource.DYNAMIC_TOPIC });
      }
      return {
        ...described(key, definition.type, synonyms, {
          isReadOnly: false,
          documentation: options.includeDocumentation ? definition.options.doc : null,
        }),
        value: ownValue ?? inheritedValue(key, layers),
      };
    });
}

/** What a topic has that sets nothing itself: of the strongest layer that says anything, its unit. */
function inheritedValue(key: TopicConfigKey, layers: readonly Layer[]): string | null {
  // As the log reads it: of all layers the key that is strongest, whichever layer it stands in.
  for (const { key: brokerKey, multiplier } of brokerSynonyms(key)) {
    for (const layer of layers) {
      const value = layer.valueOf(brokerKey);
      if (value !== undefined) return multiplier === 1 ? value : scale(value, multiplier);
    }
  }
  return textOf(topicConfigs[key], topicConfigs[key].options.default);
}

/** What a group has set, over the broker keys that hold for all groups. */
export function describeGroupConfigs(
  group: string,
  config: NodeConfig,
  { configs }: MetadataImage,
  options: DescribeOptions,
): DescribeConfigsResourceResult[] {
  const own = configs.group(group);
  const layers = brokerLayers(
    config,
    configs.broker(config.nodeId),
    configs.broker(CLUSTER_DEFAULT),
  );
  const keys = Object.keys(groupResourceConfigs) as GroupResourceKey[];
  return keys
    .filter((key) => isWanted(key, options))
    .map((key) => {
      const definition: ConfigDefinition<unknown> = groupResourceConfigs[key];
      const synonyms: DescribeConfigsSynonym[] = [];
      const ownValue = own.get(key);
      if (ownValue !== undefined) {
        synonyms.push({ name: key, value: ownValue, source: WireSource.GROUP });
      }
      const brokerKey = brokerKeyOf(key);
      for (const layer of brokerKey === undefined ? [] : layers) {
        const value = layer.valueOf(brokerKey ?? key);
        if (value === undefined) continue;
        synonyms.push({ name: brokerKey ?? key, value, source: layer.source });
      }
      const defaultText = textOf(definition, definition.options.default);
      synonyms.push({ name: brokerKey ?? key, value: defaultText, source: WireSource.DEFAULT });
      return described(key, definition.type, synonyms, {
        isReadOnly: false,
        documentation: options.includeDocumentation ? definition.options.doc : null,
      });
    });
}

export function describeClientMetricsConfigs(
  subscription: string,
  { configs }: MetadataImage,
  options: DescribeOptions,
): DescribeConfigsResourceResult[] {
  const own = configs.clientMetrics(subscription);
  const keys = Object.keys(clientMetricsConfigs) as ClientMetricsKey[];
  return keys
    .filter((key) => isWanted(key, options))
    .map((key) => {
      const definition: ConfigDefinition<unknown> = clientMetricsConfigs[key];
      const value = own.get(key);
      return {
        name: key,
        value: value ?? textOf(definition, definition.options.default),
        readOnly: false,
        configSource: value === undefined ? WireSource.DEFAULT : WireSource.CLIENT_METRICS,
        isSensitive: false,
        // Kafka gives these defaults no synonym.
        synonyms:
          value === undefined ? [] : [{ name: key, value, source: WireSource.CLIENT_METRICS }],
        configType: definition.type,
        documentation: options.includeDocumentation ? definition.options.doc : null,
      };
    });
}

/** @param level  as Kafka names it */
export function describeLoggerConfigs(
  level: string,
  options: DescribeOptions,
): DescribeConfigsResourceResult[] {
  if (!isWanted(ROOT_LOGGER, options)) return [];
  return [
    {
      name: ROOT_LOGGER,
      value: level,
      readOnly: false,
      configSource: WireSource.DYNAMIC_BROKER_LOGGER,
      isSensitive: false,
      synonyms: [],
      configType: UNKNOWN_TYPE,
      documentation: '',
    },
  ];
}

/** @param brokerId  this broker, or CLUSTER_DEFAULT: then only what the cluster sets for all */
export function describeBrokerConfigs(
  brokerId: string,
  config: NodeConfig,
  image: MetadataImage,
  options: DescribeOptions,
): DescribeConfigsResourceResult[] {
  const layers = brokerLayers(
    config,
    image.configs.broker(config.nodeId),
    image.configs.broker(CLUSTER_DEFAULT),
  );
  if (brokerId === CLUSTER_DEFAULT) {
    const set = image.configs.broker(CLUSTER_DEFAULT);
    const shared = layers.filter(({ source }) => source === WireSource.DYNAMIC_DEFAULT_BROKER);
    return [...set.keys()]
      .filter((key) => isWanted(key, options))
      .map((key) => describeBrokerKey(key, shared, options))
      .map((described) => ({
        ...described,
        // What would hold without them differs from broker to broker.
        synonyms: described.synonyms.filter(
          ({ source }) => source === WireSource.DYNAMIC_DEFAULT_BROKER,
        ),
      }));
  }
  return [...allBrokerKeys()]
    .filter((key) => isWanted(key, options))
    .map((key) => describeBrokerKey(key, layers, options));
}

function* allBrokerKeys(): Generator<string> {
  for (const [key, known] of KNOWN_CONFIGS) if (!known.internal) yield key;
  for (const key of Object.keys(nodeConfigs)) if (!KNOWN_CONFIGS.has(key)) yield key;
}

function describeBrokerKey(
  key: string,
  layers: readonly Layer[],
  options: DescribeOptions,
): DescribeConfigsResourceResult {
  const definition = Object.hasOwn(nodeConfigs, key)
    ? (nodeConfigs as Readonly<Record<string, ConfigDefinition<unknown>>>)[key]
    : undefined;
  const known = KNOWN_CONFIGS.get(key);
  const synonyms = brokerSynonymsOf(key, layers);
  return described(key, definition?.type ?? typeOf(known), synonyms, {
    isReadOnly: !isDynamic(key),
    documentation: options.includeDocumentation ? (definition?.options.doc ?? null) : null,
  });
}

/**
 * What is set for a broker key and for those that say the same in a coarser unit, the strongest first,
 * its defaults last. What stands before the first entry of the key itself is left out, as in Kafka: a
 * key is not told to be set where only its coarser brother is.
 */
function brokerSynonymsOf(key: string, layers: readonly Layer[]): DescribeConfigsSynonym[] {
  const family = FAMILIES.get(key) ?? [key];
  const synonyms: DescribeConfigsSynonym[] = [];
  for (const layer of layers) {
    for (const name of family) {
      const value = layer.valueOf(name);
      if (value !== undefined) synonyms.push({ name, value, source: layer.source });
    }
  }
  for (const name of family) {
    const value = defaultOf(name);
    if (value !== null) synonyms.push({ name, value, source: WireSource.DEFAULT });
  }
  const first = synonyms.findIndex(({ name }) => name === key);
  return first < 0 ? [] : synonyms.slice(first);
}

function defaultOf(brokerKey: string): string | null {
  const definition = Object.hasOwn(nodeConfigs, brokerKey)
    ? (nodeConfigs as Readonly<Record<string, ConfigDefinition<unknown>>>)[brokerKey]
    : undefined;
  return definition === undefined
    ? (KNOWN_CONFIGS.get(brokerKey)?.default ?? null)
    : textOf(definition, definition.options.default);
}

/** The strongest layer first. */
function brokerLayers(
  config: NodeConfig,
  own: ReadonlyMap<string, string>,
  shared: ReadonlyMap<string, string>,
): Layer[] {
  const given = new Map(
    config.entries
      .filter(({ source }) => source !== ConfigSource.DEFAULT)
      .map(({ key, value }) => [key, value]),
  );
  // The older name of the same number.
  if (!given.has('broker.id')) given.set('broker.id', String(config.nodeId));
  return [
    { source: WireSource.DYNAMIC_BROKER, valueOf: (key) => own.get(key) },
    { source: WireSource.DYNAMIC_DEFAULT_BROKER, valueOf: (key) => shared.get(key) },
    { source: WireSource.STATIC_BROKER, valueOf: (key) => given.get(key) },
  ];
}

function described(
  name: string,
  configType: number,
  synonyms: readonly DescribeConfigsSynonym[],
  {
    isReadOnly,
    documentation,
  }: { readonly isReadOnly: boolean; readonly documentation: string | null },
): DescribeConfigsResourceResult {
  const isSensitive = configType === ConfigType.PASSWORD;
  const shown = isSensitive ? synonyms.map((each) => ({ ...each, value: null })) : synonyms;
  return {
    name,
    value: shown[0]?.value ?? null,
    readOnly: isReadOnly,
    configSource: shown[0]?.source ?? WireSource.DEFAULT,
    isSensitive,
    synonyms: shown,
    configType,
    documentation,
  };
}

function isWanted(key: string, { keys }: DescribeOptions): boolean {
  return keys === null || keys.length === 0 || keys.includes(key);
}

function textOf(definition: ConfigDefinition<unknown>, value: unknown): string | null {
  return value === undefined || value === null ? null : definition.format(value);
}

function scale(text: string, multiplier: number): string {
  const value = Number(text);
  return String(value < 0 ? value : value * multiplier);
}

function typeOf(known: KnownConfig | undefined): ConfigType {
  const name = (known?.type ?? 'string').toUpperCase() as keyof typeof ConfigType;
  return ConfigType[name] ?? ConfigType.STRING;
}
