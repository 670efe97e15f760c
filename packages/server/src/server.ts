// SamsaNode: one node — its rooms built in order, opened to clients when it is ready, and taken down in
// the opposite order. The only file that knows every room.

import {
  assert,
  CLUSTER_METADATA_TOPIC,
  CONSUMER_OFFSETS_TOPIC,
  type Endpoint,
  ErrorCode,
  MetricsRegistry,
  type Platform,
  randomUuid,
  TimingWheel,
  type Uuid,
} from '@samsa/common';
import {
  advertisedEndpoint,
  KafkaServer,
  type ListenerConfig,
  maxConnectionsByListener,
} from '@samsa/network';
import { AllocateProducerIds } from '@samsa/protocol/apis/allocate-producer-ids';
import { CreateTopics } from '@samsa/protocol/apis/create-topics';
import { LogResources, readFileBytes } from '@samsa/storage';

import { NodeConfigRules } from './config/config-rules.ts';
import { DynamicConfig } from './config/dynamic-config.ts';
import { type NodeConfig } from './config/node-config.ts';
import { Controller } from './controller/controller.ts';
import { FetchSessions } from './fetch/fetch-sessions.ts';
import { claimLogDirs, type ClaimedLogDirs, isAlone } from './format/claim-log-dirs.ts';
import { GroupCoordinator } from './groups/group-coordinator.ts';
import { offsetsTopic } from './groups/group-configs.ts';
import { type InternalTopic } from './groups/internal-topic.ts';
import { brokerHandlers, controllerHandlers } from './pipeline/handler-tables.ts';
import { BrokerLifecycle } from './lifecycle/broker-lifecycle.ts';
import { BrokerState } from './lifecycle/broker-state.ts';
import { ControllerChannel } from './lifecycle/controller-channel.ts';
import { ControllerRegistration } from './lifecycle/controller-registration.ts';
import { type AdvertisedListener } from './lifecycle/own-registration.ts';
import { LogCleaner } from './logs/log-cleaner.ts';
import { LogDirectories } from './logs/log-directories.ts';
import { LogDirectory } from './logs/log-directory.ts';
import { LogUpkeep } from './logs/log-upkeep.ts';
import { MetadataPublisher } from './metadata/metadata-publisher.ts';
import { MetadataSnapshots } from './metadata/metadata-snapshots.ts';
import { ApiVersionsFacts } from './pipeline/api-versions-facts.ts';
import { type ListenerRole } from './pipeline/handler.ts';
import { type BrokerRooms, type NodeRooms } from './pipeline/node-rooms.ts';
import { Pipeline } from './pipeline/pipeline.ts';
import { BOOTSTRAP_CHECKPOINT } from './quorum/format-quorum.ts';
import { MetadataQuorum } from './quorum/metadata-quorum.ts';
import { readSnapshotRecords } from './quorum/snapshot-file.ts';
import { PartitionTable } from './replication/partition-table.ts';
import { StartFailed } from './start-failed.ts';
import { registerNodeMetrics } from './telemetry/node-metrics.ts';
import { TopicMetrics } from './telemetry/topic-metrics.ts';
import { ImageWatch } from './topics/image-watch.ts';
import { TopicCreation } from './topics/topic-creation.ts';
import { ProducerIds } from './transactions/producer-ids.ts';

const NO_BROKER_EPOCH = -1;
const SECURITY_PROTOCOL_CODES = { PLAINTEXT: 0, SSL: 1, SASL_PLAINTEXT: 2, SASL_SSL: 3 } as const;

export interface NodeOptions {
  /** The cluster the user named; a new data folder is formatted for it. */
  readonly clusterId?: string | undefined;
  /** The node cannot go on: its last log directory or its metadata log failed. Call `stop` then. */
  readonly onFailure?: (reason: string) => void;
}

export interface NodeEndpoint extends Endpoint {
  readonly name: string;
}

