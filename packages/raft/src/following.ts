// Following: fetching from the leader, cutting what it does not have, taking its snapshots; and how an
// observer finds a leader at all (KIP-595, KIP-630).

import { assert, ErrorCode } from '@samsa/common';

import { type Destination } from './action.ts';
import {
  type FetchRequest,
  type FetchResponse,
  type FetchSnapshotResponse,
  type RaftRequest,
} from './messages.ts';
import { type ReplicaCore } from './replica-core.ts';
import { type OffsetAndEpoch, truncationOffset } from './replicated-log.ts';
import { type Follower, type Unattached } from './role.ts';

export function pollFollower(core: ReplicaCore, role: Follower, nowMs: number): void {
  core.raiseHighWatermark(Math.min(role.leaderHighWatermark, core.log.endOffset));
  if (core.installing !== undefined) return;
  if (nowMs >= role.fetchDeadlineMs) {
    if (core.isElectable) core.becomeProspective(0, nowMs);
    else core.becomeUnattached(core.epoch, nowMs, core.state.leaderId);
    return;
  }
  if (hasLogAction(core)) return;
  // A voter's fetch offset counts as a copy, so what is below it has to be synced.
  const mustSync = core.isElectable || core.mayBecomeVoter;
  if (mustSync && core.syncedEndOffset < core.log.endOffset) {
    if (core.syncAskedEndOffset >= core.log.endOffset) return;
    core.syncAskedEndOffset = core.log.endOffset;
    core.actions.push({ kind: 'sync' });
    return;
  }
  if (!core.requests.canSend(role.leaderId, nowMs)) return;
  const request: RaftRequest =
    role.snapshot === undefined
      ? fetchRequest(core)
      : {
          kind: 'fetch-snapshot',
          replica: core.local,
          epoch: core.epoch,
          snapshotId: role.snapshot.id,
          position: role.snapshot.position,
        };
  core.send({ id: role.leaderId, ...role.leaderEndpoint }, request, nowMs);
}

export function pollUnattached(core: ReplicaCore, role: Unattached, nowMs: number): void {
  if (core.installing !== undefined) return;
  if (core.isElectable) {
    if (nowMs >= role.electionDeadlineMs) core.becomeProspective(0, nowMs);
    return;
  }
  const targets = serversToAsk(core);
  const isAsking = targets.some((target) => core.requests.isOpen(target.id));
  if (isAsking || targets.length === 0) return;
  for (let i = 0; i < targets.length; i++) {
    const target = targets[core.askNext++ % targets.length] as Destination;
    if (!core.requests.canSend(target.id, nowMs)) continue;
    core.send(target, fetchRequest(core), nowMs);
    return;
  }
}

/** Whom an observer without a leader asks: any voter it knows of, and the bootstrap servers. */
function serversToAsk(core: ReplicaCore): Destination[] {
  const targets: Destination[] = core.bootstrapServers.map((server, i) => ({
    id: -2 - i,
    host: server.host,
    port: server.port,
  }));
  for (const voter of core.voters.voters) {
    const endpoint = voter.endpoints[0];
    if (endpoint === undefined || voter.id === core.local.id) continue;
    targets.push({ id: voter.id, host: endpoint.host, port: endpoint.port });
  }
  return targets;
}

/** The log does not show yet what was decided about it. */
function hasLogAction(core: ReplicaCore): boolean {
  return core.actions.some(
    (action) =>
      action.kind === 'append' || action.kind === 'truncate' || action.kind === 'append-control',
  );
}

function fetchRequest(core: ReplicaCore): FetchRequest {
  return {
    kind: 'fetch',
    replica: core.local,
    epoch: core.epoch,
    fetchOffset: core.log.endOffset,
    lastFetchedEpoch: core.log.lastEpoch,
    highWatermark: core.highWatermark,
    maxWaitMs: core.timing.fetchMaxWaitMs,
  };
}

export function onFetchResponse(
  core: ReplicaCore,
  role: Follower,
  response: FetchResponse,
  nowMs: number,
): void {
  if (response.epoch !== core.epoch) return;
  core.resetFetchTimer(role, nowMs);
  role.hasFetched = true;
  if (response.diverging !== undefined) {
    truncateTo(core, truncationOffset(core.log, response.diverging));
    return;
  }
  if (response.snapshotId !== undefined) {
    beginSnapshot(core, role, response.snapshotId);
    return;
  }
  if (response.records.length > 0) {
    core.actions.push({ kind: 'append', records: response.records });
  }
  role.leaderHighWatermark = Math.max(role.leaderHighWatermark, response.highWatermark);
}

export function truncateTo(core: ReplicaCore, endOffset: number): void {
  assert(
    endOffset >= core.highWatermark,
    `no truncation to ${endOffset} below the high watermark ${core.highWatermark} (R9)`,
  );
  assert(endOffset >= core.log.startOffset, 'no truncation below the start of the log (R8)');
  core.syncedEndOffset = Math.min(core.syncedEndOffset, endOffset);
  core.syncAskedEndOffset = Math.min(core.syncAskedEndOffset, endOffset);
  core.voterHistory.truncateTo(endOffset);
  core.actions.push({ kind: 'truncate', endOffset });
}

function beginSnapshot(core: ReplicaCore, role: Follower, id: OffsetAndEpoch): void {
  if (role.snapshot?.id.endOffset === id.endOffset && role.snapshot.id.epoch === id.epoch) return;
  // Going back would drop what is committed here.
  assert(id.endOffset >= core.highWatermark, 'a snapshot never ends below the high watermark');
  if (role.snapshot !== undefined) {
    core.actions.push({ kind: 'drop-snapshot', id: role.snapshot.id });
  }
  role.snapshot = { id, position: 0 };
}

export function onFetchSnapshotResponse(
  core: ReplicaCore,
  role: Follower,
  response: FetchSnapshotResponse,
  nowMs: number,
): void {
  const { snapshot } = role;
  if (response.epoch !== core.epoch || snapshot === undefined) return;
  const isOurs =
    response.snapshotId.endOffset === snapshot.id.endOffset &&
    response.snapshotId.epoch === snapshot.id.epoch &&
    response.position === snapshot.position;
  if (!isOurs) return;
  core.resetFetchTimer(role, nowMs);
  const { bytes, position } = response;
  core.actions.push({ kind: 'snapshot-chunk', id: snapshot.id, position, bytes });
  snapshot.position += bytes.length;
  if (snapshot.position >= response.size) {
    core.installing = snapshot.id;
    core.actions.push({ kind: 'install-snapshot', id: snapshot.id });
  } else if (bytes.length === 0) {
    core.requests.pause(role.leaderId, nowMs);
  }
}

/** The leader no longer has that snapshot; the next fetch names a newer one. */
export function giveUpSnapshot(core: ReplicaCore, role: Follower, errorCode: ErrorCode): void {
  const isGone =
    errorCode === ErrorCode.SNAPSHOT_NOT_FOUND || errorCode === ErrorCode.POSITION_OUT_OF_RANGE;
  if (!isGone || role.snapshot === undefined) return;
  core.actions.push({ kind: 'drop-snapshot', id: role.snapshot.id });
  role.snapshot = undefined;
}

export function endInstall(core: ReplicaCore, nowMs: number): void {
  core.installing = undefined;
  const role = core.role;
  if (role.kind !== 'follower') return;
  role.snapshot = undefined;
  core.resetFetchTimer(role, nowMs);
}
