// FrameDecoder: cuts the byte stream of one connection into frames (int32 size, then that many bytes).
//
// Frames are handed over where they landed, without a copy. A frame that was cut gets a buffer of its
// own. A receiver that cannot take a frame yet says so; then reading stops, and the bytes that had
// already landed are kept (once copied) until `resume`.

import { assert, type ReceiveTarget } from '@samsa/common';

import { type ReceiveMemory } from './receive-memory.ts';

const SIZE_BYTES = 4;

/** From here up the rest of a cut frame is read straight into its buffer instead of by a copy. */
const DIRECT_READ_BYTES = 64 * 1024;

/** Set aside at first for a cut frame, however large it says it is. */
const FIRST_BUFFER_BYTES = 1024 * 1024;

/** A large buffer grows by this: a peer must have sent a quarter of what it makes us set aside. */
const GROWTH = 4;

export interface FrameReceiver {
  /**
   * Takes one frame, bytes[from, to) without its size. The bytes are valid during the call.
   *
   * @returns false to get the same frame again after `resume`
   */
  frame(bytes: Uint8Array, from: number, to: number): boolean;
  /** No frame can begin like this, or none can be kept. The decoder is closed already. */
  broken(reason: string): void;
}

/** The reading side of a connection, as far as it is switched on and off here. */
export interface Flow {
  pause(): void;
  resume(): void;
}

export interface FrameLimits {
  readonly minFrameBytes: number;
  readonly maxFrameBytes: number;
}

export class FrameDecoder implements ReceiveTarget {
  readonly #memory: ReceiveMemory;
  readonly #flow: Flow;
  readonly #receiver: FrameReceiver;
  readonly #limits: FrameLimits;
  /** The size of the frame that comes next, once all four bytes of it are here; else -1. */
  #size = -1;
  #sizeBytesRead = 0;
  #sizeSoFar = 0;
  /** The buffer of a cut frame. Its capacity is reserved in the memory. */
  #own: Uint8Array | undefined;
  #ownFilled = 0;
  /** Bytes that landed behind a frame which had to wait: kept[keptFrom, its end). Reserved too. */
  #kept: Uint8Array | undefined;
  #keptFrom = 0;
  /** Whether the next read goes into `#own` rather than into the landing buffer. */
  #readsDirectly = false;
  #isHeld = false;
  #isParsing = false;
  #isClosed = false;
  #ownTaken = false;

  constructor(memory: ReceiveMemory, flow: Flow, receiver: FrameReceiver, limits: FrameLimits) {
    this.#memory = memory;
    this.#flow = flow;
    this.#receiver = receiver;
    this.#limits = limits;
  }

  /** True while reading is stopped because of a frame that has to wait. */
  get isHeld(): boolean {
    return this.#isHeld;
  }

  /** Whether a frame has begun and is not complete: the peer owes us bytes. */
  get isMidFrame(): boolean {
    return !this.#isHeld && (this.#size >= 0 || this.#sizeBytesRead > 0);
  }

  /** How much of the present frame is here; with `isMidFrame` it tells whether a peer makes progress. */
  get frameBytesRead(): number {
    return this.#ownFilled;
  }

