// DynamicConfig: the node's configuration as it stands now — the file's values, what the cluster set
// for all brokers, and what it set for this one.

import { type ConfigEntry, ConfigSource, type Platform } from '@samsa/common';
import {
  CLUSTER_DEFAULT,
  ConfigResourceType,
  type MetadataDelta,
  type MetadataImage,
} from '@samsa/metadata';

import { isDynamic, valueProblem } from './broker-change-rules.ts';
import { type NodeConfig, type NodeConfigValues } from './node-config.ts';

export class DynamicConfig {
  readonly #platform: Platform;
  readonly #static: NodeConfig;
  #values: NodeConfigValues;
  #entries: readonly ConfigEntry[];

  constructor(platform: Platform, config: NodeConfig) {
    this.#platform = platform;
    this.#static = config;
    this.#values = config.values;
    this.#entries = config.entries;
  }

  /** Replaced as a whole when something changes; ask again rather than keep it. */
  get values(): NodeConfigValues {
    return this.#values;
  }

  /** Everything that is set, the weakest first: for keys that belong to one listener. */
  get entries(): readonly ConfigEntry[] {
    return this.#entries;
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
    const set = [
      ...entriesOf(configs.broker(CLUSTER_DEFAULT), ConfigSource.DYNAMIC_DEFAULT_BROKER),
      ...entriesOf(configs.broker(this.#static.nodeId), ConfigSource.DYNAMIC_BROKER),
    ].filter((entry) => this.#isAllowed(entry));
    this.#values = this.#static.values.with(set);
    this.#entries = [...this.#static.entries, ...set];
    return true;
  }

  /**
   * The controller has checked these values, but another version of it may have allowed more. A key
   * that is read at the start alone has no effect: half of the node would go by it, half would not.
   */
  #isAllowed({ key, value }: ConfigEntry): boolean {
    const problem = isDynamic(key) ? valueProblem(key, value) : `${key} is read at the start alone`;
    if (problem === undefined) return true;
    this.#platform.log('warn', 'dynamic config has no effect here', { key, problem });
    return false;
  }
}

function entriesOf(configs: ReadonlyMap<string, string>, source: ConfigSource): ConfigEntry[] {
  return [...configs].map(([key, value]) => ({ key, value, source }));
}
