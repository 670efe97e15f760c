// BrokerLifecycle: this broker's membership of the cluster — registration, heartbeats, and the way out.
//
// starting → (registered, metadata caught up) recovery → (logs ready, unfenced) running
// → (stop asked) pending controlled shutdown → (the controller lets go) shutting down

import {
  assert,
  type Cancel,
  type ConfigValues,
  ErrorCode,
  errorName,
  KafkaError,
  type Platform,
  type Uuid,
} from '@samsa/common';
import {
  BrokerHeartbeat,
  type BrokerHeartbeatResponse,
} from '@samsa/protocol/apis/broker-heartbeat';
import { BrokerRegistration } from '@samsa/protocol/apis/broker-registration';

import { type controllerConfigs } from '../controller/controller-configs.ts';
import { type MetadataPublisher } from '../metadata/metadata-publisher.ts';
import { BrokerState } from './broker-state.ts';
import { type ControllerChannel } from './controller-channel.ts';
import { type AdvertisedListener, supportedFeatures } from './own-registration.ts';

/** Between heartbeats while the controller moves our leadership away. */
const SHUTDOWN_HEARTBEAT_MS = 20;
/** Pause after a registration that was refused and may be granted later. */
const REGISTRATION_RETRY_MS = 100;
/** Other brokers may need time to follow the metadata to our leave; not for ever. */
const LONGEST_CONTROLLED_SHUTDOWN_MS = 5 * 60_000;

export interface BrokerLifecycleOptions {
  readonly platform: Platform;
  readonly channel: Pick<ControllerChannel, 'send'>;
  readonly metadata: MetadataPublisher;
  readonly values: ConfigValues<typeof controllerConfigs>;
  readonly nodeId: number;
  readonly clusterId: string;
  /** Random for every start of the process. */
  readonly incarnationId: Uuid;
  readonly rack: string | null;
  readonly listeners: readonly AdvertisedListener[];
  readonly directoryIds: readonly Uuid[];
  /** The epoch before a clean stop; −1 where the stop was not clean, or there was none. */
  readonly previousBrokerEpoch: number;
}

export class BrokerLifecycle {
  readonly #options: BrokerLifecycleOptions;
  readonly #platform: Platform;
  readonly #registered = Promise.withResolvers<number>();
  readonly #unfenced = Promise.withResolvers<void>();
  readonly #released = Promise.withResolvers<void>();
  #state: BrokerState = BrokerState.NOT_RUNNING;
  #brokerEpoch = -1;
  #isReadyToUnfence = false;
  #isCaughtUp = false;
  #offlineDirectories: readonly Uuid[] = [];
  #isClosed = false;
  /** A heartbeat is on its way; what happened since is said by the next one. */
  #isSending = false;
  #isSoonDue = false;
  #nextHeartbeat: Cancel | undefined;

  constructor(options: BrokerLifecycleOptions) {
    this.#options = options;
    this.#platform = options.platform;
    // Whoever waits hears of a failure; a node that stops while nobody waits has no error.
    this.#registered.promise.catch(() => undefined);
    this.#unfenced.promise.catch(() => undefined);
  }

  get state(): BrokerState {
    return this.#state;
  }

  /** −1 before the registration. */
  get brokerEpoch(): number {
    return this.#brokerEpoch;
  }

