// MetadataQuorum: this node's part in the metadata quorum — a replica of the metadata log, the leader of
// it when elected — and the door through which controller and broker of this process use it.

import {
  assert,
  type ConfigValues,
  type Endpoint,
  ErrorCode,
  KafkaError,
  type MetricsRegistry,
  type Platform,
  type Uuid,
} from '@samsa/common';
import { BatchBuilder } from '@samsa/protocol';
import {
  type AddRaftVoterRequest,
  type AddRaftVoterResponse,
} from '@samsa/protocol/apis/add-raft-voter';
import {
  type BeginQuorumEpochRequest,
  BeginQuorumEpochResponse,
} from '@samsa/protocol/apis/begin-quorum-epoch';
import {
  type DescribeQuorumRequest,
  type DescribeQuorumResponse,
} from '@samsa/protocol/apis/describe-quorum';
import {
  type EndQuorumEpochRequest,
  EndQuorumEpochResponse,
} from '@samsa/protocol/apis/end-quorum-epoch';
import { type FetchRequest, FetchResponse } from '@samsa/protocol/apis/fetch';
import {
  type FetchSnapshotRequest,
  FetchSnapshotResponse,
} from '@samsa/protocol/apis/fetch-snapshot';
import {
  type RemoveRaftVoterRequest,
  type RemoveRaftVoterResponse,
} from '@samsa/protocol/apis/remove-raft-voter';
import {
  type UpdateRaftVoterRequest,
  type UpdateRaftVoterResponse,
} from '@samsa/protocol/apis/update-raft-voter';
import { type VoteRequest, VoteResponse } from '@samsa/protocol/apis/vote';
import { encodeMetadataRecord, type MetadataRecord } from '@samsa/protocol/metadata-record';
import {
  type FetchAnswer,
  type FetchSnapshotAnswer,
  type ListenerEndpoint,
  NO_NODE,
  type OffsetAndEpoch,
  type QuorumState,
  type RaftAnswer,
  type RaftRequest,
  type RaftTiming,
  type VoterHistory,
  VoterSet,
} from '@samsa/raft';
import { logConfig, type LogResources } from '@samsa/storage';

import { RecentBatches } from './committed-batch.ts';
import {
  CommittedReader,
  type CommittedSource,
  type LeaderNews,
  type QuorumListener,
} from './committed-reader.ts';
import { initialVoters, MetadataLog, metadataLogFolder } from './metadata-log.ts';
import { QuorumChannels } from './quorum-channels.ts';
import { type quorumConfigs } from './quorum-configs.ts';
import { registerQuorumMetrics } from './quorum-metrics.ts';
import { readQuorumState } from './quorum-state-file.ts';
import { parseBootstrapServers, parseQuorumVoters } from './quorum-voters.ts';
import { RaftDriver } from './raft-driver.ts';
import { snapshotBatches } from './snapshot-file.ts';
import { VoterRequests } from './voter-requests.ts';
import { VoterUpkeep } from './voter-upkeep.ts';
import { beginRequestIn, beginResponseOut } from './wire/begin-quorum-epoch.ts';
import { clusterProblem, onlyPartition } from './wire/common.ts';
import {
  describeOtherPartitions,
  describeQuorumOut,
  describeQuorumRefusal,
} from './wire/describe-quorum.ts';
import { endRequestIn, endResponseOut } from './wire/end-quorum-epoch.ts';
import { fetchSnapshotRequestIn, fetchSnapshotResponseOut } from './wire/fetch-snapshot.ts';
import { fetchRequestIn, fetchResponseOut } from './wire/fetch.ts';
import { voteRequestIn, voteResponseOut } from './wire/vote.ts';

