// The controller's knowledge of configuration keys: which there are, which values they allow, what
// holds where nothing is set.

import { type ConfigDefinition, ConfigType, ErrorCode, KafkaError } from '@samsa/common';
import { type ConfigRules, ConfigResourceType, type EffectiveTopicConfig } from '@samsa/metadata';
import {
  brokerSynonyms,
  checkTopicConfigs,
  type TopicConfigKey,
  topicConfigs,
} from '@samsa/storage';

import { brokerChangeProblem } from './broker-change-rules.ts';
import { clientMetricsProblem } from './client-metrics-configs.ts';
import { describeTopicLayers } from './describe-configs.ts';
import { groupProblem } from './group-resource-configs.ts';
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
  ): string | KafkaError | undefined {
    switch (resourceType) {
      case ConfigResourceType.TOPIC:
        return topicProblem(values);
      case ConfigResourceType.BROKER:
        return brokerChangeProblem(resourceName, values, changed);
      case ConfigResourceType.GROUP:
        return groupProblem(values, changed, (key) => this.#inForce(key));
      case ConfigResourceType.CLIENT_METRICS:
        return clientMetricsProblem(values);
      default:
        return new KafkaError(
          ErrorCode.INVALID_REQUEST,
          `resource type ${resourceType} is not configured by the controller`,
        );
    }
  }

  isList(resourceType: number, key: string): boolean {
    // Kafka's groups and subscriptions take whole values only, the lists among them.
    if (resourceType !== ConfigResourceType.TOPIC && resourceType !== ConfigResourceType.BROKER) {
      return false;
    }
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

  /** A broker key as this node's own configuration has it. */
  #inForce(brokerKey: string): string | null {
    return this.staticValueOf(brokerKey) ?? KNOWN_CONFIGS.get(brokerKey)?.default ?? null;
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
