// describeConfigs: the configuration of a topic or broker as DescribeConfigs tells it — each value,
// where it comes from, and what it would be without that.

import { type ConfigDefinition, ConfigSource, ConfigType } from '@samsa/common';
import { CLUSTER_DEFAULT, type MetadataImage } from '@samsa/metadata';
import {
  type DescribeConfigsResourceResult,
  type DescribeConfigsSynonym,
} from '@samsa/protocol/apis/describe-configs';
import { brokerSynonyms, type TopicConfigKey, topicConfigs } from '@samsa/storage';

import { type NodeConfig, nodeConfigs } from './node-config.ts';
import { KNOWN_CONFIGS, type KnownConfig } from '../generated/known-configs.ts';

/** Codes of DescribeConfigs. Source: Kafka's ConfigSource. */
const WireSource = {
  DYNAMIC_TOPIC: 1,
  DYNAMIC_BROKER: 2,
  DYNAMIC_DEFAULT_BROKER: 3,
  STATIC_BROKER: 4,
  DEFAULT: 5,
} as const;

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
    .filter((key) => isWanted(key, options))
    .map((key) => {
      const definition: ConfigDefinition<unknown> = topicConfigs[key];
      const synonyms: DescribeConfigsSynonym[] = [];
      const ownValue = own.get(key);
      if (ownValue !== undefined) {
        synonyms.push({ name: key, value: ownValue, source: WireSource.DYNAMIC_TOPIC });
      }
      for (const layer of layers) {
        for (const { key: brokerKey, multiplier } of brokerSynonyms(key)) {
          const value = layer.valueOf(brokerKey);
          if (value === undefined) continue;
          const scaled = multiplier === 1 ? value : scale(value, multiplier);
          synonyms.push({ name: brokerKey, value: scaled, source: layer.source });
        }
      }
      const defaultText = textOf(definition, definition.options.default);
      const [newest] = brokerSynonyms(key);
      synonyms.push({ name: newest?.key ?? key, value: defaultText, source: WireSource.DEFAULT });
      return described(key, definition.type, synonyms, {
        isReadOnly: false,
        documentation: options.includeDocumentation ? definition.options.doc : null,
      });
    });
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
      .map((key) => describeBrokerKey(key, shared, options));
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
  const synonyms: DescribeConfigsSynonym[] = [];
  for (const layer of layers) {
    const value = layer.valueOf(key);
    if (value !== undefined) synonyms.push({ name: key, value, source: layer.source });
  }
  const defaultText =
    definition === undefined
      ? (known?.default ?? null)
      : textOf(definition, definition.options.default);
  if (synonyms.length === 0 || defaultText !== null) {
    synonyms.push({ name: key, value: defaultText, source: WireSource.DEFAULT });
  }
  return described(key, definition?.type ?? typeOf(known), synonyms, {
    isReadOnly: (known?.updateMode ?? 'read-only') === 'read-only',
    documentation: options.includeDocumentation ? (definition?.options.doc ?? null) : null,
  });
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
