// Leading: answering fetches, moving the high watermark, staying in touch with a majority, and saying
// goodbye (KIP-595, KIP-835).

import { ErrorCode } from '@samsa/common';

import { type FetchRequest, type FetchSnapshotRequest } from './messages.ts';
import { type ReplicaCore } from './replica-core.ts';
import { type ReplicaKey } from './replica-key.ts';
import { checkFetchPosition } from './replicated-log.ts';
import { type Leader, type Resigned } from './role.ts';
import { beginQuorumIntervalMs, checkQuorumTimeoutMs } from './timing.ts';
import { finishVoterChange, pollVoterChange } from './voter-change-progress.ts';

export function pollLeader(core: ReplicaCore, role: Leader, nowMs: number): void {
  advanceLeaderHighWatermark(core, role, nowMs);
  if (role !== core.role) return;
  const deadMs = role.progress.majorityContactMs(core.voters);
  if (nowMs >= deadMs + checkQuorumTimeoutMs(core.timing)) {
    core.becomeResigned(role, nowMs);
    return;
  }
  pollVoterChange(core, role, nowMs);
  announce(core, role, nowMs);
  for (const [token, waiting] of role.waitingFetches) {
    if (nowMs >= waiting.deadlineMs) answerFetch(core, role, token, waiting.request, true);
  }
}

export function leaderDeadlineMs(core: ReplicaCore, role: Leader): number {
  const voters = core.voters;
  let next = role.progress.majorityContactMs(voters) + checkQuorumTimeoutMs(core.timing);
  for (const waiting of role.waitingFetches.values()) next = Math.min(next, waiting.deadlineMs);
  for (const voter of core.otherVoters()) {
    if (core.requests.isIdle(voter.id)) next = Math.min(next, announceDueMs(core, role, voter.id));
  }
  const change = role.voterChange;
  if (change !== undefined && !change.isAnswered) next = Math.min(next, change.deadlineMs);
  return next;
}

/** Tells voters that do not fetch who leads. */
function announce(core: ReplicaCore, role: Leader, nowMs: number): void {
  for (const voter of core.otherVoters()) {
    if (nowMs < announceDueMs(core, role, voter.id)) continue;
    if (!core.requests.canSend(voter.id, nowMs)) continue;
    role.announcedMs.set(voter.id, nowMs);
    core.send(
      voter,
      {
        kind: 'begin-quorum-epoch',
        voter: core.voters.voter(voter.id) as ReplicaKey,
        leaderId: core.local.id,
        epoch: core.epoch,
        leaderEndpoints: core.endpoints,
      },
      nowMs,
    );
  }
}

function announceDueMs(core: ReplicaCore, role: Leader, voterId: number): number {
  const voter = core.voters.voter(voterId) as ReplicaKey;
  const fetchedMs = role.progress.of(voter)?.lastFetchMs ?? -Infinity;
  const announcedMs = role.announcedMs.get(voterId) ?? -Infinity;
  return Math.max(fetchedMs, announcedMs) + beginQuorumIntervalMs(core.timing);
}

export function onFetch(
  core: ReplicaCore,
  token: number,
  request: FetchRequest,
  nowMs: number,
): void {
  const role = core.role;
  const errorCode = leaderOnlyProblem(core, request.epoch);
  if (role.kind !== 'leader' || errorCode !== ErrorCode.NONE) {
    core.refuseFetch(token, errorCode);
    return;
  }
  if (request.fetchOffset < 0 || request.lastFetchedEpoch < 0) {
    core.refuseFetch(token, ErrorCode.INVALID_REQUEST);
    return;
  }
  const { replica } = request;
  // Without an id it is a reader that takes no part in the quorum.
  if (replica.id >= 0) noteFetch(core, role, request, nowMs);
  if (core.role !== role) {
    // This very fetch committed the removal of this leader.
    core.refuseFetch(token, ErrorCode.NOT_LEADER_OR_FOLLOWER);
    return;
  }
  if (answerFetch(core, role, token, request)) return;
  const waitMs = Math.min(request.maxWaitMs, core.timing.fetchMaxWaitMs);
  if (waitMs <= 0) answerFetch(core, role, token, request, true);
  else role.waitingFetches.set(token, { request, deadlineMs: nowMs + waitMs });
}

