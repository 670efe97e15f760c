// NodeConfigRules: what the controller is told about configuration keys, from the tables in which the
// packages of this node declare them.

import {
  type ConfigDefinition,
  ConfigProblem,
  ConfigSource,
  ConfigType,
  defineConfigs,
  int,
  KafkaError,
  list,
} from '@samsa/common';
import { type ConfigRules, ConfigResourceType, type EffectiveTopicConfig } from '@samsa/metadata';
import {
  brokerSynonyms,
  checkTopicConfigs,
  topicConfigs,
  type TopicConfigKey,
} from '@samsa/storage';

import { nodeConfigs, type NodeConfigValues } from '../config/node-config.ts';

/** Kafka's numbers of where a value comes from, as CreateTopics and DescribeConfigs report them. */
const Source = {
  TOPIC: 1,
  DYNAMIC_DEFAULT_BROKER: 3,
  STATIC_BROKER: 4,
  DEFAULT: 5,
} as const;

/** Keys of client-metrics resources. Source: KIP-714. */
const clientMetricsConfigs = defineConfigs({
  metrics: list({ default: [], doc: 'Prefixes of the metrics that clients send.' }),
  'interval.ms': int({
    default: 300_000,
    min: 100,
    max: 3_600_000,
    doc: 'How often clients send their metrics.',
  }),
  match: list({ default: [], doc: 'Which clients are meant, as key=pattern pairs.' }),
});

type Definition = ConfigDefinition<unknown>;

export class NodeConfigRules implements ConfigRules {
  readonly #values: NodeConfigValues;

  constructor(values: NodeConfigValues) {
    this.#values = values;
  }

  problem(
    resourceType: number,
    _resourceName: string,
    values: ReadonlyMap<string, string>,
    changed: ReadonlySet<string>,
  ): string | undefined {
    for (const key of changed) {
      const definition = definitionOf(resourceType, key);
      if (definition === undefined) {
        // Brokers keep keys that they do not know, for plug-ins; nobody else has plug-ins.
        if (resourceType === ConfigResourceType.BROKER) continue;
        return `Unknown ${nameOfType(resourceType)} config name: ${key}`;
      }
      if (resourceType === ConfigResourceType.BROKER && isReadOnly(definition)) {
        return `Cannot update these configs dynamically: ${key}`;
      }
      const value = values.get(key);
      const problem = value === undefined ? undefined : problemWith(key, value, definition);
      if (problem !== undefined) return problem;
    }
    return resourceType === ConfigResourceType.TOPIC ? problemWithTopic(values) : undefined;
  }

  isList(resourceType: number, key: string): boolean {
    return definitionOf(resourceType, key)?.type === ConfigType.LIST;
  }

  defaultOf(resourceType: number, key: string): string | null {
    if (resourceType === ConfigResourceType.TOPIC) {
      return isTopicKey(key) ? this.#inherited(key, new Map()).value : null;
    }
    if (resourceType === ConfigResourceType.BROKER) return this.staticValueOf(key);
    return textOfDefault(definitionOf(resourceType, key));
  }

  staticValueOf(brokerKey: string): string | null {
    return isBrokerKey(brokerKey) ? this.#values.textOf(brokerKey) : null;
  }

  effectiveTopicConfigs(
    values: ReadonlyMap<string, string>,
    dynamicDefaults: ReadonlyMap<string, string>,
  ): readonly EffectiveTopicConfig[] {
    const keys = Object.keys(topicConfigs).sort() as TopicConfigKey[];
    return keys.map((name) => {
      const own = values.get(name);
      const { value, source } =
        own === undefined
          ? this.#inherited(name, dynamicDefaults)
          : { value: own, source: Source.TOPIC };
      const isSensitive = topicConfigs[name].type === ConfigType.PASSWORD;
      return { name, value: isSensitive ? null : value, isReadOnly: false, source, isSensitive };
    });
  }

