// LeaveGroup: members go, or an administrator sends them away by their instance id.

import { ErrorCode } from '@samsa/common';
import { type LeaveGroupRequest, type LeaveGroupResponse } from '@samsa/protocol/apis/leave-group';

import { type Instant } from '../../coordinator-machine.ts';
import { Decision, type GroupOutcome } from '../decision.ts';
import { type GroupRequestContext } from '../request-context.ts';
import { type ShardState } from '../shard-state.ts';
import { type ClassicGroup } from './classic-group.ts';
import { removeMember } from './removal.ts';
import { goOnIfEverybodyJoined, rebalance } from './rebalance.ts';
import { UNKNOWN_MEMBER_ID } from './responses.ts';
import { type ClaimedMember, memberProblem } from './sessions.ts';

interface Leaver extends ClaimedMember {
  readonly reason: string | null;
}

/** From here on a request names several members, and each has its own result. */
const FIRST_VERSION_WITH_MEMBERS = 3;

export function leaveGroup(
  shard: ShardState,
  request: LeaveGroupRequest,
  context: GroupRequestContext,
  now: Instant,
): GroupOutcome<LeaveGroupResponse> {
  const leavers: readonly Leaver[] =
    context.apiVersion < FIRST_VERSION_WITH_MEMBERS
      ? [{ memberId: request.memberId, groupInstanceId: null, reason: null }]
      : request.members;
  const decision = new Decision();
  const group = shard.classicGroup(request.groupId);
  const results = leavers.map((leaver) =>
    group === undefined ? ErrorCode.UNKNOWN_MEMBER_ID : leave(group, leaver, decision),
  );
  if (group !== undefined && results.includes(ErrorCode.NONE)) {
    if (group.state === 'PreparingRebalance') goOnIfEverybodyJoined(shard, group, decision, now);
    else if (group.state !== 'Empty') {
      rebalance(shard, group, reasonOf(leavers, results), decision, now);
    }
  }
  if (context.apiVersion < FIRST_VERSION_WITH_MEMBERS) {
    return decision.outcome({
      throttleTimeMs: 0,
      errorCode: results[0] ?? ErrorCode.NONE,
      members: [],
    });
  }
  return decision.outcome({
    throttleTimeMs: 0,
    errorCode: ErrorCode.NONE,
    members: leavers.map(({ memberId, groupInstanceId }, i) => ({
      memberId,
      groupInstanceId,
      errorCode: results[i] ?? ErrorCode.NONE,
    })),
  });
}

function leave(group: ClassicGroup, leaver: Leaver, decision: Decision): ErrorCode {
  const { memberId, groupInstanceId } = leaver;
  if (group.isPending(memberId)) {
    group.remove(memberId);
    return ErrorCode.NONE;
  }
  let leavingId = memberId;
  if (memberId === UNKNOWN_MEMBER_ID) {
    // An administrator knows the instance only.
    const current = groupInstanceId === null ? undefined : group.memberIdOf(groupInstanceId);
    if (current === undefined) return ErrorCode.UNKNOWN_MEMBER_ID;
    leavingId = current;
  } else {
    const problem = memberProblem(group, leaver);
    if (problem !== ErrorCode.NONE) return problem;
  }
  const member = group.members.get(leavingId);
  if (member === undefined) return ErrorCode.UNKNOWN_MEMBER_ID;
  removeMember(group, member, decision);
  return ErrorCode.NONE;
}

function reasonOf(leavers: readonly Leaver[], results: readonly ErrorCode[]): string {
  const gone = leavers
    .filter((_, i) => results[i] === ErrorCode.NONE)
    .map(({ memberId, groupInstanceId, reason }) => {
      const who = memberId === UNKNOWN_MEMBER_ID ? String(groupInstanceId) : memberId;
      return reason === null || reason === '' ? who : `${who} (${reason})`;
    });
  return `left: ${gone.join(', ')}`;
}
