// DynamicConfig: the node's configuration as it stands now — the file's values, what the cluster set
// for all brokers, and what it set for this one.

import { type ConfigEntry, ConfigSource, type Platform } from '@samsa/common';
import {
  CLUSTER_DEFAULT,
  ConfigResourceType,
  type MetadataDelta,
  type MetadataImage,
} from '@samsa/metadata';

import { type NodeConfig, type NodeConfigValues } from './node-config.ts';

export class DynamicConfig {
  readonly #platform: Platform;
  readonly #static: NodeConfig;
  #values: NodeConfigValues;

  constructor(platform: Platform, config: NodeConfig) {
    this.#platform = platform;
    this.#static = config;
    this.#values = config.values;
  }

  /** Replaced as a whole when something changes; ask again rather than keep it. */
  get values(): NodeConfigValues {
    return this.#values;
  }

  /** Returns true where values that this node reads may have changed. */
  apply(delta: MetadataDelta, image: MetadataImage): boolean {
    let isChanged = false;
    for (const { type, name } of delta.changedConfigs.values()) {
      if (type !== ConfigResourceType.BROKER) continue;
      isChanged ||= name === CLUSTER_DEFAULT || name === String(this.#static.nodeId);
    }
    if (!isChanged) return false;
    const { configs } = image;
    this.#values = this.#withValid([
      ...entriesOf(configs.broker(CLUSTER_DEFAULT), ConfigSource.DYNAMIC_DEFAULT_BROKER),
      ...entriesOf(configs.broker(this.#static.nodeId), ConfigSource.DYNAMIC_BROKER),
    ]);
    return true;
  }

  /** The controller has checked these values; one that this version does not allow is left out. */
  #withValid(entries: readonly ConfigEntry[]): NodeConfigValues {
    let { values } = this.#static;
    for (const entry of entries) {
      try {
        values = values.with([entry]);
      } catch (error) {
        this.#platform.log('warn', 'dynamic config is not allowed here and has no effect', {
          key: entry.key,
          error,
        });
      }
    }
    return values;
  }
}

function entriesOf(configs: ReadonlyMap<string, string>, source: ConfigSource): ConfigEntry[] {
  return [...configs].map(([key, value]) => ({ key, value, source }));
}
