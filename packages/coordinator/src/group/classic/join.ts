// JoinGroup: who may become a member, and when that makes a rebalance.

import { assert, ErrorCode } from '@samsa/common';
import { type JoinGroupRequest, type JoinGroupResponse } from '@samsa/protocol/apis/join-group';

import { type Instant, type Parked, PARKED, type RequestToken } from '../../coordinator-machine.ts';
import { answer, Decision, type GroupOutcome } from '../decision.ts';
import { groupMetadataRecord, newGroupRecord } from '../group-records.ts';
import { NEW_MEMBER_JOIN_TIMEOUT_MS } from '../group-settings.ts';
import { type GroupRequestContext } from '../request-context.ts';
import { type ShardState } from '../shard-state.ts';
import { ClassicGroup } from './classic-group.ts';
import {
  type ClassicMember,
  type MemberIdentity,
  type MemberProtocol,
  type MemberTerms,
} from './classic-member.ts';
import { goOnIfEverybodyJoined, prepareRebalance, rebalance } from './rebalance.ts';
import {
  joinedMembers,
  joinFailure,
  joinSuccess,
  syncFailure,
  UNKNOWN_MEMBER_ID,
} from './responses.ts';
import { extendSession, memberProblem } from './sessions.ts';

export interface JoinContext extends GroupRequestContext {
  /** 8-4-4-4-12, drawn anew for each request: part of the member id if one is handed out. */
  readonly uuid: string;
}

/** From here on a new dynamic member gets its id first and joins with it. Source: KIP-394. */
const FIRST_VERSION_REQUIRING_MEMBER_ID = 4;
/** From here on a leader can be told to leave the assignment as it is. Source: KIP-814. */
const FIRST_VERSION_SKIPPING_ASSIGNMENT = 9;

/** One JoinGroup, with what the rules hand on to each other. */
interface Joining {
  readonly shard: ShardState;
  readonly request: JoinGroupRequest;
  readonly context: JoinContext;
  readonly terms: MemberTerms;
  readonly now: Instant;
  readonly token: RequestToken;
  readonly decision: Decision;
}

type JoinAnswer = JoinGroupResponse | Parked;

export function joinGroup(
  shard: ShardState,
  request: JoinGroupRequest,
  context: JoinContext,
  now: Instant,
  token: RequestToken,
): GroupOutcome<JoinGroupResponse> {
  const { groupId, memberId, sessionTimeoutMs } = request;
  const { minSessionTimeoutMs, maxSessionTimeoutMs } = shard.settings;
  if (sessionTimeoutMs < minSessionTimeoutMs || sessionTimeoutMs > maxSessionTimeoutMs) {
    return answer(joinFailure(ErrorCode.INVALID_SESSION_TIMEOUT, memberId));
  }
  const group = shard.groups.get(groupId);
  if (group !== undefined && !(group instanceof ClassicGroup)) {
    return answer(joinFailure(ErrorCode.INCONSISTENT_GROUP_PROTOCOL, UNKNOWN_MEMBER_ID));
  }
  const joining: Joining = {
    shard,
    request,
    context,
    terms: termsOf(request, context),
    now,
    token,
    decision: new Decision(),
  };
  return joining.decision.outcome(
    group === undefined ? joinNewGroup(joining) : joinExistingGroup(joining, group),
  );
}

function termsOf(request: JoinGroupRequest, context: JoinContext): MemberTerms {
  const protocols = new Map<string, MemberProtocol>();
  for (const { name, metadata } of request.protocols) {
    // The request's bytes are a view of the frame, and the member keeps its metadata.
    if (!protocols.has(name)) protocols.set(name, { name, metadata: metadata.slice() });
  }
  return {
    sessionTimeoutMs: request.sessionTimeoutMs,
    rebalanceTimeoutMs:
      context.apiVersion === 0 ? request.sessionTimeoutMs : request.rebalanceTimeoutMs,
    protocols: [...protocols.values()],
  };
}

function joinNewGroup(joining: Joining): JoinAnswer {
  const { shard, request, terms, now, decision } = joining;
  const { groupId, memberId } = request;
  if (memberId !== UNKNOWN_MEMBER_ID) return joinFailure(ErrorCode.UNKNOWN_MEMBER_ID, memberId);
  if (request.protocolType === '' || terms.protocols.length === 0) {
    return joinFailure(ErrorCode.INCONSISTENT_GROUP_PROTOCOL, memberId);
  }
  // The group is written first, so that no member id is handed out for one that a fail-over forgets.
  decision.records.push(newGroupRecord(groupId, now.nowMs));
  decision.whenAccepted(() => {
    const group = shard.classicGroup(groupId);
    assert(group !== undefined, 'the record made the group');
    admitNewMember(joining, group);
  });
  return isIdRequired(joining)
    ? joinFailure(ErrorCode.MEMBER_ID_REQUIRED, newMemberId(joining))
    : PARKED;
}

