// SyncGroup: the leader brings the assignments, and everybody fetches its own.

import { ErrorCode } from '@samsa/common';
import { type SyncGroupRequest, type SyncGroupResponse } from '@samsa/protocol/apis/sync-group';

import { type Instant, PARKED, type RequestToken } from '../../coordinator-machine.ts';
import { answer, Decision, type GroupOutcome } from '../decision.ts';
import { groupMetadataRecord } from '../group-records.ts';
import { type ShardState } from '../shard-state.ts';
import { type ClassicGroup } from './classic-group.ts';
import { answerSyncs, prepareRebalance } from './rebalance.ts';
import { syncFailure, syncSuccess } from './responses.ts';
import { memberProblem } from './sessions.ts';

export function syncGroup(
  shard: ShardState,
  request: SyncGroupRequest,
  now: Instant,
  token: RequestToken,
): GroupOutcome<SyncGroupResponse> {
  const group = shard.classicGroup(request.groupId);
  const member = group?.members.get(request.memberId);
  if (group === undefined) return answer(syncFailure(ErrorCode.UNKNOWN_MEMBER_ID));
  const problem = syncProblem(group, request);
  if (problem !== ErrorCode.NONE || member === undefined) return answer(syncFailure(problem));

  if (group.state === 'PreparingRebalance') {
    return answer(syncFailure(ErrorCode.REBALANCE_IN_PROGRESS));
  }
  group.hasSynced(member.memberId);
  if (group.state === 'Stable') return answer(syncSuccess(group, member.assignment));

  const decision = new Decision();
  // A client that asks again has given up its earlier request.
  if (member.syncToken !== undefined) {
    decision.complete(member.syncToken, syncFailure(ErrorCode.REBALANCE_IN_PROGRESS));
  }
  member.syncToken = token;
  if (group.leader === member.memberId) assign(shard, group, request, decision, now);
  return decision.outcome<SyncGroupResponse>(PARKED);
}

function syncProblem(group: ClassicGroup, request: SyncGroupRequest): ErrorCode {
  const problem = memberProblem(group, request);
  if (problem !== ErrorCode.NONE) return problem;
  if (request.generationId !== group.generation) return ErrorCode.ILLEGAL_GENERATION;
  const isInconsistent =
    differ(request.protocolType, group.protocolType) ||
    differ(request.protocolName, group.protocol);
  return isInconsistent ? ErrorCode.INCONSISTENT_GROUP_PROTOCOL : ErrorCode.NONE;
}

/** Older clients say neither type nor name. */
function differ(asked: string | null, present: string | null): boolean {
  return asked !== null && present !== null && asked !== present;
}

/** Writes the generation with the leader's assignments; everybody who waits learns its own then. */
function assign(
  shard: ShardState,
  group: ClassicGroup,
  request: SyncGroupRequest,
  decision: Decision,
  now: Instant,
): void {
  const assignments = new Map(
    request.assignments.map(({ memberId, assignment }) => [memberId, assignment]),
  );
  decision.records.push(groupMetadataRecord(group.groupId, group.asRecord(assignments)));
  decision.event('info', 'group stable', {
    group: group.groupId,
    generation: group.generation,
    members: group.members.size,
  });
  decision.whenAccepted(() => answerSyncs(shard, group, ErrorCode.NONE, decision, now));
  decision.whenRefused((errorCode) => {
    const instead = new Decision();
    answerSyncs(shard, group, errorCode, instead, now);
    prepareRebalance(shard, group, 'the assignments could not be written', instead, now);
    return instead.outcome<never>(PARKED);
  });
}
