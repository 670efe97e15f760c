// NodeConn: a Conn over one TCP socket.
//
// Received bytes land in the receiver's own buffers: straight from the system where the socket reads
// by `onread`, by one copy where it reads by 'data' events.

import { type Socket } from 'node:net';

import { type CloseReason, type Conn, type PeerIdentity, type ReceiveTarget } from '@samsa/common';

/** How long a closing connection waits for the peer's own end, so that no reset overtakes our last bytes. */
const LINGER_MS = 1_000;

/**
 * A socket that reads by `onread` wants its first buffer when it is made, before anybody receives.
 * These reads land here and are copied; nothing is kept in it between two events.
 */
const FIRST_READ_BYTES = 64 * 1024;
const firstRead = new Uint8Array(FIRST_READ_BYTES);

const NO_CERTIFICATE: PeerIdentity = { certificateName: null };

/** Ids must never come again within the process, whichever network made the connection. */
let nextConnectionId = 1;

export class NodeConn implements Conn {
  readonly id = nextConnectionId++;
  readonly peer = NO_CERTIFICATE;
  remote = '';
  remotePort = 0;
  #socket: Socket | undefined;
  #target: ReceiveTarget | undefined;
  /** Who gave out the buffer of the next read; undefined for the first one. */
  #bufferOwner: ReceiveTarget | undefined;
  /** Bytes that came in one piece and found the receiver pausing midway. Only where reads are copied. */
  #undelivered: Uint8Array | undefined;
  #isPaused = false;
  #isEnding = false;
  #closeReason: CloseReason | undefined;
  #failure: CloseReason | undefined;
  #closeListeners: ((why: CloseReason) => void)[] = [];
  #drainWaiters: (() => void)[] = [];

  /** The `onread` option for a socket that is being made for this connection. */
  readonly onread = {
    buffer: (): Uint8Array => this.#nextBuffer(),
    callback: (byteCount: number, into: Uint8Array): boolean => {
      this.#filled(byteCount, into);
      return true; // `pause` stops the reading itself
    },
  };

