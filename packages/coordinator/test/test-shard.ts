// TestShard: a GroupShard as the runtime hosts it — records go through their bytes into a log and back
// into the machine — with a clock that the test moves, and answers to look at.

import { ErrorCode } from '@samsa/common';
import {
  type JoinGroupRequest,
  JoinGroup,
  type JoinGroupResponse,
} from '@samsa/protocol/apis/join-group';
import {
  type SyncGroupRequest,
  SyncGroup,
  type SyncGroupResponse,
} from '@samsa/protocol/apis/sync-group';
import {
  decodeGroupRecord,
  encodeGroupRecord,
  type GroupRecord,
} from '@samsa/protocol/group-record';

import {
  type CoordinatorOutcome,
  type GroupSettings,
  GroupShard,
  type Instant,
  PARKED,
  type RequestToken,
} from '../src/index.ts';

export const SETTINGS: GroupSettings = {
  initialRebalanceDelayMs: 3_000,
  minSessionTimeoutMs: 6_000,
  maxSessionTimeoutMs: 1_800_000,
  maxGroupSize: 1_000,
  maxOffsetMetadataLength: 4_096,
  offsetsRetentionMs: 7 * 24 * 3_600_000,
  offsetsRetentionCheckIntervalMs: 600_000,
};

export const CONTEXT = { apiVersion: 9, clientId: 'client', clientHost: '/127.0.0.1' };

/** 2026-01-01, so that wall clock and monotonic clock are never mixed up unnoticed. */
const START_MS = Date.UTC(2026, 0, 1);

export class TestShard {
  shard: GroupShard;
  settings: GroupSettings;
  nowMs = START_MS;
  monotonicMs = 1_000;
  /** What the log refuses everything with; NONE: it accepts. */
  logProblem: ErrorCode = ErrorCode.NONE;
  readonly log: GroupRecord[] = [];
  readonly answers = new Map<RequestToken, unknown>();
  readonly events: string[] = [];
  onRecord: (record: GroupRecord) => void = () => {};
  onAnswer: (token: RequestToken, response: unknown) => void = () => {};
  #lastToken = 0;
  #drawn = 0;

  constructor(settings: Partial<GroupSettings> = {}) {
    this.settings = { ...SETTINGS, ...settings };
    this.shard = new GroupShard(this.settings);
    this.#settle(this.shard.loaded(this.now()), undefined);
  }

  now(): Instant {
    return { nowMs: this.nowMs, monotonicMs: this.monotonicMs };
  }

  /** A fail-over: the next coordinator has the log and nothing else. */
  reload(settings: Partial<GroupSettings> = {}): void {
    this.settings = { ...this.settings, ...settings };
    this.shard = new GroupShard(this.settings);
    for (const record of this.log) this.shard.replay(record);
    this.answers.clear();
    this.#settle(this.shard.loaded(this.now()), undefined);
  }

  /** Lets time pass; whatever is due on the way happens at its time. */
  advance(ms: number): void {
    const end = this.monotonicMs + ms;
    for (;;) {
      const due = this.shard.nextDeadlineMs();
      if (due > end) break;
      this.#moveTo(Math.max(due, this.monotonicMs));
      const isAccepted = this.#settle(this.shard.expire(this.now()), undefined);
      if (!isAccepted) this.#moveTo(Math.min(end, this.monotonicMs + 500));
      if (!isAccepted && this.monotonicMs === end) break;
    }
    this.#moveTo(end);
  }

  /** Runs a request; the token of it, under which `answers` has the response once there is one. */
  request<Response>(
    decide: (
      shard: GroupShard,
      now: Instant,
      token: RequestToken,
    ) => CoordinatorOutcome<GroupRecord, Response>,
  ): RequestToken {
    const token = ++this.#lastToken;
    this.#settle(decide(this.shard, this.now(), token), token);
    return token;
  }

  /** As `request`, for those that are answered at once. */
  ask<Response>(
    decide: (
      shard: GroupShard,
      now: Instant,
      token: RequestToken,
    ) => CoordinatorOutcome<GroupRecord, Response>,
  ): Response {
    const token = this.request(decide);
    if (!this.answers.has(token)) throw new Error('the request was not answered at once');
    return this.answers.get(token) as Response;
  }

  isAnswered(token: RequestToken): boolean {
    return this.answers.has(token);
  }

  // ---- Requests with everything that a test does not care about ---------------------------------