  /** What a topic has that sets nothing itself: the strongest broker key that is set, or a default. */
  #inherited(
    key: TopicConfigKey,
    dynamicDefaults: ReadonlyMap<string, string>,
  ): { readonly value: string | null; readonly source: number } {
    const synonyms = brokerSynonyms(key);
    for (const { key: brokerKey, multiplier } of synonyms) {
      const dynamic = dynamicDefaults.get(brokerKey);
      if (dynamic === undefined) continue;
      return { value: inUnit(dynamic, multiplier), source: Source.DYNAMIC_DEFAULT_BROKER };
    }
    for (const { key: brokerKey, multiplier } of synonyms) {
      if (!isBrokerKey(brokerKey) || !this.#values.isSet(brokerKey)) continue;
      const value = this.#values.textOf(brokerKey);
      const isDefault = this.#values.sourceOf(brokerKey) === ConfigSource.DEFAULT;
      if (value === null || isDefault) continue;
      return { value: inUnit(value, multiplier), source: Source.STATIC_BROKER };
    }
    return { value: textOfDefault(topicConfigs[key]), source: Source.DEFAULT };
  }
}

function definitionOf(resourceType: number, key: string): Definition | undefined {
  switch (resourceType) {
    case ConfigResourceType.TOPIC:
      return isTopicKey(key) ? topicConfigs[key] : undefined;
    case ConfigResourceType.BROKER:
      return isBrokerKey(key) ? nodeConfigs[key] : undefined;
    case ConfigResourceType.CLIENT_METRICS:
      return Object.hasOwn(clientMetricsConfigs, key)
        ? clientMetricsConfigs[key as keyof typeof clientMetricsConfigs]
        : undefined;
    case ConfigResourceType.GROUP:
      return GROUP_DEFINITIONS.get(key);
    default:
      return undefined;
  }
}

/** A group's key is checked like the broker key that is its default. */
const GROUP_DEFINITIONS: ReadonlyMap<string, Definition> = new Map(
  Object.values<Definition>(nodeConfigs).flatMap((definition) => {
    const { group } = definition.options;
    return group === undefined ? [] : [[group, definition] as const];
  }),
);

function isTopicKey(key: string): key is TopicConfigKey {
  return Object.hasOwn(topicConfigs, key);
}

function isBrokerKey(key: string): key is keyof typeof nodeConfigs {
  return Object.hasOwn(nodeConfigs, key);
}

function isReadOnly(definition: Definition): boolean {
  return (definition.options.update ?? 'read-only') === 'read-only';
}

function problemWith(key: string, value: string, definition: Definition): string | undefined {
  try {
    definition.parse(value);
    return undefined;
  } catch (error) {
    if (!(error instanceof ConfigProblem)) throw error;
    const isSecret = definition.type === ConfigType.PASSWORD;
    return `Invalid value ${isSecret ? '[hidden]' : value} for configuration ${key}: allowed is ${error.allowed}`;
  }
}

/** Keys that are right by themselves may be wrong together. */
function problemWithTopic(values: ReadonlyMap<string, string>): string | undefined {
  try {
    checkTopicConfigs(values);
    return undefined;
  } catch (error) {
    if (!(error instanceof KafkaError)) throw error;
    return error.message;
  }
}

function textOfDefault(definition: Definition | undefined): string | null {
  const value = definition?.options.default;
  if (definition === undefined || value === undefined || value === null) return null;
  return definition.format(value);
}

function inUnit(value: string, multiplier: number): string {
  if (multiplier === 1) return value;
  const inOwnUnit = Number(value);
  // −1 means no bound, in every unit.
  return inOwnUnit < 0 ? value : String(inOwnUnit * multiplier);
}

function nameOfType(resourceType: number): string {
  switch (resourceType) {
    case ConfigResourceType.TOPIC:
      return 'topic';
    case ConfigResourceType.GROUP:
      return 'group';
    default:
      return 'client metrics';
  }
}
