// ClassicMember: one member of a classic group, as its coordinator sees it.

import { type RequestToken } from '../../coordinator-machine.ts';
import { type Deadline } from '../../deadlines.ts';
import { type Due } from '../due.ts';

/** An assignment protocol that a member supports, with what it tells the leader for it. */
export interface MemberProtocol {
  readonly name: string;
  readonly metadata: Uint8Array;
}

export interface MemberIdentity {
  readonly memberId: string;
  /** Null for a dynamic member. Source: KIP-345. */
  readonly instanceId: string | null;
  readonly clientId: string;
  readonly clientHost: string;
}

export interface MemberTerms {
  rebalanceTimeoutMs: number;
  sessionTimeoutMs: number;
  /** In the member's order of preference; the metadata belongs to the member, not to a frame. */
  protocols: readonly MemberProtocol[];
}

export class ClassicMember implements MemberIdentity, MemberTerms {
  readonly memberId: string;
  readonly instanceId: string | null;
  readonly clientId: string;
  readonly clientHost: string;
  rebalanceTimeoutMs: number;
  sessionTimeoutMs: number;
  protocols: readonly MemberProtocol[];
  /** What the leader assigned to it in the last finished rebalance. */
  assignment: Uint8Array;

  /** The JoinGroup that waits for the rebalance to collect everybody. */
  joinToken: RequestToken | undefined;
  /** The SyncGroup that waits for the leader's assignments. */
  syncToken: RequestToken | undefined;
  /**
   * True until it has its first JoinGroup answer. It knows no member id before, so it sends no
   * heartbeat, and it may be expired even while its join waits.
   */
  isNew = false;
  readonly session: Deadline<Due>;

  constructor(
    identity: MemberIdentity,
    terms: MemberTerms,
    assignment: Uint8Array,
    session: Deadline<Due>,
  ) {
    this.memberId = identity.memberId;
    this.instanceId = identity.instanceId;
    this.clientId = identity.clientId;
    this.clientHost = identity.clientHost;
    this.rebalanceTimeoutMs = terms.rebalanceTimeoutMs;
    this.sessionTimeoutMs = terms.sessionTimeoutMs;
    this.protocols = terms.protocols;
    this.assignment = assignment;
    this.session = session;
  }

  /** A waiting request shows that the member lives, as a heartbeat would. */
  get isExcusedFromHeartbeats(): boolean {
    return !this.isNew && (this.joinToken !== undefined || this.syncToken !== undefined);
  }

  /** What it tells the leader for this protocol. */
  metadataFor(protocol: string): Uint8Array | undefined {
    return this.protocols.find((supported) => supported.name === protocol)?.metadata;
  }

  /** True if it announces exactly these protocols in this order. */
  announces(protocols: readonly MemberProtocol[]): boolean {
    if (protocols.length !== this.protocols.length) return false;
    return this.protocols.every((own, i) => {
      const other = protocols[i];
      return (
        other !== undefined && own.name === other.name && sameBytes(own.metadata, other.metadata)
      );
    });
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.byteLength !== b.byteLength) return false;
  for (let i = 0; i < a.byteLength; i++) if (a[i] !== b[i]) return false;
  return true;
}
