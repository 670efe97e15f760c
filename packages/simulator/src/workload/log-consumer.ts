// LogConsumer: a simulated consumer with assigned partitions that notes everything it sees.

import { ErrorCode, type Platform } from '@samsa/common';

import { type History, type Partition } from './history.ts';
import { type LogClient } from './log-client.ts';
import { throwUnlessExpected } from './log-producer.ts';

const MAX_WAIT_MS = 500;
const BACKOFF_MS = 100;
const MIN_FETCH_BYTES = 1024;
const MAX_FETCH_BYTES = 1024 * 1024;
/** Of the turns, how many ask where the end is instead of fetching. */
const LATEST_PROBABILITY = 0.1;

interface Position extends Partition {
  offset: number;
  session: number;
}

export class LogConsumer {
  readonly #client: LogClient;
  readonly #platform: Platform;
  readonly #history: History;
  readonly #positions: Position[];
  readonly #name: string;
  readonly #maxBytes: number;
  readonly #isCommittedOnly: boolean;
  #isStopping = false;

  constructor(client: LogClient, history: History, partitions: readonly Partition[]) {
    this.#client = client;
    this.#platform = client.platform;
    this.#history = history;
    this.#positions = partitions.map((at) => ({ ...at, offset: 0, session: 0 }));
    const { process, incarnation } = this.#platform.self;
    this.#name = `${process}.${incarnation}`;
    const { random } = this.#platform;
    this.#maxBytes = MIN_FETCH_BYTES + random.int(MAX_FETCH_BYTES - MIN_FETCH_BYTES);
    this.#isCommittedOnly = random.int(2) === 1;
  }

  stop(): void {
    this.#isStopping = true;
  }

  async run(): Promise<void> {
    const { random, timers } = this.#platform;
    while (!this.#isStopping) {
      const position = this.#positions[random.int(this.#positions.length)] as Position;
      try {
        if (random.float() < LATEST_PROBABILITY) await this.#askLatest(position);
        else await this.#poll(position);
      } catch (error) {
        throwUnlessExpected(error);
        await timers.sleep(random.float() * BACKOFF_MS);
      }
    }
  }

  async #askLatest({ topic, partition }: Position): Promise<void> {
    const invoked = this.#history.next();
    const invokedMs = this.#history.nowMs();
    const offset = await this.#client.listOffset({ topic, partition }, 'latest');
    this.#history.latestOffsets.push({
      topic,
      partition,
      process: this.#name,
      offset,
      invoked,
      invokedMs,
      completed: this.#history.next(),
      completedMs: this.#history.nowMs(),
    });
  }

  async #poll(position: Position): Promise<void> {
    const { topic, partition, offset, session } = position;
    const invoked = this.#history.next();
    const invokedMs = this.#history.nowMs();
    const fetched = await this.#client.fetch({ topic, partition }, offset, {
      maxWaitMs: this.#platform.random.int(MAX_WAIT_MS),
      maxBytes: this.#maxBytes,
      isCommittedOnly: this.#isCommittedOnly,
    });
    if (fetched.errorCode === ErrorCode.OFFSET_OUT_OF_RANGE) {
      await this.#reset(position);
      return;
    }
    if (fetched.errorCode !== ErrorCode.NONE) {
      await this.#platform.timers.sleep(this.#platform.random.float() * BACKOFF_MS);
      return;
    }
    this.#history.polls.push({
      topic,
      partition,
      process: this.#name,
      session,
      fetchOffset: offset,
      nextOffset: fetched.nextOffset,
      records: fetched.records,
      logStartOffset: fetched.logStartOffset,
      lastStableOffset: fetched.lastStableOffset,
      highWatermark: fetched.highWatermark,
      invoked,
      invokedMs,
      completed: this.#history.next(),
      completedMs: this.#history.nowMs(),
    });
    position.offset = fetched.nextOffset;
  }

  /** The position is outside the log: it goes to the nearer end. */
  async #reset(position: Position): Promise<void> {
    const { topic, partition, offset } = position;
    const earliest = await this.#client.listOffset({ topic, partition }, 'earliest');
    const latest = await this.#client.listOffset({ topic, partition }, 'latest');
    this.#history.resets.push({
      topic,
      partition,
      process: this.#name,
      fromOffset: offset,
      logStartOffset: earliest,
      latestOffset: latest,
      completedMs: this.#history.nowMs(),
    });
    position.offset = offset < earliest ? earliest : Math.min(offset, latest);
    position.session++;
  }
}