export interface QuorumOptions {
  readonly platform: Platform;
  readonly resources: LogResources;
  readonly config: ConfigValues<typeof quorumConfigs>;
  readonly nodeId: number;
  /** Of the log directory that holds the metadata log. */
  readonly directoryId: Uuid;
  readonly clusterId: string;
  readonly logDir: string;
  /** False on a pure broker, which only follows. */
  readonly isController: boolean;
  /** Where other members reach this node; empty on a pure broker. */
  readonly controllerEndpoints: readonly ListenerEndpoint[];
  /** What the checkpoints of the log directory say about the metadata log; nothing where not given. */
  readonly recoveryPoint?: number;
  readonly isClean?: boolean;
  readonly metrics?: MetricsRegistry;
  /** The quorum has stopped: its disk failed, or an invariant broke. The node has to stop. */
  onFatal(error: unknown): void;
}

/** One batch of a controller; Kafka's KRaft bounds it likewise. */
const MAX_BATCH_BYTES = 8 * 1024 * 1024;

const EMPTY = new Uint8Array();

export class MetadataQuorum {
  readonly nodeId: number;
  readonly directoryId: Uuid;
  readonly #platform: Platform;
  readonly #options: QuorumOptions;
  readonly #log: MetadataLog;
  readonly #voters: VoterHistory;
  readonly #quorumState: QuorumState | undefined;
  readonly #channels: QuorumChannels;
  readonly #recent = new RecentBatches();
  readonly #readers = new Set<CommittedReader>();
  readonly #source: CommittedSource;
  #driver: RaftDriver | undefined;
  #voterRequests: VoterRequests | undefined;
  #voterUpkeep: VoterUpkeep | undefined;
  #leader: LeaderNews = { leaderId: NO_NODE, epoch: 0, afterEndOffset: 0 };
  #highWatermark: number;
  #isSnapshotting = false;
  #isStopped = false;