  /** Takes over a connected socket that is not reading yet. */
  attach(socket: Socket, readsBy: 'onread' | 'data'): void {
    this.#socket = socket;
    this.remote = plainAddress(socket.remoteAddress ?? '');
    this.remotePort = socket.remotePort ?? 0;
    if (readsBy === 'data') {
      socket.on('data', (bytes: Uint8Array) => this.#deliver(bytes));
      socket.pause();
    }
    socket.on('drain', () => this.#wakeDrained());
    socket.on('error', (error: NodeJS.ErrnoException) => {
      this.#failure ??= reasonOf(error.code);
    });
    socket.once('close', () => this.#closed());
  }

  receive(into: ReceiveTarget): void {
    this.#target = into;
    if (!this.#isPaused) this.#socket?.resume();
  }

  send(chunks: readonly Uint8Array[], released?: () => void): boolean {
    const socket = this.#socket;
    if (socket === undefined || this.#closeReason !== undefined) {
      if (released !== undefined) queueMicrotask(released);
      return true;
    }
    const last = chunks.length - 1;
    if (last < 0) {
      if (released !== undefined) queueMicrotask(released);
      return !socket.writableNeedDrain;
    }
    // One system call for all chunks. The stream runs the callback of a write exactly once, also
    // when it fails or the socket is destroyed, and in order, so the last one stands for all.
    if (last > 0) socket.cork();
    for (let i = 0; i < last; i++) socket.write(chunks[i]!); // below the length
    socket.write(chunks[last]!, released);
    if (last > 0) socket.uncork();
    return !socket.writableNeedDrain;
  }

  get unsentBytes(): number {
    return this.#closeReason === undefined ? (this.#socket?.writableLength ?? 0) : 0;
  }

  /** Resolves also when the connection closes: `onClose` tells that apart. */
  drained(): Promise<void> {
    const socket = this.#socket;
    if (socket === undefined || this.#closeReason !== undefined || !socket.writableNeedDrain) {
      return Promise.resolve();
    }
    return new Promise((resolve) => this.#drainWaiters.push(resolve));
  }

  pause(): void {
    this.#isPaused = true;
    this.#socket?.pause();
  }

  resume(): void {
    if (!this.#isPaused) return;
    this.#isPaused = false;
    if (this.#undelivered === undefined) this.#readOn();
    else queueMicrotask(() => this.#readOn());
  }

  /** Never inside `resume`: the caller may be in the middle of a buffer that this fills. */
  #readOn(): void {
    if (this.#isPaused || this.#target === undefined) return;
    const undelivered = this.#undelivered;
    if (undelivered !== undefined) {
      this.#undelivered = undefined;
      this.#deliver(undelivered);
      if (this.#isPaused) return;
    }
    this.#socket?.resume();
  }

  onClose(run: (why: CloseReason) => void): void {
    const reason = this.#closeReason;
    if (reason === undefined) this.#closeListeners.push(run);
    else queueMicrotask(() => run(reason));
  }

  end(): void {
    const socket = this.#socket;
    if (socket === undefined || this.#isEnding || socket.destroyed) return;
    this.#isEnding = true;
    // What still arrives is dropped: closing with unread bytes would reset the connection and the
    // peer could lose our last answer.
    this.#undelivered = undefined;
    this.#isPaused = false;
    socket.resume();
    socket.end(() => {
      setTimeout(() => socket.destroy(), LINGER_MS).unref();
    });
  }

  destroy(): void {
    this.#failure ??= 'destroyed';
    this.#socket?.destroy();
  }

  #nextBuffer(): Uint8Array {
    this.#bufferOwner = this.#isEnding || this.#isGone ? undefined : this.#target;
    return this.#bufferOwner?.buffer() ?? firstRead;
  }

  get #isGone(): boolean {
    return this.#socket?.destroyed ?? false;
  }

  #filled(byteCount: number, into: Uint8Array): void {
    const target = this.#target;
    if (target === undefined || this.#isEnding) return;
    if (this.#bufferOwner === target) target.filled(byteCount);
    else this.#deliver(into.subarray(0, byteCount));
  }

  /** Copies received bytes into the receiver's buffers; what is left when it pauses waits for `resume`. */
  #deliver(bytes: Uint8Array): void {
    let from = 0;
    while (from < bytes.length) {
      const target = this.#target;
      if (target === undefined || this.#isEnding || this.#isGone) return;
      if (this.#isPaused) {
        this.#undelivered = new Uint8Array(bytes.subarray(from));
        return;
      }
      const buffer = target.buffer();
      const size = Math.min(buffer.length, bytes.length - from);
      buffer.set(size === bytes.length ? bytes : bytes.subarray(from, from + size));
      from += size;
      target.filled(size);
    }
  }

  #wakeDrained(): void {
    const waiters = this.#drainWaiters;
    if (waiters.length === 0) return;
    this.#drainWaiters = [];
    for (const wake of waiters) wake();
  }

  #closed(): void {
    this.#closeReason = this.#failure ?? 'ended';
    this.#target = undefined;
    this.#undelivered = undefined;
    this.#wakeDrained();
    const listeners = this.#closeListeners;
    this.#closeListeners = [];
    for (const run of listeners) run(this.#closeReason);
  }
}

function reasonOf(code: string | undefined): CloseReason {
  if (code === 'ECONNRESET' || code === 'EPIPE' || code === 'ECONNABORTED') return 'reset';
  if (code === 'ETIMEDOUT') return 'timeout';
  return 'error';
}

/** An IPv4 peer of a socket that listens for both families is shown, limited and matched as IPv4. */
function plainAddress(address: string): string {
  return address.startsWith('::ffff:') && address.includes('.') ? address.slice(7) : address;
}
