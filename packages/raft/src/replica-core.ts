// ReplicaCore: the state of one replica and its transitions. The files beside it say when which one
// happens; everything that leaves the machine passes through `actions` and `state`.

import { assert, type Endpoint, ErrorCode } from '@samsa/common';

import {
  type ControlRecord,
  type Destination,
  type RaftAction,
  type VoterChangeResult,
} from './action.ts';
import { Election } from './election.ts';
import { type QuorumView, type RaftRequest } from './messages.ts';
import { assertFollows, NO_QUORUM_STATE, type QuorumState } from './quorum-state.ts';
import { type RaftOptions } from './raft-options.ts';
import { isSameReplica, NO_NODE, type ReplicaKey } from './replica-key.ts';
import { ReplicaProgress } from './replica-progress.ts';
import { type OffsetAndEpoch, type ReplicatedLog } from './replicated-log.ts';
import { RequestTable } from './request-table.ts';
import { type Follower, type Leader, type Resigned, type Role, type Unattached } from './role.ts';
import { type RaftTiming, randomElectionTimeoutMs } from './timing.ts';
import { refusal } from './voter-change.ts';
import { type VoterHistory } from './voter-history.ts';
import { type ListenerEndpoint, type VoterSet } from './voter-set.ts';

export class ReplicaCore {
  readonly local: ReplicaKey;
  /** Where the others reach this replica. */
  readonly endpoints: readonly ListenerEndpoint[];
  readonly log: ReplicatedLog;
  readonly voterHistory: VoterHistory;
  readonly mayBecomeVoter: boolean;
  readonly bootstrapServers: readonly Endpoint[];
  readonly timing: RaftTiming;
  readonly random: () => number;
  readonly requests: RequestTable;

