// ConfigDefinition: one configuration key under Kafka's own name — its type, default, range, who may
// change it while the node runs, and what it means. Parsing, DescribeConfigs and the docs follow.

/** Type codes as DescribeConfigs reports them. Source: Kafka's ConfigType. */
export const ConfigType = {
  BOOLEAN: 1,
  STRING: 2,
  INT: 3,
  SHORT: 4,
  LONG: 5,
  DOUBLE: 6,
  LIST: 7,
  CLASS: 8,
  PASSWORD: 9,
} as const;
export type ConfigType = (typeof ConfigType)[keyof typeof ConfigType];

export type UpdateMode = 'read-only' | 'per-broker' | 'cluster-wide';

export interface ConfigOptions<T> {
  /** Undefined means: the user must set it. Null is Kafka's null. */
  readonly default?: T;
  readonly doc: string;
  /** Default: read-only. */
  readonly update?: UpdateMode;
  /** The topic-level key of which this broker key is the default. */
  readonly topic?: string;
  /** The group-level key of which this broker key is the default. */
  readonly group?: string;
  readonly importance?: 'high' | 'medium' | 'low';
}

export interface NumberOptions<T> extends ConfigOptions<T> {
  readonly min?: number;
  readonly max?: number;
}

export interface TextOptions<T> extends ConfigOptions<T> {
  readonly oneOf?: readonly string[];
}

export interface ConfigDefinition<T> {
  readonly type: ConfigType;
  readonly options: ConfigOptions<T>;
  /** Throws ConfigProblem with what is allowed. */
  parse(text: string): T;
  /** The text that DescribeConfigs and `config print` show; null for Kafka's null. */
  format(value: T): string | null;
}

/** A value that a key does not allow. `allowed` says what it does allow, in words for the user. */
export class ConfigProblem extends Error {
  override readonly name = 'ConfigProblem';
  readonly allowed: string;

  constructor(allowed: string) {
    super(`allowed: ${allowed}`);
    this.allowed = allowed;
  }
}

function integerOf(type: ConfigType, lowest: number, highest: number) {
  return <T extends number | null = number>(options: NumberOptions<T>): ConfigDefinition<T> => {
    const min = options.min ?? lowest;
    const max = options.max ?? highest;
    const allowed =
      options.max === undefined
        ? options.min === undefined
          ? 'a whole number'
          : `a whole number of at least ${min}`
        : `a whole number from ${min} to ${max}`;
    return {
      type,
      options,
      parse(text) {
        const trimmed = text.trim();
        if (!/^[+-]?\d+$/.test(trimmed)) throw new ConfigProblem(allowed);
        const value = Number(trimmed);
        if (value < min || value > max) throw new ConfigProblem(allowed);
        return value as T;
      },
      format: (value) => (value === null ? null : formatInteger(value)),
    };
  };
}

/** 2^63-1 has no exact number; it is printed as Kafka prints it. */
function formatInteger(value: number): string {
  if (value >= 2 ** 63) return '9223372036854775807';
  if (value <= -(2 ** 63)) return '-9223372036854775808';
  return String(value);
}

export const MAX_LONG = 2 ** 63;

export const int = integerOf(ConfigType.INT, -(2 ** 31), 2 ** 31 - 1);
export const short = integerOf(ConfigType.SHORT, -(2 ** 15), 2 ** 15 - 1);
export const long = integerOf(ConfigType.LONG, -(2 ** 63), MAX_LONG);

export function double(options: NumberOptions<number>): ConfigDefinition<number> {
  const min = options.min ?? -Infinity;
  const max = options.max ?? Infinity;
  return {
    type: ConfigType.DOUBLE,
    options,
    parse(text) {
      const value = text.trim() === '' ? Number.NaN : Number(text);
      if (!(value >= min && value <= max))
        throw new ConfigProblem(`a number from ${min} to ${max}`);
      return value;
    },
    format: formatDouble,
  };
}

/** As Kafka prints it: 0.5, 1.0, 1.0E7, 1.7976931348623157E308. */
function formatDouble(value: number): string {
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-3 && size < 1e7)) {
    return Number.isInteger(value) ? value.toFixed(1) : String(value);
  }
  if (!Number.isFinite(value)) return String(value);
  const [digits = '', exponent = ''] = value.toExponential().split('e');
  return `${digits.includes('.') ? digits : `${digits}.0`}E${Number(exponent)}`;
}

export function boolean(options: ConfigOptions<boolean>): ConfigDefinition<boolean> {
  return {
    type: ConfigType.BOOLEAN,
    options,
    parse(text) {
      const word = text.trim().toLowerCase();
      if (word === 'true') return true;
      if (word === 'false') return false;
      throw new ConfigProblem('true or false');
    },
    format: String,
  };
}

function textOf(type: ConfigType) {
  return <T extends string | null = string>(options: TextOptions<T>): ConfigDefinition<T> => ({
    type,
    options,
    parse(text) {
      const value = text.trim();
      if (options.oneOf !== undefined && !options.oneOf.includes(value)) {
        throw new ConfigProblem(`one of ${options.oneOf.join(', ')}`);
      }
      return value as T;
    },
    format: (value) => value,
  });
}

export const string = textOf(ConfigType.STRING);
export const className = textOf(ConfigType.CLASS);
/** Never shown, logged or sent: DescribeConfigs reports it as sensitive. */
export const password = textOf(ConfigType.PASSWORD);

export function list<T extends readonly string[] | null = readonly string[]>(
  options: TextOptions<T>,
): ConfigDefinition<T> {
  return {
    type: ConfigType.LIST,
    options,
    parse(text) {
      const items = text
        .split(',')
        .map((item) => item.trim())
        .filter((item) => item !== '');
      const bad = items.find(
        (item) => options.oneOf !== undefined && !options.oneOf.includes(item),
      );
      if (bad !== undefined)
        throw new ConfigProblem(`a list of ${options.oneOf?.join(', ') ?? ''}`);
      return items as unknown as T;
    },
    format: (value) => (value === null ? null : value.join(',')),
  };
}
