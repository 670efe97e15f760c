// LogProducer: a simulated producer that writes unique values and notes what it is told about them.

import { type CompressionName, ErrorCode, errorName, type Platform } from '@samsa/common';
import { BatchBuilder } from '@samsa/protocol';

import { type History, type Partition, partitionKey, type Send } from './history.ts';
import { type LogClient, type ProducerIdentity, Refused } from './log-client.ts';
import { NoAnswer, NotSent } from './wire-client.ts';

const MAX_RECORDS_PER_BATCH = 6;
const MIN_VALUE_BYTES = 8;
const MAX_VALUE_BYTES = 200;
/** An idempotent producer gives a batch up after so long, and takes a new producer id. */
const DELIVERY_TIMEOUT_MS = 15_000;
const MIN_BACKOFF_MS = 20;
const MAX_BACKOFF_MS = 300;

/** Errors after which the batch is certainly not in the log. All others leave that open. */
const NOTHING_APPENDED: ReadonlySet<number> = new Set([
  ErrorCode.CORRUPT_MESSAGE,
  ErrorCode.UNKNOWN_TOPIC_OR_PARTITION,
  ErrorCode.MESSAGE_TOO_LARGE,
  ErrorCode.NOT_ENOUGH_REPLICAS,
  ErrorCode.INVALID_REQUIRED_ACKS,
  ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER,
  ErrorCode.INVALID_PRODUCER_EPOCH,
  ErrorCode.UNKNOWN_PRODUCER_ID,
  ErrorCode.INVALID_TIMESTAMP,
  ErrorCode.INVALID_RECORD,
  ErrorCode.UNKNOWN_TOPIC_ID,
  ErrorCode.UNSUPPORTED_VERSION,
]);

/** Errors after which sending the same batch again cannot help. */
const FINAL: ReadonlySet<number> = new Set([
  ErrorCode.CORRUPT_MESSAGE,
  ErrorCode.MESSAGE_TOO_LARGE,
  ErrorCode.INVALID_REQUIRED_ACKS,
  ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER,
  ErrorCode.INVALID_PRODUCER_EPOCH,
  ErrorCode.UNKNOWN_PRODUCER_ID,
  ErrorCode.INVALID_TIMESTAMP,
  ErrorCode.INVALID_RECORD,
]);

export interface ProducerOptions {
  readonly partitions: readonly Partition[];
  readonly acks: -1 | 0 | 1;
  readonly isIdempotent: boolean;
  readonly codec: CompressionName;
  /** Mean time between two sends. */
  readonly pauseMs: number;
}

export class LogProducer {
  readonly #platform: Platform;
  readonly #client: LogClient;
  readonly #history: History;
  readonly #options: ProducerOptions;
  readonly #name: string;
  readonly #nextSequence = new Map<string, number>();
  #identity: ProducerIdentity | undefined;
  #valueCount = 0;
  #isStopping = false;

  constructor(client: LogClient, history: History, options: ProducerOptions) {
    this.#client = client;
    this.#platform = client.platform;
    this.#history = history;
    this.#options = options;
    const { process, incarnation } = this.#platform.self;
    this.#name = `${process}.${incarnation}`;
  }

  /** Asks `run` to end after the send that is under way. */
  stop(): void {
    this.#isStopping = true;
  }

