// Controller: decides for the whole cluster while this node leads the metadata quorum.
//
// A decision is made at once, on the committed image with all earlier decisions on top; its records are
// replayed and appended in the same turn, and its answer waits until they are committed. When leadership
// ends everything that is not committed is thrown away, answers included.

import {
  assert,
  type Cancel,
  type ConfigValues,
  ErrorCode,
  KafkaError,
  type MetricsRegistry,
  type Outcome,
  type Platform,
} from '@samsa/common';
import {
  activationRecords,
  allocateProducerIds,
  alterConfigs,
  alterPartition,
  alterPartitionReassignments,
  assignReplicasToDirs,
  brokerHeartbeat,
  type ConfigRules,
  ControllerState,
  createPartitions,
  createTopics,
  type CreateTopicsPermissions,
  type DecisionContext,
  deleteTopics,
  electLeaders,
  electPreferredLeaders,
  electUncleanLeaders,
  fenceStaleBroker,
  incrementalAlterConfigs,
  inTransaction,
  listPartitionReassignments,
  nextSessionExpiryMs,
  registerBroker,
  registerController,
  unregisterBroker,
  updateFeatures,
} from '@samsa/metadata';
import {
  type AllocateProducerIdsRequest,
  type AllocateProducerIdsResponse,
} from '@samsa/protocol/apis/allocate-producer-ids';
import {
  type AlterConfigsRequest,
  type AlterConfigsResponse,
} from '@samsa/protocol/apis/alter-configs';
import {
  type AlterPartitionRequest,
  type AlterPartitionResponse,
} from '@samsa/protocol/apis/alter-partition';
import {
  type AlterPartitionReassignmentsRequest,
  type AlterPartitionReassignmentsResponse,
} from '@samsa/protocol/apis/alter-partition-reassignments';
import {
  type AssignReplicasToDirsRequest,
  type AssignReplicasToDirsResponse,
} from '@samsa/protocol/apis/assign-replicas-to-dirs';
import {
  type BrokerHeartbeatRequest,
  type BrokerHeartbeatResponse,
} from '@samsa/protocol/apis/broker-heartbeat';
import {
  type BrokerRegistrationRequest,
  type BrokerRegistrationResponse,
} from '@samsa/protocol/apis/broker-registration';
import {
  type ControllerRegistrationRequest,
  type ControllerRegistrationResponse,
} from '@samsa/protocol/apis/controller-registration';
import {
  type CreatePartitionsRequest,
  type CreatePartitionsResponse,
} from '@samsa/protocol/apis/create-partitions';
import {
  type CreateTopicsRequest,
  type CreateTopicsResponse,
} from '@samsa/protocol/apis/create-topics';
import {
  type DeleteTopicsRequest,
  type DeleteTopicsResponse,
} from '@samsa/protocol/apis/delete-topics';
import {
  type ElectLeadersRequest,
  type ElectLeadersResponse,
} from '@samsa/protocol/apis/elect-leaders';
import {
  type IncrementalAlterConfigsRequest,
  type IncrementalAlterConfigsResponse,
} from '@samsa/protocol/apis/incremental-alter-configs';
import {
  type ListPartitionReassignmentsRequest,
  type ListPartitionReassignmentsResponse,
} from '@samsa/protocol/apis/list-partition-reassignments';
import {
  type UnregisterBrokerRequest,
  type UnregisterBrokerResponse,
} from '@samsa/protocol/apis/unregister-broker';
import {
  type UpdateFeaturesRequest,
  type UpdateFeaturesResponse,
} from '@samsa/protocol/apis/update-features';
import { type MetadataRecord } from '@samsa/protocol/metadata-record';

import { type quorumConfigs } from '../quorum/quorum-configs.ts';
import { type MetadataSource } from '../metadata/metadata-source.ts';
import { type MetadataPublisher } from '../metadata/metadata-publisher.ts';
import { type controllerConfigs } from './controller-configs.ts';
import { registerControllerMetrics } from './controller-metrics.ts';
import { ParkedResponses } from './parked-responses.ts';

/** As many records as one batch may have; more are written as a transaction of several batches. */
const MAX_RECORDS_PER_BATCH = 10_000;
/** Elections that the controller starts by itself, per turn. */
const MAX_ELECTIONS_AT_ONCE = 1000;
/** The sweep looks at least this often, so that a clock that jumps does no harm. */
const LONGEST_SWEEP_PAUSE_MS = 1000;