export class SamsaNode {
  readonly config: NodeConfig;
  readonly clusterId: Uuid;
  readonly metrics: MetricsRegistry;
  readonly #platform: Platform;
  readonly #claimed: ClaimedLogDirs;
  readonly #options: NodeOptions;
  readonly #deadlines: TimingWheel;
  readonly #resources: LogResources;
  readonly #metadata: MetadataPublisher;
  readonly #dynamic: DynamicConfig;
  readonly #bound = new Map<string, Endpoint>();
  readonly #directories: readonly LogDirectory[];
  #quorum: MetadataQuorum | undefined;
  #server: KafkaServer | undefined;
  #controller: Controller | undefined;
  #controllerChannel: ControllerChannel | undefined;
  #controllerRegistration: ControllerRegistration | undefined;
  #broker: BrokerParts | undefined;
  #stopped: Promise<void> | undefined;

  private constructor(
    platform: Platform,
    config: NodeConfig,
    claimed: ClaimedLogDirs,
    options: NodeOptions,
  ) {
    this.#platform = platform;
    this.config = config;
    this.#claimed = claimed;
    this.clusterId = claimed.clusterId;
    this.#options = options;
    this.metrics = new MetricsRegistry(platform.clock);
    this.#deadlines = new TimingWheel(platform);
    this.#resources = new LogResources(platform);
    this.#directories = claimed.directories.map(
      ({ path, directoryId }) => new LogDirectory(platform, path, directoryId),
    );
    this.#metadata = new MetadataPublisher(platform);
    this.#dynamic = new DynamicConfig(platform, config);
  }

  /**
   * Resolves when clients are served. Claims the log directories, formats them where this node can be
   * a whole cluster, and frees everything again when the start fails.
   *
   * @throws StartFailed with one line for the user
   */
  static async start(
    platform: Platform,
    config: NodeConfig,
    options: NodeOptions = {},
  ): Promise<SamsaNode> {
    const claimed = await claimLogDirs(platform, config, options.clusterId);
    const node = new SamsaNode(platform, config, claimed, options);
    try {
      await node.#start();
    } catch (error) {
      await node.stop();
      throw error;
    }
    return node;
  }

  /** Where clients and other nodes reach this one, as it tells them. */
  get endpoints(): NodeEndpoint[] {
    return this.config.listeners.map((listener) => ({
      name: listener.name,
      ...this.#advertised(listener),
    }));
  }

  /** RUNNING, or what the broker is doing instead; a pure controller runs from its start on. */
  get isHealthy(): boolean {
    if (this.#stopped !== undefined) return false;
    return this.#broker === undefined || this.#broker.lifecycle.state === BrokerState.RUNNING;
  }

  /** Hands leadership over, answers what is being handled, writes everything and frees the folders. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  // ---- Start --------------------------------------------------------------------------------------

  async #start(): Promise<void> {
    const { config } = this;
    const server = this.#serve();
    // Ports first: one that is taken ends the start before anything else is done.
    for (const listener of config.listeners) await this.#listen(server, listener);

    await Promise.all(this.#directories.map((directory) => directory.load()));

    const quorum = await this.#openQuorum();
    this.#quorum = quorum;
    const channel = new ControllerChannel({
      platform: this.#platform,
      quorum,
      clientId: `node-${config.nodeId}`,
      requestTimeoutMs: config.values.get('controller.quorum.request.timeout.ms'),
    });
    this.#controllerChannel = channel;
    if (config.isBroker) this.#broker = this.#buildBroker(channel);
    if (config.isController) await this.#startController(quorum, channel);
    registerNodeMetrics(this.metrics, this.#platform, this.#broker?.rooms);

    const { values } = config;
    const metadata = this.#metadata;
    new MetadataSnapshots({ platform: this.#platform, source: quorum, metadata, values }).start();
    metadata.follow(quorum);
    this.#controller?.start();
    quorum.start();
    server.open('controller');
    if (this.#broker !== undefined) await this.#startBroker(this.#broker, server);
  }

  #serve(): KafkaServer {
    const pipeline = new Pipeline(this.#platform, {
      node: this.#rooms(),
      brokerHandlers,
      controllerHandlers,
      metrics: this.metrics,
    });
    this.#server = new KafkaServer(this.#platform, {
      configs: this.config.values,
      metrics: this.metrics,
      startsClosed: true,
      maxConnectionsByListener: maxConnectionsByListener(this.config.entries),
      accept: (connection) => pipeline.accept(connection),
    });
    return this.#server;
  }

  async #listen(server: KafkaServer, listener: ListenerConfig): Promise<void> {
    try {
      this.#bound.set(listener.name, await server.listen(listener));
    } catch (error) {
      const { host, port } = listener.bind;
      const place = `${listener.name}://${host}:${port}`;
      throw new StartFailed(`cannot listen on ${place}: ${listenProblem(error)}`, { cause: error });
    }
  }

  async #openQuorum(): Promise<MetadataQuorum> {
    const { metadataLogDir, isController, nodeId, values, listeners } = this.config;
    const directory = this.#directories.find(({ path }) => path === metadataLogDir);
    assert(directory !== undefined, 'the metadata log directory is claimed');
    const { recoveryPoint, isClean } = directory.checkpointsOf(CLUSTER_METADATA_TOPIC, 0);
    const quorum = await MetadataQuorum.open({
      platform: this.#platform,
      resources: this.#resources,
      config: values,
      nodeId,
      directoryId: directory.directoryId,
      clusterId: this.clusterId,
      logDir: metadataLogDir,
      isController,
      controllerEndpoints: listeners
        .filter(({ role }) => role === 'controller')
        .map((listener) => ({ name: listener.name, ...this.#advertised(listener) })),
      recoveryPoint,
      isClean,
      metrics: this.metrics,
      onFatal: (error) => this.#fail('the metadata quorum failed', error),
    });
    directory.holdMetadataLog(() => quorum.recoveryPoint);
    return quorum;
  }

  async #startController(quorum: MetadataQuorum, channel: ControllerChannel): Promise<void> {
    const { config, clusterId } = this;
    this.#controller = new Controller({
      platform: this.#platform,
      quorum,
      metadata: this.#metadata,
      values: config.values,
      nodeId: config.nodeId,
      clusterId,
      configRules: new NodeConfigRules(config),
      bootstrap: await this.#bootstrapRecords(),
      metrics: this.metrics,
    });
    this.#controllerRegistration = new ControllerRegistration({
      platform: this.#platform,
      channel,
      metadata: this.#metadata,
      nodeId: config.nodeId,
      incarnationId: this.#newUuid(),
      listeners: this.#registeredListeners('controller'),
    });
    this.#controllerRegistration.start();
  }

  async #bootstrapRecords() {
    const path = `${this.config.metadataLogDir}/${BOOTSTRAP_CHECKPOINT}`;
    const bytes = await readFileBytes(this.#platform.disk, path);
    return bytes === undefined ? [] : readSnapshotRecords(bytes);
  }

  #buildBroker(controllerChannel: ControllerChannel): BrokerParts {
    const { config, metrics } = this;
    const platform = this.#platform;
    const deadlines = this.#deadlines;
    const metadata = this.#metadata;
    const { values, nodeId } = config;
    const logs = new LogDirectories(
      platform,
      this.#dynamic,
      this.#resources,
      this.#directories.filter(({ path }) => config.logDirs.includes(path)),
      { onDirectoryFailed: (directory, isLast) => this.#directoryFailed(directory, isLast) },
    );
    const partitions = new PartitionTable(platform, nodeId, logs);
    const topicMetrics = new TopicMetrics(metrics);
    const watch = new ImageWatch(deadlines, () => metadata.image);
    const topicCreation = new TopicCreation({
      platform,
      createTopics: (request) => controllerChannel.send(CreateTopics, request),
      whenImage: (isTrue, timeoutMs) => watch.when(isTrue, timeoutMs),
      internalTopic: (name) =>
        name === CONSUMER_OFFSETS_TOPIC ? this.#fitted(offsetsTopic(values)) : undefined,
    });
    const groups = new GroupCoordinator({
      platform,
      nodeId,
      config: values,
      deadlines,
      metrics,
      createTopic: async ({ name }) =>
        (await topicCreation.create(new Set([name]))).get(name) ?? ErrorCode.NONE,
    });
    partitions.listen(groups);

    // The order in which a change of the metadata reaches the rooms.
    metadata.subscribe('configs', (delta, image) => {
      if (!this.#dynamic.apply(delta, image)) return;
      const { values: current, entries } = this.#dynamic;
      this.#server?.configure(current, maxConnectionsByListener(entries));
      partitions.brokerConfigChanged(image);
    });
    metadata.subscribe('groups', (delta, image) => groups.onMetadata(delta, image));
    metadata.subscribe('partitions', (delta, image) => partitions.apply(delta, image));
    metadata.subscribe('metrics', (delta) => {
      for (const topic of delta.deletedTopics.values()) topicMetrics.forget(topic.name);
    });
    metadata.subscribe('waiting requests', (_delta, image) => watch.published(image));

    const rooms: BrokerRooms = {
      partitions,
      logs,
      fetchSessions: new FetchSessions(
        platform,
        values.get('max.incremental.fetch.session.cache.slots'),
      ),
      groups,
      controllerChannel,
      topicCreation,
      producerIds: new ProducerIds(() => this.#allocateProducerIds(controllerChannel)),
      topicMetrics,
    };
    const lifecycle = new BrokerLifecycle({
      platform,
      channel: controllerChannel,
      metadata,
      values,
      nodeId,
      clusterId: this.clusterId,
      incarnationId: this.#newUuid(),
      rack: values.get('broker.rack'),
      listeners: this.#registeredListeners('broker'),
      directoryIds: logs.directories.map(({ directoryId }) => directoryId),
      previousBrokerEpoch: logs.previousBrokerEpoch,
    });
    return { rooms, lifecycle, upkeep: undefined, cleaner: undefined };
  }

  async #startBroker(broker: BrokerParts, server: KafkaServer): Promise<void> {
    const { lifecycle, rooms } = broker;
    const { values } = this.config;
    lifecycle.start();
    const brokerEpoch = await registered(lifecycle);
    // Everything that was committed before the registration is published by then, and its logs open.
    await this.#metadata.whenOffset(brokerEpoch);
    await rooms.partitions.whenOpened();
    await rooms.logs.setStrayFoldersAside(this.#metadata.image);
    rooms.logs.deleteLeftovers();
    lifecycle.readyToUnfence();
    await lifecycle.whenUnfenced();
    broker.upkeep = new LogUpkeep(this.#platform, rooms.logs, {
      retentionMs: values.get('log.retention.check.interval.ms'),
      flushMs: values.get('log.flush.scheduler.interval.ms'),
      recoveryPointsMs: values.get('log.flush.offset.checkpoint.interval.ms'),
      logStartOffsetsMs: values.get('log.flush.start.offset.checkpoint.interval.ms'),
      highWatermarksMs: values.get('replica.high.watermark.checkpoint.interval.ms'),
    });
    broker.cleaner = new LogCleaner({
      platform: this.#platform,
      logs: rooms.logs,
      config: () => this.#dynamic.values,
      metrics: this.metrics,
    });
    broker.cleaner.start();
    server.open('broker');
  }

  // ---- Stop ---------------------------------------------------------------------------------------

  async #stop(): Promise<void> {
    const broker = this.#broker;
    broker?.upkeep?.stop();
    // Leadership goes first, so that clients are told where to go while this node still answers.
    if (broker !== undefined && this.config.values.get('controlled.shutdown.enable')) {
      await broker.lifecycle.beginControlledShutdown();
    }
    broker?.rooms.groups.close();
    broker?.rooms.partitions.resignAll();
    const brokerEpoch = broker?.lifecycle.brokerEpoch ?? -1;
    broker?.lifecycle.close();
    this.#controllerRegistration?.close();
    this.#controllerChannel?.close();
    await this.#server?.close();
    this.#controller?.stop();
    this.#metadata.close();
    await this.#quorum?.stop();
    await broker?.cleaner?.stop();
    await broker?.rooms.logs.close(brokerEpoch);
    await this.#leaveOtherDirectories(broker?.rooms.logs.directories ?? []);
    this.#deadlines.close();
    for (const { lock } of this.#claimed.directories) await lock.release();
  }

  /** Directories that hold the metadata log alone. */
  async #leaveOtherDirectories(closed: readonly LogDirectory[]): Promise<void> {
    for (const directory of this.#directories) {
      if (closed.includes(directory) || this.#quorum === undefined) continue;
      try {
        await directory.writeRecoveryPoints([]);
        await directory.leaveClean(NO_BROKER_EPOCH);
      } catch (error) {
        // The next start checks more than it would have to; nothing is lost.
        this.#platform.log('warn', 'log directory not left cleanly', {
          directory: directory.path,
          error,
        });
      }
    }
  }

  // ---- Parts --------------------------------------------------------------------------------------

  #rooms(): NodeRooms {
    const facts: Readonly<Record<ListenerRole, ApiVersionsFacts>> = {
      broker: new ApiVersionsFacts(brokerHandlers),
      controller: new ApiVersionsFacts(controllerHandlers),
    };
    const quorum = (): MetadataQuorum => {
      assert(this.#quorum !== undefined, 'requests come when the quorum is there');
      return this.#quorum;
    };
    const broker = (): BrokerRooms => {
      assert(this.#broker !== undefined, 'this node is a broker');
      return this.#broker.rooms;
    };
    const controller = (): Controller => {
      assert(this.#controller !== undefined, 'this node is a controller');
      return this.#controller;
    };
    return {
      platform: this.#platform,
      config: this.config,
      clusterId: this.clusterId,
      metrics: this.metrics,
      deadlines: this.#deadlines,
      metadata: this.#metadata,
      get quorum() {
        return quorum();
      },
      get broker() {
        return broker();
      },
      get controller() {
        return controller();
      },
      apiVersions: (role) => facts[role],
    };
  }

  #advertised(listener: ListenerConfig): Endpoint {
    const bound = this.#bound.get(listener.name) ?? listener.bind;
    return advertisedEndpoint(listener, bound.port, this.#platform.self.host);
  }

  #registeredListeners(role: ListenerRole): AdvertisedListener[] {
    return this.config.listeners
      .filter((listener) => listener.role === role)
      .map((listener) => ({
        name: listener.name,
        ...this.#advertised(listener),
        securityProtocol: SECURITY_PROTOCOL_CODES[listener.securityProtocol],
      }));
  }

  /** Where this broker can only ever be alone, three replicas are never to be had. */
  #fitted(topic: InternalTopic): InternalTopic {
    const isSet = this.config.values.isSet('offsets.topic.replication.factor');
    const isSingle = this.#metadata.image.cluster.brokers.size <= 1 && isAlone(this.config);
    if (isSet || !isSingle || topic.replicationFactor === 1) return topic;
    this.#platform.log('info', 'internal topic gets one replica: this broker is alone', {
      topic: topic.name,
    });
    return { ...topic, replicationFactor: 1 };
  }

  async #allocateProducerIds(channel: ControllerChannel) {
    const brokerEpoch = this.#broker?.lifecycle.brokerEpoch ?? -1;
    const response = await channel.send(AllocateProducerIds, {
      brokerId: this.config.nodeId,
      brokerEpoch,
    });
    if (response.errorCode !== ErrorCode.NONE) {
      throw new Error(`the controller gave no producer ids: error ${response.errorCode}`);
    }
    return { firstProducerId: response.producerIdStart, size: response.producerIdLen };
  }

  #directoryFailed(directory: LogDirectory, isLast: boolean): void {
    this.#broker?.lifecycle.reportOfflineDirectories([directory.directoryId]);
    if (isLast) this.#fail('the last log directory failed', undefined);
  }

  #fail(reason: string, error: unknown): void {
    this.#platform.log('error', 'node failed', { reason, error });
    this.#options.onFailure?.(reason);
  }

  #newUuid(): Uuid {
    return randomUuid(() => this.#platform.random.bytes(16));
  }
}

interface BrokerParts {
  readonly rooms: BrokerRooms;
  readonly lifecycle: BrokerLifecycle;
  upkeep: LogUpkeep | undefined;
  cleaner: LogCleaner | undefined;
}

async function registered(lifecycle: BrokerLifecycle): Promise<number> {
  try {
    return await lifecycle.whenRegistered();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StartFailed(`the broker could not register: ${why}`, { cause: error });
  }
}

function listenProblem(error: unknown): string {
  const { code, message } = error as { readonly code?: string; readonly message: string };
  switch (code) {
    case 'EADDRINUSE':
      return 'the port is taken';
    case 'EADDRNOTAVAIL':
      return 'the address is not of this machine';
    case 'EACCES':
      return 'permission denied';
    default:
      return message;
  }
}