  async run(): Promise<void> {
    const { random, timers } = this.#platform;
    while (!this.#isStopping) {
      await timers.sleep(-Math.log(1 - random.float()) * this.#options.pauseMs);
      if (this.#isStopping) return;
      if (this.#options.isIdempotent && !(await this.#hasIdentity())) continue;
      const { partitions } = this.#options;
      await this.#sendOne(partitions[random.int(partitions.length)] as Partition);
    }
  }

  async #hasIdentity(): Promise<boolean> {
    if (this.#identity !== undefined) return true;
    try {
      this.#identity = await this.#client.initProducerId();
      this.#nextSequence.clear();
      return true;
    } catch (error) {
      throwUnlessExpected(error);
      return false;
    }
  }

  async #sendOne(at: Partition): Promise<void> {
    const { acks, isIdempotent } = this.#options;
    const values = this.#newValues();
    const key = partitionKey(at);
    const sequence = this.#nextSequence.get(key) ?? 0;
    const batch = this.#batch(values, sequence);
    const send = this.#history.beginSend({
      topic: at.topic,
      partition: at.partition,
      process: this.#name,
      values,
      acks,
      isIdempotent,
      producerId: isIdempotent ? (this.#identity?.producerId ?? -1) : -1,
      sequence: isIdempotent ? sequence : -1,
      invokedMs: this.#history.nowMs(),
    });
    await this.#deliver(at, batch, send);
    if (!isIdempotent) return;
    if (send.outcome === 'ok') this.#nextSequence.set(key, sequence + values.length);
    // What became of the sequence number is not known, or the server does not go on from it.
    else this.#identity = undefined;
  }

  async #deliver(at: Partition, batch: Uint8Array, send: Send): Promise<void> {
    const { clock, random, timers } = this.#platform;
    const { acks, isIdempotent } = this.#options;
    const deadlineMs = clock.monotonicMs() + DELIVERY_TIMEOUT_MS;
    let isCertainlyAbsent = true;
    for (;;) {
      send.attempts++;
      let code: number;
      let wasSent = true;
      try {
        const answer = await this.#client.produce(at, batch, acks);
        if (answer.errorCode === ErrorCode.NONE) {
          const isKnown = acks !== 0;
          this.#end(send, isKnown ? 'ok' : 'unknown', answer.baseOffset);
          return;
        }
        code = answer.errorCode;
        send.error = errorName(code);
        if (code === ErrorCode.DUPLICATE_SEQUENCE_NUMBER) {
          this.#end(send, 'ok', -1);
          return;
        }
      } catch (error) {
        throwUnlessExpected(error);
        send.error = (error as Error).message;
        // Refused comes from the look-up of the topic's id, before anything was sent.
        wasSent = !(error instanceof NotSent || error instanceof Refused);
        code = error instanceof Refused ? error.code : ErrorCode.NETWORK_EXCEPTION;
      }
      if (wasSent && !NOTHING_APPENDED.has(code)) isCertainlyAbsent = false;
      const mayRetry = isIdempotent && !FINAL.has(code) && clock.monotonicMs() < deadlineMs;
      if (!mayRetry || this.#isStopping) {
        this.#end(send, isCertainlyAbsent ? 'failed' : 'unknown', -1);
        return;
      }
      await timers.sleep(MIN_BACKOFF_MS + random.float() * (MAX_BACKOFF_MS - MIN_BACKOFF_MS));
    }
  }

  #end(send: Send, outcome: Send['outcome'], baseOffset: number): void {
    this.#history.endSend(send, outcome, baseOffset);
  }

  #newValues(): string[] {
    const { random } = this.#platform;
    const values: string[] = [];
    const count = 1 + random.int(MAX_RECORDS_PER_BATCH);
    for (let i = 0; i < count; i++) {
      const value = `${this.#name}:${this.#valueCount++}:`;
      const bytes = MIN_VALUE_BYTES + random.int(MAX_VALUE_BYTES - MIN_VALUE_BYTES);
      values.push(value.padEnd(bytes, '.'));
    }
    return values;
  }

  #batch(values: readonly string[], baseSequence: number): Uint8Array {
    const identity = this.#identity;
    const builder = new BatchBuilder({
      codec: this.#options.codec,
      ...(this.#options.isIdempotent && identity !== undefined
        ? { ...identity, baseSequence }
        : {}),
    });
    const nowMs = this.#platform.clock.nowMs();
    for (const value of values) builder.add(nowMs, null, Buffer.from(value, 'latin1'));
    return builder.build();
  }
}

/** No answer and a refusal are everyday; anything else is a bug of the server or of the workload. */
export function throwUnlessExpected(error: unknown): void {
  if (error instanceof NoAnswer || error instanceof Refused) return;
  throw error;
}