function joinExistingGroup(joining: Joining, group: ClassicGroup): JoinAnswer {
  const { shard, request, terms, now, decision } = joining;
  const { memberId } = request;
  if (!hasRoomFor(shard, group, memberId)) {
    group.remove(memberId);
    goOnIfEverybodyJoined(shard, group, decision, now);
    return joinFailure(ErrorCode.GROUP_MAX_SIZE_REACHED, UNKNOWN_MEMBER_ID);
  }
  if (!group.supports(request.protocolType, terms.protocols)) {
    return joinFailure(ErrorCode.INCONSISTENT_GROUP_PROTOCOL, memberId);
  }
  if (memberId !== UNKNOWN_MEMBER_ID) return joinWithMemberId(joining, group);

  const { groupInstanceId } = request;
  const present = groupInstanceId === null ? undefined : group.memberIdOf(groupInstanceId);
  const restarted = present === undefined ? undefined : group.members.get(present);
  if (restarted !== undefined) return joinRestarted(joining, group, restarted);
  admitNewMember(joining, group);
  return isIdRequired(joining)
    ? joinFailure(ErrorCode.MEMBER_ID_REQUIRED, newMemberId(joining))
    : PARKED;
}

/** A group at its limit still takes back those who are in it. */
function hasRoomFor(shard: ShardState, group: ClassicGroup, memberId: string): boolean {
  const { maxGroupSize } = shard.settings;
  const member = group.members.get(memberId);
  if (group.state === 'Empty') {
    return group.pendingCount < maxGroupSize || group.isPending(memberId);
  }
  if (group.state === 'PreparingRebalance') {
    // Counting who has joined, not who is a member, turns away the last to come back where the limit
    // was lowered.
    return member?.joinToken !== undefined || group.joinedCount < maxGroupSize;
  }
  return member !== undefined || group.members.size < maxGroupSize;
}

// ---- Without a member id --------------------------------------------------------------------------

function isIdRequired({ request, context }: Joining): boolean {
  return (
    request.groupInstanceId === null && context.apiVersion >= FIRST_VERSION_REQUIRING_MEMBER_ID
  );
}

function newMemberId({ request, context }: Joining): string {
  return `${request.groupInstanceId ?? context.clientId}-${context.uuid}`;
}

function admitNewMember(joining: Joining, group: ClassicGroup): void {
  const { request, now } = joining;
  if (isIdRequired(joining)) {
    group.addPending(newMemberId(joining), now.monotonicMs + request.sessionTimeoutMs);
  } else {
    addMember(joining, group, newMemberId(joining));
  }
}

function addMember(joining: Joining, group: ClassicGroup, memberId: string): void {
  const { shard, request, terms, now, token, decision } = joining;
  if (group.state === 'PreparingRebalance' && group.isInitialRebalance) group.hasNewMember = true;
  const member = group.add(identityOf(joining, memberId), terms, request.protocolType);
  member.isNew = true;
  group.awaitJoin(member, token);
  shard.deadlines.set(member.session, now.monotonicMs + NEW_MEMBER_JOIN_TIMEOUT_MS);
  rebalance(shard, group, reasonFor(joining, `${memberId} joins`), decision, now);
}

function identityOf({ request, context }: Joining, memberId: string): MemberIdentity {
  return {
    memberId,
    instanceId: request.groupInstanceId,
    clientId: context.clientId,
    clientHost: context.clientHost,
  };
}

// ---- With a member id -----------------------------------------------------------------------------

function joinWithMemberId(joining: Joining, group: ClassicGroup): JoinAnswer {
  const { shard, request, terms, now, token, decision } = joining;
  const { memberId } = request;
  if (group.isPending(memberId) && request.groupInstanceId === null) {
    addMember(joining, group, memberId);
    return PARKED;
  }
  const problem = memberProblem(group, request);
  const member = group.members.get(memberId);
  if (problem !== ErrorCode.NONE || member === undefined) return joinFailure(problem, memberId);

  const isLeader = group.leader === memberId;
  const isUnchanged = member.announces(terms.protocols);
  // It may have missed the answer to its join; nothing is new for the others.
  if (group.state === 'CompletingRebalance' && isUnchanged) {
    return joinSuccess(group, memberId, isLeader ? joinedMembers(group) : []);
  }
  // A leader joins again when the partitions have changed, which its metadata does not show.
  if (group.state === 'Stable' && isUnchanged && !isLeader) {
    return joinSuccess(group, memberId, []);
  }
  group.setTerms(member, terms);
  awaitJoin(group, member, token, decision);
  const change = isUnchanged ? 'rejoins' : 'changes its metadata';
  rebalance(shard, group, reasonFor(joining, `${memberId} ${change}`), decision, now);
  return PARKED;
}

