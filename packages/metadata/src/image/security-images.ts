// What the metadata log holds for authentication, authorization and quotas: kept as data here, acted
// on by the rooms that own those subjects.

import { type Uuid } from '@samsa/common';

export interface AccessControlEntry {
  readonly id: Uuid;
  readonly resourceType: number;
  readonly resourceName: string;
  readonly patternType: number;
  readonly principal: string;
  readonly host: string;
  readonly operation: number;
  readonly permissionType: number;
}

export interface ScramCredential {
  readonly user: string;
  /** 1 = SCRAM-SHA-256, 2 = SCRAM-SHA-512. */
  readonly mechanism: number;
  readonly salt: Uint8Array;
  readonly storedKey: Uint8Array;
  readonly serverKey: Uint8Array;
  readonly iterations: number;
}

export function scramCredentialKey(mechanism: number, user: string): string {
  return `${mechanism}:${user}`;
}

export interface DelegationToken {
  readonly tokenId: string;
  readonly owner: string;
  readonly requester: string;
  readonly renewers: readonly string[];
  readonly issueTimestampMs: number;
  readonly maxTimestampMs: number;
  readonly expirationTimestampMs: number;
}

export interface QuotaEntityPart {
  /** `user`, `client-id` or `ip`. */
  readonly entityType: string;
  /** Null is the default of that type. */
  readonly entityName: string | null;
}

export interface ClientQuota {
  readonly entity: readonly QuotaEntityPart[];
  readonly values: ReadonlyMap<string, number>;
}

/** The same for the same entity, whatever the order of its parts. */
export function quotaEntityKey(entity: readonly QuotaEntityPart[]): string {
  const parts = entity.map((part) => JSON.stringify([part.entityType, part.entityName]));
  return parts.sort().join();
}