  startJoin(
    init: Partial<JoinGroupRequest> & { readonly groupId: string },
    apiVersion = 9,
    clientId = 'client',
  ): RequestToken {
    const request = JoinGroup.request.create({
      sessionTimeoutMs: 10_000,
      rebalanceTimeoutMs: 60_000,
      protocolType: 'consumer',
      protocols: [protocol('range')],
      ...init,
    });
    const context = { ...CONTEXT, apiVersion, clientId, uuid: this.#uuid() };
    return this.request((shard, now, token) => shard.joinGroup(request, context, now, token));
  }

  join(
    init: Partial<JoinGroupRequest> & { readonly groupId: string },
    apiVersion = 9,
  ): JoinGroupResponse {
    return this.joined(this.startJoin(init, apiVersion));
  }

  joined(token: RequestToken): JoinGroupResponse {
    return this.answerOf(token) as JoinGroupResponse;
  }

  startSync(init: Partial<SyncGroupRequest> & { readonly groupId: string }): RequestToken {
    const request = SyncGroup.request.create(init);
    return this.request((shard, now, token) => shard.syncGroup(request, now, token));
  }

  sync(init: Partial<SyncGroupRequest> & { readonly groupId: string }): SyncGroupResponse {
    return this.synced(this.startSync(init));
  }

  synced(token: RequestToken): SyncGroupResponse {
    return this.answerOf(token) as SyncGroupResponse;
  }

  answerOf(token: RequestToken): { readonly errorCode: number } {
    if (!this.answers.has(token)) throw new Error('the request still waits');
    return this.answers.get(token) as { readonly errorCode: number };
  }

  heartbeat(
    groupId: string,
    memberId: string,
    generationId: number,
    groupInstanceId: string | null = null,
  ): ErrorCode {
    return this.ask((shard, now) =>
      shard.heartbeat({ groupId, memberId, generationId, groupInstanceId }, now),
    ).errorCode as ErrorCode;
  }

  /** Joins a member alone in its group and makes it stable; returns its id and generation. */
  stableMember(
    groupId: string,
    init: Partial<JoinGroupRequest> = {},
  ): { memberId: string; generationId: number } {
    let token = this.startJoin({ groupId, ...init });
    if (this.isAnswered(token) && this.joined(token).errorCode === ErrorCode.MEMBER_ID_REQUIRED) {
      token = this.startJoin({ groupId, ...init, memberId: this.joined(token).memberId });
    }
    this.advance(this.settings.initialRebalanceDelayMs);
    const { memberId, generationId } = this.joined(token);
    const assignment = Uint8Array.of(1);
    this.sync({
      groupId,
      memberId,
      generationId,
      groupInstanceId: init.groupInstanceId ?? null,
      assignments: [{ memberId, assignment }],
    });
    return { memberId, generationId };
  }

  commit(
    groupId: string,
    offsets: Readonly<Record<string, number>>,
    init: {
      memberId?: string;
      generation?: number;
      instanceId?: string;
      metadata?: string;
      retentionTimeMs?: number;
    } = {},
    apiVersion = 9,
  ): readonly ErrorCode[] | ErrorCode {
    const result = this.ask((shard, now) =>
      shard.commitOffsets(
        {
          groupId,
          memberId: init.memberId ?? '',
          generationIdOrMemberEpoch: init.generation ?? -1,
          groupInstanceId: init.instanceId ?? null,
          retentionTimeMs: init.retentionTimeMs ?? -1,
          topics: Object.entries(offsets).map(([place, committedOffset]) => ({
            name: place.slice(0, place.lastIndexOf('-')),
            topicId: TOPIC_ID,
            partitions: [
              {
                partitionIndex: Number(place.slice(place.lastIndexOf('-') + 1)),
                committedOffset,
                committedLeaderEpoch: 7,
                committedMetadata: init.metadata ?? null,
              },
            ],
          })),
        },
        { ...CONTEXT, apiVersion },
        now,
      ),
    );
    return 'partitionErrors' in result ? result.partitionErrors.flat() : result.errorCode;
  }

  /** Everything that the group has committed, as `topic-partition: offset`. */
  offsets(groupId: string): Record<string, number> {
    const all: Record<string, number> = {};
    for (const { name, partitions } of this.ask((shard) => shard.fetchOffsets(groupId, null))) {
      for (const { partitionIndex, committed } of partitions) {
        if (committed !== undefined) all[`${name}-${partitionIndex}`] = committed.offset;
      }
    }
    return all;
  }

  state(groupId: string): string {
    return this.ask((shard) => shard.describeGroup(groupId, CONTEXT)).groupState;
  }

  #moveTo(monotonicMs: number): void {
    this.nowMs += monotonicMs - this.monotonicMs;
    this.monotonicMs = monotonicMs;
  }

  #uuid(): string {
    return `00000000-0000-4000-8000-${String(++this.#drawn).padStart(12, '0')}`;
  }

  #settle(
    outcome: CoordinatorOutcome<GroupRecord, unknown>,
    token: RequestToken | undefined,
  ): boolean {
    if (outcome.records.length > 0) {
      if (this.logProblem !== ErrorCode.NONE) {
        const instead = outcome.refused?.(this.logProblem);
        if (instead !== undefined) this.#settle(instead, token);
        else if (token !== undefined) this.#answer(token, { refused: this.logProblem });
        return false;
      }
      for (const record of outcome.records) this.#append(record);
      outcome.accepted?.();
    }
    for (const { event } of outcome.events) this.events.push(event);
    if (token !== undefined && outcome.response !== PARKED) this.#answer(token, outcome.response);
    for (const completion of outcome.completions) {
      this.#answer(completion.token, completion.response);
    }
    return true;
  }

  #append(record: GroupRecord): void {
    const { key, value } = encodeGroupRecord(record);
    const read = decodeGroupRecord(key, value);
    if (read === undefined) throw new Error('a record of our own is known');
    this.log.push(read);
    this.onRecord(read);
    // As the runtime does it: what was decided is replayed, and only a load replays what was read.
    this.shard.replay(record);
  }

  #answer(token: RequestToken, response: unknown): void {
    if (this.answers.has(token)) throw new Error(`request ${token} was answered twice`);
    this.answers.set(token, response);
    this.onAnswer(token, response);
  }
}

export const TOPIC_ID = 'AmB6Fj0_TzW9zXf-eaKQnA';

/** A consumer's protocol with a subscription to these topics. */
export function protocol(name: string, topics: readonly string[] = ['t']) {
  return { name, metadata: subscription(topics) };
}

export function subscription(topics: readonly string[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from([0, 0]), int32(topics.length)];
  for (const topic of topics) {
    parts.push(Buffer.from([0, topic.length]), Buffer.from(topic));
  }
  parts.push(int32(-1));
  return new Uint8Array(Buffer.concat(parts));
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}