  private constructor(
    options: QuorumOptions,
    log: MetadataLog,
    voters: VoterHistory,
    quorumState: QuorumState | undefined,
  ) {
    this.#options = options;
    this.#platform = options.platform;
    this.nodeId = options.nodeId;
    this.directoryId = options.directoryId;
    this.#log = log;
    this.#voters = voters;
    this.#quorumState = quorumState;
    this.#highWatermark = log.latestSnapshot?.endOffset ?? -1;
    const requestTimeoutMs = options.config.get('controller.quorum.request.timeout.ms');
    const clientId = `raft-client-${options.nodeId}`;
    this.#channels = new QuorumChannels(options.platform, clientId, requestTimeoutMs);
    const quorum = (): MetadataQuorum => this;
    this.#source = {
      log,
      recent: this.#recent,
      get highWatermark() {
        return quorum().#highWatermark;
      },
      get leader() {
        return quorum().#leader;
      },
    };
  }

  /** Loads log, votes and snapshots. Nothing is sent or written yet. */
  static async open(options: QuorumOptions): Promise<MetadataQuorum> {
    const { config, logDir, platform } = options;
    let opened: MetadataQuorum | undefined;
    const log = await MetadataLog.open({
      platform,
      resources: options.resources,
      logDir,
      config: metadataLogConfig(config),
      recoveryPoint: options.recoveryPoint ?? 0,
      isClean: options.isClean ?? false,
      dirty: () => {
        if (opened !== undefined) opened.#staged();
      },
      onDiskFailure: (error) => {
        if (opened === undefined) options.onFatal(error);
        else opened.#fail(error);
      },
    });
    const staticVoters = new VoterSet(parseQuorumVoters(config.get('controller.quorum.voters')));
    const voters = initialVoters(staticVoters, await log.snapshots.bootstrapContent());
    await log.loadVoters(voters);
    const quorumState = await readQuorumState(platform.disk, metadataLogFolder(logDir));
    opened = new MetadataQuorum(options, log, voters, quorumState);
    return opened;
  }

  /** Takes part. An only voter leads as soon as its vote and its first record are synced. */
  start(): void {
    assert(this.#driver === undefined, 'a quorum is started once');
    const { clusterId, config, logDir } = this.#options;
    const driver = new RaftDriver({
      platform: this.#platform,
      log: this.#log,
      logDir,
      channels: this.#channels,
      clusterId,
      fetchMaxBytes: config.get('controller.quorum.fetch.max.bytes'),
      fetchSnapshotMaxBytes: config.get('controller.quorum.fetch.snapshot.max.bytes'),
      replica: {
        local: { id: this.nodeId, directoryId: this.directoryId },
        endpoints: this.#options.controllerEndpoints,
        voters: this.#voters,
        quorumState: this.#quorumState,
        mayBecomeVoter: this.#options.isController,
        bootstrapServers: parseBootstrapServers(config.get('controller.quorum.bootstrap.servers')),
        timing: timingOf(config),
      },
      events: {
        leaderChanged: (leaderId, epoch) => this.#leaderChanged(leaderId, epoch),
        highWatermarkMoved: (offset) => {
          this.#highWatermark = offset;
          this.#wakeReaders();
        },
        logCut: () => this.#recent.clear(),
        snapshotInstalled: () => this.#wakeReaders(),
        failed: (error) => this.#fail(error),
      },
    });
    this.#driver = driver;
    const { metrics } = this.#options;
    if (metrics !== undefined) {
      const { clock } = this.#platform;
      registerQuorumMetrics(metrics, driver.replica, this.#log, () => clock.monotonicMs());
    }
    const requestTimeoutMs = config.get('controller.quorum.request.timeout.ms');
    this.#voterRequests = new VoterRequests(driver, this.#channels, clusterId, requestTimeoutMs);
    if (!this.#options.isController) return;
    this.#voterUpkeep = new VoterUpkeep({
      platform: this.#platform,
      driver,
      channels: this.#channels,
      clusterId,
      endpoints: this.#options.controllerEndpoints,
      joins: config.get('controller.quorum.auto.join.enable'),
      requestTimeoutMs,
      everyMs: Math.max(1, config.get('controller.quorum.fetch.timeout.ms')),
    });
  }

  /** A leader steps down and tells the others first. What was appended is synced when this resolves. */
  async stop(): Promise<void> {
    if (this.#isStopped) return;
    this.#isStopped = true;
    this.#voterUpkeep?.stop();
    await this.#driver?.stop(this.#options.config.get('controller.quorum.request.timeout.ms'));
    for (const reader of this.#readers) reader.stop();
    this.#channels.close();
    await this.#log.close();
  }

  #staged(): void {
    this.#driver?.staged();
  }

  #fail(error: unknown): void {
    if (this.#isStopped) return;
    this.#isStopped = true;
    this.#voterUpkeep?.stop();
    for (const reader of this.#readers) reader.stop();
    this.#channels.close();
    this.#log.abandon();
    this.#platform.log('error', 'metadata quorum failed', { error });
    this.#options.onFatal(error);
  }

  // ---- State ------------------------------------------------------------------------------------

  get leader(): { readonly leaderId: number; readonly epoch: number } {
    return this.#leader;
  }

  /** Where the leader's controller listener is; undefined while no leader is known. */
  get leaderEndpoint(): Endpoint | undefined {
    return this.#leader.leaderId === NO_NODE ? undefined : this.#driver?.replica.leaderEndpoint;
  }

  /** From the LeaderChange record on; the controller waits for `onLeaderChange`. */
  get isLeader(): boolean {
    return this.#driver?.replica.isLeader ?? false;
  }

  get kraftVersion(): number {
    return this.#voters.kraftVersion;
  }

  get voters(): VoterSet {
    return this.#voters.voters;
  }

  /** Exclusive; −1 while it is not known. */
  get highWatermark(): number {
    return this.#highWatermark;
  }

  /** The next offset that `append` gives out. */
  get endOffset(): number {
    return this.#log.stagedEndOffset;
  }

  /** 0 without a snapshot. */
  get snapshotEndOffset(): number {
    return this.#log.latestSnapshot?.endOffset ?? 0;
  }

  /** For the recovery point checkpoint of the log directory. */
  get recoveryPoint(): number {
    return this.#log.recoveryPoint;
  }

  // ---- The leader's writes ------------------------------------------------------------------------

  /**
   * Appends one atomic batch and returns its last offset. All batches of a turn are written together,
   * and all that wait for the disk share a sync; `onCommitted` says when a majority has it.
   * Throws KafkaError NOT_CONTROLLER when this node does not lead in `epoch`.
   */
  append(epoch: number, records: readonly MetadataRecord[]): number {
    assert(records.length > 0, 'an append has records');
    if (this.#driver?.isWritable(epoch) !== true || this.#isStopped) {
      throw new KafkaError(ErrorCode.NOT_CONTROLLER, `this node does not lead in epoch ${epoch}`);
    }
    const nowMs = this.#platform.clock.nowMs();
    const builder = new BatchBuilder({ partitionLeaderEpoch: epoch });
    for (const record of records) builder.add(nowMs, null, encodeMetadataRecord(record));
    const batch = builder.build();
    const baseOffset = this.#log.stagedEndOffset;
    const lastOffset = this.#log.appendAsLeader(batch, epoch, nowMs);
    this.#recent.add({
      baseOffset,
      lastOffset,
      epoch,
      appendTimestampMs: nowMs,
      records,
      sizeInBytes: batch.length,
    });
    return lastOffset;
  }

  /** The controller of this node cannot go on in `epoch`: another node shall lead. */
  resign(epoch: number): void {
    this.#driver?.input((nowMs) => {
      if (this.#driver?.replica.epoch === epoch) this.#driver.replica.resign(nowMs);
    });
  }

  // ---- Readers ------------------------------------------------------------------------------------

  /** Begins with the newest snapshot, or at offset 0. The result takes the listener away again. */
  addListener(listener: QuorumListener): () => void {
    const reader = new CommittedReader(this.#platform, this.#source, listener, (error) =>
      this.#fail(error),
    );
    this.#readers.add(reader);
    reader.wake();
    return () => {
      reader.stop();
      this.#readers.delete(reader);
    };
  }

  #wakeReaders(): void {
    for (const reader of this.#readers) reader.wake();
  }

  #leaderChanged(leaderId: number, epoch: number): void {
    const start = leaderId === this.nodeId ? this.#driver?.replica.epochStartOffset : undefined;
    this.#leader = { leaderId, epoch, afterEndOffset: start === undefined ? 0 : start + 1 };
    this.#wakeReaders();
  }

  // ---- Snapshots ----------------------------------------------------------------------------------

  /**
   * Writes a snapshot of everything below `id.endOffset`, in slices, then deletes what is no longer
   * needed. Nothing happens where a newer one exists or another one is being written.
   *
   * @param lastContainedLogTimestamp  append time of the newest record in it, in ms since 1970
   */
  async createSnapshot(
    id: OffsetAndEpoch,
    lastContainedLogTimestamp: number,
    records: Iterable<MetadataRecord>,
  ): Promise<void> {
    if (this.#isSnapshotting || this.#isStopped || id.endOffset <= this.snapshotEndOffset) return;
    assert(id.endOffset <= this.#highWatermark, 'a snapshot holds only what is committed (R8)');
    assert(
      id.epoch === this.#log.epochBefore(id.endOffset),
      'a snapshot has the epoch of its last record (R8)',
    );
    this.#isSnapshotting = true;
    try {
      const content = {
        lastContainedLogTimestamp,
        kraftVersion: this.#voters.kraftVersionBelow(id.endOffset),
        voters: this.#voters.votersBelow(id.endOffset),
      };
      const { clock } = this.#platform;
      const batches = snapshotBatches(content, records, id.epoch, () => clock.nowMs());
      await this.#log.snapshots.write(id, batches);
      this.#platform.log('info', 'metadata snapshot written', { ...id });
      this.#platform.mark('raft.snapshot.written');
      // Pruning moves the start of the log, which the machine reads between inputs.
      this.#driver?.input(() => this.#prune());
    } finally {
      this.#isSnapshotting = false;
    }
  }

  #prune(): void {
    const { config } = this.#options;
    this.#log.prune(
      config.get('metadata.max.retention.bytes'),
      config.get('metadata.max.retention.ms'),
      this.#platform.clock.nowMs(),
    );
  }

  // ---- Requests of the controller listener ----------------------------------------------------------

  async vote(request: VoteRequest): Promise<VoteResponse> {
    const raft = voteRequestIn(request);
    const errorCode = this.#problem(request.clusterId, raft);
    if (raft === undefined || errorCode !== ErrorCode.NONE)
      return VoteResponse.create({ errorCode });
    const answer = await this.#ask(raft);
    assert(answer.kind === 'vote', 'a vote is answered as one');
    return voteResponseOut(answer);
  }

  async beginQuorumEpoch(request: BeginQuorumEpochRequest): Promise<BeginQuorumEpochResponse> {
    const raft = beginRequestIn(request);
    const errorCode = this.#problem(request.clusterId, raft);
    if (raft === undefined || errorCode !== ErrorCode.NONE) {
      return BeginQuorumEpochResponse.create({ errorCode });
    }
    const answer = await this.#ask(raft);
    assert(answer.kind === 'begin-quorum-epoch', 'a request is answered in kind');
    return beginResponseOut(answer);
  }

  async endQuorumEpoch(request: EndQuorumEpochRequest): Promise<EndQuorumEpochResponse> {
    const raft = endRequestIn(request);
    const errorCode = this.#problem(request.clusterId, raft);
    if (raft === undefined || errorCode !== ErrorCode.NONE) {
      return EndQuorumEpochResponse.create({ errorCode });
    }
    const answer = await this.#ask(raft);
    assert(answer.kind === 'end-quorum-epoch', 'a request is answered in kind');
    return endResponseOut(answer);
  }

  /** Waits for new records as long as the request allows, and not longer than 500 ms. */
  async fetch(request: FetchRequest): Promise<FetchResponse> {
    const raft = fetchRequestIn(request);
    const errorCode = this.#problem(request.clusterId, raft);
    if (raft === undefined || errorCode !== ErrorCode.NONE)
      return FetchResponse.create({ errorCode });
    const maxBytes = Math.min(
      request.maxBytes,
      this.#options.config.get('controller.quorum.fetch.max.bytes'),
    );
    const answer = await this.#ask(raft);
    assert(answer.kind === 'fetch', 'a fetch is answered as one');
    return fetchResponseOut(answer, await this.#recordsFor(answer, maxBytes));
  }

  /** What was cut away meanwhile is not sent; the follower asks again. */
  async #recordsFor(answer: FetchAnswer, maxBytes: number): Promise<Uint8Array> {
    if (answer.readFrom === undefined) return EMPTY;
    try {
      return await this.#log.read(answer.readFrom, maxBytes);
    } catch (error) {
      if (error instanceof KafkaError && error.code === ErrorCode.OFFSET_OUT_OF_RANGE) return EMPTY;
      throw error;
    }
  }

  async fetchSnapshot(request: FetchSnapshotRequest): Promise<FetchSnapshotResponse> {
    const raft = fetchSnapshotRequestIn(request);
    let errorCode = this.#problem(request.clusterId, raft);
    if (errorCode === ErrorCode.INVALID_REQUEST) errorCode = ErrorCode.UNKNOWN_TOPIC_OR_PARTITION;
    if (raft === undefined || errorCode !== ErrorCode.NONE) {
      return FetchSnapshotResponse.create({ errorCode });
    }
    const answer = await this.#ask(raft);
    assert(answer.kind === 'fetch-snapshot', 'a snapshot fetch is answered as one');
    if (answer.errorCode !== ErrorCode.NONE) return fetchSnapshotResponseOut(answer, undefined);
    return this.#snapshotChunk(answer, request.maxBytes);
  }

  async #snapshotChunk(
    answer: FetchSnapshotAnswer,
    requestedBytes: number,
  ): Promise<FetchSnapshotResponse> {
    const { position, snapshotId } = answer;
    const stored = this.#log.snapshots.find(snapshotId);
    const refused = (errorCode: ErrorCode): FetchSnapshotResponse =>
      fetchSnapshotResponseOut({ ...answer, errorCode }, undefined);
    if (stored === undefined) return refused(ErrorCode.SNAPSHOT_NOT_FOUND);
    if (position < 0 || position >= stored.sizeInBytes) {
      return refused(ErrorCode.POSITION_OUT_OF_RANGE);
    }
    const maxBytes = Math.min(
      requestedBytes,
      this.#options.config.get('controller.quorum.fetch.snapshot.max.bytes'),
    );
    const chunk = await this.#log.snapshots.readAt(snapshotId, position, maxBytes);
    if (chunk === undefined) return refused(ErrorCode.SNAPSHOT_NOT_FOUND);
    return fetchSnapshotResponseOut(answer, chunk);
  }

  describeQuorum(request: DescribeQuorumRequest): DescribeQuorumResponse {
    const description = this.#driver?.replica.describe(this.#platform.clock.monotonicMs());
    if (onlyPartition(request.topics) === undefined) return describeOtherPartitions(request);
    if (description === undefined) return describeQuorumRefusal(ErrorCode.NOT_LEADER_OR_FOLLOWER);
    return describeQuorumOut(description, this.#voters.voters, this.#platform.clock);
  }

  addRaftVoter(request: AddRaftVoterRequest): Promise<AddRaftVoterResponse> {
    return this.#voterRequestsOf().add(request);
  }

  removeRaftVoter(request: RemoveRaftVoterRequest): Promise<RemoveRaftVoterResponse> {
    return this.#voterRequestsOf().remove(request);
  }

  updateRaftVoter(request: UpdateRaftVoterRequest): Promise<UpdateRaftVoterResponse> {
    return this.#voterRequestsOf().update(request);
  }

  #voterRequestsOf(): VoterRequests {
    if (this.#voterRequests === undefined || this.#isStopped) throw notRunning();
    return this.#voterRequests;
  }

  #problem(clusterId: string | null, raft: RaftRequest | undefined): ErrorCode {
    const problem = clusterProblem(clusterId, this.#options.clusterId);
    if (problem !== ErrorCode.NONE) return problem;
    return raft === undefined ? ErrorCode.INVALID_REQUEST : ErrorCode.NONE;
  }

  #ask(request: RaftRequest): Promise<RaftAnswer> {
    if (this.#driver === undefined || this.#isStopped) throw notRunning();
    return this.#driver.ask(request);
  }
}

