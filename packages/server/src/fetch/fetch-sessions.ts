// FetchSessions: the sessions of one broker, bounded in number; who fetched longest ago makes room.

import { ErrorCode, type Platform, type Uuid } from '@samsa/common';

import { FetchSession, type PartitionFetch } from './fetch-session.ts';

/** A session that was used within this time is not thrown out for an equal. Source: Kafka's default. */
const EVICTION_MS = 120_000;

const NO_SESSION_ID = 0;
/** Request epochs with a meaning of their own. Source: KIP-227. */
const OPENING_EPOCH = 0;
const FINAL_EPOCH = -1;

export interface SessionRequest {
  readonly sessionId: number;
  readonly sessionEpoch: number;
  readonly isFollower: boolean;
  readonly usesTopicIds: boolean;
  readonly partitions: readonly PartitionFetch[];
  readonly forgotten: readonly {
    readonly topic: string;
    readonly topicId: Uuid;
    readonly partition: number;
  }[];
}

/** How one Fetch request is to be served. */
export type FetchPlan =
  | { readonly kind: 'refused'; readonly errorCode: ErrorCode }
  /** Everything that was asked for is answered; the session, if one was opened, remembers it. */
  | {
      readonly kind: 'full';
      readonly session: FetchSession | undefined;
      readonly partitions: readonly PartitionFetch[];
    }
  /** All of the session is served, and the answer carries what is new. */
  | {
      readonly kind: 'incremental';
      readonly session: FetchSession;
      readonly partitions: readonly PartitionFetch[];
    };

export class FetchSessions {
  readonly #platform: Platform;
  readonly #slots: number;
  /** In the order of last use, the oldest first. */
  readonly #sessions = new Map<number, FetchSession>();
  #evictions = 0;

  /** @param slots  most sessions at a time; 0 switches sessions off */
  constructor(platform: Platform, slots: number) {
    this.#platform = platform;
    this.#slots = slots;
  }

  get count(): number {
    return this.#sessions.size;
  }

  get partitionCount(): number {
    let count = 0;
    for (const session of this.#sessions.values()) count += session.size;
    return count;
  }

  get evictionCount(): number {
    return this.#evictions;
  }

  plan(request: SessionRequest): FetchPlan {
    const { sessionId, sessionEpoch, partitions } = request;
    if (sessionEpoch === FINAL_EPOCH || sessionEpoch === OPENING_EPOCH) {
      // Both are full requests, and both give up the session they name.
      if (sessionId !== NO_SESSION_ID) this.#sessions.delete(sessionId);
      const session = sessionEpoch === OPENING_EPOCH ? this.#open(request) : undefined;
      return { kind: 'full', session, partitions };
    }
    return this.#resume(request);
  }

  #open(request: SessionRequest): FetchSession | undefined {
    const nowMs = this.#platform.clock.monotonicMs();
    if (!this.#makeRoom(request, nowMs)) return undefined;
    const id = this.#freeId();
    const session = new FetchSession(id, request.isFollower, request.usesTopicIds, nowMs);
    for (const fetch of request.partitions) session.want(fetch);
    this.#sessions.set(id, session);
    return session;
  }

  #resume(request: SessionRequest): FetchPlan {
    const session = this.#sessions.get(request.sessionId);
    if (session === undefined) {
      return { kind: 'refused', errorCode: ErrorCode.FETCH_SESSION_ID_NOT_FOUND };
    }
    if (session.nextEpoch !== request.sessionEpoch) {
      return { kind: 'refused', errorCode: ErrorCode.INVALID_FETCH_SESSION_EPOCH };
    }
    if (session.usesTopicIds !== request.usesTopicIds) {
      return { kind: 'refused', errorCode: ErrorCode.FETCH_SESSION_TOPIC_ID_ERROR };
    }
    for (const fetch of request.partitions) session.want(fetch);
    for (const { topic, topicId, partition } of request.forgotten) {
      session.forget(topic, topicId, partition);
    }
    session.advance();
    session.lastUsedMs = this.#platform.clock.monotonicMs();
    this.#sessions.delete(session.id);
    if (session.size === 0) {
      // An empty session is of no use; the fetcher starts anew with a full request.
      return { kind: 'full', session: undefined, partitions: [] };
    }
    this.#sessions.set(session.id, session);
    return { kind: 'incremental', session, partitions: [...session.wanted()] };
  }

  /** A place is free, or a session gives way: one long unused, or a lesser one that had its time. */
  #makeRoom(request: SessionRequest, nowMs: number): boolean {
    if (this.#sessions.size < this.#slots) return true;
    let victim: FetchSession | undefined;
    for (const session of this.#sessions.values()) {
      if (nowMs - session.lastUsedMs > EVICTION_MS) {
        victim = session;
        break;
      }
      const isLesser =
        session.isPrivileged === request.isFollower
          ? session.size < request.partitions.length
          : request.isFollower;
      const hadItsTime = nowMs - session.createdMs > EVICTION_MS;
      if (isLesser && hadItsTime && (victim === undefined || session.size < victim.size)) {
        victim = session;
      }
    }
    if (victim === undefined) return false;
    this.#sessions.delete(victim.id);
    this.#evictions++;
    return true;
  }

  #freeId(): number {
    for (;;) {
      const id = this.#platform.random.int(2 ** 31 - 1) + 1;
      if (!this.#sessions.has(id)) return id;
    }
  }
}
