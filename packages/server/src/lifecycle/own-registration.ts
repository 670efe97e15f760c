// What this node says of itself when it registers, as broker or as controller.

import { SUPPORTED_FEATURES } from '@samsa/metadata';

export interface AdvertisedListener {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  /** Kafka's number: 0 PLAINTEXT, 1 SSL, 2 SASL_PLAINTEXT, 3 SASL_SSL. */
  readonly securityProtocol: number;
}

export function supportedFeatures(): {
  name: string;
  minSupportedVersion: number;
  maxSupportedVersion: number;
}[] {
  return [...SUPPORTED_FEATURES].map(([name, { min, max }]) => ({
    name,
    minSupportedVersion: min,
    maxSupportedVersion: max,
  }));
}
