// The keys of listeners, sockets and connection limits, under Kafka's names.

import {
  type ConfigDefinition,
  type ConfigEntry,
  ConfigProblem,
  type ConfigValues,
  defineConfigs,
  int,
  list,
  long,
  string,
  type UpdateMode,
} from '@samsa/common';

export const networkConfigs = defineConfigs({
  listeners: list({
    default: ['PLAINTEXT://:9092'],
    update: 'per-broker',
    importance: 'high',
    doc: 'Where this node listens: NAME://host:port, comma-separated. An empty host means every address.',
  }),
  'advertised.listeners': list<readonly string[] | null>({
    default: null,
    importance: 'high',
    doc: 'Where clients and other nodes reach these listeners, when that differs from `listeners`.',
  }),
  'listener.security.protocol.map': string({
    default: 'SASL_SSL:SASL_SSL,PLAINTEXT:PLAINTEXT,SSL:SSL,SASL_PLAINTEXT:SASL_PLAINTEXT',
    update: 'per-broker',
    importance: 'low',
    doc: 'Which security protocol each listener name speaks: NAME:PROTOCOL, comma-separated.',
  }),
  'inter.broker.listener.name': string<string | null>({
    default: null,
    doc: 'The listener that brokers use among themselves; by default the one that security.inter.broker.protocol names.',
  }),
  'security.inter.broker.protocol': string({
    default: 'PLAINTEXT',
    oneOf: ['PLAINTEXT', 'SSL', 'SASL_PLAINTEXT', 'SASL_SSL'],
    doc: 'The security protocol among brokers, where inter.broker.listener.name is not set.',
  }),
  'controller.listener.names': list({
    importance: 'high',
    doc: 'The names of the listeners that controllers serve; brokers connect to the first one.',
  }),
  'max.connections': int({
    default: 2_147_483_647,
    min: 0,
    update: 'cluster-wide',
    doc: 'Most connections of this node at a time; listener.name.<name>.max.connections limits one listener.',
  }),
  'max.connections.per.ip': int({
    default: 2_147_483_647,
    min: 0,
    update: 'cluster-wide',
    doc: 'Most connections from one address at a time.',
  }),
  'max.connections.per.ip.overrides': connectionOverrides({
    default: '',
    update: 'cluster-wide',
    doc: 'Addresses with a limit of their own: address:count, comma-separated.',
  }),
  'max.connection.creation.rate': int({
    default: 2_147_483_647,
    min: 0,
    update: 'cluster-wide',
    doc: 'Most new connections per second; above it new ones wait before they are read from.',
  }),
  'connections.max.idle.ms': long({
    default: 600_000,
    doc: 'A connection on which nothing was asked for this long is closed; negative means never.',
  }),
  'connection.failed.authentication.delay.ms': int({
    default: 100,
    min: 0,
    importance: 'low',
    doc: 'How long a connection whose authentication failed stays open before it is closed.',
  }),
  'socket.request.max.bytes': int({
    default: 104_857_600,
    min: 1,
    importance: 'high',
    doc: 'Most bytes of one request; a connection that announces more is closed.',
  }),
  'socket.listen.backlog.size': int({
    default: 50,
    min: 1,
    doc: 'Connections that the system completes before they are accepted.',
  }),
  'socket.send.buffer.bytes': int({
    default: 102_400,
    importance: 'high',
    doc: 'Accepted for compatibility; the size of socket buffers is left to the system.',
  }),
  'socket.receive.buffer.bytes': int({
    default: 102_400,
    importance: 'high',
    doc: 'Accepted for compatibility; the size of socket buffers is left to the system.',
  }),
  'socket.connection.setup.timeout.ms': long({
    default: 10_000,
    doc: 'How long a connection to another node may take to be made, at first.',
  }),
  'socket.connection.setup.timeout.max.ms': long({
    default: 30_000,
    doc: 'The bound to which that time doubles while connections keep failing.',
  }),
  'request.timeout.ms': int({
    default: 30_000,
    importance: 'high',
    doc: 'How long another node may take to answer a request.',
  }),
  'queued.max.requests': int({
    default: 500,
    min: 1,
    importance: 'high',
    doc: 'Accepted for compatibility; requests are handled as they are read, so none are queued between threads.',
  }),
  'queued.max.request.bytes': long({
    default: -1,
    doc: 'Most bytes of requests that are read but not yet handled, over all connections; -1 means 512 MiB.',
  }),
  'num.network.threads': int({
    default: 3,
    min: 1,
    update: 'cluster-wide',
    importance: 'high',
    doc: 'Accepted for compatibility; one event loop serves all connections.',
  }),
  'num.io.threads': int({
    default: 8,
    min: 1,
    update: 'cluster-wide',
    importance: 'high',
    doc: 'Accepted for compatibility; one event loop handles all requests.',
  }),
});

export type NetworkConfigs = ConfigValues<typeof networkConfigs>;

/** The text is kept as it is; `connectionLimitsByAddress` reads it. */
function connectionOverrides(options: {
  readonly default: string;
  readonly update: UpdateMode;
  readonly doc: string;
}): ConfigDefinition<string> {
  const text = string(options);
  return {
    ...text,
    parse(value) {
      connectionLimitsByAddress(value);
      return text.parse(value);
    },
  };
}

/** Reads `address:count, …`, IPv6 addresses with or without brackets. Throws ConfigProblem. */
export function connectionLimitsByAddress(overrides: string): ReadonlyMap<string, number> {
  const limits = new Map<string, number>();
  for (const item of overrides.split(',')) {
    if (item.trim() === '') continue;
    const parts = /^\s*\[?([^[\]\s]+?)\]?\s*:\s*(\d+)\s*$/.exec(item);
    if (parts === null) throw new ConfigProblem('address:count, comma-separated');
    limits.set(parts[1] ?? '', Number(parts[2]));
  }
  return limits;
}

/** What `listener.name.<listener>.max.connections` says, by listener name in capitals. Throws ConfigProblem. */
export function maxConnectionsByListener(
  entries: readonly ConfigEntry[],
): ReadonlyMap<string, number> {
  const limits = new Map<string, number>();
  for (const { key, value } of entries) {
    const listener = /^listener\.name\.([^.]+)\.max\.connections$/.exec(key)?.[1];
    if (listener === undefined) continue;
    limits.set(listener.toUpperCase(), networkConfigs['max.connections'].parse(value));
  }
  return limits;
}