  /** Registers at once and goes on by itself. */
  start(): void {
    assert(this.#state === BrokerState.NOT_RUNNING, 'a broker starts once');
    this.#state = BrokerState.STARTING;
    void this.#run();
  }

  /** The epoch. Rejects with the controller's refusal, or when no controller answers for too long. */
  whenRegistered(): Promise<number> {
    return this.#registered.promise;
  }

  /** Resolves when clients may be sent to this broker. */
  whenUnfenced(): Promise<void> {
    return this.#unfenced.promise;
  }

  /** Its logs are loaded and its listeners are open: from now on it may be unfenced. */
  readyToUnfence(): void {
    this.#isReadyToUnfence = true;
    this.#heartbeatSoon();
  }

  /** Failed log directories; the controller takes their partitions' leadership away. */
  reportOfflineDirectories(ids: readonly Uuid[]): void {
    this.#offlineDirectories = [...new Set([...this.#offlineDirectories, ...ids])];
    this.#heartbeatSoon();
  }

  /** Resolves when the controller has moved all leadership away, or none is to be had. */
  async beginControlledShutdown(): Promise<void> {
    if (this.#isClosed || this.#brokerEpoch < 0) return;
    if (this.#state !== BrokerState.PENDING_CONTROLLED_SHUTDOWN) {
      this.#state = BrokerState.PENDING_CONTROLLED_SHUTDOWN;
      this.#platform.log('info', 'controlled shutdown begins', { epoch: this.#brokerEpoch });
      this.#heartbeatSoon();
    }
    const giveUp = this.#platform.timers.after(LONGEST_CONTROLLED_SHUTDOWN_MS, () =>
      this.#released.resolve(),
    );
    await this.#released.promise;
    giveUp();
    this.#state = BrokerState.SHUTTING_DOWN;
  }

  close(): void {
    this.#isClosed = true;
    this.#state = BrokerState.NOT_RUNNING;
    this.#nextHeartbeat?.();
    this.#released.resolve();
    const closed = new KafkaError(ErrorCode.BROKER_NOT_AVAILABLE, 'this broker stops');
    this.#registered.reject(closed);
    this.#unfenced.reject(closed);
  }

  async #run(): Promise<void> {
    try {
      this.#brokerEpoch = await this.#register();
    } catch (error) {
      this.#registered.reject(error);
      this.#unfenced.reject(error);
      return;
    }
    this.#registered.resolve(this.#brokerEpoch);
    if (this.#isClosed) return;
    this.#platform.log('info', 'broker registered', { epoch: this.#brokerEpoch });
    const { metadata } = this.#options;
    if (metadata.image.offset < this.#brokerEpoch) this.#heartbeatSoon();
    // Its own registration is the point from which on its image can be trusted.
    await metadata.whenOffset(this.#brokerEpoch);
    if (this.#isClosed) return;
    this.#isCaughtUp = true;
    if (this.#state === BrokerState.STARTING) this.#state = BrokerState.RECOVERY;
    this.#heartbeatSoon();
  }

  async #register(): Promise<number> {
    const { channel, nodeId, clusterId, incarnationId, rack, values } = this.#options;
    const timeoutMs = values.get('initial.broker.registration.timeout.ms');
    const deadlineMs = this.#platform.clock.monotonicMs() + timeoutMs;
    for (;;) {
      const response = await channel.send(
        BrokerRegistration,
        {
          brokerId: nodeId,
          clusterId,
          incarnationId,
          listeners: this.#options.listeners,
          features: supportedFeatures(),
          rack,
          isMigratingZkBroker: false,
          logDirs: this.#options.directoryIds,
          previousBrokerEpoch: this.#options.previousBrokerEpoch,
        },
        {
          timeoutMs: Math.max(1, deadlineMs - this.#platform.clock.monotonicMs()),
          attemptTimeoutMs: this.#heartbeatTimeoutMs(),
        },
      );
      if (response.errorCode === ErrorCode.NONE) return response.brokerEpoch;
      const isFinal = response.errorCode !== ErrorCode.DUPLICATE_BROKER_REGISTRATION;
      const isLate = this.#platform.clock.monotonicMs() >= deadlineMs;
      if (isFinal || isLate || this.#isClosed) {
        throw new KafkaError(
          response.errorCode as ErrorCode,
          `the controller refused to register broker ${nodeId}: ${errorName(response.errorCode)}`,
        );
      }
      // The session of an earlier incarnation that was killed has not ended yet.
      this.#platform.mark('lifecycle.registration-refused');
      await this.#platform.timers.sleep(REGISTRATION_RETRY_MS);
    }
  }

  #heartbeatSoon(): void {
    if (this.#brokerEpoch < 0 || this.#isClosed) return;
    if (this.#isSending) {
      this.#isSoonDue = true;
      return;
    }
    this.#nextHeartbeat?.();
    this.#nextHeartbeat = undefined;
    void this.#heartbeat();
  }

  #heartbeatIn(ms: number): void {
    if (this.#isClosed) return;
    this.#nextHeartbeat?.();
    this.#nextHeartbeat = this.#platform.timers.after(ms, () => {
      this.#nextHeartbeat = undefined;
      void this.#heartbeat();
    });
  }

  async #heartbeat(): Promise<void> {
    const { channel, metadata, nodeId, values } = this.#options;
    const intervalMs = values.get('broker.heartbeat.interval.ms');
    this.#isSending = true;
    this.#isSoonDue = false;
    let pauseMs = intervalMs;
    const wantShutDown = this.#state === BrokerState.PENDING_CONTROLLED_SHUTDOWN;
    try {
      const response = await channel.send(
        BrokerHeartbeat,
        {
          brokerId: nodeId,
          brokerEpoch: this.#brokerEpoch,
          currentMetadataOffset: metadata.image.offset,
          wantFence: !(this.#isReadyToUnfence && this.#isCaughtUp),
          wantShutDown,
          offlineLogDirs: this.#offlineDirectories,
          cordonedLogDirs: this.#mayNameCordoned() ? [] : null,
        },
        { timeoutMs: this.#heartbeatTimeoutMs() },
      );
      pauseMs = this.#heard(response, intervalMs);
    } catch (error) {
      // The next heartbeat tries again; until then the controller judges by our silence.
      if (!this.#isClosed) this.#platform.log('warn', 'heartbeat failed', { error });
      // The last nodes of a cluster that stops as a whole have no controller left to let them go.
      if (wantShutDown) this.#released.resolve();
    }
    this.#isSending = false;
    if (this.#isClosed) return;
    if (this.#isSoonDue) this.#heartbeatSoon();
    else this.#heartbeatIn(pauseMs);
  }

  /** Half a session: a connection that hangs is given up while there is time for another one. */
  #heartbeatTimeoutMs(): number {
    return this.#options.values.get('broker.session.timeout.ms') / 2;
  }

  /** Older metadata versions cannot hold the directories that take no new replicas. */
  #mayNameCordoned(): boolean {
    return this.#options.metadata.image.features.metadataVersion.isCordonedLogDirsSupported;
  }

  /** How long to wait before the next one. */
  #heard(response: BrokerHeartbeatResponse, intervalMs: number): number {
    if (response.errorCode !== ErrorCode.NONE) {
      this.#platform.log('warn', 'heartbeat refused', { error: errorName(response.errorCode) });
      return intervalMs;
    }
    if (this.#state === BrokerState.PENDING_CONTROLLED_SHUTDOWN) {
      if (response.shouldShutDown) this.#released.resolve();
      return SHUTDOWN_HEARTBEAT_MS;
    }
    if (this.#state === BrokerState.RECOVERY && !response.isFenced) {
      this.#state = BrokerState.RUNNING;
      this.#platform.log('info', 'broker unfenced', { epoch: this.#brokerEpoch });
      this.#unfenced.resolve();
    }
    return intervalMs;
  }
}
