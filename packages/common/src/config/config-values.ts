// ConfigValues: what a set of keys is set to, where each value came from, and typed access to it.

import { type ConfigDefinition, ConfigProblem } from './config-definition.ts';

// The value type differs per key; `any` lets one table hold them all without losing it per key.
// oxlint-disable-next-line typescript/no-explicit-any
export type ConfigDefinitions = Readonly<Record<string, ConfigDefinition<any>>>;

/** Declarations keep their defaults as literal types; a value may be any of the same kind. */
type Widened<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends boolean
      ? boolean
      : T extends readonly string[]
        ? readonly string[]
        : T;

export type ValueOf<D> = D extends ConfigDefinition<infer T> ? Widened<T> : never;

/** Where a value came from, the strongest last. */
export const ConfigSource = {
  DEFAULT: 'default',
  PROFILE: 'default without a configuration',
  FILE: 'file',
  ENVIRONMENT: 'environment',
  OVERRIDE: 'command line',
  DYNAMIC_DEFAULT_BROKER: 'dynamic, all brokers',
  DYNAMIC_BROKER: 'dynamic, this broker',
  DYNAMIC_TOPIC: 'dynamic, this topic',
  DYNAMIC_GROUP: 'dynamic, this group',
} as const;
export type ConfigSource = (typeof ConfigSource)[keyof typeof ConfigSource];

export interface ConfigEntry {
  readonly key: string;
  readonly value: string;
  readonly source: ConfigSource;
  /** Names the place for messages: a file with line, a variable, an option. */
  readonly place?: string;
}

export interface ConfigComplaint {
  readonly entry: ConfigEntry;
  readonly allowed: string;
}

/** Declares keys of one package. Only a name for the table, so that grep finds every declaration. */
export function defineConfigs<const D extends ConfigDefinitions>(definitions: D): D {
  return definitions;
}

interface Slot {
  readonly value: unknown;
  readonly source: ConfigSource;
}

export class ConfigValues<D extends ConfigDefinitions> {
  readonly definitions: D;
  readonly #slots: ReadonlyMap<string, Slot>;

  private constructor(definitions: D, slots: ReadonlyMap<string, Slot>) {
    this.definitions = definitions;
    this.#slots = slots;
  }

  /**
   * Reads the entries that belong to `definitions`, a later entry winning over an earlier one; other
   * keys are left to the caller. Values that are not allowed are returned, not thrown.
   */
  static parse<D extends ConfigDefinitions>(
    definitions: D,
    entries: readonly ConfigEntry[],
  ): { readonly values: ConfigValues<D>; readonly complaints: readonly ConfigComplaint[] } {
    const slots = new Map<string, Slot>();
    const complaints: ConfigComplaint[] = [];
    for (const entry of entries) {
      const definition = Object.hasOwn(definitions, entry.key) ? definitions[entry.key] : undefined;
      if (definition === undefined) continue;
      try {
        slots.set(entry.key, { value: definition.parse(entry.value), source: entry.source });
      } catch (error) {
        if (!(error instanceof ConfigProblem)) throw error;
        complaints.push({ entry, allowed: error.allowed });
      }
    }
    return { values: new ConfigValues(definitions, slots), complaints };
  }

  /** Every key at its default, but for those given. For tests and embedded nodes. */
  static of<D extends ConfigDefinitions>(
    definitions: D,
    set: { readonly [K in keyof D]?: ValueOf<D[K]> } = {},
  ): ConfigValues<D> {
    const slots = new Map<string, Slot>();
    for (const [key, value] of Object.entries(set)) {
      if (value !== undefined) slots.set(key, { value, source: ConfigSource.OVERRIDE });
    }
    return new ConfigValues(definitions, slots);
  }

  get<K extends keyof D & string>(key: K): ValueOf<D[K]> {
    const slot = this.#slots.get(key);
    if (slot !== undefined) return slot.value as ValueOf<D[K]>;
    return this.definitions[key]?.options.default as ValueOf<D[K]>;
  }

  isSet(key: keyof D & string): boolean {
    return this.#slots.has(key);
  }

  sourceOf(key: keyof D & string): ConfigSource {
    return this.#slots.get(key)?.source ?? ConfigSource.DEFAULT;
  }

  /** The value as text, as DescribeConfigs shows it. Null for Kafka's null and for "not set". */
  textOf(key: keyof D & string): string | null {
    const value: unknown = this.get(key);
    if (value === undefined || value === null) return null;
    return this.definitions[key]?.format(value) ?? null;
  }

  /** A copy in which these entries win over what is set here. Throws ConfigProblem. */
  with(entries: readonly ConfigEntry[]): ConfigValues<D> {
    const slots = new Map(this.#slots);
    for (const entry of entries) {
      const definition = Object.hasOwn(this.definitions, entry.key)
        ? this.definitions[entry.key]
        : undefined;
      if (definition === undefined) continue;
      slots.set(entry.key, { value: definition.parse(entry.value), source: entry.source });
    }
    return new ConfigValues(this.definitions, slots);
  }
}
