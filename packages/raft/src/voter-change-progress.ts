// The leader's side of a voter change: wait until the new voter has caught up, append the record, and
// answer when it is committed (KIP-853).

import { assert, ErrorCode } from '@samsa/common';

import { type VoterChangeResult } from './action.ts';
import { type ReplicaCore } from './replica-core.ts';
import { type Leader } from './role.ts';
import {
  CAUGHT_UP_WITHIN_MS,
  type PendingVoterChange,
  refusal,
  VOTER_CHANGE_OK,
  type VoterChange,
  voterChangeProblem,
  votersAfter,
} from './voter-change.ts';

/** Ends as 'voter-change-done' with this token. */
export function beginVoterChange(
  core: ReplicaCore,
  token: number,
  change: VoterChange,
  nowMs: number,
): void {
  const { role } = core;
  if (role.kind !== 'leader') {
    core.endVoterChange(
      token,
      refusal(ErrorCode.NOT_LEADER_OR_FOLLOWER, 'not the leader of the quorum'),
    );
    return;
  }
  const result = voterChangeRefusal(core, role, change);
  if (result !== undefined) {
    core.endVoterChange(token, result);
    return;
  }
  role.voterChange = {
    change,
    token,
    deadlineMs: nowMs + change.timeoutMs,
    recordOffset: -1,
    isAnswered: false,
  };
}

function voterChangeRefusal(
  core: ReplicaCore,
  role: Leader,
  change: VoterChange,
): VoterChangeResult | undefined {
  const problem = voterChangeProblem(change, core.voters, core.voterHistory.kraftVersion);
  if (problem !== undefined) return problem;
  if (role.voterChange !== undefined || core.voterHistory.votersOffset >= core.highWatermark) {
    return refusal(ErrorCode.REQUEST_TIMED_OUT, 'another voter change is not committed yet');
  }
  if (core.highWatermark <= role.epochStartOffset) {
    return refusal(ErrorCode.REQUEST_TIMED_OUT, 'the high watermark of the epoch is not known yet');
  }
  return undefined;
}

export function pollVoterChange(core: ReplicaCore, role: Leader, nowMs: number): void {
  const pending = role.voterChange;
  if (pending === undefined) return;
  if (pending.recordOffset === -1 && isReadyToVote(core, role, pending.change, nowMs)) {
    appendVoters(core, pending);
    return;
  }
  if (nowMs < pending.deadlineMs || pending.isAnswered) return;
  core.endVoterChange(
    pending.token,
    refusal(
      ErrorCode.REQUEST_TIMED_OUT,
      pending.recordOffset === -1
        ? 'the new voter has not caught up with the leader'
        : 'the voter change is written but not committed yet',
    ),
  );
  pending.isAnswered = true;
  if (pending.recordOffset === -1) role.voterChange = undefined;
}

function isReadyToVote(
  core: ReplicaCore,
  role: Leader,
  change: VoterChange,
  nowMs: number,
): boolean {
  if (change.kind !== 'add') return true;
  const progress = role.progress.of(change.voter);
  return progress !== undefined && nowMs - progress.lastCaughtUpMs <= CAUGHT_UP_WITHIN_MS;
}

function appendVoters(core: ReplicaCore, pending: PendingVoterChange): void {
  const before = core.voters;
  const after = votersAfter(pending.change, before);
  assert(after.overlaps(before), 'old and new majorities meet (R7)');
  assert(core.voterHistory.votersOffset < core.highWatermark, 'one voter change at a time (R7)');
  pending.recordOffset = core.log.endOffset;
  core.voterHistory.addVoters(core.log.endOffset, after);
  core.appendControl([{ kind: 'voters', voters: after }]);
  if (pending.change.kind === 'add' && !pending.change.ackWhenCommitted) {
    pending.isAnswered = true;
    core.endVoterChange(pending.token, VOTER_CHANGE_OK);
  }
}

export function finishVoterChange(core: ReplicaCore, role: Leader, nowMs: number): void {
  const pending = role.voterChange;
  if (pending === undefined || pending.recordOffset === -1) return;
  if (core.highWatermark <= pending.recordOffset) return;
  role.voterChange = undefined;
  if (!pending.isAnswered) core.endVoterChange(pending.token, VOTER_CHANGE_OK);
  // A leader that removed itself leads until the removal is committed, and not longer.
  if (!core.voters.isVoter(core.local)) core.becomeResigned(role, nowMs);
}
