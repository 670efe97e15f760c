// RaftReplica: one replica of the metadata log, as a machine without clock, network or disk.
//
// Inputs are messages, failures, synced offsets and time; outputs are data (action.ts). The shell
// repeats: give one input, `takeReady`, do what it says — until it is empty. Kafka's KRaft with
// pre-votes (KIP-595, 630, 835, 853, 996); what always holds is asserted as R1 … R9 where it could break.

import { assert, type Endpoint, ErrorCode, unreachable } from '@samsa/common';

import { type ControlRecord, type Ready } from './action.ts';
import { onVote, onVoteResponse, pollCandidate, pollProspective } from './campaign.ts';
import {
  endInstall,
  giveUpSnapshot,
  onFetchResponse,
  onFetchSnapshotResponse,
  pollFollower,
  pollUnattached,
} from './following.ts';
import { learnView, onBeginQuorumEpoch, onEndQuorumEpoch } from './leader-news.ts';
import {
  leaderDeadlineMs,
  onFetch,
  onFetchSnapshot,
  pollLeader,
  pollResigned,
  wakeFetches,
} from './leading.ts';
import { type RaftRequest, type RaftResponse } from './messages.ts';
import { type QuorumState } from './quorum-state.ts';
import { type RaftOptions } from './raft-options.ts';
import { ReplicaCore } from './replica-core.ts';
import { isSameReplica, type ReplicaKey } from './replica-key.ts';
import { type Progress } from './replica-progress.ts';
import { type OffsetAndEpoch } from './replicated-log.ts';
import { type OpenRequest } from './request-table.ts';
import { type Role } from './role.ts';
import { beginVoterChange } from './voter-change-progress.ts';
import { type VoterChange } from './voter-change.ts';
import { type VoterHistory } from './voter-history.ts';
import { type VoterSet } from './voter-set.ts';

export interface QuorumDescription {
  readonly leaderId: number;
  readonly epoch: number;
  readonly highWatermark: number;
  readonly voters: readonly Progress[];
  readonly observers: readonly Progress[];
}

export class RaftReplica {
  readonly #core: ReplicaCore;
  #isStopped = false;

  /** The log has to be synced up to its end offset. */
  constructor(options: RaftOptions, nowMs: number) {
    this.#core = new ReplicaCore(options, nowMs);
    this.tick(nowMs);
  }

  // ---- What it is -------------------------------------------------------------------------------

  get local(): ReplicaKey {
    return this.#core.local;
  }

  get role(): Role['kind'] {
    return this.#core.role.kind;
  }

  get quorumState(): QuorumState {
    return this.#core.state;
  }

  get epoch(): number {
    return this.#core.epoch;
  }

  get leaderId(): number {
    return this.#core.state.leaderId;
  }

  get leaderEndpoint(): Endpoint | undefined {
    return this.#core.leaderEndpoint;
  }

  get isLeader(): boolean {
    return this.#core.isLeader;
  }

  /** −1 while it is not known. */
  get highWatermark(): number {
    return this.#core.highWatermark;
  }

  get voters(): VoterSet {
    return this.#core.voters;
  }

  get voterHistory(): VoterHistory {
    return this.#core.voterHistory;
  }

  /** The offset of the leader's first record of its epoch; undefined on every other replica. */
  get epochStartOffset(): number | undefined {
    return this.#core.role.kind === 'leader' ? this.#core.role.epochStartOffset : undefined;
  }

  /** True when the resigned leader's word has reached every voter, or it was not a leader. */
  get isResignationKnown(): boolean {
    return this.#core.role.kind !== 'resigned' || this.#core.role.unacknowledged.size === 0;
  }

