// RaftDriver: runs the consensus machine over a real log, disk and network.
//
// The machine gets one input at a time, and the next one only when everything it wanted is done:
// first the quorum state made durable, then its actions in order. Only syncs of the log, answers of
// peers and the installation of a snapshot run beside; they come back as inputs.

import { assert, type Cancel, type Endpoint, type Platform, unreachable } from '@samsa/common';
import { batchesIn } from '@samsa/protocol';
import { BeginQuorumEpoch } from '@samsa/protocol/apis/begin-quorum-epoch';
import { EndQuorumEpoch } from '@samsa/protocol/apis/end-quorum-epoch';
import { Fetch } from '@samsa/protocol/apis/fetch';
import { FetchSnapshot } from '@samsa/protocol/apis/fetch-snapshot';
import { Vote } from '@samsa/protocol/apis/vote';
import {
  type ControlRecord,
  type Destination,
  NO_NODE,
  type OffsetAndEpoch,
  type QuorumState,
  type RaftAction,
  type RaftAnswer,
  type RaftOptions,
  RaftReplica,
  type RaftRequest,
  type RaftResponse,
  type Ready,
  type VoterChange,
  type VoterChangeResult,
} from '@samsa/raft';

import { controlBatch } from './control-records.ts';
import { type MetadataLog, metadataLogFolder, noteVoters } from './metadata-log.ts';
import { type QuorumChannels } from './quorum-channels.ts';
import { writeQuorumState } from './quorum-state-file.ts';
import { type SnapshotPart } from './snapshot-store.ts';
import { beginRequestOut, beginResponseIn } from './wire/begin-quorum-epoch.ts';
import { endRequestOut, endResponseIn } from './wire/end-quorum-epoch.ts';
import { fetchSnapshotRequestOut, fetchSnapshotResponseIn } from './wire/fetch-snapshot.ts';
import { fetchRequestOut, fetchResponseIn } from './wire/fetch.ts';
import { voteRequestOut, voteResponseIn } from './wire/vote.ts';

export interface RaftDriverOptions {
  readonly platform: Platform;
  readonly log: MetadataLog;
  readonly logDir: string;
  readonly channels: QuorumChannels;
  readonly clusterId: string;
  readonly fetchMaxBytes: number;
  readonly fetchSnapshotMaxBytes: number;
  readonly replica: Omit<RaftOptions, 'log' | 'random'>;
  readonly events: RaftEvents;
}

export interface RaftEvents {
  leaderChanged(leaderId: number, epoch: number): void;
  highWatermarkMoved(offset: number): void;
  /** Batches above an offset are gone, or a snapshot took the place of the log. */
  logCut(): void;
  snapshotInstalled(id: OffsetAndEpoch): void;
  /** The replica cannot go on: its disk failed, or an invariant broke. */
  failed(error: unknown): void;
}

export class RaftDriver {
  readonly replica: RaftReplica;
  readonly #platform: Platform;
  readonly #log: MetadataLog;
  readonly #options: RaftDriverOptions;
  readonly #events: RaftEvents;
  #inputs: (() => void)[] = [];
  #isBusy = false;
  #isStopped = false;
  #isSyncing = false;
  #isSyncAsked = false;
  #isWriteScheduled = false;
  /** The epoch whose LeaderChange record is in the log: from then on records may follow. */
  #writableEpoch = -1;
  #timer: Cancel | undefined;
  #timerMs = Infinity;
  #nextToken = 1;
  readonly #answers = new Map<number, (answer: RaftAnswer) => void>();
  readonly #voterChanges = new Map<number, (result: VoterChangeResult) => void>();
  #receiving: { readonly id: OffsetAndEpoch; readonly part: SnapshotPart } | undefined;

  /** The replica acts from the first moment: an only voter leads as soon as its vote is synced. */
  constructor(options: RaftDriverOptions) {
    const { platform, log } = options;
    this.#platform = platform;
    this.#log = log;
    this.#options = options;
    this.#events = options.events;
    const random = platform.random.fork('raft');
    this.replica = new RaftReplica(
      { ...options.replica, log, random: () => random.float() },
      this.#nowMs(),
    );
    this.input(() => undefined);
  }

