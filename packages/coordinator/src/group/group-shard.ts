// GroupShard: the groups and committed offsets of one partition of __consumer_offsets.
//
// A pure machine. Each method decides on one request and answers with an Outcome; `replay` takes
// records in. The rules stand in the files beside this one, a file for each request.

import { type ErrorCode, unreachable } from '@samsa/common';
import { type HeartbeatRequest, type HeartbeatResponse } from '@samsa/protocol/apis/heartbeat';
import { type JoinGroupRequest, type JoinGroupResponse } from '@samsa/protocol/apis/join-group';
import { type LeaveGroupRequest, type LeaveGroupResponse } from '@samsa/protocol/apis/leave-group';
import {
  type OffsetDeleteRequest,
  type OffsetDeleteResponse,
} from '@samsa/protocol/apis/offset-delete';
import { type SyncGroupRequest, type SyncGroupResponse } from '@samsa/protocol/apis/sync-group';
import { type GroupRecord } from '@samsa/protocol/group-record';

import {
  type CoordinatorMachine,
  type Instant,
  type RequestToken,
} from '../coordinator-machine.ts';
import { ClassicGroup } from './classic/classic-group.ts';
import { heartbeat } from './classic/heartbeat.ts';
import { type JoinContext, joinGroup } from './classic/join.ts';
import { leaveGroup } from './classic/leave.ts';
import { expireJoin, expireSync, prepareRebalance } from './classic/rebalance.ts';
import { expireSession } from './classic/removal.ts';
import { extendSession } from './classic/sessions.ts';
import { syncGroup } from './classic/sync.ts';
import { answer, Decision, type GroupOutcome } from './decision.ts';
import { deleteGroup } from './delete-group.ts';
import {
  type DescribedGroup,
  describeGroup,
  type GroupFilter,
  type ListedGroup,
  listGroups,
} from './describe-groups.ts';
import { type Due } from './due.ts';
import { type GroupMetadataRecord, type OffsetCommitRecord } from './group-records.ts';
import { type GroupSettings } from './group-settings.ts';
import { LaterGroup, laterGroupTypeOf } from './later-group.ts';
import {
  commitOffsets,
  type OffsetCommitResult,
  type ResolvedOffsetCommit,
} from './offsets/commit-offsets.ts';
import { deleteOffsets, forgetTopics } from './offsets/delete-offsets.ts';
import { type FetchedTopic, fetchOffsets, type WantedTopic } from './offsets/fetch-offsets.ts';
import { OffsetExpiry } from './offsets/offset-expiry.ts';
import { type GroupRequestContext } from './request-context.ts';
import { type Group, ShardState } from './shard-state.ts';

/** Members whose sessions are started at once after a load. */
const MEMBERS_PER_STEP = 1_000;

export class GroupShard implements CoordinatorMachine<GroupRecord> {
  readonly #state: ShardState;
  readonly #offsetExpiry: OffsetExpiry;
  /** Groups out of the log whose members have no session yet. */
  #loadedGroups: Iterator<Group> | undefined;

  constructor(settings: GroupSettings) {
    this.#state = new ShardState(settings);
    this.#offsetExpiry = new OffsetExpiry(this.#state);
  }

  get groupCount(): number {
    return this.#state.groups.size;
  }

  get offsetCount(): number {
    return this.#state.offsets.count;
  }

