// ApiFacts: what can be said of an API without its messages, and which headers its versions use.

import { API_FACTS, ApiKey } from './generated/api-table.ts';

export interface ApiFacts {
  readonly key: number;
  readonly name: string;
  /** The oldest and the newest stable version, both inclusive. */
  readonly versions: readonly [min: number, max: number];
  /** One more version than `versions` exists and is offered only when asked for. */
  readonly latestUnstable: boolean;
  /** The oldest version that ApiVersions claims; below `versions` where old clients insist on it. */
  readonly advertisedFrom: number;
  /** The first version with tagged fields; Infinity if there is none. */
  readonly flexibleFrom: number;
  /** The kinds of listener that serve it. */
  readonly listeners: readonly ('broker' | 'controller')[];
  /** A broker passes it on to the active controller. */
  readonly forwardable: boolean;
  /** Only brokers and controllers may send it. */
  readonly clusterAction: boolean;
  /** From this version on a throttled client pauses by itself; Infinity if it never does. */
  readonly throttleAfterReplyFrom: number;
}

/** @returns undefined for a key that no API has, or none any more */
export function apiFacts(key: number): ApiFacts | undefined {
  return API_FACTS[key];
}

/** Also answers for versions that do not exist yet: a client may ask ApiVersions with any. */
export function requestHeaderVersion(key: number, version: number): 1 | 2 {
  const facts = API_FACTS[key];
  return facts !== undefined && version >= facts.flexibleFrom ? 2 : 1;
}

/** ApiVersions always answers with the oldest header, since the client may not know a newer one. */
export function responseHeaderVersion(key: number, version: number): 0 | 1 {
  const facts = API_FACTS[key];
  if (facts === undefined || key === ApiKey.ApiVersions) return 0;
  return version >= facts.flexibleFrom ? 1 : 0;
}
