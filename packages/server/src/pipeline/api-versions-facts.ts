// ApiVersionsFacts: what ApiVersions tells of a listener, taken from the handlers that serve it.

import { apiFacts } from '@samsa/protocol';

import { type HandlerTable } from './handler.ts';

export interface AdvertisedApi {
  readonly apiKey: number;
  readonly minVersion: number;
  readonly maxVersion: number;
}

export class ApiVersionsFacts {
  readonly apis: readonly AdvertisedApi[];

  constructor(table: HandlerTable) {
    this.apis = [...table.values()]
      .map(({ api, versions }) => ({
        apiKey: api.key,
        // Produce is told from 0 on though it serves from 3: librdkafka takes a higher start for a
        // broker that cannot do anything (KAFKA-18659).
        minVersion: Math.min(versions[0], apiFacts(api.key)?.advertisedFrom ?? versions[0]),
        maxVersion: versions[1],
      }))
      .toSorted((a, b) => a.apiKey - b.apiKey);
  }
}
