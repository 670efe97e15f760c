// SimConn: one end of a simulated connection, as its process holds it.

import { type CloseReason, type Conn, type PeerIdentity, type ReceiveTarget } from '@samsa/common';

import { hashBytes } from '../kernel/rolling-hash.ts';
import { type SimRandom } from '../kernel/sim-random.ts';
import { type Incarnation } from '../world/incarnation.ts';
import { type World } from '../world/world.ts';
import { type Pipe, type PipeEnd } from './pipe.ts';

/** What the receiver may no longer read is overwritten with this byte. */
export const POISON = 0xdb;
/** How long the system takes to accept bytes, report them as sent, or wake a reader. */
const MAX_SYSTEM_MS = 0.02;
/** Of a large chunk only this much at each end is summed to see whether its owner changed it. */
const WATCHED_BYTES = 8192;

interface Chunk {
  readonly bytes: Uint8Array;
  readonly sum: number;
  start: number;
  /** Set on the last chunk of a `send`. */
  readonly released: (() => void) | undefined;
}

export class SimConn implements Conn, PipeEnd {
  readonly id: number;
  readonly remote: string;
  readonly remotePort: number;
  readonly peer: PeerIdentity;
  readonly owner: Incarnation;
  readonly #world: World;
  readonly #random: SimRandom;
  /** Set right after both ends exist, before anyone can use them. */
  #out!: Pipe;
  #in!: Pipe;
  readonly #outbox: Chunk[] = [];
  #outboxBytes = 0;
  readonly #highWaterBytes: number;
  #target: ReceiveTarget | undefined;
  #isPaused = false;
  #isReading = false;
  #isTaking = false;
  /** `end` was called, or the other side ended: close when everything is sent. */
  #isEnding = false;
  #hasSentEnding = false;
  #state: 'open' | 'closed' = 'open';
  #closeReason: CloseReason | undefined;
  readonly #closeListeners: ((why: CloseReason) => void)[] = [];
  readonly #drainWaiters: (() => void)[] = [];

  constructor(
    world: World,
    owner: Incarnation,
    random: SimRandom,
    id: number,
    remote: string,
    remotePort: number,
    peer: PeerIdentity,
  ) {
    this.#world = world;
    this.owner = owner;
    this.#random = random;
    this.id = id;
    this.remote = remote;
    this.remotePort = remotePort;
    this.peer = peer;
    this.#highWaterBytes = Math.floor(random.magnitude(16 * 1024, 256 * 1024));
  }

  /** For the network: joins the two directions. */
  join(out: Pipe, incoming: Pipe): void {
    this.#out = out;
    this.#in = incoming;
  }

  get outgoing(): Pipe {
    return this.#out;
  }

  get incoming(): Pipe {
    return this.#in;
  }

  // ---- For the process --------------------------------------------------------------------------

  receive(into: ReceiveTarget): void {
    this.owner.assertAlive();
    this.#target = into;
    this.#wakeReader();
  }

