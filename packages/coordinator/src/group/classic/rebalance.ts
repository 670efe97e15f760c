// The phases of a rebalance: members are asked to join, join, and get the leader's assignments.
//
// Every phase ends: joining by everybody's arrival or by the rebalance timeout, which removes who did
// not come; the second half by the leader's assignments or by the same timeout, which removes who did
// not ask for theirs.

import { ErrorCode } from '@samsa/common';

import { type Instant } from '../../coordinator-machine.ts';
import { type Decision } from '../decision.ts';
import { groupMetadataRecord } from '../group-records.ts';
import { type ShardState } from '../shard-state.ts';
import { type ClassicGroup } from './classic-group.ts';
import { joinedMembers, joinSuccess, syncFailure, syncSuccess } from './responses.ts';
import { extendSession } from './sessions.ts';

/** Begins a rebalance, or looks whether the one that is being prepared can go on. */
export function rebalance(
  shard: ShardState,
  group: ClassicGroup,
  reason: string,
  decision: Decision,
  now: Instant,
): void {
  if (group.state === 'PreparingRebalance') goOnIfEverybodyJoined(shard, group, decision, now);
  else prepareRebalance(shard, group, reason, decision, now);
}

export function prepareRebalance(
  shard: ShardState,
  group: ClassicGroup,
  reason: string,
  decision: Decision,
  now: Instant,
): void {
  if (group.state === 'CompletingRebalance') {
    answerSyncs(shard, group, ErrorCode.REBALANCE_IN_PROGRESS, decision, now);
  }
  group.endSync();
  group.prepareRebalance(now.nowMs);
  decision.event('info', 'group rebalance', {
    group: group.groupId,
    generation: group.generation,
    reason,
  });
  if (group.isInitialRebalance) {
    const delayMs = shard.settings.initialRebalanceDelayMs;
    group.initialRebalanceRemainingMs = Math.max(group.rebalanceTimeoutMs - delayMs, 0);
    shard.deadlines.set(group.joinDeadline, now.monotonicMs + delayMs);
  } else if (group.hasEverybodyJoined) {
    completeJoin(shard, group, decision, now);
  } else {
    shard.deadlines.set(group.joinDeadline, now.monotonicMs + group.rebalanceTimeoutMs);
  }
}

/** An initial rebalance goes on only when its delay is over, even if everybody seems to be there. */
export function goOnIfEverybodyJoined(
  shard: ShardState,
  group: ClassicGroup,
  decision: Decision,
  now: Instant,
): void {
  if (group.state !== 'PreparingRebalance' || group.isInitialRebalance) return;
  if (group.hasEverybodyJoined) completeJoin(shard, group, decision, now);
}

/** The time to join is over; a first rebalance to which somebody came meanwhile waits once more. */
export function expireJoin(
  shard: ShardState,
  group: ClassicGroup,
  decision: Decision,
  now: Instant,
): void {
  if (group.isInitialRebalance && group.hasNewMember && group.initialRebalanceRemainingMs > 0) {
    group.hasNewMember = false;
    const delayMs = Math.min(
      shard.settings.initialRebalanceDelayMs,
      group.initialRebalanceRemainingMs,
    );
    group.initialRebalanceRemainingMs -= delayMs;
    shard.deadlines.set(group.joinDeadline, now.monotonicMs + delayMs);
    return;
  }
  completeJoin(shard, group, decision, now);
}

/** Ends the joining: those who did not come are out, and the next generation begins. */
export function completeJoin(
  shard: ShardState,
  group: ClassicGroup,
  decision: Decision,
  now: Instant,
): void {
  removeAbsentMembers(group, decision);
  if (group.members.size === 0) {
    // Due at once until the record is in, which clears it: a log that refuses is asked again.
    shard.deadlines.set(group.joinDeadline, now.monotonicMs);
    decision.records.push(groupMetadataRecord(group.groupId, group.asEmptyRecord(now.nowMs)));
    return;
  }
  if (!group.electJoinedLeader()) {
    // Only static members are left, and none of them is back: their sessions decide.
    shard.deadlines.set(group.joinDeadline, now.monotonicMs + group.rebalanceTimeoutMs);
    return;
  }
  shard.deadlines.clear(group.joinDeadline);
  group.beginGeneration(now.nowMs);
  for (const member of group.members.values()) {
    const token = group.takeJoin(member);
    if (token !== undefined) {
      const members = member.memberId === group.leader ? joinedMembers(group) : [];
      decision.complete(token, joinSuccess(group, member.memberId, members));
    }
    member.isNew = false;
    group.awaitSync(member.memberId);
    extendSession(shard, member, now);
  }
  shard.deadlines.set(group.syncDeadline, now.monotonicMs + group.rebalanceTimeoutMs);
  decision.event('info', 'group generation', {
    group: group.groupId,
    generation: group.generation,
    protocol: group.protocol,
    members: group.members.size,
  });
}

function removeAbsentMembers(group: ClassicGroup, decision: Decision): void {
  const absent: string[] = [];
  for (const member of group.members.values()) {
    // A static member may be restarting; only its session removes it. Source: KIP-345.
    if (member.joinToken === undefined && member.instanceId === null) absent.push(member.memberId);
  }
  if (absent.length === 0) return;
  for (const memberId of absent) group.remove(memberId);
  decision.event('info', 'group members did not rejoin', { group: group.groupId, absent });
}

/** The time to ask for the assignment is over. */
export function expireSync(
  shard: ShardState,
  group: ClassicGroup,
  decision: Decision,
  now: Instant,
): void {
  if (group.state !== 'CompletingRebalance' && group.state !== 'Stable') return;
  if (group.pendingSync.size === 0) return;
  const silent = [...group.pendingSync];
  for (const memberId of silent) group.remove(memberId);
  prepareRebalance(shard, group, `no SyncGroup from ${silent.join(', ')}`, decision, now);
}

/** Answers every SyncGroup that waits: with the assignment, or with what went wrong. */
export function answerSyncs(
  shard: ShardState,
  group: ClassicGroup,
  errorCode: ErrorCode,
  decision: Decision,
  now: Instant,
): void {
  for (const member of group.members.values()) {
    if (member.syncToken === undefined) continue;
    decision.complete(
      member.syncToken,
      errorCode === ErrorCode.NONE ? syncSuccess(group, member.assignment) : syncFailure(errorCode),
    );
    member.syncToken = undefined;
    // Its session may have run out unnoticed while the request waited.
    extendSession(shard, member, now);
  }
}
