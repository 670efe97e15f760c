// ConfigsImage: the dynamic configuration of every resource, as text.

import { PersistentMap } from './persistent-map.ts';

/** Kafka's ConfigResource types. */
export const ConfigResourceType = {
  UNKNOWN: 0,
  TOPIC: 2,
  BROKER: 4,
  BROKER_LOGGER: 8,
  CLIENT_METRICS: 16,
  GROUP: 32,
} as const;
export type ConfigResourceType = (typeof ConfigResourceType)[keyof typeof ConfigResourceType];

/** The broker resource whose values hold for every broker that has none of its own. */
export const CLUSTER_DEFAULT = '';

export interface ConfigResource {
  readonly type: number;
  readonly name: string;
}

/** Names a resource in maps; the type is a number, so the first colon parts the two. */
export function configResourceKey(type: number, name: string): string {
  return `${type}:${name}`;
}

export interface ResourceConfigs extends ConfigResource {
  readonly values: ReadonlyMap<string, string>;
}

const NO_VALUES: ReadonlyMap<string, string> = new Map();

export class ConfigsImage {
  static readonly EMPTY = new ConfigsImage(PersistentMap.empty());

  readonly #resources: PersistentMap<string, ResourceConfigs>;

  private constructor(resources: PersistentMap<string, ResourceConfigs>) {
    this.#resources = resources;
  }

  /** What is set on this resource itself; empty where nothing is. */
  of(type: number, name: string): ReadonlyMap<string, string> {
    return this.#resources.get(configResourceKey(type, name))?.values ?? NO_VALUES;
  }

  topic(name: string): ReadonlyMap<string, string> {
    return this.of(ConfigResourceType.TOPIC, name);
  }

  /** @param id  a broker's id, or CLUSTER_DEFAULT */
  broker(id: number | typeof CLUSTER_DEFAULT): ReadonlyMap<string, string> {
    return this.of(ConfigResourceType.BROKER, String(id));
  }

  group(name: string): ReadonlyMap<string, string> {
    return this.of(ConfigResourceType.GROUP, name);
  }

  clientMetrics(name: string): ReadonlyMap<string, string> {
    return this.of(ConfigResourceType.CLIENT_METRICS, name);
  }

  /** Every resource that has at least one value. */
  resources(): IterableIterator<ResourceConfigs> {
    return this.#resources.values();
  }

  /** @param value  null removes the key */
  with(type: number, name: string, key: string, value: string | null): ConfigsImage {
    const values = new Map(this.of(type, name));
    if (value === null) values.delete(key);
    else values.set(key, value);
    if (values.size === 0) return this.without(type, name);
    const resourceKey = configResourceKey(type, name);
    return new ConfigsImage(this.#resources.with(resourceKey, { type, name, values }));
  }

  without(type: number, name: string): ConfigsImage {
    return new ConfigsImage(this.#resources.without(configResourceKey(type, name)));
  }
}