function noteFetch(core: ReplicaCore, role: Leader, request: FetchRequest, nowMs: number): void {
  const { fetchOffset, lastFetchedEpoch, replica } = request;
  const voters = core.voters;
  const position = checkFetchPosition(core.log, fetchOffset, lastFetchedEpoch);
  if (position.kind !== 'valid') {
    role.progress.contacted(replica, voters, nowMs);
    return;
  }
  role.progress.fetched(replica, fetchOffset, core.log.endOffset, voters, nowMs);
  advanceLeaderHighWatermark(core, role, nowMs);
}

/** False when there is nothing new to say, unless it must be said. */
function answerFetch(
  core: ReplicaCore,
  role: Leader,
  token: number,
  request: FetchRequest,
  mustAnswer = false,
): boolean {
  const { fetchOffset, lastFetchedEpoch } = request;
  const position = checkFetchPosition(core.log, fetchOffset, lastFetchedEpoch);
  const hasRecords = position.kind === 'valid' && fetchOffset < core.log.endOffset;
  const hasNews =
    hasRecords || position.kind !== 'valid' || core.highWatermark > request.highWatermark;
  if (!hasNews && !mustAnswer) return false;
  role.waitingFetches.delete(token);
  core.actions.push({
    kind: 'answer',
    token,
    answer: {
      kind: 'fetch',
      ...core.view(ErrorCode.NONE),
      highWatermark: core.highWatermark,
      logStartOffset: core.log.startOffset,
      diverging: position.kind === 'diverging' ? position.at : undefined,
      snapshotId: position.kind === 'snapshot' ? position.id : undefined,
      readFrom: hasRecords ? fetchOffset : undefined,
    },
  });
  return true;
}

export function wakeFetches(core: ReplicaCore, role: Leader, nowMs: number): void {
  for (const [token, waiting] of role.waitingFetches) {
    answerFetch(core, role, token, waiting.request, nowMs >= waiting.deadlineMs);
  }
}

export function onFetchSnapshot(
  core: ReplicaCore,
  token: number,
  request: FetchSnapshotRequest,
  nowMs: number,
): void {
  const role = core.role;
  const errorCode = leaderOnlyProblem(core, request.epoch);
  if (role.kind === 'leader' && errorCode === ErrorCode.NONE && request.replica.id >= 0) {
    role.progress.contacted(request.replica, core.voters, nowMs);
  }
  core.actions.push({
    kind: 'answer',
    token,
    answer: {
      kind: 'fetch-snapshot',
      ...core.view(errorCode),
      snapshotId: request.snapshotId,
      position: request.position,
    },
  });
}

function leaderOnlyProblem(core: ReplicaCore, epoch: number): ErrorCode {
  if (epoch < core.epoch) return ErrorCode.FENCED_LEADER_EPOCH;
  if (epoch > core.epoch) return ErrorCode.UNKNOWN_LEADER_EPOCH;
  return core.isLeader ? ErrorCode.NONE : ErrorCode.NOT_LEADER_OR_FOLLOWER;
}

function advanceLeaderHighWatermark(core: ReplicaCore, role: Leader, nowMs: number): void {
  const endOffset = role.progress.majorityEndOffset(core.voters, core.syncedEndOffset);
  // A record of an older epoch on a majority may still be replaced (Raft §5.4.2).
  if (endOffset <= role.epochStartOffset || endOffset <= core.highWatermark) return;
  core.raiseHighWatermark(endOffset);
  wakeFetches(core, role, nowMs);
  finishVoterChange(core, role, nowMs);
}

export function pollResigned(core: ReplicaCore, role: Resigned, nowMs: number): void {
  if (nowMs >= role.electionDeadlineMs) {
    core.becomeUnattached(core.epoch + 1, nowMs);
    return;
  }
  for (const voter of core.otherVoters()) {
    if (!role.unacknowledged.has(voter.id)) continue;
    if (!core.requests.canSend(voter.id, nowMs)) continue;
    core.send(
      voter,
      {
        kind: 'end-quorum-epoch',
        leaderId: core.local.id,
        epoch: core.epoch,
        preferredCandidates: role.preferredCandidates,
      },
      nowMs,
    );
  }
}
