// NodeConfig: every key a node reads, checked against each other — what `server.properties` says.

import { brokerConfigs, SAMSA_ONLY_KEYS } from './broker-configs.ts';
import { KEYS_WITHOUT_EFFECT } from './keys-without-effect.ts';
import { nearestName } from './nearest-name.ts';
import { controllerConfigs } from '../controller/controller-configs.ts';
import { KNOWN_CONFIGS } from '../generated/known-configs.ts';
import { groupConfigs } from '../groups/group-configs.ts';
import { quorumConfigs } from '../quorum/quorum-configs.ts';
import { type ConfigEntry, ConfigSource, ConfigValues, defineConfigs } from '@samsa/common';
import { type ListenerConfig, networkConfigs, parseListeners } from '@samsa/network';
import { logConfigs } from '@samsa/storage';

export const nodeConfigs = defineConfigs({
  ...brokerConfigs,
  ...networkConfigs,
  ...logConfigs,
  ...quorumConfigs,
  ...controllerConfigs,
  ...groupConfigs,
});

export type NodeConfigValues = ConfigValues<typeof nodeConfigs>;

export interface NodeConfig {
  readonly values: NodeConfigValues;
  readonly nodeId: number;
  readonly isBroker: boolean;
  readonly isController: boolean;
  /** The listeners of this process, with the role each one serves. */
  readonly listeners: readonly ListenerConfig[];
  readonly logDirs: readonly string[];
  readonly metadataLogDir: string;
  /** Every entry that was given, in order, for `config print`. */
  readonly entries: readonly ConfigEntry[];
}

export interface NodeConfigReading {
  /** Undefined where a problem was found. */
  readonly config: NodeConfig | undefined;
  /** One line each: key, value, place, what is allowed. */
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
}

/** `listener.name.<listener>.` and `listener.name.<listener>.<mechanism>.` scope another key. */
const LISTENER_PREFIX = /^listener\.name\.[^.]+\./;

export function readNodeConfig(entries: readonly ConfigEntry[]): NodeConfigReading {
  const { values, complaints } = ConfigValues.parse(nodeConfigs, entries);
  const problems = complaints.map(
    ({ entry, allowed }) =>
      `${entry.key} = '${entry.value}' (${placeOf(entry)}) is not allowed; allowed: ${allowed}`,
  );
  const warnings = entries.flatMap(warningFor);
  if (problems.length > 0) return { config: undefined, problems, warnings };

  const nodeId = values.isSet('node.id') ? values.get('node.id') : values.get('broker.id');
  const roles = values.isSet('process.roles') ? values.get('process.roles') : [];
  const isBroker = roles.includes('broker');
  const isController = roles.includes('controller');
  if (!isBroker && !isController) {
    problems.push('process.roles is not set; allowed: broker, controller or broker,controller');
  }
  if (nodeId < 0) problems.push('node.id is not set; allowed: a whole number of at least 0');
  problems.push(...quorumProblems(values, nodeId, isController));
  const { listeners, problems: listenerProblems } = parseListeners(values, {
    isBroker,
    isController,
  });
  problems.push(...listenerProblems);
  if (problems.length > 0) {
    const placed = problems.map((problem) => withPlace(problem, entries));
    return { config: undefined, problems: placed, warnings };
  }

  const logDirs = logDirsOf(values);
  return {
    config: {
      values,
      nodeId,
      isBroker,
      isController,
      listeners,
      logDirs,
      // The list has at least one entry.
      metadataLogDir: values.get('metadata.log.dir') ?? (logDirs[0] as string),
      entries,
    },
    problems,
    warnings,
  };
}

/** `log.dirs`, else `log.dir`. */
function logDirsOf(values: NodeConfigValues): readonly string[] {
  const dirs = values.get('log.dirs');
  if (dirs !== null && dirs.length > 0) return dirs;
  return [values.get('log.dir')];
}

