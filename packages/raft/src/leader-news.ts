// News of leaders: who leads in which epoch, as leaders and everyone else tell it (KIP-595).

import { ErrorCode } from '@samsa/common';

import {
  type BeginQuorumEpochRequest,
  type EndQuorumEpochRequest,
  type QuorumView,
} from './messages.ts';
import { type ReplicaCore } from './replica-core.ts';
import { isSameReplica, NO_NODE, type ReplicaKey } from './replica-key.ts';
import { type Follower } from './role.ts';
import { electionBackoffMs } from './timing.ts';

export function onBeginQuorumEpoch(
  core: ReplicaCore,
  token: number,
  request: BeginQuorumEpochRequest,
  nowMs: number,
): void {
  const errorCode = leaderClaimProblem(core, request.leaderId, request.epoch, request.voter);
  if (errorCode === ErrorCode.NONE) {
    const endpoint = request.leaderEndpoints[0] ?? core.voters.endpointOf(request.leaderId);
    const isKnown = core.role.kind === 'follower' && core.epoch === request.epoch;
    if (isKnown) core.resetFetchTimer(core.role as Follower, nowMs);
    else if (endpoint === undefined) core.becomeUnattached(request.epoch, nowMs, request.leaderId);
    else core.becomeFollower(request.epoch, request.leaderId, endpoint, nowMs);
  }
  core.actions.push({
    kind: 'answer',
    token,
    answer: { kind: 'begin-quorum-epoch', ...core.view(errorCode) },
  });
}

export function onEndQuorumEpoch(
  core: ReplicaCore,
  token: number,
  request: EndQuorumEpochRequest,
  nowMs: number,
): void {
  const anyone = { id: NO_NODE, directoryId: core.local.directoryId };
  const errorCode = leaderClaimProblem(core, request.leaderId, request.epoch, anyone);
  if (errorCode === ErrorCode.NONE) {
    if (request.epoch > core.epoch) {
      core.becomeUnattached(request.epoch, nowMs, request.leaderId);
    }
    // The leader says itself that it is gone: nothing speaks against a successor any more.
    if (core.role.kind === 'follower') core.role.hasFetched = false;
    campaignAsSuccessor(core, request.preferredCandidates, nowMs);
  }
  core.actions.push({
    kind: 'answer',
    token,
    answer: { kind: 'end-quorum-epoch', ...core.view(errorCode) },
  });
}

/** The first of the preferred ones campaigns at once, each later one a little later. */
function campaignAsSuccessor(
  core: ReplicaCore,
  preferred: readonly ReplicaKey[],
  nowMs: number,
): void {
  const place = preferred.findIndex((key) => isSameReplica(key, core.local));
  if (place === -1) return;
  const waitMs = place === 0 ? 0 : electionBackoffMs(core.timing, place, core.random);
  const role = core.role;
  if (role.kind === 'follower') role.fetchDeadlineMs = nowMs + waitMs;
  else if (role.kind === 'unattached') {
    core.enter({ kind: 'unattached', electionDeadlineMs: nowMs + waitMs });
  }
}

function leaderClaimProblem(
  core: ReplicaCore,
  leaderId: number,
  epoch: number,
  meant: ReplicaKey,
): ErrorCode {
  if (epoch < core.epoch) return ErrorCode.FENCED_LEADER_EPOCH;
  if (leaderId < 0) return ErrorCode.INVALID_REQUEST;
  if (!core.isMeant(meant)) return ErrorCode.INVALID_VOTER_KEY;
  if (leaderId === core.local.id) return ErrorCode.INVALID_REQUEST;
  const known = epoch === core.epoch ? core.state.leaderId : NO_NODE;
  // A second leader in one epoch is either a bug or a lie; neither is followed (R1).
  if (known !== NO_NODE && known !== leaderId) return ErrorCode.INVALID_REQUEST;
  return ErrorCode.NONE;
}

/** Takes over a newer epoch or a leader that was not known. True when the role changed by it. */
export function learnView(core: ReplicaCore, view: QuorumView, nowMs: number): boolean {
  if (view.epoch < core.epoch) return false;
  const { leaderId } = view;
  core.heardOf(leaderId, view.leaderEndpoint);
  const isNewEpoch = view.epoch > core.epoch;
  if (!isNewEpoch && (leaderId === NO_NODE || core.state.leaderId === leaderId)) {
    return followAgain(core, view, nowMs);
  }
  if (!isNewEpoch && core.state.leaderId !== NO_NODE) return false;
  if (leaderId === core.local.id) return false;
  const endpoint = view.leaderEndpoint ?? core.voters.endpointOf(leaderId);
  if (leaderId === NO_NODE || endpoint === undefined) {
    core.becomeUnattached(view.epoch, nowMs, leaderId);
  } else {
    core.becomeFollower(view.epoch, leaderId, endpoint, nowMs);
  }
  return true;
}

/** A node that lost sight of its leader hears from others that it still leads, and where. */
function followAgain(core: ReplicaCore, view: QuorumView, nowMs: number): boolean {
  const { leaderId } = view;
  if (core.role.kind !== 'unattached' || leaderId === NO_NODE) return false;
  if (leaderId === core.local.id) return false;
  const endpoint = view.leaderEndpoint ?? core.voters.endpointOf(leaderId);
  if (endpoint === undefined) return false;
  core.becomeFollower(view.epoch, leaderId, endpoint, nowMs);
  return true;
}