  /** What DescribeQuorum shows; undefined on every replica but the leader. */
  describe(nowMs: number): QuorumDescription | undefined {
    const role = this.#core.role;
    if (role.kind !== 'leader') return undefined;
    const voters = this.#core.voters;
    return {
      leaderId: this.#core.local.id,
      epoch: this.#core.epoch,
      highWatermark: this.#core.highWatermark,
      voters: voters.voters.map((voter) => {
        if (isSameReplica(voter, this.#core.local)) return this.#ownProgress(voter, nowMs);
        return (
          role.progress.of(voter) ?? {
            key: { id: voter.id, directoryId: voter.directoryId },
            endOffset: -1,
            lastFetchMs: -Infinity,
            lastCaughtUpMs: -Infinity,
            leaderEndOffsetThen: -1,
          }
        );
      }),
      observers: role.progress.observers(voters, nowMs),
    };
  }

  #ownProgress(key: ReplicaKey, nowMs: number): Progress {
    return {
      key: { id: key.id, directoryId: key.directoryId },
      endOffset: this.#core.log.endOffset,
      lastFetchMs: nowMs,
      lastCaughtUpMs: nowMs,
      leaderEndOffsetThen: this.#core.log.endOffset,
    };
  }

  // ---- Inputs -----------------------------------------------------------------------------------

  /** Something to be done next; empty when there is nothing. Taking it hands over the duty. */
  takeReady(): Ready | undefined {
    if (!this.#core.isStateNew && this.#core.actions.length === 0) return undefined;
    const ready = {
      quorumState: this.#core.isStateNew ? this.#core.state : undefined,
      actions: this.#core.actions,
    };
    this.#core.isStateNew = false;
    this.#core.actions = [];
    return ready;
  }

  /** Call at `nextDeadlineMs`, and after the actions of a Ready are done. */
  tick(nowMs: number): void {
    if (this.#isStopped) return;
    this.#core.requests.expire(nowMs);
    // A transition gives the new role its turn at once; each one needs an event, so this ends.
    for (let before: Role | undefined; before !== this.#core.role;) {
      before = this.#core.role;
      this.#poll(nowMs);
    }
    this.#core.requests.forgetPausesBefore(nowMs);
  }

  /** Infinity where nothing is to come. */
  nextDeadlineMs(): number {
    if (this.#isStopped) return Infinity;
    return Math.min(this.#roleDeadlineMs(), this.#core.requests.nextDeadlineMs());
  }

  /** A request of another replica; the answer comes as an action with this token. */
  receive(token: number, request: RaftRequest, nowMs: number): void {
    switch (request.kind) {
      case 'vote':
        onVote(this.#core, token, request, nowMs);
        break;
      case 'begin-quorum-epoch':
        onBeginQuorumEpoch(this.#core, token, request, nowMs);
        break;
      case 'end-quorum-epoch':
        onEndQuorumEpoch(this.#core, token, request, nowMs);
        break;
      case 'fetch':
        onFetch(this.#core, token, request, nowMs);
        break;
      case 'fetch-snapshot':
        onFetchSnapshot(this.#core, token, request, nowMs);
        break;
      default:
        unreachable(request);
    }
    this.tick(nowMs);
  }

  /** The answer to a request that was sent. */
  responded(requestId: number, response: RaftResponse, nowMs: number): void {
    const open = this.#core.requests.answered(requestId);
    if (open === undefined) return;
    this.#onResponse(open, response, nowMs);
    this.tick(nowMs);
  }

  /** A request that was sent got no answer, or none that could be understood. */
  failed(requestId: number, nowMs: number): void {
    const open = this.#core.requests.answered(requestId);
    if (open !== undefined) this.#core.requests.pause(open.to, nowMs);
    this.tick(nowMs);
  }

  /** Records of a leader were not what they must be: ask again after a pause. */
  refused(nowMs: number): void {
    if (this.#core.role.kind === 'follower')
      this.#core.requests.pause(this.#core.role.leaderId, nowMs);
    this.tick(nowMs);
  }

  /** The leader's own records were written, up to the log's end offset. */
  appended(nowMs: number): void {
    if (this.#core.role.kind === 'leader') wakeFetches(this.#core, this.#core.role, nowMs);
    this.tick(nowMs);
  }

  /** Everything below `endOffset` is synced; the shell forgets syncs that a truncation overtook. */
  logSynced(endOffset: number, nowMs: number): void {
    assert(endOffset <= this.#core.log.endOffset, 'only what the log holds can be synced');
    this.#core.syncedEndOffset = Math.max(this.#core.syncedEndOffset, endOffset);
    this.tick(nowMs);
  }

  /** A control record of a leader was appended at this offset. The leader's own are known. */
  learned(offset: number, record: ControlRecord): void {
    if (record.kind === 'voters') this.#core.voterHistory.addVoters(offset, record.voters);
    else if (record.kind === 'kraft-version')
      this.#core.voterHistory.addKRaftVersion(offset, record.version);
  }

  /** The snapshot is durable, and the log begins at its end. */
  snapshotInstalled(
    id: OffsetAndEpoch,
    content: { readonly voters: VoterSet; readonly kraftVersion: number },
    nowMs: number,
  ): void {
    assert(this.#core.log.startOffset === id.endOffset, 'the log begins at its snapshot (R8)');
    assert(this.#core.log.endOffset >= id.endOffset, 'the log reaches its snapshot (R8)');
    this.#core.voterHistory.startAt(id.endOffset, content.voters, content.kraftVersion);
    // The snapshot may end below what the log held before.
    this.#core.syncedEndOffset = this.#core.log.endOffset;
    this.#core.syncAskedEndOffset = this.#core.log.endOffset;
    this.#core.raiseHighWatermark(id.endOffset);
    endInstall(this.#core, nowMs);
    this.tick(nowMs);
  }

  /** The leader's snapshot is gone, or what came is no snapshot: begin anew. */
  snapshotFailed(id: OffsetAndEpoch, nowMs: number): void {
    this.#core.actions.push({ kind: 'drop-snapshot', id });
    endInstall(this.#core, nowMs);
    if (this.#core.role.kind === 'follower')
      this.#core.requests.pause(this.#core.role.leaderId, nowMs);
    this.tick(nowMs);
  }

  /** Steps down: the process stops, or the controller cannot go on. */
  resign(nowMs: number): void {
    const role = this.#core.role;
    if (role.kind === 'leader') this.#core.becomeResigned(role, nowMs);
    this.tick(nowMs);
  }

  /** Nothing more is done; waiting fetches are answered. */
  stop(nowMs: number): void {
    this.resign(nowMs);
    this.#isStopped = true;
    this.#core.actions = this.#core.actions.filter((action) => action.kind !== 'send');
  }

  /** Ends as 'voter-change-done' with this token. */
  changeVoters(token: number, change: VoterChange, nowMs: number): void {
    beginVoterChange(this.#core, token, change, nowMs);
    this.tick(nowMs);
  }

  // ---- Dispatch ---------------------------------------------------------------------------------

  #onResponse(open: OpenRequest, response: RaftResponse, nowMs: number): void {
    if (learnView(this.#core, response, nowMs)) return;
    const role = this.#core.role;
    if (response.errorCode !== ErrorCode.NONE) {
      this.#core.requests.pause(open.to, nowMs);
      if (role.kind === 'follower') giveUpSnapshot(this.#core, role, response.errorCode);
      return;
    }
    switch (response.kind) {
      case 'vote':
        onVoteResponse(this.#core, open, response);
        break;
      case 'begin-quorum-epoch':
        break;
      case 'end-quorum-epoch':
        if (role.kind === 'resigned') role.unacknowledged.delete(open.to);
        break;
      case 'fetch':
        if (role.kind === 'follower') onFetchResponse(this.#core, role, response, nowMs);
        break;
      case 'fetch-snapshot':
        if (role.kind === 'follower') onFetchSnapshotResponse(this.#core, role, response, nowMs);
        break;
      default:
        unreachable(response);
    }
  }

  #poll(nowMs: number): void {
    const role = this.#core.role;
    switch (role.kind) {
      case 'unattached':
        pollUnattached(this.#core, role, nowMs);
        break;
      case 'follower':
        pollFollower(this.#core, role, nowMs);
        break;
      case 'prospective':
        pollProspective(this.#core, role, nowMs);
        break;
      case 'candidate':
        pollCandidate(this.#core, role, nowMs);
        break;
      case 'leader':
        pollLeader(this.#core, role, nowMs);
        break;
      case 'resigned':
        pollResigned(this.#core, role, nowMs);
        break;
      default:
        unreachable(role);
    }
  }

  #roleDeadlineMs(): number {
    const role = this.#core.role;
    switch (role.kind) {
      case 'unattached':
        return this.#core.isElectable && this.#core.installing === undefined
          ? role.electionDeadlineMs
          : Infinity;
      case 'follower':
        return this.#core.installing === undefined ? role.fetchDeadlineMs : Infinity;
      case 'prospective':
      case 'candidate':
      case 'resigned':
        return role.electionDeadlineMs;
      case 'leader':
        return leaderDeadlineMs(this.#core, role);
    }
  }
}