function notRunning(): KafkaError {
  return new KafkaError(
    ErrorCode.BROKER_NOT_AVAILABLE,
    'the metadata quorum of this node is not running',
  );
}

function timingOf(config: ConfigValues<typeof quorumConfigs>): RaftTiming {
  return {
    electionTimeoutMs: config.get('controller.quorum.election.timeout.ms'),
    fetchTimeoutMs: config.get('controller.quorum.fetch.timeout.ms'),
    electionBackoffMaxMs: config.get('controller.quorum.election.backoff.max.ms'),
    retryBackoffMs: config.get('controller.quorum.retry.backoff.ms'),
    requestTimeoutMs: config.get('controller.quorum.request.timeout.ms'),
    fetchMaxWaitMs: FETCH_MAX_WAIT_MS,
  };
}

/** As Kafka's raft client waits; not a config there either. */
const FETCH_MAX_WAIT_MS = 500;

/** The log is cut by snapshots alone, never by age or size of its segments. */
function metadataLogConfig(config: ConfigValues<typeof quorumConfigs>) {
  return logConfig(undefined, {
    'segment.bytes': String(config.get('metadata.log.segment.bytes')),
    'segment.ms': String(config.get('metadata.log.segment.ms')),
    'retention.ms': '-1',
    'retention.bytes': '-1',
    'cleanup.policy': 'delete',
    'max.message.bytes': String(MAX_BATCH_BYTES),
  });
}
