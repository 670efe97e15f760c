// Gate: which requests get in at all — an API that this listener serves, in a version it serves, from
// a peer that has said who it is where the listener asks for that.

import { apiFacts, ApiKey } from '@samsa/protocol';

import { type Handler, type HandlerTable } from './handler.ts';

/** What the gate says where the answer is neither a handler nor a closed connection. */
export const UNKNOWN_API_VERSIONS_VERSION: unique symbol = Symbol('unknown version of ApiVersions');

/** @returns the handler, or the reason to close the connection as text */
export function gate(
  table: HandlerTable,
  apiKey: number,
  apiVersion: number,
): Handler | typeof UNKNOWN_API_VERSIONS_VERSION | string {
  const handler = table.get(apiKey);
  if (handler === undefined) {
    const name = apiFacts(apiKey)?.name;
    return name === undefined
      ? `a request with the unknown api key ${apiKey}`
      : `a ${name} request, which this listener does not serve`;
  }
  const [min, max] = handler.versions;
  if (apiVersion >= min && apiVersion <= max) return handler;
  // A client that speaks first does not know our versions yet; it is told instead of cut off.
  if (apiKey === ApiKey.ApiVersions) return UNKNOWN_API_VERSIONS_VERSION;
  return `a ${handler.api.name} request in version ${apiVersion}; served are ${min} to ${max}`;
}
