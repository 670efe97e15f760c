// Sessions: who a request comes from, and that this member is alive.

import { ErrorCode } from '@samsa/common';

import { type Instant } from '../../coordinator-machine.ts';
import { type ShardState } from '../shard-state.ts';
import { type ClassicGroup } from './classic-group.ts';
import { type ClassicMember } from './classic-member.ts';

/** Says who a request claims to come from. */
export interface ClaimedMember {
  readonly memberId: string;
  readonly groupInstanceId: string | null;
}

/** NONE if it is a member, and the one that its instance id stands for now. Source: KIP-345. */
export function memberProblem(group: ClassicGroup, claim: ClaimedMember): ErrorCode {
  if (claim.groupInstanceId !== null) {
    const current = group.memberIdOf(claim.groupInstanceId);
    if (current === undefined) return ErrorCode.UNKNOWN_MEMBER_ID;
    if (current !== claim.memberId) return ErrorCode.FENCED_INSTANCE_ID;
  }
  return group.members.has(claim.memberId) ? ErrorCode.NONE : ErrorCode.UNKNOWN_MEMBER_ID;
}

/** The member is alive now. */
export function extendSession(shard: ShardState, member: ClassicMember, now: Instant): void {
  shard.deadlines.set(member.session, now.monotonicMs + member.sessionTimeoutMs);
}
