// Listeners: where a node listens and where others reach it, from the keys `listeners`,
// `advertised.listeners`, `listener.security.protocol.map` and the two that give listeners a role.

import { type Endpoint } from '@samsa/common';

import { type NetworkConfigs } from './network-configs.ts';

export const SECURITY_PROTOCOLS = ['PLAINTEXT', 'SSL', 'SASL_PLAINTEXT', 'SASL_SSL'] as const;
export type SecurityProtocol = (typeof SECURITY_PROTOCOLS)[number];

/** The others come with TLS and SASL; until then a node that asks for them does not start. */
const SERVED_PROTOCOLS: readonly SecurityProtocol[] = ['PLAINTEXT'];

export interface ListenerConfig {
  /** In capitals, as Kafka keeps it. */
  readonly name: string;
  readonly securityProtocol: SecurityProtocol;
  /** Which role of the node this listener serves. */
  readonly role: 'broker' | 'controller';
  /** Whether brokers use it among themselves; such connections are never given up for others. */
  readonly isInterBroker: boolean;
  /** An empty host means every address; port 0 lets the system choose. */
  readonly bind: Endpoint;
  /** An empty host means this machine's name; port 0 means the port that was bound. Null: not advertised. */
  readonly advertised: Endpoint | null;
}

export interface ListenersReading {
  readonly listeners: readonly ListenerConfig[];
  /** One line each: key, value, what is allowed. */
  readonly problems: readonly string[];
}

/** Where others reach this listener, once it is bound. */
export function advertisedEndpoint(
  listener: ListenerConfig,
  boundPort: number,
  hostName: string,
): Endpoint {
  const { host, port } = listener.advertised ?? listener.bind;
  const isWildcard = host === '' || host === '0.0.0.0' || host === '::';
  return { host: isWildcard ? hostName : host, port: port === 0 ? boundPort : port };
}

export function parseListeners(
  values: NetworkConfigs,
  roles: { readonly isBroker: boolean; readonly isController: boolean },
): ListenersReading {
  const problems: string[] = [];
  const bound = parseList('listeners', values.get('listeners'), problems);
  const advertisedItems = values.get('advertised.listeners');
  // Often the same text again, which is complained of once.
  const advertised =
    advertisedItems === null || advertisedItems === undefined || problems.length > 0
      ? undefined
      : parseList('advertised.listeners', advertisedItems, problems);
  const controllerNames = (values.get('controller.listener.names') ?? []).map(upperCase);
  const protocols = protocolMap(values, bound, controllerNames, problems);
  if (problems.length > 0) return { listeners: [], problems };

  const interBroker = interBrokerName(values, problems);
  checkRoles(values, roles, bound, controllerNames, interBroker, problems);
  if (advertised !== undefined) {
    checkAdvertised(values, roles, bound, advertised, controllerNames, problems);
  }

  const listeners: ListenerConfig[] = [];
  for (const [name, bind] of bound) {
    const securityProtocol = protocols.get(name);
    if (securityProtocol === undefined) {
      problems.push(
        `listener.security.protocol.map has no entry for the listener ${name}; allowed: ${name}:PROTOCOL with PROTOCOL one of ${SECURITY_PROTOCOLS.join(', ')}`,
      );
      continue;
    }
    if (!SERVED_PROTOCOLS.includes(securityProtocol)) {
      problems.push(
        `listener.security.protocol.map gives ${name} the protocol ${securityProtocol}, which is not served yet; allowed: ${SERVED_PROTOCOLS.join(', ')}`,
      );
    }
    const isController = controllerNames.includes(name);
    listeners.push({
      name,
      securityProtocol,
      role: isController ? 'controller' : 'broker',
      isInterBroker: !isController && name === interBroker,
      bind,
      advertised: advertisedOf(name, bind, advertised, isController),
    });
  }
  return problems.length > 0 ? { listeners: [], problems } : { listeners, problems };
}

/** Null where the text is not an address of a listener. */
export function parseEndpoint(text: string): { name: string; endpoint: Endpoint } | null {
  const parts = /^([\w.-]+):\/\/(?:\[([\da-fA-F:.%\w]+)\]|([\w.%-]*)):(\d{1,5})$/.exec(text.trim());
  if (parts === null) return null;
  const port = Number(parts[4]);
  if (port > 65_535) return null;
  return {
    name: upperCase(parts[1] ?? ''),
    endpoint: { host: parts[2] ?? parts[3] ?? '', port },
  };
}

function upperCase(text: string): string {
  return text.trim().toUpperCase();
}

function parseList(
  key: string,
  items: readonly string[],
  problems: string[],
): ReadonlyMap<string, Endpoint> {
  const byName = new Map<string, Endpoint>();
  if (items.length === 0) problems.push(`${key} is empty; allowed: NAME://host:port`);
  for (const item of items) {
    const parsed = parseEndpoint(item);
    if (parsed === null) {
      problems.push(
        `${key} = '${item}' is not allowed; allowed: NAME://host:port, NAME://[IPv6]:port or NAME://:port`,
      );
      continue;
    }
    if (byName.has(parsed.name)) {
      problems.push(`${key} names ${parsed.name} twice; allowed: each listener name once`);
    }
    if (key === 'listeners') checkPort(parsed.endpoint, byName, item, problems);
    byName.set(parsed.name, parsed.endpoint);
  }
  return byName;
}

