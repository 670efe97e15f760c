// Campaigning: votes and pre-votes, asked for, granted, counted (KIP-595, KIP-996).

import { ErrorCode } from '@samsa/common';

import { type Election } from './election.ts';
import { type VoteRequest, type VoteResponse } from './messages.ts';
import { type ReplicaCore } from './replica-core.ts';
import { NO_NODE, type ReplicaKey } from './replica-key.ts';
import { isUpToDate } from './replicated-log.ts';
import { type OpenRequest } from './request-table.ts';
import { type Candidate, type Prospective } from './role.ts';
import { electionBackoffMs, randomElectionTimeoutMs } from './timing.ts';
import { canGrantVote } from './vote-decision.ts';

export function onVote(
  core: ReplicaCore,
  token: number,
  request: VoteRequest,
  nowMs: number,
): void {
  if (request.epoch < core.epoch) {
    answerVote(core, token, ErrorCode.FENCED_LEADER_EPOCH, false);
    return;
  }
  if (request.candidate.id < 0 || request.endOffset < 0 || request.lastEpoch < 0) {
    answerVote(core, token, ErrorCode.INVALID_REQUEST, false);
    return;
  }
  if (!request.preVote && request.lastEpoch >= request.epoch) {
    // Its epoch is new, so its log cannot be of it.
    answerVote(core, token, ErrorCode.INVALID_REQUEST, false);
    return;
  }
  if (!core.isMeant(request.voter)) {
    answerVote(core, token, ErrorCode.INVALID_VOTER_KEY, false);
    return;
  }
  if (request.epoch > core.epoch) core.becomeUnattached(request.epoch, nowMs);
  const granted = canGrantVote(
    core.role,
    core.state,
    request.candidate,
    isUpToDate(core.log, request.lastEpoch, request.endOffset),
    request.preVote,
  );
  if (granted && !request.preVote) voteFor(core, request.candidate, nowMs);
  answerVote(core, token, ErrorCode.NONE, granted);
}

function voteFor(core: ReplicaCore, candidate: ReplicaKey, nowMs: number): void {
  if (core.state.voted === undefined) core.setState({ ...core.state, voted: candidate });
  const electionDeadlineMs = nowMs + randomElectionTimeoutMs(core.timing, core.random);
  core.enter({ kind: 'unattached', electionDeadlineMs });
}

function answerVote(
  core: ReplicaCore,
  token: number,
  errorCode: ErrorCode,
  granted: boolean,
): void {
  core.actions.push({
    kind: 'answer',
    token,
    answer: { kind: 'vote', ...core.view(errorCode), granted },
  });
}

export function onVoteResponse(core: ReplicaCore, open: OpenRequest, response: VoteResponse): void {
  const role = core.role;
  if (role.kind !== 'prospective' && role.kind !== 'candidate') return;
  if (response.epoch === core.epoch) role.election.record(open.to, response.granted);
}

export function pollProspective(core: ReplicaCore, role: Prospective, nowMs: number): void {
  if (!core.isElectable) {
    core.becomeUnattached(core.epoch, nowMs, core.state.leaderId);
    return;
  }
  if (role.election.isWon) {
    core.becomeCandidate(role.retries, nowMs);
    return;
  }
  const isOver = nowMs >= role.electionDeadlineMs;
  if (isOver || role.election.isLost) {
    // Others still hear the leader: so shall we.
    const leader = core.state.leaderId;
    const endpoint = leader === core.local.id ? undefined : core.leaderEndpoint;
    if (leader !== NO_NODE && endpoint !== undefined) {
      core.becomeFollower(core.epoch, leader, endpoint, nowMs);
      return;
    }
  }
  if (isOver) {
    core.becomeProspective(role.retries + 1, nowMs);
    return;
  }
  if (role.election.isLost) backOff(core, role, nowMs);
  else askForVotes(core, role.election, true, nowMs);
}

export function pollCandidate(core: ReplicaCore, role: Candidate, nowMs: number): void {
  if (!core.isElectable) {
    core.becomeUnattached(core.epoch, nowMs);
    return;
  }
  if (role.election.isWon) {
    core.becomeLeader(role.election.grantingVoters, nowMs);
    return;
  }
  if (nowMs >= role.electionDeadlineMs) {
    core.becomeProspective(role.retries + 1, nowMs);
    return;
  }
  if (role.election.isLost) backOff(core, role, nowMs);
  else askForVotes(core, role.election, false, nowMs);
}

function backOff(core: ReplicaCore, role: Prospective | Candidate, nowMs: number): void {
  if (role.isBackingOff) return;
  role.isBackingOff = true;
  role.electionDeadlineMs = nowMs + electionBackoffMs(core.timing, role.retries + 1, core.random);
}

function askForVotes(core: ReplicaCore, election: Election, preVote: boolean, nowMs: number): void {
  for (const voter of core.otherVoters()) {
    if (election.hasAnswered(voter.id) || !core.requests.canSend(voter.id, nowMs)) continue;
    core.send(
      voter,
      {
        kind: 'vote',
        voter: core.voters.voter(voter.id) as ReplicaKey,
        candidate: core.local,
        epoch: core.epoch,
        lastEpoch: core.log.lastEpoch,
        endOffset: core.log.endOffset,
        preVote,
      },
      nowMs,
    );
  }
}
