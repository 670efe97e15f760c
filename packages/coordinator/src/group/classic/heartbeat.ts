// Heartbeat: a member says that it lives, and learns when it has to join again.

import { ErrorCode } from '@samsa/common';
import { type HeartbeatRequest, type HeartbeatResponse } from '@samsa/protocol/apis/heartbeat';

import { type Instant } from '../../coordinator-machine.ts';
import { answer, type GroupOutcome } from '../decision.ts';
import { type ShardState } from '../shard-state.ts';
import { extendSession, memberProblem } from './sessions.ts';

export function heartbeat(
  shard: ShardState,
  request: HeartbeatRequest,
  now: Instant,
): GroupOutcome<HeartbeatResponse> {
  return answer({ throttleTimeMs: 0, errorCode: heartbeatResult(shard, request, now) });
}

function heartbeatResult(shard: ShardState, request: HeartbeatRequest, now: Instant): ErrorCode {
  const group = shard.classicGroup(request.groupId);
  if (group === undefined) return ErrorCode.UNKNOWN_MEMBER_ID;
  const problem = memberProblem(group, request);
  const member = group.members.get(request.memberId);
  if (problem !== ErrorCode.NONE || member === undefined) return problem;
  if (request.generationId !== group.generation) return ErrorCode.ILLEGAL_GENERATION;
  extendSession(shard, member, now);
  return group.state === 'PreparingRebalance' ? ErrorCode.REBALANCE_IN_PROGRESS : ErrorCode.NONE;
}
