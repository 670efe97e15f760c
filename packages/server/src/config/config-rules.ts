// The controller's knowledge of configuration keys: which there are, which values they allow, what
// holds where nothing is set.

import { type ConfigDefinition, ConfigProblem, ConfigType, KafkaError } from '@samsa/common';
import {
  CLUSTER_DEFAULT,
  type ConfigRules,
  ConfigResourceType,
  type EffectiveTopicConfig,
} from '@samsa/metadata';
import {
  brokerSynonyms,
  checkTopicConfigs,
  type TopicConfigKey,
  topicConfigs,
} from '@samsa/storage';

import { describeTopicLayers } from './describe-configs.ts';
import { type NodeConfig, nodeConfigs } from './node-config.ts';
import { KNOWN_CONFIGS } from '../generated/known-configs.ts';

type Definitions = Readonly<Record<string, ConfigDefinition<unknown>>>;

export class NodeConfigRules implements ConfigRules {
  readonly #config: NodeConfig;

  constructor(config: NodeConfig) {
    this.#config = config;
  }

  problem(
    resourceType: number,
    resourceName: string,
    values: ReadonlyMap<string, string>,
    changed: ReadonlySet<string>,
  ): string | undefined {
    switch (resourceType) {
      case ConfigResourceType.TOPIC:
        return topicProblem(values);
      case ConfigResourceType.BROKER:
        return brokerProblem(resourceName, values, changed);
      default:
        return `resource type ${resourceType} cannot be configured here; allowed: 2 (topic), 4 (broker)`;
    }
  }

  isList(resourceType: number, key: string): boolean {
    const definition = definitionOf(resourceType, key);
    return definition === undefined
      ? KNOWN_CONFIGS.get(key)?.type === 'list'
      : definition.type === ConfigType.LIST;
  }

  defaultOf(resourceType: number, key: string): string | null {
    if (resourceType === ConfigResourceType.TOPIC) {
      for (const synonym of brokerSynonyms(key as TopicConfigKey)) {
        const own = this.staticValueOf(synonym.key);
        if (own !== null) return own;
      }
    }
    const definition = definitionOf(resourceType, key);
    const value = definition?.options.default;
    return value === undefined || value === null
      ? (KNOWN_CONFIGS.get(key)?.default ?? null)
      : (definition?.format(value) ?? null);
  }

  staticValueOf(brokerKey: string): string | null {
    return this.#config.entries.findLast(({ key }) => key === brokerKey)?.value ?? null;
  }

  effectiveTopicConfigs(
    values: ReadonlyMap<string, string>,
    dynamicDefaults: ReadonlyMap<string, string>,
  ): readonly EffectiveTopicConfig[] {
    return describeTopicLayers(values, this.#config, new Map(), dynamicDefaults, {
      keys: null,
      includeDocumentation: false,
    }).map(({ name, value, readOnly, configSource, isSensitive }) => ({
      name,
      value,
      isReadOnly: readOnly,
      source: configSource,
      isSensitive,
    }));
  }
}

function definitionOf(resourceType: number, key: string): ConfigDefinition<unknown> | undefined {
  const table: Definitions = resourceType === ConfigResourceType.TOPIC ? topicConfigs : nodeConfigs;
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function topicProblem(values: ReadonlyMap<string, string>): string | undefined {
  try {
    checkTopicConfigs(values);
    return undefined;
  } catch (error) {
    if (!(error instanceof KafkaError)) throw error;
    return error.message;
  }
}

function brokerProblem(
  resourceName: string,
  values: ReadonlyMap<string, string>,
  changed: ReadonlySet<string>,
): string | undefined {
  for (const key of changed) {
    const known = KNOWN_CONFIGS.get(key);
    // A value that is being taken away needs no check.
    const value = values.get(key);
    if (value === undefined) continue;
    if (known === undefined) return `${key} is no broker config`;
    if (known.updateMode === 'read-only') {
      return `${key} cannot be changed while a broker runs`;
    }
    if (known.updateMode === 'per-broker' && resourceName === CLUSTER_DEFAULT) {
      return `${key} can be set for single brokers only`;
    }
    try {
      definitionOf(ConfigResourceType.BROKER, key)?.parse(value);
    } catch (error) {
      if (!(error instanceof ConfigProblem)) throw error;
      return `Invalid value ${value} for configuration ${key}; allowed: ${error.allowed}`;
    }
  }
  return undefined;
}
