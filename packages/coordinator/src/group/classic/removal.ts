// Removal: members go, because they say so or because nothing is heard of them.

import { ErrorCode } from '@samsa/common';

import { type Instant } from '../../coordinator-machine.ts';
import { type Decision } from '../decision.ts';
import { type ShardState } from '../shard-state.ts';
import { type ClassicGroup } from './classic-group.ts';
import { type ClassicMember } from './classic-member.ts';
import { completeJoin, prepareRebalance } from './rebalance.ts';
import { joinFailure, syncFailure, UNKNOWN_MEMBER_ID } from './responses.ts';

/** A member has not been heard of within its session timeout. */
export function expireSession(
  shard: ShardState,
  group: ClassicGroup,
  memberId: string,
  decision: Decision,
  now: Instant,
): void {
  if (group.isPending(memberId)) {
    group.remove(memberId);
    decision.event('info', 'pending group member expired', { group: group.groupId, memberId });
    if (group.state === 'PreparingRebalance' && group.hasEverybodyJoined) {
      completeJoin(shard, group, decision, now);
    }
    return;
  }
  const member = group.members.get(memberId);
  // The session of an excused member starts again when its request is answered.
  if (member === undefined || member.isExcusedFromHeartbeats) return;
  decision.event('info', 'group member expired', {
    group: group.groupId,
    memberId,
    sessionTimeoutMs: member.sessionTimeoutMs,
  });
  removeMember(group, member, decision);
  if (group.state === 'Stable' || group.state === 'CompletingRebalance') {
    prepareRebalance(shard, group, `session of ${memberId} expired`, decision, now);
  } else if (group.state === 'PreparingRebalance' && group.hasEverybodyJoined) {
    completeJoin(shard, group, decision, now);
  }
}

/** Removes a member; requests of it that wait are told, so that a client that lives joins anew. */
export function removeMember(group: ClassicGroup, member: ClassicMember, decision: Decision): void {
  const joinToken = group.takeJoin(member);
  if (joinToken !== undefined) {
    decision.complete(joinToken, joinFailure(ErrorCode.UNKNOWN_MEMBER_ID, UNKNOWN_MEMBER_ID));
  }
  if (member.syncToken !== undefined) {
    decision.complete(member.syncToken, syncFailure(ErrorCode.UNKNOWN_MEMBER_ID));
    member.syncToken = undefined;
  }
  group.remove(member.memberId);
}
