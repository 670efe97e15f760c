// InternalTopic: a topic on which a coordinator keeps its state — where a key belongs, who leads there,
// and how the topic comes to be when it is first needed.

import { ErrorCode, type Platform, type TimingWheel } from '@samsa/common';
import { MetadataImage } from '@samsa/metadata';
import { partitionForName } from '@samsa/protocol';

import { type BrokerEndpoint, endpointOf } from '../topics/broker-endpoints.ts';

/** What the controller is asked to create. */
export interface InternalTopic {
  readonly name: string;
  readonly partitionCount: number;
  readonly replicationFactor: number;
  readonly configs: Readonly<Record<string, string>>;
}

/** Asks the controller. TOPIC_ALREADY_EXISTS is as good as NONE. */
export type CreateInternalTopic = (topic: InternalTopic) => Promise<ErrorCode>;

/**
 * How long a FindCoordinator waits for the topic and its leader. A first use then needs no retry,
 * and a client is told well before it gives up.
 */
export const COORDINATOR_WAIT_MS = 2_000;

export class CoordinatorTopic {
  readonly topic: InternalTopic;
  readonly #platform: Platform;
  readonly #deadlines: TimingWheel;
  readonly #create: CreateInternalTopic;
  #image: MetadataImage = MetadataImage.EMPTY;
  #isBeingCreated = false;
  /** Run once at the next news: an image, or a shard that is ready. */
  #waiters: (() => void)[] = [];

  constructor(
    topic: InternalTopic,
    platform: Platform,
    deadlines: TimingWheel,
    create: CreateInternalTopic,
  ) {
    this.topic = topic;
    this.#platform = platform;
    this.#deadlines = deadlines;
    this.#create = create;
  }

  get image(): MetadataImage {
    return this.#image;
  }

  setImage(image: MetadataImage): void {
    this.#image = image;
    this.wakeWaiters();
  }

  /** Lets everybody look again who waits for a coordinator. */
  wakeWaiters(): void {
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const wake of waiters) wake();
  }

  /** The topic says how many partitions there are; the configuration, before it exists. */
  partitionFor(key: string): number {
    const topic = this.#image.topics.byName(this.topic.name);
    return partitionForName(key, topic?.partitionCount ?? this.topic.partitionCount);
  }

  /**
   * Where the coordinator of this key is, once there is one; creates the topic where it is missing.
   *
   * @param isReady  a further condition on the leader, looked at until the wait is over
   * @returns undefined where nobody leads the partition within COORDINATOR_WAIT_MS
   */
  async findLeader(
    key: string,
    listenerName: string,
    isReady: (leader: number, partition: number) => boolean,
  ): Promise<BrokerEndpoint | undefined> {
    const { clock } = this.#platform;
    const deadlineMs = clock.monotonicMs() + COORDINATOR_WAIT_MS;
    for (;;) {
      const leader = this.#leaderOf(key, listenerName);
      if (leader !== undefined && isReady(leader.nodeId, this.partitionFor(key))) return leader;
      const leftMs = deadlineMs - clock.monotonicMs();
      if (leftMs <= 0) return leader;
      const news = this.#news(leftMs);
      if (this.#image.topics.byName(this.topic.name) === undefined) void this.#createOnce();
      await news;
    }
  }

  #leaderOf(key: string, listenerName: string): BrokerEndpoint | undefined {
    const { topics, cluster } = this.#image;
    const registration = topics.partition(this.topic.name, this.partitionFor(key));
    const broker = registration && cluster.brokers.get(registration.leader);
    if (broker === undefined || broker.isFenced) return undefined;
    return endpointOf(broker, listenerName);
  }

  #news(maxMs: number): Promise<void> {
    return new Promise((resolve) => {
      const deadline = this.#deadlines.after(maxMs, resolve);
      this.#waiters.push(() => {
        deadline.cancel();
        resolve();
      });
    });
  }

  /** One creation is under way at a time; whoever waits sees its result in the image. */
  async #createOnce(): Promise<void> {
    if (this.#isBeingCreated) return;
    this.#isBeingCreated = true;
    const { name } = this.topic;
    try {
      const errorCode = await this.#create(this.topic);
      if (errorCode === ErrorCode.NONE || errorCode === ErrorCode.TOPIC_ALREADY_EXISTS) return;
      this.#platform.log('warn', 'internal topic not created', { topic: name, errorCode });
    } catch (error) {
      // Clients are answered COORDINATOR_NOT_AVAILABLE and ask again, which tries anew.
      this.#platform.log('warn', 'internal topic not created', { topic: name, error });
    } finally {
      this.#isBeingCreated = false;
    }
  }
}
