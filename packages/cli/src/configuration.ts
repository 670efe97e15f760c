// Gathers a node's configuration from where users put it: a properties file, `KAFKA_*` variables and
// `--override` options, each stronger than the one before.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { type ConfigEntry, ConfigSource, parseProperties } from '@samsa/common';
import { KNOWN_CONFIGS, nodeConfigs, StartFailed, unconfiguredEntries } from '@samsa/server';

import { UsageError } from './exit-status.ts';

export interface Gathered {
  readonly entries: readonly ConfigEntry[];
  /** The file, or undefined where none was named. */
  readonly file: string | undefined;
  /** True where neither a file nor a variable says what this node is. */
  readonly isUnconfigured: boolean;
  /** From the variable CLUSTER_ID; the id a new data folder is formatted with. */
  readonly clusterId: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * @throws StartFailed when the file cannot be read
 * @throws UsageError when an override is no `key=value`
 */
export function gatherConfiguration(
  file: string | undefined,
  overrides: readonly string[],
  environment: Environment,
): Gathered {
  const fromFile = file === undefined ? [] : readPropertiesFile(file);
  const fromEnvironment = environmentEntries(environment);
  const isUnconfigured =
    file === undefined && !fromEnvironment.some(({ key }) => SAYS_WHAT_A_NODE_IS.test(key));
  const given = [...fromFile, ...fromEnvironment, ...overrides.map(overrideEntry)];
  const profile = isUnconfigured ? unconfiguredEntries(resolve('data'), given) : [];
  return {
    entries: [...profile, ...given],
    file,
    isUnconfigured,
    clusterId: environment['CLUSTER_ID'] || environment['KAFKA_CLUSTER_ID'] || undefined,
  };
}

/** Keys after which a node is no longer the unconfigured single one. */
const SAYS_WHAT_A_NODE_IS = /^(?:process\.roles|node\.id|broker\.id|controller\.quorum\..*)$/;

function readPropertiesFile(file: string): ConfigEntry[] {
  return parseProperties(readText(file)).map(({ key, value, line }) => ({
    key,
    value,
    source: ConfigSource.FILE,
    place: `${file}:${line}`,
  }));
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const problem = code === 'ENOENT' ? 'there is no such file' : message;
    throw new StartFailed(`configuration file ${file} cannot be read: ${problem}`, {
      cause: error,
    });
  }
}

function overrideEntry(text: string): ConfigEntry {
  const at = text.indexOf('=');
  if (at <= 0) throw new UsageError(`--override takes key=value, not '${text}'`);
  return {
    key: text.slice(0, at).trim(),
    value: text.slice(at + 1),
    source: ConfigSource.OVERRIDE,
    place: '--override',
  };
}

/** Variables of the Kafka images that are no configuration keys. */
const NOT_A_CONFIG =
  /^KAFKA_(?:VERSION|HOME|HEAP_OPTS|OPTS|CLUSTER_ID|MODE|DEBUG|CLASSPATH|JMX_.*|LOG4J_.*|GC_.*|JVM_.*|TOOLS_LOG4J_.*|KRAFT_.*|JAVA_.*|EXTRA_.*|CERTIFICATE_.*|CLIENT_USERS|CLIENT_PASSWORDS|INTER_BROKER_(?:USER|PASSWORD))$/;

/**
 * `KAFKA_LOG_RETENTION_MS` is log.retention.ms: `_` stands for a dot, `__` for an underscore, `___`
 * for a dash. `KAFKA_CFG_` is understood as well, and is the weaker one.
 */
export function environmentEntries(environment: Environment): ConfigEntry[] {
  const entries: { readonly rank: number; readonly entry: ConfigEntry }[] = [];
  for (const [variable, value] of Object.entries(environment)) {
    if (value === undefined || !variable.startsWith('KAFKA_') || NOT_A_CONFIG.test(variable))
      continue;
    const isCfg = variable.startsWith('KAFKA_CFG_');
    const key = keyOfVariable(variable.slice(isCfg ? 'KAFKA_CFG_'.length : 'KAFKA_'.length));
    entries.push({
      rank: isCfg ? 0 : 1,
      entry: { key, value, source: ConfigSource.ENVIRONMENT, place: variable },
    });
  }
  return entries.toSorted((a, b) => a.rank - b.rank).map(({ entry }) => entry);
}

function keyOfVariable(name: string): string {
  const key = name
    .toLowerCase()
    .replaceAll('___', '-')
    .replaceAll('__', '\u0000')
    .replaceAll('_', '.')
    .replaceAll('\u0000', '_');
  return isKnownKey(key) ? key : (KEYS_WITH_CAPITALS.get(key) ?? key);
}

function isKnownKey(key: string): boolean {
  return Object.hasOwn(nodeConfigs, key) || KNOWN_CONFIGS.has(key);
}

/** Variables carry no capital letters; a few keys do. */
const KEYS_WITH_CAPITALS: ReadonlyMap<string, string> = new Map(
  [...KNOWN_CONFIGS.keys()]
    .filter((key) => /[A-Z]/.test(key))
    .map((key) => [key.toLowerCase(), key]),
);