export interface ControllerOptions {
  readonly platform: Platform;
  readonly quorum: MetadataSource;
  readonly metadata: MetadataPublisher;
  readonly values: ConfigValues<typeof controllerConfigs & typeof quorumConfigs>;
  readonly nodeId: number;
  readonly clusterId: string;
  readonly configRules: ConfigRules;
  /** What a new cluster begins with; used once, when the log is empty. */
  readonly bootstrap: readonly MetadataRecord[];
  readonly metrics: MetricsRegistry;
}

interface Leadership {
  readonly epoch: number;
  readonly state: ControllerState;
  readonly timers: Set<Cancel>;
  lastAppendMs: number;
  lastAppendedOffset: number;
}

export class Controller {
  readonly #options: ControllerOptions;
  readonly #platform: Platform;
  readonly #parked = new ParkedResponses();
  #leadership: Leadership | undefined;
  #committedOffset = -1;
  #isStopped = false;

  constructor(options: ControllerOptions) {
    this.#options = options;
    this.#platform = options.platform;
    registerControllerMetrics(options.metrics, options.metadata, () => this.isActive);
  }

  /** True while this node decides for the cluster. */
  get isActive(): boolean {
    return this.#leadership !== undefined;
  }

  /** Call before the metadata publisher follows the quorum. */
  start(): void {
    this.#options.metadata.addProgressListener({
      onCommitted: (lastOffset) => this.#onCommitted(lastOffset),
      onLeaderChange: (leaderId, epoch) => this.#onLeaderChange(leaderId, epoch),
    });
  }

  /** Refuses everything from now on. The quorum resigns by itself. */
  stop(): void {
    this.#isStopped = true;
    this.#deactivate('this controller stops');
  }

  // ---- One method per API. Each throws NOT_CONTROLLER where this node is not the active one. ----------

  registerBroker(request: BrokerRegistrationRequest): Promise<BrokerRegistrationResponse> {
    return this.#decide((state, context) => registerBroker(state, request, context));
  }

  unregisterBroker(request: UnregisterBrokerRequest): Promise<UnregisterBrokerResponse> {
    return this.#decide((state) => unregisterBroker(state, request));
  }

  brokerHeartbeat(request: BrokerHeartbeatRequest): Promise<BrokerHeartbeatResponse> {
    return this.#decide((state, context) => brokerHeartbeat(state, request, context));
  }

  registerController(
    request: ControllerRegistrationRequest,
  ): Promise<ControllerRegistrationResponse> {
    return this.#decide((state) => registerController(state, request));
  }

  createTopics(
    request: CreateTopicsRequest,
    permissions?: CreateTopicsPermissions,
  ): Promise<CreateTopicsResponse> {
    return this.#decide((state, context) => createTopics(state, request, context, permissions));
  }

  deleteTopics(request: DeleteTopicsRequest): Promise<DeleteTopicsResponse> {
    return this.#decide((state) => deleteTopics(state, request));
  }

  createPartitions(request: CreatePartitionsRequest): Promise<CreatePartitionsResponse> {
    return this.#decide((state, context) => createPartitions(state, request, context));
  }

  incrementalAlterConfigs(
    request: IncrementalAlterConfigsRequest,
  ): Promise<IncrementalAlterConfigsResponse> {
    return this.#decide((state) => incrementalAlterConfigs(state, request));
  }

  alterConfigs(request: AlterConfigsRequest): Promise<AlterConfigsResponse> {
    return this.#decide((state) => alterConfigs(state, request));
  }

  updateFeatures(request: UpdateFeaturesRequest): Promise<UpdateFeaturesResponse> {
    return this.#decide((state) => updateFeatures(state, request));
  }

  allocateProducerIds(request: AllocateProducerIdsRequest): Promise<AllocateProducerIdsResponse> {
    return this.#decide((state) => allocateProducerIds(state, request));
  }

  alterPartition(request: AlterPartitionRequest): Promise<AlterPartitionResponse> {
    return this.#decide((state) => alterPartition(state, request));
  }

  electLeaders(request: ElectLeadersRequest): Promise<ElectLeadersResponse> {
    return this.#decide((state) => electLeaders(state, request));
  }

  assignReplicasToDirs(
    request: AssignReplicasToDirsRequest,
  ): Promise<AssignReplicasToDirsResponse> {
    return this.#decide((state) => assignReplicasToDirs(state, request));
  }

  alterPartitionReassignments(
    request: AlterPartitionReassignmentsRequest,
  ): Promise<AlterPartitionReassignmentsResponse> {
    return this.#decide((state) => alterPartitionReassignments(state, request));
  }

  listPartitionReassignments(
    request: ListPartitionReassignmentsRequest,
  ): Promise<ListPartitionReassignmentsResponse> {
    return this.#decide((state) => listPartitionReassignments(state, request));
  }

  // ---- Deciding -----------------------------------------------------------------------------------

  /** Runs the decision before it returns, so that decisions are ordered as their requests came. */
  async #decide<R>(
    decision: (state: ControllerState, context: DecisionContext) => Outcome<MetadataRecord, R>,
  ): Promise<R> {
    const leadership = this.#leadership;
    if (leadership === undefined)
      throw this.#notController('this node is not the active controller');
    const { records, response } = decision(leadership.state, this.#context());
    if (records.length > 0) this.#write(leadership, records);
    // A query, too, waits for what it may have seen.
    if (leadership.lastAppendedOffset <= this.#committedOffset) return response;
    return this.#parked.park(leadership.lastAppendedOffset, response);
  }

  #context(): DecisionContext {
    return {
      monotonicMs: this.#platform.clock.monotonicMs(),
      random: this.#platform.random,
      nextOffset: this.#options.quorum.endOffset,
    };
  }

  #write(leadership: Leadership, records: readonly MetadataRecord[]): void {
    try {
      for (const record of records) leadership.state.replay(record);
      for (const batch of batchesOf(records, leadership.state)) {
        const nextOffset = this.#options.quorum.endOffset;
        const lastOffset = this.#options.quorum.append(leadership.epoch, batch);
        // Broker epochs are offsets that were said before the append.
        assert(lastOffset === nextOffset + batch.length - 1, 'offsets are as they were foreseen');
        leadership.lastAppendedOffset = lastOffset;
      }
      leadership.lastAppendMs = this.#platform.clock.monotonicMs();
    } catch (error) {
      // What is in memory is no longer what is in the log; the next leader starts from the log.
      this.#deactivate('a write to the metadata log failed');
      if (error instanceof KafkaError && error.code === ErrorCode.NOT_CONTROLLER) throw error;
      this.#platform.log('error', 'controller write failed', { error });
      this.#options.quorum.resign(leadership.epoch);
      throw error;
    }
  }

  #onCommitted(lastOffset: number): void {
    this.#committedOffset = lastOffset;
    this.#parked.committed(lastOffset);
  }

  // ---- Coming and going ---------------------------------------------------------------------------

  #onLeaderChange(leaderId: number, epoch: number): void {
    if (this.#leadership !== undefined) {
      if (leaderId === this.#options.nodeId && epoch === this.#leadership.epoch) return;
      this.#deactivate(`node ${leaderId} leads since epoch ${epoch}`);
    }
    if (leaderId === this.#options.nodeId && !this.#isStopped) this.#activate(epoch);
  }

  #activate(epoch: number): void {
    const { metadata, nodeId, clusterId, configRules, values } = this.#options;
    const nowMs = this.#platform.clock.monotonicMs();
    const state = new ControllerState(
      metadata.image,
      {
        nodeId,
        clusterId,
        sessionTimeoutMs: values.get('broker.session.timeout.ms'),
        defaultPartitionCount: values.get('num.partitions'),
        defaultReplicationFactor: values.get('default.replication.factor'),
        configRules,
      },
      nowMs,
    );
    const leadership: Leadership = {
      epoch,
      state,
      timers: new Set(),
      lastAppendMs: nowMs,
      lastAppendedOffset: -1,
    };
    this.#leadership = leadership;
    this.#platform.log('info', 'controller active', { epoch, offset: metadata.image.offset });
    this.#platform.mark('controller.activated');
    const records = this.#firstRecords();
    if (records.length > 0) this.#write(leadership, records);
    this.#startTimers(leadership);
  }

  #firstRecords(): MetadataRecord[] {
    const { metadata, bootstrap, configRules } = this.#options;
    const records: MetadataRecord[] = [];
    if (metadata.isInTransaction) {
      const reason = 'The controller changed.';
      records.push({ kind: 'AbortTransactionRecord', version: 0, value: { reason } });
    }
    const { features, cluster, topics } = metadata.image;
    const isEmpty = features.levels.size === 0 && cluster.brokers.size === 0 && topics.size === 0;
    if (isEmpty) {
      const minInsyncReplicas = Number(configRules.staticValueOf('min.insync.replicas') ?? 1);
      records.push(...activationRecords(bootstrap, minInsyncReplicas));
    }
    return records;
  }

  #deactivate(why: string): void {
    const leadership = this.#leadership;
    if (leadership === undefined) return;
    this.#leadership = undefined;
    for (const cancel of leadership.timers) cancel();
    this.#platform.log('info', 'controller no longer active', { epoch: leadership.epoch, why });
    this.#parked.refuseAll(this.#notController(why));
  }

  #notController(why: string): KafkaError {
    return new KafkaError(ErrorCode.NOT_CONTROLLER, why);
  }

  // ---- What happens without a request -------------------------------------------------------------

  #startTimers(leadership: Leadership): void {
    const { values } = this.#options;
    this.#sweepSessions(leadership);
    const idleMs = values.get('metadata.max.idle.interval.ms');
    if (idleMs > 0) this.#writeWhenIdle(leadership, idleMs);
    if (values.get('auto.leader.rebalance.enable')) {
      const intervalMs = values.get('leader.imbalance.check.interval.seconds') * 1000;
      this.#elect(leadership, intervalMs, electPreferredLeaders);
    }
    const uncleanMs = values.get('unclean.leader.election.interval.ms');
    this.#elect(leadership, uncleanMs, electUncleanLeaders);
  }

  /** Runs `run` once unless leadership ends first. */
  #later(leadership: Leadership, ms: number, run: () => void): void {
    if (this.#leadership !== leadership) return;
    const cancel = this.#platform.timers.after(ms, () => {
      leadership.timers.delete(cancel);
      if (this.#leadership === leadership) run();
    });
    leadership.timers.add(cancel);
  }

  #sweepSessions(leadership: Leadership): void {
    const { state } = leadership;
    while (this.#leadership === leadership) {
      const { records, response: brokerId } = fenceStaleBroker(state, this.#context());
      if (brokerId === undefined) break;
      this.#platform.log('warn', 'broker fenced: its session timed out', { brokerId });
      this.#platform.mark('controller.session-expired');
      if (!this.#writeUnasked(leadership, records)) return;
    }
    const untilNextMs = nextSessionExpiryMs(state) - this.#platform.clock.monotonicMs();
    const pauseMs = Math.min(LONGEST_SWEEP_PAUSE_MS, Math.max(1, untilNextMs + 1));
    this.#later(leadership, pauseMs, () => this.#sweepSessions(leadership));
  }

  /** A record that means nothing lets every follower see that the log and its leader are alive. */
  #writeWhenIdle(leadership: Leadership, idleMs: number): void {
    const idleForMs = this.#platform.clock.monotonicMs() - leadership.lastAppendMs;
    if (idleForMs >= idleMs) {
      const isWritten = this.#writeUnasked(leadership, [
        { kind: 'NoOpRecord', version: 0, value: {} },
      ]);
      if (!isWritten) return;
    }
    const pauseMs = idleForMs >= idleMs ? idleMs : idleMs - idleForMs;
    this.#later(leadership, pauseMs, () => this.#writeWhenIdle(leadership, idleMs));
  }

  #elect(
    leadership: Leadership,
    intervalMs: number,
    elect: (state: ControllerState, most: number) => MetadataRecord[],
  ): void {
    const run = (): void => {
      const records = elect(leadership.state, MAX_ELECTIONS_AT_ONCE);
      if (records.length > 0 && !this.#writeUnasked(leadership, records)) return;
      const isMore = records.length >= MAX_ELECTIONS_AT_ONCE;
      this.#later(leadership, isMore ? 1 : intervalMs, run);
    };
    this.#later(leadership, intervalMs, run);
  }

  /** False when leadership ended over it, which has been logged and dealt with. */
  #writeUnasked(leadership: Leadership, records: readonly MetadataRecord[]): boolean {
    try {
      this.#write(leadership, records);
      return true;
    } catch {
      // Nobody waits for an answer, and `#write` has given the leadership up.
      return false;
    }
  }
}

function batchesOf(
  records: readonly MetadataRecord[],
  state: ControllerState,
): (readonly MetadataRecord[])[] {
  if (records.length <= MAX_RECORDS_PER_BATCH) return [records];
  // All or none, also when it takes several batches (KIP-868).
  const canMark = state.image.features.metadataVersion.isMetadataTransactionSupported;
  const written = canMark ? inTransaction('large operation', records) : records;
  const batches: (readonly MetadataRecord[])[] = [];
  for (let from = 0; from < written.length; from += MAX_RECORDS_PER_BATCH) {
    batches.push(written.slice(from, from + MAX_RECORDS_PER_BATCH));
  }
  return batches;
}
