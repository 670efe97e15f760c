// BrokerRegistration and ControllerRegistration: who takes part in the cluster, where they listen and
// what they can do.

import { type Uuid } from '@samsa/common';

export interface Listener {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly securityProtocol: number;
}

export interface VersionRange {
  readonly min: number;
  readonly max: number;
}

export interface BrokerRegistration {
  readonly id: number;
  /** The offset of the record that registered it; rises with every start of the broker. */
  readonly epoch: number;
  readonly incarnationId: Uuid;
  readonly listeners: readonly Listener[];
  readonly features: ReadonlyMap<string, VersionRange>;
  readonly rack: string | null;
  /** Registered and not to be used: no leader, not in any ISR, not shown to clients. */
  readonly isFenced: boolean;
  readonly isInControlledShutdown: boolean;
  readonly isMigratingZkBroker: boolean;
  /** Ids of its online log directories, sorted; empty from brokers older than KIP-858. */
  readonly directories: readonly Uuid[];
  /** Directories that take no new replicas (KIP-1066); null where the broker has not said. */
  readonly cordonedDirectories: readonly Uuid[] | null;
}

export interface ControllerRegistration {
  readonly id: number;
  readonly incarnationId: Uuid;
  readonly zkMigrationReady: boolean;
  readonly listeners: readonly Listener[];
  readonly features: ReadonlyMap<string, VersionRange>;
}

export function listenerOf(
  registration: { readonly listeners: readonly Listener[] },
  name: string,
): Listener | undefined {
  return registration.listeners.find((listener) => listener.name === name);
}

/** True for a broker that clients may be sent to and that may hold leadership. */
export function isActive(broker: BrokerRegistration): boolean {
  return !broker.isFenced && !broker.isInControlledShutdown;
}