  /** Groups of every kind in this state. */
  countGroups(state: Group['state']): number {
    let count = 0;
    for (const group of this.#state.groups.values()) if (group.state === state) count++;
    return count;
  }

  // ---- Requests ---------------------------------------------------------------------------------

  joinGroup(
    request: JoinGroupRequest,
    context: JoinContext,
    now: Instant,
    token: RequestToken,
  ): GroupOutcome<JoinGroupResponse> {
    return joinGroup(this.#state, request, context, now, token);
  }

  syncGroup(
    request: SyncGroupRequest,
    now: Instant,
    token: RequestToken,
  ): GroupOutcome<SyncGroupResponse> {
    return syncGroup(this.#state, request, now, token);
  }

  heartbeat(request: HeartbeatRequest, now: Instant): GroupOutcome<HeartbeatResponse> {
    return heartbeat(this.#state, request, now);
  }

  leaveGroup(
    request: LeaveGroupRequest,
    context: GroupRequestContext,
    now: Instant,
  ): GroupOutcome<LeaveGroupResponse> {
    return leaveGroup(this.#state, request, context, now);
  }

  commitOffsets(
    commit: ResolvedOffsetCommit,
    context: GroupRequestContext,
    now: Instant,
  ): GroupOutcome<OffsetCommitResult> {
    return commitOffsets(this.#state, commit, context, now);
  }

  /** @param wanted  null for everything that the group has committed */
  fetchOffsets(
    groupId: string,
    wanted: readonly WantedTopic[] | null,
  ): GroupOutcome<readonly FetchedTopic[]> {
    return fetchOffsets(this.#state, groupId, wanted);
  }

  deleteOffsets(request: OffsetDeleteRequest): GroupOutcome<OffsetDeleteResponse> {
    return deleteOffsets(this.#state, request);
  }

  describeGroup(groupId: string, context: GroupRequestContext): GroupOutcome<DescribedGroup> {
    return describeGroup(this.#state, groupId, context);
  }

  listGroups(filter: GroupFilter): GroupOutcome<readonly ListedGroup[]> {
    return listGroups(this.#state, filter);
  }

  deleteGroup(groupId: string): GroupOutcome<ErrorCode> {
    return deleteGroup(this.#state, groupId);
  }

  /** These topics were deleted, and so is what was committed for them. */
  forgetTopics(topics: ReadonlySet<string>): GroupOutcome<void> {
    return forgetTopics(this.#state, topics);
  }

  // ---- Time -------------------------------------------------------------------------------------

  loaded(now: Instant): GroupOutcome<void> {
    this.#loadedGroups = this.#state.groups.values();
    this.#offsetExpiry.start(now);
    return this.#startSessions(now);
  }

  nextDeadlineMs(): number {
    return this.#state.deadlines.nextMs();
  }

  expire(now: Instant): GroupOutcome<void> {
    const due = this.#state.deadlines.takeDue(now.monotonicMs);
    return due === undefined ? answer<void>(undefined) : this.#expireOne(due.what, now);
  }

  #expireOne(due: Due, now: Instant): GroupOutcome<void> {
    if (due.kind === 'offset expiry') return this.#offsetExpiry.step(now);
    if (due.kind === 'loaded groups') return this.#startSessions(now);
    const decision = new Decision();
    switch (due.kind) {
      case 'session':
        expireSession(this.#state, due.group, due.memberId, decision, now);
        break;
      case 'join':
        expireJoin(this.#state, due.group, decision, now);
        break;
      case 'sync':
        expireSync(this.#state, due.group, decision, now);
        break;
      default:
        unreachable(due);
    }
    return decision.outcome<void>(undefined);
  }

  /** The sessions of members out of the log begin now: the last heartbeat is not known. */
  #startSessions(now: Instant): GroupOutcome<void> {
    const decision = new Decision();
    const shard = this.#state;
    let started = 0;
    while (started < MEMBERS_PER_STEP) {
      const next = this.#loadedGroups?.next();
      if (next === undefined || next.done === true) {
        this.#loadedGroups = undefined;
        return decision.outcome<void>(undefined);
      }
      const group = next.value;
      started++;
      if (group.type !== 'classic' || group.state !== 'Stable') continue;
      for (const member of group.members.values()) {
        started++;
        if (!member.session.isSet) extendSession(shard, member, now);
      }
      if (group.members.size > shard.settings.maxGroupSize) {
        prepareRebalance(shard, group, 'more members than group.max.size', decision, now);
      }
    }
    shard.deadlines.set(shard.loadedGroups, now.monotonicMs);
    return decision.outcome<void>(undefined);
  }

  // ---- Records ----------------------------------------------------------------------------------

  replay(record: GroupRecord): void {
    switch (record.kind) {
      case 'GroupMetadata':
        this.#replayGroup(record);
        break;
      case 'OffsetCommit':
        this.#replayOffset(record);
        break;
      // Written before Kafka 0.9; its offsets have long expired.
      case 'LegacyOffsetCommit':
        break;
      default:
        this.#replayLaterGroup(record);
    }
  }

  #replayGroup({ key, value }: GroupMetadataRecord): void {
    const { groups, deadlines } = this.#state;
    const present = groups.get(key.group);
    if (value === null) {
      // A group of another kind may have taken the id since.
      if (!(present instanceof ClassicGroup)) return;
      present.drop();
      groups.delete(key.group);
      return;
    }
    let group = present instanceof ClassicGroup ? present : undefined;
    if (group === undefined) {
      group = new ClassicGroup(key.group, deadlines);
      groups.set(key.group, group);
    }
    group.become(value);
  }

  #replayOffset({ key, value }: OffsetCommitRecord): void {
    const { groups, offsets, deadlines } = this.#state;
    if (value === null) {
      offsets.delete(key.group, key.topic, key.partition);
      return;
    }
    // Consumers that assign partitions themselves have no members, only offsets.
    if (!groups.has(key.group)) groups.set(key.group, new ClassicGroup(key.group, deadlines));
    offsets.set(key.group, key.topic, key.partition, {
      offset: value.offset,
      leaderEpoch: value.leaderEpoch,
      metadata: value.metadata,
      commitTimestampMs: value.commitTimestamp,
      expireTimestampMs: value.expireTimestamp,
      topicId: value.topicId,
    });
  }

  #replayLaterGroup(record: Parameters<LaterGroup['replay']>[0]): void {
    const { groups } = this.#state;
    const type = laterGroupTypeOf(record);
    if (type === undefined) return;
    const { groupId } = record.key;
    let group = groups.get(groupId);
    if (!(group instanceof LaterGroup) || group.type !== type) {
      // A tombstone of an earlier life of the id says nothing about the group that has it now.
      if (record.value === null) return;
      if (group instanceof ClassicGroup) group.drop();
      group = new LaterGroup(groupId, type);
      groups.set(groupId, group);
    }
    group.replay(record);
    if (group.isGone) groups.delete(groupId);
  }
}