  /** True while records of this epoch may be appended. */
  isWritable(epoch: number): boolean {
    return (
      !this.#isStopped &&
      this.#writableEpoch === epoch &&
      this.replica.isLeader &&
      this.replica.epoch === epoch
    );
  }

  // ---- Inputs -----------------------------------------------------------------------------------

  /** Gives the machine an input when its turn comes; at once where nothing is under way. */
  input(run: (nowMs: number) => void): void {
    if (this.#isStopped) return;
    this.#inputs.push(() => run(this.#nowMs()));
    // Errors end in `failed`, and nobody waits for the drain itself.
    if (!this.#isBusy) void this.#drain();
  }

  ask(request: RaftRequest): Promise<RaftAnswer> {
    return new Promise((resolve) => {
      const token = this.#nextToken++;
      this.#answers.set(token, resolve);
      this.input((nowMs) => this.replica.receive(token, request, nowMs));
    });
  }

  changeVoters(change: VoterChange): Promise<VoterChangeResult> {
    return new Promise((resolve) => {
      const token = this.#nextToken++;
      this.#voterChanges.set(token, resolve);
      this.input((nowMs) => this.replica.changeVoters(token, change, nowMs));
    });
  }

  /** The log has staged bytes: they are written at the end of the turn, together. */
  staged(): void {
    if (this.#isWriteScheduled || this.#isStopped) return;
    this.#isWriteScheduled = true;
    this.#platform.timers.endOfTurn(() => {
      this.#isWriteScheduled = false;
      this.input((nowMs) => this.replica.appended(nowMs));
      this.#sync();
    });
  }

  /** Steps down, tells the others, and stops. Resolves when nothing of it runs any more. */
  async stop(timeoutMs: number): Promise<void> {
    if (this.#isStopped) return;
    this.input((nowMs) => this.replica.resign(nowMs));
    const deadlineMs = this.#nowMs() + timeoutMs;
    while (!this.#isResigned() && this.#nowMs() < deadlineMs) await this.#platform.timers.sleep(5);
    this.input((nowMs) => this.replica.stop(nowMs));
    while (this.#isBusy || this.#isSyncing) await this.#platform.timers.sleep(1);
    this.#end();
  }

  #isResigned(): boolean {
    return this.#isStopped || (!this.#isBusy && this.replica.isResignationKnown);
  }

  #end(): void {
    this.#isStopped = true;
    this.#inputs = [];
    this.#timer?.();
    this.#timer = undefined;
  }

  #fail(error: unknown): void {
    if (this.#isStopped) return;
    this.#end();
    this.#events.failed(error);
  }

  // ---- The loop ---------------------------------------------------------------------------------

  async #drain(): Promise<void> {
    this.#isBusy = true;
    try {
      for (let next = this.#inputs.shift(); next !== undefined; next = this.#inputs.shift()) {
        // The machine sees what is written, so what is staged is written first.
        if (!this.#log.writeStaged()) return;
        next();
        let ready = this.replica.takeReady();
        while (ready !== undefined) {
          // No await where there is nothing to wait for: most inputs are done in this very turn.
          const waiting = this.#perform(ready);
          if (waiting !== undefined) await waiting;
          if (this.#isStopped) return;
          this.replica.tick(this.#nowMs());
          ready = this.replica.takeReady();
        }
      }
      this.#schedule();
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#isBusy = false;
    }
  }

  #perform(ready: Ready): Promise<void> | undefined {
    if (ready.quorumState !== undefined) return this.#performAfterVote(ready.quorumState, ready);
    return this.#performFrom(ready.actions, 0);
  }

  async #performAfterVote(state: QuorumState, ready: Ready): Promise<void> {
    const { voters, voterHistory } = this.replica;
    const folder = metadataLogFolder(this.#options.logDir);
    const { kraftVersion } = voterHistory;
    await writeQuorumState(this.#platform.disk, folder, state, kraftVersion, voters.ids);
    await this.#performFrom(ready.actions, 0);
  }

  #performFrom(actions: readonly RaftAction[], from: number): Promise<void> | undefined {
    for (let i = from; i < actions.length; i++) {
      const waiting = this.#do(actions[i] as RaftAction);
      if (waiting !== undefined) return waiting.then(() => this.#performFrom(actions, i + 1));
    }
    return undefined;
  }

  #schedule(): void {
    if (this.#isStopped) return;
    const deadlineMs = this.replica.nextDeadlineMs();
    if (deadlineMs === this.#timerMs && this.#timer !== undefined) return;
    this.#timer?.();
    this.#timer = undefined;
    this.#timerMs = deadlineMs;
    if (deadlineMs === Infinity) return;
    this.#timer = this.#platform.timers.after(Math.max(0, deadlineMs - this.#nowMs()), () => {
      this.#timer = undefined;
      this.input((nowMs) => this.replica.tick(nowMs));
    });
  }

  // ---- Actions ----------------------------------------------------------------------------------

  #do(action: RaftAction): Promise<void> | undefined {
    switch (action.kind) {
      case 'truncate':
        this.#platform.log('info', 'metadata log truncated', { endOffset: action.endOffset });
        this.#platform.mark('raft.truncate');
        this.#events.logCut();
        return this.#log.truncateTo(action.endOffset);
      case 'append':
        this.#append(action.records);
        return undefined;
      case 'sync':
        this.#sync();
        return undefined;
      case 'append-control':
        this.#appendControl(action.epoch, action.baseOffset, action.records);
        return undefined;
      case 'send':
        // The outcome comes back as an input.
        void this.#send(action.requestId, action.to, action.request);
        return undefined;
      case 'answer':
        this.#answers.get(action.token)?.(action.answer);
        this.#answers.delete(action.token);
        return undefined;
      case 'leader-changed':
        this.#leaderChanged(action.leaderId, action.epoch);
        return undefined;
      case 'high-watermark':
        this.#log.setHighWatermark(action.offset);
        this.#events.highWatermarkMoved(action.offset);
        return undefined;
      case 'snapshot-chunk':
        return this.#receiveChunk(action.id, action.position, action.bytes);
      case 'install-snapshot':
        // Its end comes back as an input.
        void this.#install(action.id);
        return undefined;
      case 'drop-snapshot':
        return this.#dropSnapshot();
      case 'voter-change-done':
        this.#voterChanges.get(action.token)?.(action.result);
        this.#voterChanges.delete(action.token);
        return undefined;
      default:
        return unreachable(action);
    }
  }

  #leaderChanged(leaderId: number, epoch: number): void {
    this.#platform.log('info', 'quorum leader changed', {
      leaderId: leaderId === NO_NODE ? 'none' : leaderId,
      epoch,
      role: this.replica.role,
    });
    this.#events.leaderChanged(leaderId, epoch);
  }

  /** A batch whose epoch is above ours, whose sum is wrong, or that leaves a gap is not taken. */
  #append(records: Uint8Array): void {
    const fromOffset = this.#log.endOffset;
    const problem = this.#log.appendAsFollower(records, this.replica.epoch);
    for (const batch of batchesIn(records)) {
      if (batch.nextOffset > this.#log.endOffset) break;
      noteVoters(batch, fromOffset, (offset, record) => {
        if (record.kind === 'voters' || record.kind === 'kraft-version') {
          this.replica.learned(offset, record);
        }
      });
    }
    if (problem === undefined) return;
    this.#platform.log('warn', 'fetched metadata records refused', { offset: fromOffset, problem });
    this.input((nowMs) => this.replica.refused(nowMs));
  }

  #appendControl(epoch: number, baseOffset: number, records: readonly ControlRecord[]): void {
    assert(this.#log.stagedEndOffset === baseOffset, 'control records stand where they were meant');
    const isStart = records.some((record) => record.kind === 'leader-change');
    if (isStart) this.#log.beginEpoch(epoch);
    const timestamp = this.#platform.clock.nowMs();
    const batch = controlBatch(records, { baseOffset, epoch, timestamp });
    this.#log.appendAsLeader(batch, epoch, timestamp);
    this.#log.writeStaged();
    if (isStart) this.#writableEpoch = epoch;
    this.#sync();
    this.input((nowMs) => this.replica.appended(nowMs));
  }

  // ---- Syncs: one at a time; whatever comes meanwhile shares the next one ---------------------------

  #sync(): void {
    this.#isSyncAsked = true;
    if (this.#isSyncing || this.#isStopped) return;
    this.#isSyncing = true;
    // Errors end in `failed`.
    void this.#syncLoop();
  }

  async #syncLoop(): Promise<void> {
    try {
      while (this.#isSyncAsked && !this.#isStopped) {
        this.#isSyncAsked = false;
        await this.#log.flush();
        // Looked up when its turn comes: a truncation may have overtaken the sync.
        this.input((nowMs) => this.replica.logSynced(this.#log.syncedEndOffset, nowMs));
      }
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#isSyncing = false;
    }
  }

  // ---- Requests to others ---------------------------------------------------------------------------

  async #send(requestId: number, to: Destination, request: RaftRequest): Promise<void> {
    let response: RaftResponse | undefined;
    try {
      response = await this.#exchange(to, request);
    } catch (cause) {
      // The machine tries again: to be unreachable is not an error of ours.
      if (this.#platform.logs('debug')) {
        this.#platform.log('debug', 'quorum request failed', {
          to: to.id,
          api: request.kind,
          cause,
        });
      }
    }
    this.input((nowMs) => {
      if (response === undefined) this.replica.failed(requestId, nowMs);
      else this.replica.responded(requestId, response, nowMs);
    });
  }

  async #exchange(to: Endpoint, request: RaftRequest): Promise<RaftResponse | undefined> {
    const { channels, clusterId, fetchMaxBytes, fetchSnapshotMaxBytes } = this.#options;
    switch (request.kind) {
      case 'vote':
        return voteResponseIn(
          await channels.send(to, 'control', Vote, voteRequestOut(request, clusterId)),
        );
      case 'begin-quorum-epoch':
        return beginResponseIn(
          await channels.send(to, 'control', BeginQuorumEpoch, beginRequestOut(request, clusterId)),
        );
      case 'end-quorum-epoch':
        return endResponseIn(
          await channels.send(to, 'control', EndQuorumEpoch, endRequestOut(request, clusterId)),
        );
      case 'fetch':
        return fetchResponseIn(
          await channels.send(
            to,
            'fetch',
            Fetch,
            fetchRequestOut(request, clusterId, fetchMaxBytes),
          ),
        );
      case 'fetch-snapshot':
        return fetchSnapshotResponseIn(
          await channels.send(
            to,
            'fetch',
            FetchSnapshot,
            fetchSnapshotRequestOut(request, clusterId, fetchSnapshotMaxBytes),
          ),
        );
      default:
        return unreachable(request);
    }
  }

  // ---- A snapshot of the leader ---------------------------------------------------------------------

  async #receiveChunk(id: OffsetAndEpoch, position: number, bytes: Uint8Array): Promise<void> {
    if (position === 0) {
      await this.#dropSnapshot();
      this.#receiving = { id, part: await this.#log.snapshots.begin(id) };
    }
    const receiving = this.#receiving;
    assert(receiving?.part.size === position, 'chunks follow each other');
    await receiving.part.append(bytes);
  }

  async #dropSnapshot(): Promise<void> {
    const receiving = this.#receiving;
    this.#receiving = undefined;
    await receiving?.part.drop();
  }

  async #install(id: OffsetAndEpoch): Promise<void> {
    try {
      const receiving = this.#receiving;
      assert(receiving !== undefined, 'what is installed was received');
      this.#receiving = undefined;
      await receiving.part.sync();
      const content = await this.#checked(id);
      this.input((nowMs) => {
        if (content === undefined) {
          this.replica.snapshotFailed(id, nowMs);
          return;
        }
        this.#log.startAt(id);
        this.#events.logCut();
        this.replica.snapshotInstalled(id, content, nowMs);
        this.#platform.log('info', 'metadata snapshot installed', { ...id });
        this.#platform.mark('raft.snapshot.installed');
        this.#events.snapshotInstalled(id);
      });
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Undefined when what the leader sent is no whole snapshot. */
  async #checked(id: OffsetAndEpoch) {
    try {
      return await this.#log.snapshots.completeReceived(id);
    } catch (cause) {
      // Fetched again from its beginning; the rubbish is overwritten then.
      this.#platform.log('warn', 'fetched metadata snapshot refused', { ...id, cause });
      return undefined;
    }
  }

  #nowMs(): number {
    return this.#platform.clock.monotonicMs();
  }
}
