// ConfigRules: what the controller must know about configuration keys. They are declared by the packages
// that read them, so the server hands this knowledge in.

import { type KafkaError } from '@samsa/common';

export interface EffectiveTopicConfig {
  readonly name: string;
  /** Null for a sensitive one. */
  readonly value: string | null;
  readonly isReadOnly: boolean;
  /** Kafka's number: 1 topic, 2 broker, 3 cluster default, 4 static, 5 default. */
  readonly source: number;
  readonly isSensitive: boolean;
}

export interface ConfigRules {
  /**
   * Says what is wrong with a resource whose own values would be these, or undefined. A text is told as
   * INVALID_CONFIG, an error as it is.
   *
   * @param values  all values the resource would have, not only those that change
   * @param changed  the keys that this request changes
   */
  problem(
    resourceType: number,
    resourceName: string,
    values: ReadonlyMap<string, string>,
    changed: ReadonlySet<string>,
  ): string | KafkaError | undefined;
  /** True for keys of type LIST, which may be appended to and subtracted from. */
  isList(resourceType: number, key: string): boolean;
  /** The value where nothing is set for the resource, as text; null where there is none. */
  defaultOf(resourceType: number, key: string): string | null;
  /** What this node's own configuration says for a broker key, as text. */
  staticValueOf(brokerKey: string): string | null;
  /** Every config of a topic with these values of its own, by name, as CreateTopics reports them. */
  effectiveTopicConfigs(
    values: ReadonlyMap<string, string>,
    dynamicDefaults: ReadonlyMap<string, string>,
  ): readonly EffectiveTopicConfig[];
}