function quorumProblems(values: NodeConfigValues, nodeId: number, isController: boolean): string[] {
  const voters = values.get('controller.quorum.voters');
  const bootstrap = values.get('controller.quorum.bootstrap.servers');
  if (voters.length === 0 && bootstrap.length === 0) {
    return [
      'controller.quorum.voters and controller.quorum.bootstrap.servers are both not set; ' +
        'allowed: one of them, such as controller.quorum.bootstrap.servers=localhost:9093',
    ];
  }
  const voterIds = voters.map((voter) => Number(voter.split('@')[0]));
  if (voters.length > 0 && isController && !voterIds.includes(nodeId)) {
    return [
      `node.id = '${nodeId}' is not among controller.quorum.voters = '${voters.join(',')}'; ` +
        'allowed: one of the voters, as this process is a controller',
    ];
  }
  return [];
}

function warningFor(entry: ConfigEntry): string[] {
  // Nobody wrote these: what has no effect yet will have it when it does.
  if (entry.source === ConfigSource.PROFILE) return [];
  const key = entry.key.replace(LISTENER_PREFIX, '');
  const acts = Object.hasOwn(nodeConfigs, key) && !KEYS_WITHOUT_EFFECT.has(key);
  if (acts) return [];
  if (KNOWN_CONFIGS.has(key)) {
    return [`${entry.key} (${placeOf(entry)}) is a key of Kafka that has no effect here yet`];
  }
  const near = nearestName(key, [...KNOWN_CONFIGS.keys(), ...SAMSA_ONLY_KEYS]);
  const hint = near === undefined ? '' : `; did you mean ${near}?`;
  return [`${entry.key} (${placeOf(entry)}) is not a known key${hint}`];
}

/** Adds where the value comes from to `key = 'value' …`. */
function withPlace(problem: string, entries: readonly ConfigEntry[]): string {
  const [said, key] = /^([\w.]+) = '[^']*'/.exec(problem) ?? [];
  const entry = entries.findLast((each) => each.key === key);
  if (said === undefined || entry === undefined) return problem;
  return `${said} (${placeOf(entry)})${problem.slice(said.length)}`;
}

function placeOf(entry: ConfigEntry): string {
  return entry.place ?? entry.source;
}

const UNCONFIGURED_LISTENERS = 'PLAINTEXT://:9092,CONTROLLER://:9093';

/**
 * What a node is when nobody configured anything: alone, both roles, quick to join a group.
 * Any configuration file, and any `KAFKA_*` variable about the quorum, brings Kafka's defaults back.
 *
 * @param given  what is set nevertheless; addresses follow listeners that stand here
 */
export function unconfiguredEntries(
  dataFolder: string,
  given: readonly ConfigEntry[] = [],
): ConfigEntry[] {
  const listeners = given.findLast(({ key }) => key === 'listeners')?.value;
  const reachable = (listeners ?? UNCONFIGURED_LISTENERS)
    .split(',')
    .map((listener) => listener.trim().replace(WILDCARD_HOST, '$1localhost$2'));
  const controller = reachable.find((listener) => listener.startsWith('CONTROLLER://'));
  const values: Readonly<Record<string, string>> = {
    'node.id': '1',
    'process.roles': 'broker,controller',
    listeners: UNCONFIGURED_LISTENERS,
    'advertised.listeners': reachable.join(','),
    'controller.listener.names': 'CONTROLLER',
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'controller.quorum.bootstrap.servers': (controller ?? '').replace('CONTROLLER://', ''),
    'log.dirs': dataFolder,
    'group.initial.rebalance.delay.ms': '0',
    'offsets.topic.num.partitions': '4',
    'offsets.topic.replication.factor': '1',
    'transaction.state.log.num.partitions': '4',
    'transaction.state.log.replication.factor': '1',
    'transaction.state.log.min.isr': '1',
  };
  return Object.entries(values).map(([key, value]) => ({
    key,
    value,
    source: ConfigSource.PROFILE,
  }));
}

const WILDCARD_HOST = /^(\w+:\/\/)(?:0\.0\.0\.0|\[::\])?(:\d+)$/;