  send(chunks: readonly Uint8Array[], released?: () => void): boolean {
    this.owner.assertAlive();
    if (this.#state === 'closed' || this.#isEnding) {
      if (released !== undefined) this.#soon('released', released);
      return false;
    }
    const lastIndex = chunks.length - 1;
    for (let i = 0; i <= lastIndex; i++) {
      const bytes = chunks[i] as Uint8Array;
      this.#outboxBytes += bytes.length;
      this.#outbox.push({
        bytes,
        sum: watchSum(bytes),
        start: 0,
        released: i === lastIndex ? released : undefined,
      });
    }
    if (lastIndex < 0 && released !== undefined) this.#soon('released', released);
    this.#world.network.chunksHeld += chunks.length;
    this.#takeSoon();
    return this.#outboxBytes < this.#highWaterBytes;
  }

  get unsentBytes(): number {
    return this.#outboxBytes;
  }

  drained(): Promise<void> {
    this.owner.assertAlive();
    if (this.#state === 'closed') return Promise.resolve();
    return new Promise((resolve) => {
      if (this.#outboxBytes === 0) this.#soon('released', resolve);
      else this.#drainWaiters.push(resolve);
    });
  }

  pause(): void {
    this.#isPaused = true;
  }

  resume(): void {
    this.owner.assertAlive();
    this.#isPaused = false;
    this.#wakeReader();
  }

  onClose(run: (why: CloseReason) => void): void {
    this.owner.assertAlive();
    const why = this.#closeReason;
    if (why === undefined) this.#closeListeners.push(run);
    else this.#soon('connection', () => run(why));
  }

  end(): void {
    if (!this.owner.isAlive || this.#state === 'closed') return;
    this.#isEnding = true;
    this.#finishWhenEmpty();
  }

  destroy(): void {
    if (!this.owner.isAlive || this.#state === 'closed') return;
    this.#abandon();
    this.#closed('destroyed');
  }

  // ---- For the world ----------------------------------------------------------------------------

  /** The process has ended: its system closes the connection, unless it lost its power as well. */
  ownerEnded(isSilent: boolean): void {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    this.#world.network.chunksHeld -= this.#outbox.length;
    this.#outbox.length = 0;
    if (!isSilent) this.#abandon();
    this.#world.network.forget(this);
  }

  get hostName(): string {
    return this.owner.process.host.name;
  }

  get isReachable(): boolean {
    return this.owner.process.host.isUp;
  }

  get isOpen(): boolean {
    return this.#state === 'open' && this.owner.isAlive;
  }

  arrived(): void {
    this.#wakeReader();
  }

  broke(why: 'reset' | 'timeout'): void {
    if (!this.isOpen) return;
    this.#out.cut();
    this.#in.cut();
    this.#in.discardInbox();
    this.#soon('connection', () => this.#closed(why));
  }

  hasRoom(): void {
    if (this.isOpen) this.#takeSoon();
  }

  // ---- Sending ----------------------------------------------------------------------------------

  #takeSoon(): void {
    if (this.#isTaking || this.#outbox.length === 0) return;
    this.#isTaking = true;
    this.#soon('take', () => {
      this.#isTaking = false;
      if (this.#state === 'open') this.#take();
    });
  }

  /** The system takes what it has room for. Until then the chunks must not have changed. */
  #take(): void {
    let room = this.#out.roomBytes;
    while (this.#outbox.length > 0 && room > 0) {
      const chunk = this.#outbox[0] as Chunk;
      const n = Math.min(room, chunk.bytes.length - chunk.start);
      if (watchSum(chunk.bytes) !== chunk.sum) {
        this.#world.fail(
          'sent-bytes-changed',
          `${this.owner.name} changed bytes that it had given to connection ${this.id} before they were released`,
        );
        return;
      }
      if (n > 0) this.#out.transmit(copyOf(chunk.bytes, chunk.start, n));
      room -= n;
      chunk.start += n;
      this.#outboxBytes -= n;
      if (chunk.start < chunk.bytes.length) break;
      this.#outbox.shift();
      this.#world.network.chunksHeld--;
      if (chunk.released !== undefined) this.#soon('released', chunk.released);
    }
    if (this.#outboxBytes === 0) {
      for (const resolve of this.#drainWaiters.splice(0)) this.#soon('released', resolve);
    }
    this.#finishWhenEmpty();
  }

  #finishWhenEmpty(): void {
    if (!this.#isEnding || this.#hasSentEnding || this.#outbox.length > 0) return;
    this.#hasSentEnding = true;
    this.#out.finish('ended');
    this.#closeWhenBothEnded();
  }

  /** Bytes that the system has already taken may still arrive. */
  #abandon(): void {
    const isRude = this.#in.inboxBytes > 0 || this.#random.chance(0.5);
    if (!this.#hasSentEnding) this.#out.finish(isRude ? 'reset' : 'ended');
    this.#in.discardInbox();
  }

  // ---- Receiving --------------------------------------------------------------------------------

  #wakeReader(): void {
    if (this.#isReading || !this.isOpen) return;
    this.#isReading = true;
    this.#soon('bytes', () => {
      this.#isReading = false;
      if (this.#state === 'open') this.#read();
    });
  }

  #read(): void {
    const incoming = this.#in;
    if (incoming.arrivedEnding === 'reset') {
      this.#out.cut();
      this.#closed('reset');
      return;
    }
    if (incoming.inboxBytes > 0) {
      if (this.#target === undefined || this.#isPaused) return;
      const buffer = this.#target.buffer();
      const n = incoming.take(buffer);
      if (n === 0) {
        this.#world.fail('empty-buffer', `${this.owner.name} gave an empty buffer to receive into`);
        return;
      }
      this.#target.filled(n);
      this.#poison(n);
      if (this.#state === 'open') this.#wakeReader();
      return;
    }
    if (incoming.arrivedEnding === 'ended') {
      this.#isEnding = true;
      this.#finishWhenEmpty();
      this.#closeWhenBothEnded();
    }
  }

  /**
   * What was received may be overwritten once `filled` has returned. The receiver shows which bytes
   * that concerns by the buffer that it offers for the next read: a shared landing buffer is the same
   * one again, the rest of a large frame is not.
   */
  #poison(n: number): void {
    if (this.#state !== 'open') return;
    const next = this.#target?.buffer();
    next?.fill(POISON, 0, Math.min(n, next.length));
  }

  // ---- Closing ----------------------------------------------------------------------------------

  #closeWhenBothEnded(): void {
    if (this.#hasSentEnding && this.#in.arrivedEnding !== undefined) this.#closed('ended');
  }

  #closed(why: CloseReason): void {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    this.#closeReason = why;
    this.#world.network.forget(this);
    this.#world.network.chunksHeld -= this.#outbox.length;
    for (const chunk of this.#outbox.splice(0)) {
      if (chunk.released !== undefined) this.#soon('released', chunk.released);
    }
    this.#outboxBytes = 0;
    for (const resolve of this.#drainWaiters.splice(0)) this.#soon('released', resolve);
    const listeners = this.#closeListeners.splice(0);
    if (listeners.length > 0) {
      this.#soon('connection', () => {
        for (const listener of listeners) listener(why);
      });
    }
  }

  #soon(kind: 'take' | 'bytes' | 'released' | 'connection', run: () => void): void {
    const delayMs = this.#random.float() * MAX_SYSTEM_MS;
    this.#world.scheduler.after(delayMs, kind, this.owner, run, this.id);
  }
}

/** Not `slice`: that of a Buffer copies nothing. */
function copyOf(bytes: Uint8Array, start: number, n: number): Uint8Array {
  const copy = new Uint8Array(n);
  copy.set(bytes.subarray(start, start + n));
  return copy;
}

function watchSum(bytes: Uint8Array): number {
  if (bytes.length <= 2 * WATCHED_BYTES) return hashBytes(bytes);
  const head = hashBytes(bytes.subarray(0, WATCHED_BYTES));
  return hashBytes(bytes.subarray(bytes.length - WATCHED_BYTES), head);
}