/** A port may be shared only by one IPv4 and one IPv6 address. */
function checkPort(
  endpoint: Endpoint,
  others: ReadonlyMap<string, Endpoint>,
  item: string,
  problems: string[],
): void {
  if (endpoint.port === 0) return;
  for (const [name, other] of others) {
    if (other.port !== endpoint.port) continue;
    if (other.host.includes(':') !== endpoint.host.includes(':')) continue;
    problems.push(
      `listeners = '${item}' uses the port of ${name}; allowed: a port of its own per listener`,
    );
    return;
  }
}

function protocolMap(
  values: NetworkConfigs,
  bound: ReadonlyMap<string, Endpoint>,
  controllerNames: readonly string[],
  problems: string[],
): ReadonlyMap<string, SecurityProtocol> {
  const key = 'listener.security.protocol.map';
  const protocols = new Map<string, SecurityProtocol>();
  for (const item of values.get(key).split(',')) {
    if (item.trim() === '') continue;
    const [name = '', protocol = '', ...more] = item.split(':').map(upperCase);
    const known = SECURITY_PROTOCOLS.find((candidate) => candidate === protocol);
    if (name === '' || known === undefined || more.length > 0) {
      problems.push(
        `${key} = '${item.trim()}' is not allowed; allowed: NAME:PROTOCOL with PROTOCOL one of ${SECURITY_PROTOCOLS.join(', ')}`,
      );
    } else {
      protocols.set(name, known);
    }
  }
  // As Kafka does: without a map of the user's own, controllers speak plaintext where nothing else
  // on this node is secured.
  const isAnythingSecured = [...bound.keys(), ...controllerNames].some(
    (name) => (protocols.get(name) ?? 'PLAINTEXT') !== 'PLAINTEXT',
  );
  if (!values.isSet(key) && !isAnythingSecured) {
    for (const name of controllerNames) {
      if (!protocols.has(name)) protocols.set(name, 'PLAINTEXT');
    }
  }
  return protocols;
}

function interBrokerName(values: NetworkConfigs, problems: string[]): string {
  const name = values.get('inter.broker.listener.name');
  if (name === null || name.trim() === '') return values.get('security.inter.broker.protocol');
  if (values.isSet('security.inter.broker.protocol')) {
    problems.push(
      'inter.broker.listener.name and security.inter.broker.protocol are both set; allowed: one of them',
    );
  }
  return upperCase(name);
}

function checkRoles(
  values: NetworkConfigs,
  roles: { readonly isBroker: boolean; readonly isController: boolean },
  bound: ReadonlyMap<string, Endpoint>,
  controllerNames: readonly string[],
  interBroker: string,
  problems: string[],
): void {
  const names = [...bound.keys()];
  const brokerNames = names.filter((name) => !controllerNames.includes(name));
  if (controllerNames.length === 0) {
    problems.push(
      'controller.listener.names is not set; allowed: the names of the listeners that controllers serve',
    );
    return;
  }
  if (roles.isController) {
    const missing = controllerNames.filter((name) => !bound.has(name));
    if (missing.includes(controllerNames[0] ?? '')) {
      problems.push(
        `controller.listener.names = '${controllerNames.join(',')}' is not in listeners; allowed: ${names.join(', ')}`,
      );
    }
    if (!roles.isBroker && brokerNames.length > 0) {
      problems.push(
        `listeners has ${brokerNames.join(', ')} on a node without the broker role; allowed: ${controllerNames.join(', ')}`,
      );
    }
  } else {
    const foreign = names.filter((name) => controllerNames.includes(name));
    if (foreign.length > 0) {
      problems.push(
        `listeners has ${foreign.join(', ')} on a node without the controller role; allowed: names that are not in controller.listener.names`,
      );
    }
  }
  if (!roles.isBroker) return;
  if (brokerNames.length === 0) {
    problems.push(
      'listeners has none for the broker; allowed: at least one whose name is not in controller.listener.names',
    );
    return;
  }
  if (!brokerNames.includes(interBroker)) {
    const key =
      values.get('inter.broker.listener.name') === null
        ? 'security.inter.broker.protocol'
        : 'inter.broker.listener.name';
    problems.push(`${key} = '${interBroker}' is not allowed; allowed: ${brokerNames.join(', ')}`);
  }
}

function checkAdvertised(
  values: NetworkConfigs,
  roles: { readonly isBroker: boolean; readonly isController: boolean },
  bound: ReadonlyMap<string, Endpoint>,
  advertised: ReadonlyMap<string, Endpoint>,
  controllerNames: readonly string[],
  problems: string[],
): void {
  for (const [name, endpoint] of advertised) {
    if (!bound.has(name)) {
      problems.push(
        `advertised.listeners has ${name}, which listeners has not; allowed: ${[...bound.keys()].join(', ')}`,
      );
    }
    if (endpoint.host === '0.0.0.0' || endpoint.host === '::') {
      problems.push(
        `advertised.listeners = '${name}://${endpoint.host}:${endpoint.port}' is not allowed; allowed: an address that others can reach`,
      );
    }
  }
  if (!roles.isBroker) return;
  const brokerNames = [...bound.keys()].filter((name) => !controllerNames.includes(name));
  if (!brokerNames.some((name) => advertised.has(name))) {
    problems.push(
      `advertised.listeners = '${(values.get('advertised.listeners') ?? []).join(',')}' has none for the broker; allowed: at least one of ${brokerNames.join(', ')}`,
    );
  }
}

function advertisedOf(
  name: string,
  bind: Endpoint,
  advertised: ReadonlyMap<string, Endpoint> | undefined,
  isController: boolean,
): Endpoint | null {
  if (advertised === undefined) return bind;
  // Controllers are reached as they are bound, unless said otherwise.
  return advertised.get(name) ?? (isController ? bind : null);
}
