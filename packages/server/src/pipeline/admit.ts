// Admit: how many requests of one connection may be in work at a time.
//
// A request waits until the ones before it are answered, so a connection never holds more than one
// waiting fetch or join. Produce requests alone follow each other without waiting: their order is
// settled when they are handled, and only their answers take time.

import { ApiKey } from '@samsa/protocol';

/** Produce requests of one connection without an answer; librdkafka and the Java client send five. */
export const MAX_PIPELINED_REQUESTS = 256;

/** Bytes of such requests: their batches stay in memory until they are replicated. */
export const MAX_PIPELINED_BYTES = 64 * 1024 * 1024;

export class Admission {
  #count = 0;
  #pipelinedCount = 0;
  #pipelinedBytes = 0;

  /** Requests in work. */
  get count(): number {
    return this.#count;
  }

  canStart(apiKey: number, byteLength: number): boolean {
    if (this.#count === 0) return true;
    return (
      apiKey === ApiKey.Produce &&
      this.#pipelinedCount === this.#count &&
      this.#count < MAX_PIPELINED_REQUESTS &&
      this.#pipelinedBytes + byteLength <= MAX_PIPELINED_BYTES
    );
  }

  started(apiKey: number, byteLength: number): void {
    this.#count++;
    if (apiKey !== ApiKey.Produce) return;
    this.#pipelinedCount++;
    this.#pipelinedBytes += byteLength;
  }

  ended(apiKey: number, byteLength: number): void {
    this.#count--;
    if (apiKey !== ApiKey.Produce) return;
    this.#pipelinedCount--;
    this.#pipelinedBytes -= byteLength;
  }
}