  role: Role;
  state: QuorumState;
  /** The state differs from what was last handed out to be made durable. */
  isStateNew = false;
  /** −1 while it is not known. Never falls (R5); nothing below it is ever cut (R9). */
  highWatermark: number;
  /** Everything of the own log below this survives power loss. */
  syncedEndOffset: number;
  /** A sync up to here was asked for and has not failed. */
  syncAskedEndOffset = 0;
  actions: RaftAction[] = [];
  /** The shell replaces the log by this; until it is done nothing is fetched and nobody campaigns. */
  installing: OffsetAndEpoch | undefined;
  /** Which of the servers an observer without leader asks next. */
  askNext = 0;
  #heardOf: { readonly leaderId: number; readonly endpoint: Endpoint | undefined } = {
    leaderId: NO_NODE,
    endpoint: undefined,
  };
  #toldLeader = { leaderId: NO_NODE, epoch: 0 };

  constructor(options: RaftOptions, nowMs: number) {
    this.local = options.local;
    this.endpoints = options.endpoints;
    this.log = options.log;
    this.voterHistory = options.voters;
    this.mayBecomeVoter = options.mayBecomeVoter;
    this.bootstrapServers = options.bootstrapServers;
    this.timing = options.timing;
    this.random = options.random;
    this.requests = new RequestTable(options.timing);
    this.syncedEndOffset = options.log.endOffset;
    this.highWatermark = options.log.latestSnapshot?.endOffset ?? -1;
    this.state = options.quorumState ?? NO_QUORUM_STATE;
    this.role = this.unattached(nowMs);
    this.start(options.log.lastEpoch, nowMs);
  }

  get epoch(): number {
    return this.state.epoch;
  }

  get voters(): VoterSet {
    return this.voterHistory.voters;
  }

  get isLeader(): boolean {
    return this.role.kind === 'leader';
  }

  /**
   * True when it takes part in elections. A replica that is voted out goes on until that is committed:
   * the record may stand in its log alone, and then nobody else can be elected.
   */
  get isElectable(): boolean {
    return this.voterHistory.mayVote(this.local, this.highWatermark);
  }

  get leaderEndpoint(): Endpoint | undefined {
    const { leaderId } = this.state;
    if (this.role.kind === 'follower') return this.role.leaderEndpoint;
    if (leaderId === this.local.id) return this.endpoints[0];
    if (this.#heardOf.leaderId === leaderId) return this.#heardOf.endpoint;
    return this.voters.endpointOf(leaderId);
  }

  /** Where a leader says it is, or others say. Its voter set may be newer than ours. */
  heardOf(leaderId: number, endpoint: Endpoint | undefined): void {
    if (endpoint !== undefined) this.#heardOf = { leaderId, endpoint };
  }

  start(lastEpoch: number, nowMs: number): void {
    if (lastEpoch > this.epoch) {
      // The file is older than the log: this replica has seen that epoch but not what it voted.
      this.setState({ epoch: lastEpoch, leaderId: NO_NODE, voted: undefined });
    }
    const { leaderId } = this.state;
    if (this.voters.isOnlyVoter(this.local)) {
      this.becomeCandidate(0, nowMs);
      return;
    }
    if (leaderId === this.local.id) {
      // It led this epoch and may have lost what it had not synced: it must not lead in it again.
      this.enter(this.resigned([], nowMs));
      return;
    }
    const endpoint = this.voters.endpointOf(leaderId);
    if (endpoint !== undefined) this.becomeFollower(this.epoch, leaderId, endpoint, nowMs);
  }

  becomeUnattached(epoch: number, nowMs: number, leaderId = NO_NODE): void {
    const known = leaderId === NO_NODE && epoch === this.epoch ? this.state.leaderId : leaderId;
    this.setState(this.stateOf(epoch, known));
    this.enter(this.unattached(nowMs));
  }

  unattached(nowMs: number): Unattached {
    // What was left of an earlier election timeout goes on, so that a stream of higher epochs from
    // one candidate that cannot win does not keep everyone else from trying.
    const role = this.role as Role | undefined;
    const left =
      role !== undefined && 'electionDeadlineMs' in role ? role.electionDeadlineMs : -Infinity;
    const electionDeadlineMs =
      left > nowMs ? left : nowMs + randomElectionTimeoutMs(this.timing, this.random);
    return { kind: 'unattached', electionDeadlineMs };
  }

  becomeFollower(epoch: number, leaderId: number, endpoint: Endpoint, nowMs: number): void {
    assert(leaderId !== this.local.id, 'nobody follows itself');
    this.heardOf(leaderId, endpoint);
    this.setState(this.stateOf(epoch, leaderId));
    this.enter({
      kind: 'follower',
      leaderId,
      leaderEndpoint: { host: endpoint.host, port: endpoint.port },
      fetchDeadlineMs: nowMs + this.timing.fetchTimeoutMs,
      hasFetched: false,
      leaderHighWatermark: -1,
      snapshot: undefined,
    });
  }

  becomeProspective(retries: number, nowMs: number): void {
    const election = new Election(this.voters);
    election.record(this.local.id, true);
    this.enter({
      kind: 'prospective',
      election,
      retries,
      electionDeadlineMs: nowMs + randomElectionTimeoutMs(this.timing, this.random),
      isBackingOff: false,
    });
  }

  becomeCandidate(retries: number, nowMs: number): void {
    this.setState({ epoch: this.epoch + 1, leaderId: NO_NODE, voted: this.local });
    const election = new Election(this.voters);
    election.record(this.local.id, true);
    this.enter({
      kind: 'candidate',
      election,
      retries,
      electionDeadlineMs: nowMs + randomElectionTimeoutMs(this.timing, this.random),
      isBackingOff: false,
    });
  }

  becomeLeader(grantingVoterIds: readonly number[], nowMs: number): void {
    assert(this.log.lastEpoch < this.epoch, 'a new leader has no records of its epoch yet (R1)');
    this.setState({ ...this.state, leaderId: this.local.id });
    const voters = this.voters;
    this.enter({
      kind: 'leader',
      epochStartOffset: this.log.endOffset,
      progress: new ReplicaProgress(this.local, nowMs),
      waitingFetches: new Map(),
      announcedMs: new Map(),
      voterChange: undefined,
    });
    const records: ControlRecord[] = [
      { kind: 'leader-change', leaderId: this.local.id, voterIds: voters.ids, grantingVoterIds },
    ];
    if (this.voterHistory.isOnlyInBootstrap) {
      const version = this.voterHistory.kraftVersion;
      records.push({ kind: 'kraft-version', version }, { kind: 'voters', voters });
      this.voterHistory.addKRaftVersion(this.log.endOffset + 1, version);
      this.voterHistory.addVoters(this.log.endOffset + 2, voters);
    }
    this.appendControl(records);
  }

  appendControl(records: readonly ControlRecord[]): void {
    const { epoch } = this;
    const baseOffset = this.log.endOffset;
    this.actions.push({ kind: 'append-control', epoch, baseOffset, records });
  }

  becomeResigned(role: Leader, nowMs: number): void {
    this.enter(this.resigned(role.progress.successors(this.voters), nowMs));
  }

  resigned(preferredCandidates: readonly ReplicaKey[], nowMs: number): Resigned {
    return {
      kind: 'resigned',
      electionDeadlineMs: nowMs + randomElectionTimeoutMs(this.timing, this.random),
      preferredCandidates,
      unacknowledged: new Set(this.otherVoters().map((voter) => voter.id)),
    };
  }

  /** The only place where the role changes: what the old one left open ends here. */
  enter(role: Role): void {
    const before = this.role;
    this.role = role;
    this.requests.clear();
    if (before.kind === 'leader') this.leaveLeader(before);
    if (before.kind === 'follower' && before.snapshot !== undefined) {
      const { id } = before.snapshot;
      if (id !== this.installing) this.actions.push({ kind: 'drop-snapshot', id });
    }
    this.tellLeader();
  }

  leaveLeader(before: Leader): void {
    for (const token of before.waitingFetches.keys()) {
      this.refuseFetch(token, ErrorCode.NOT_LEADER_OR_FOLLOWER);
    }
    const change = before.voterChange;
    if (change !== undefined && !change.isAnswered) {
      this.endVoterChange(
        change.token,
        refusal(ErrorCode.NOT_LEADER_OR_FOLLOWER, 'the leader of the quorum has changed'),
      );
    }
  }

  /** A resigned leader is no leader for anyone who listens here. */
  tellLeader(): void {
    const { epoch } = this;
    const leaderId = this.role.kind === 'resigned' ? NO_NODE : this.state.leaderId;
    if (leaderId === this.#toldLeader.leaderId && epoch === this.#toldLeader.epoch) return;
    this.#toldLeader = { leaderId, epoch };
    // Only the last of several changes in one step matters to anyone.
    this.actions = this.actions.filter((action) => action.kind !== 'leader-changed');
    this.actions.push({ kind: 'leader-changed', leaderId, epoch });
  }

  stateOf(epoch: number, leaderId: number): QuorumState {
    return { epoch, leaderId, voted: epoch === this.epoch ? this.state.voted : undefined };
  }

  setState(state: QuorumState): void {
    assertFollows(this.state, state);
    const isSame =
      state.epoch === this.state.epoch &&
      state.leaderId === this.state.leaderId &&
      state.voted === this.state.voted;
    if (isSame) return;
    this.state = state;
    this.isStateNew = true;
  }

  view(errorCode: ErrorCode): QuorumView {
    const { leaderId } = this.state;
    return {
      errorCode,
      epoch: this.epoch,
      leaderId,
      leaderEndpoint: leaderId === NO_NODE ? undefined : this.leaderEndpoint,
    };
  }

  send(to: Destination, request: RaftRequest, nowMs: number): void {
    const requestId = this.requests.sent(to.id, request, nowMs);
    this.actions.push({ kind: 'send', requestId, to, request });
  }

  otherVoters(): Destination[] {
    const others: Destination[] = [];
    for (const voter of this.voters.voters) {
      const endpoint = voter.endpoints[0];
      if (endpoint === undefined || voter.id === this.local.id) continue;
      others.push({ id: voter.id, host: endpoint.host, port: endpoint.port });
    }
    return others;
  }

  raiseHighWatermark(offset: number): void {
    if (offset <= this.highWatermark) return;
    assert(offset <= this.log.endOffset, 'only what is in the log is committed');
    this.highWatermark = offset;
    this.actions.push({ kind: 'high-watermark', offset });
  }

  refuseFetch(token: number, errorCode: ErrorCode): void {
    this.actions.push({
      kind: 'answer',
      token,
      answer: {
        kind: 'fetch',
        ...this.view(errorCode),
        highWatermark: -1,
        logStartOffset: this.log.startOffset,
        diverging: undefined,
        snapshotId: undefined,
        readFrom: undefined,
      },
    });
  }

  endVoterChange(token: number, result: VoterChangeResult): void {
    this.actions.push({ kind: 'voter-change-done', token, result });
  }

  resetFetchTimer(role: Follower, nowMs: number): void {
    role.fetchDeadlineMs = nowMs + this.timing.fetchTimeoutMs;
  }

  isMeant(voter: ReplicaKey): boolean {
    return voter.id === NO_NODE || isSameReplica(voter, this.local);
  }
}