  buffer(): Uint8Array {
    const own = this.#own;
    if (own !== undefined && !this.#isHeld) {
      const wanted = Math.min(own.length, this.#size) - this.#ownFilled;
      if (wanted >= DIRECT_READ_BYTES) {
        this.#readsDirectly = true;
        return own.subarray(this.#ownFilled, this.#ownFilled + wanted);
      }
    }
    this.#readsDirectly = false;
    return this.#memory.landing;
  }

  filled(byteCount: number): void {
    if (this.#isClosed) return;
    assert(!this.#isHeld, 'a paused connection receives nothing');
    if (this.#readsDirectly) {
      this.#readsDirectly = false;
      this.#ownFilled += byteCount;
      this.#parse(this.#memory.landingBytes, 0, 0);
    } else {
      this.#parse(this.#memory.landingBytes, 0, byteCount);
    }
  }

  /** Offers the waiting frame again, then goes on. */
  resume(): void {
    if (!this.#isHeld || this.#isParsing || this.#isClosed) return;
    this.#isHeld = false;
    const kept = this.#kept;
    if (kept === undefined) this.#parse(this.#memory.landingBytes, 0, 0);
    else this.#parse(kept, this.#keptFrom, kept.length);
    if (this.#isHeld || this.#isClosed) return;
    this.#flow.resume();
  }

  /**
   * Makes the frame of the present `frame` call the caller's for good: its own buffer where it has
   * one, else a copy.
   */
  keepFrame(bytes: Uint8Array, from: number, to: number): Uint8Array {
    if (bytes !== this.#own) return new Uint8Array(bytes.subarray(from, to));
    this.#ownTaken = true;
    return bytes.subarray(from, to);
  }

  /** Gives every buffer back. Nothing is received or handed over afterwards. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#isHeld = false;
    // A frame that is being handled now is still looked at; its buffer goes to the garbage collector.
    if (this.#isParsing) this.#ownTaken = true;
    this.#dropOwn();
    this.#dropKept();
  }

  #parse(bytes: Uint8Array, from: number, to: number): void {
    this.#isParsing = true;
    let at = from;
    for (;;) {
      if (this.#own !== undefined) {
        at += this.#fillOwn(bytes, at, to);
        if (this.#ownFilled < this.#size) {
          if (this.#ownFilled < this.#own.length) break;
          if (!this.#growOwn()) {
            this.#hold(bytes, at, to);
            this.#retryWithMemory();
            break;
          }
          continue;
        }
        if (!this.#receiver.frame(this.#own, 0, this.#size)) {
          this.#hold(bytes, at, to);
          break;
        }
        if (this.#isClosed) break;
        this.#dropOwn();
        this.#size = -1;
        continue;
      }
      if (this.#size < 0) {
        if (to - at >= SIZE_BYTES && this.#sizeBytesRead === 0) {
          this.#size = int32At(bytes, at);
          at += SIZE_BYTES;
        } else {
          if (at >= to) break;
          this.#sizeSoFar = (this.#sizeSoFar << 8) | bytes[at++]!; // below `to`
          if (++this.#sizeBytesRead < SIZE_BYTES) continue;
          this.#size = this.#sizeSoFar;
          this.#sizeBytesRead = 0;
          this.#sizeSoFar = 0;
        }
        if (this.#size < this.#limits.minFrameBytes || this.#size > this.#limits.maxFrameBytes) {
          this.#break(sizeProblem(this.#size, this.#limits));
          break;
        }
      }
      const end = at + this.#size;
      if (end > to) {
        if (this.#startOwn()) continue;
        this.#hold(bytes, at, to);
        this.#retryWithMemory();
        break;
      }
      if (!this.#receiver.frame(bytes, at, end)) {
        this.#hold(bytes, at, to);
        break;
      }
      if (this.#isClosed) break;
      this.#size = -1;
      at = end;
    }
    this.#isParsing = false;
    if (!this.#isHeld && bytes === this.#kept) this.#dropKept();
  }

  /** @returns bytes copied */
  #fillOwn(bytes: Uint8Array, from: number, to: number): number {
    const own = this.#own!; // the caller has looked
    const count = Math.min(to - from, Math.min(own.length, this.#size) - this.#ownFilled);
    if (count <= 0) return 0;
    own.set(bytes.subarray(from, from + count), this.#ownFilled);
    this.#ownFilled += count;
    return count;
  }

  #startOwn(): boolean {
    const capacity = Math.min(this.#size, FIRST_BUFFER_BYTES);
    if (!this.#memory.reserve(capacity)) return false;
    this.#own = this.#memory.take(capacity);
    this.#ownFilled = 0;
    return true;
  }

  #growOwn(): boolean {
    const old = this.#own!; // only called with a buffer that is full
    const capacity = Math.min(this.#size, old.length * GROWTH);
    if (!this.#memory.reserve(capacity - old.length)) return false;
    this.#own = this.#memory.take(capacity);
    this.#own.set(old);
    this.#memory.giveBack(old);
    return true;
  }

  #dropOwn(): void {
    const own = this.#own;
    if (own === undefined) return;
    this.#own = undefined;
    this.#ownFilled = 0;
    if (!this.#ownTaken) this.#memory.giveBack(own);
    this.#ownTaken = false;
    this.#memory.unreserve(own.length);
  }

  /** Stops reading; bytes[from, to) are looked at again after `resume`. */
  #hold(bytes: Uint8Array, from: number, to: number): void {
    if (this.#isClosed) return;
    this.#isHeld = true;
    this.#flow.pause();
    if (bytes === this.#kept) {
      this.#keptFrom = from;
    } else if (from < to) {
      if (!this.#memory.reserve(to - from)) {
        this.#break('too many bytes of waiting requests on this node');
        return;
      }
      this.#kept = new Uint8Array(bytes.subarray(from, to));
      this.#keptFrom = 0;
    }
  }

  #retryWithMemory(): void {
    if (!this.#isClosed) this.#memory.whenUnreserved(() => this.resume());
  }

  #dropKept(): void {
    const kept = this.#kept;
    if (kept === undefined) return;
    this.#kept = undefined;
    this.#memory.unreserve(kept.length);
  }

  #break(reason: string): void {
    this.close();
    this.#receiver.broken(reason);
  }
}

function int32At(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!; // the caller has seen four bytes
}

/** What people point at a Kafka port by mistake, by the first four bytes they send. */
function sizeProblem(size: number, limits: FrameLimits): string {
  const text = String.fromCharCode(
    size >>> 24,
    (size >>> 16) & 255,
    (size >>> 8) & 255,
    size & 255,
  );
  if (/^(GET |POST|HEAD|PUT |DELE|OPTI|PATC|CONN|PRI )$/.test(text)) {
    return `an HTTP request ('${text.trim()}…') on a port that speaks Kafka`;
  }
  if (size >>> 16 === 0x1603) return 'a TLS handshake on a port that speaks Kafka in plain text';
  if (size > limits.maxFrameBytes) {
    return `a frame of ${size} bytes, more than ${limits.maxFrameBytes}`;
  }
  return `a frame of ${size} bytes, fewer than ${limits.minFrameBytes}`;
}