/** A client that asks again has given up its earlier request. */
function awaitJoin(
  group: ClassicGroup,
  member: ClassicMember,
  token: RequestToken,
  decision: Decision,
): void {
  if (member.joinToken !== undefined) {
    decision.complete(
      member.joinToken,
      joinFailure(ErrorCode.REBALANCE_IN_PROGRESS, member.memberId),
    );
  }
  group.awaitJoin(member, token);
}

// ---- Static members that restart ------------------------------------------------------------------

/** Source: KIP-345. A restart within the session makes no rebalance, unless the protocol changes. */
function joinRestarted(joining: Joining, group: ClassicGroup, old: ClassicMember): JoinAnswer {
  const { terms } = joining;
  const keepsProtocol =
    group.state === 'Stable' &&
    group.preferredProtocolWith(old, terms.protocols) === group.protocol;
  return keepsProtocol ? takeOver(joining, group, old) : takeOverAndRebalance(joining, group, old);
}

/** Writes the present generation again, with the new member id in place of the old. */
function takeOver(joining: Joining, group: ClassicGroup, old: ClassicMember): JoinAnswer {
  const { shard, request, context, terms, now, decision } = joining;
  const memberId = newMemberId(joining);
  const subscription = terms.protocols.find(({ name }) => name === group.protocol)?.metadata;
  assert(subscription !== undefined, 'the member supports the protocol that was chosen with it');
  const assignments = new Map(
    Array.from(group.members.values(), (member) => [member.memberId, member.assignment] as const),
  );
  const isLeader = group.leader === old.memberId;
  const present = group.asRecord(assignments);
  const record = {
    ...present,
    leader: isLeader ? memberId : present.leader,
    members: present.members.map((member) =>
      member.memberId === old.memberId
        ? {
            ...member,
            memberId,
            subscription,
            rebalanceTimeout: terms.rebalanceTimeoutMs,
            sessionTimeout: terms.sessionTimeoutMs,
          }
        : member,
    ),
  };
  decision.records.push(groupMetadataRecord(group.groupId, record));
  decision.event('info', 'static group member restarted', {
    group: group.groupId,
    instanceId: request.groupInstanceId,
    memberId,
  });
  decision.whenAccepted(() => {
    const member = group.members.get(memberId);
    assert(member !== undefined, 'the record made the member');
    group.setTerms(member, terms);
    extendSession(shard, member, now);
  });

  const response = joinSuccess(group, memberId, []);
  if (context.apiVersion < FIRST_VERSION_SKIPPING_ASSIGNMENT) {
    // The leader it reads is its own old id: it must not think that it has to assign.
    return response;
  }
  return {
    ...response,
    leader: record.leader ?? '',
    skipAssignment: isLeader,
    members: isLeader
      ? record.members.map((member) => ({
          memberId: member.memberId,
          groupInstanceId: member.groupInstanceId,
          metadata: member.subscription,
        }))
      : [],
  };
}

function takeOverAndRebalance(
  joining: Joining,
  group: ClassicGroup,
  old: ClassicMember,
): JoinAnswer {
  const { shard, terms, now, token, decision } = joining;
  fence(group, old, decision);
  const member = group.replaceStatic(old, newMemberId(joining));
  group.setTerms(member, terms);
  group.awaitJoin(member, token);
  extendSession(shard, member, now);
  const reason = reasonFor(joining, `static member ${String(old.instanceId)} restarted`);
  if (group.state === 'PreparingRebalance') goOnIfEverybodyJoined(shard, group, decision, now);
  else prepareRebalance(shard, group, reason, decision, now);
  return PARKED;
}

/** Requests of the incarnation that is replaced may still wait. */
function fence(group: ClassicGroup, old: ClassicMember, decision: Decision): void {
  const joinToken = group.takeJoin(old);
  if (joinToken !== undefined) {
    decision.complete(joinToken, joinFailure(ErrorCode.FENCED_INSTANCE_ID, old.memberId));
  }
  if (old.syncToken !== undefined) {
    decision.complete(old.syncToken, syncFailure(ErrorCode.FENCED_INSTANCE_ID));
    old.syncToken = undefined;
  }
}

function reasonFor({ request }: Joining, what: string): string {
  return request.reason === null || request.reason === ''
    ? what
    : `${what}; client reason: ${request.reason}`;
}
