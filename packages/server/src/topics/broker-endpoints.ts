// Where brokers are reached: the address each registered for the listener a client came in on.

import { type BrokerRegistration, listenerOf, type MetadataImage } from '@samsa/metadata';

export interface BrokerEndpoint {
  readonly nodeId: number;
  readonly host: string;
  readonly port: number;
  readonly rack: string | null;
}

/** Undefined where the broker has no listener of that name. */
export function endpointOf(
  broker: BrokerRegistration,
  listenerName: string,
): BrokerEndpoint | undefined {
  const listener = listenerOf(broker, listenerName);
  if (listener === undefined) return undefined;
  return { nodeId: broker.id, host: listener.host, port: listener.port, rack: broker.rack };
}

/** The brokers that clients may talk to: registered and not fenced. */
export function aliveBrokers(image: MetadataImage, listenerName: string): BrokerEndpoint[] {
  const endpoints: BrokerEndpoint[] = [];
  for (const broker of image.cluster.brokers.values()) {
    const endpoint = broker.isFenced ? undefined : endpointOf(broker, listenerName);
    if (endpoint !== undefined) endpoints.push(endpoint);
  }
  return endpoints;
}

/** The endpoints of these brokers, without the ones that are away. */
export function endpointsOf(
  image: MetadataImage,
  ids: ReadonlySet<number>,
  listenerName: string,
): BrokerEndpoint[] {
  return ids.size === 0
    ? []
    : aliveBrokers(image, listenerName).filter((endpoint) => ids.has(endpoint.nodeId));
}
