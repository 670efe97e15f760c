// A pair of connections in memory, for tests that decide where the bytes are cut and when a peer reads.

import { type CloseReason, type Conn, type ReceiveTarget } from '@samsa/common';

let nextId = 1_000_000;

/** Cuts what is sent into the pieces that the other side receives. */
export type Cut = (bytes: Uint8Array) => readonly Uint8Array[];

export const whole: Cut = (bytes) => [bytes];
export const byteByByte: Cut = (bytes) => Array.from(bytes, (byte) => Uint8Array.of(byte));
export const cutAt =
  (position: number): Cut =>
  (bytes) => [bytes.subarray(0, position), bytes.subarray(position)];

/** Above this many bytes that the other side has not taken, `send` says to wait. */
const HIGH_WATER_BYTES = 64 * 1024;

export class MemoryConn implements Conn {
  readonly id = nextId++;
  readonly remote: string;
  readonly remotePort = 1;
  readonly peer = { certificateName: null };
  cut: Cut = whole;
  other!: MemoryConn; // set by memoryPair before anyone sees it
  readonly #arrived: Uint8Array[] = [];
  readonly #toRelease: { after: number; released: () => void }[] = [];
  #sentBytes = 0;
  #takenBytes = 0;
  #drainWaiters: (() => void)[] = [];
  #target: ReceiveTarget | undefined;
  #isPaused = false;
  #isDelivering = false;
  #isEnding = false;
  #closed: CloseReason | undefined;
  readonly #closeListeners: ((why: CloseReason) => void)[] = [];

  constructor(remote: string) {
    this.remote = remote;
  }

  receive(into: ReceiveTarget): void {
    this.#target = into;
    this.#deliverSoon();
  }

  send(chunks: readonly Uint8Array[], released?: () => void): boolean {
    if (this.#closed !== undefined) {
      if (released !== undefined) queueMicrotask(released);
      return true;
    }
    // Copied: what is released may be overwritten, and must not change what arrives.
    const bytes = Buffer.concat(chunks);
    this.#sentBytes += bytes.length;
    if (released !== undefined) this.#toRelease.push({ after: this.#sentBytes, released });
    for (const piece of this.cut(bytes)) {
      if (piece.length > 0) this.other.#arrived.push(Uint8Array.from(piece));
    }
    this.other.#deliverSoon();
    return this.unsentBytes < HIGH_WATER_BYTES;
  }

  get unsentBytes(): number {
    return this.#sentBytes - this.#takenBytes;
  }

  drained(): Promise<void> {
    if (this.#closed !== undefined || this.unsentBytes < HIGH_WATER_BYTES) return Promise.resolve();
    return new Promise((resolve) => this.#drainWaiters.push(resolve));
  }

  pause(): void {
    this.#isPaused = true;
  }

  resume(): void {
    this.#isPaused = false;
    this.#deliverSoon();
  }

  onClose(run: (why: CloseReason) => void): void {
    if (this.#closed === undefined) this.#closeListeners.push(run);
    else run(this.#closed);
  }

  end(): void {
    this.#isEnding = true;
    this.#endWhenSent();
  }

  destroy(): void {
    this.#close('destroyed');
    this.other.#close('reset');
  }

  #deliverSoon(): void {
    setImmediate(() => this.#deliver());
  }

  #deliver(): void {
    if (this.#isDelivering) return;
    this.#isDelivering = true;
    while (!this.#isPaused && this.#closed === undefined && this.#target !== undefined) {
      const piece = this.#arrived.shift();
      if (piece === undefined) break;
      const buffer = this.#target.buffer();
      const size = Math.min(buffer.length, piece.length);
      buffer.set(piece.subarray(0, size));
      if (size < piece.length) this.#arrived.unshift(piece.subarray(size));
      this.#target.filled(size);
      buffer.fill(0xdb, 0, size); // poison: nobody may look at it any more
      this.other.#taken(size);
    }
    this.#isDelivering = false;
  }

  #taken(byteCount: number): void {
    this.#takenBytes += byteCount;
    while (this.#toRelease.length > 0 && this.#toRelease[0]!.after <= this.#takenBytes) {
      this.#toRelease.shift()!.released();
    }
    if (this.unsentBytes === 0) this.#wake();
    this.#endWhenSent();
  }

  #endWhenSent(): void {
    if (!this.#isEnding || this.unsentBytes > 0 || this.#closed !== undefined) return;
    this.#close('ended');
    this.other.#close('ended');
  }

  #wake(): void {
    for (const wake of this.#drainWaiters.splice(0)) wake();
  }

  #close(why: CloseReason): void {
    if (this.#closed !== undefined) return;
    this.#closed = why;
    for (const { released } of this.#toRelease.splice(0)) released();
    this.#wake();
    for (const run of this.#closeListeners) run(why);
  }
}

export function memoryPair(): [MemoryConn, MemoryConn] {
  const a = new MemoryConn('10.0.0.1');
  const b = new MemoryConn('10.0.0.2');
  a.other = b;
  b.other = a;
  return [a, b];
}
