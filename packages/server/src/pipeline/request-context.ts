// RequestContext: what a handler knows of a request besides its body.

import { type RequestHeader } from '@samsa/protocol';

import type { NodeRooms } from './node-rooms.ts';

/** Who asks. */
export interface Principal {
  readonly type: string;
  readonly name: string;
}

export const ANONYMOUS: Principal = { type: 'User', name: 'ANONYMOUS' };

export type Operation =
  | 'READ'
  | 'WRITE'
  | 'CREATE'
  | 'DELETE'
  | 'ALTER'
  | 'DESCRIBE'
  | 'CLUSTER_ACTION'
  | 'DESCRIBE_CONFIGS'
  | 'ALTER_CONFIGS'
  | 'IDEMPOTENT_WRITE'
  | 'CREATE_TOKENS'
  | 'DESCRIBE_TOKENS'
  | 'TWO_PHASE_COMMIT';

export type ResourceType =
  | 'topic'
  | 'group'
  | 'cluster'
  | 'transactional-id'
  | 'delegation-token'
  | 'user';

/** What a connection keeps between its requests. */
export interface ConnectionState {
  principal: Principal;
  /** As ApiVersions told them; empty before. */
  clientSoftwareName: string;
  clientSoftwareVersion: string;
}

export interface RequestContext {
  readonly node: NodeRooms;
  readonly header: RequestHeader;
  /** Which role of the node was asked. */
  readonly listener: 'broker' | 'controller';
  readonly listenerName: string;
  readonly connectionId: number;
  /** Kept for the whole connection; handlers may change it. */
  readonly connection: ConnectionState;
  /** Empty where the client gave none. */
  readonly clientId: string;
  readonly clientAddress: string;
  readonly principal: Principal;
  /** Wall clock when the request was taken. */
  readonly nowMs: number;
  /** Monotonic clock when the request was taken. */
  readonly monotonicMs: number;
  /** The request as it came, header and body; valid as long as the request's byte fields. */
  readonly requestBytes: Uint8Array;
  /** False when the connection is gone: nobody waits for the answer any more. */
  readonly isConnected: boolean;
  /** Throws KafkaError where the principal may not do this. */
  authorize(operation: Operation, resourceType: ResourceType, name: string): void;
  /** Whether the principal may do this; for answers that leave out what one may not see. */
  isAuthorized(operation: Operation, resourceType: ResourceType, name: string): boolean;
  /** Runs once when the answer's bytes are with the system, or will never be: gives views back. */
  onSent(release: () => void): void;
  /** Runs at once when the connection closes before the answer is ready. */
  onDisconnect(run: () => void): void;
  /** Slows the client down: its next requests wait for so long after this answer. */
  throttle(ms: number): void;
  /** Closes the connection instead of answering, with a reason for the log. */
  closeConnection(reason: string): void;
  /**
   * Carries out a request that another broker passed on, for its principal.
   *
   * @param requestBytes  request header and body
   * @returns response header and body
   */
  handleForwarded(
    requestBytes: Uint8Array,
    principal: Principal,
    clientAddress: string,
  ): Promise<Uint8Array>;
}
