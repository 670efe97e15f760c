// Pipe: one direction of a connection — an ordered stream of bytes that may be cut anywhere.
//
// Bytes go from the sender's memory (outbox) into its system (sent), over the link, into the
// receiver's system (inbox), and from there into the receiver's buffer. The pipe itself lives in the
// systems of both hosts: it outlives the process that wrote into it.

import { hashBytes } from '../kernel/rolling-hash.ts';
import { type SimRandom } from '../kernel/sim-random.ts';
import { type World } from '../world/world.ts';
import { type Link } from './link.ts';

const EMPTY = new Uint8Array(0);
/** A lost packet is sent again after about this long, growing, as TCP does. */
const MIN_RETRANSMIT_MS = 200;
const MAX_RETRANSMIT_MS = 3000;
/** After so long without an acknowledgement a system gives a connection up. */
const MIN_GIVE_UP_MS = 60_000;
const MAX_GIVE_UP_MS = 180_000;
/** Of the packets, how many are cut into several, also in the middle of a length prefix. */
const CUT_PROBABILITY = 0.2;
const MAX_CUTS = 3;

export type Ending = 'ended' | 'reset';

/** The receiving end, as its host's system sees it. */
export interface PipeEnd {
  readonly hostName: string;
  /** False after a power loss of its host: nothing answers. */
  readonly isReachable: boolean;
  /** False once the process has closed it: what still arrives is answered with a reset. */
  readonly isOpen: boolean;
  /** Bytes, or the ending, wait in the inbox. */
  arrived(): void;
  /** The connection is broken: `timeout` where the other side never answered. */
  broke(why: 'reset' | 'timeout'): void;
  /** Some of the bytes that were sent are through: there is room again. */
  hasRoom(): void;
}

export class Pipe {
  readonly #world: World;
  readonly #random: SimRandom;
  readonly link: Link;
  readonly #from: PipeEnd;
  readonly #to: PipeEnd;
  /** Bytes that both systems together hold. */
  readonly #capacity: number;
  readonly #inFlight: Uint8Array[] = [];
  readonly #inbox: Uint8Array[] = [];
  #inboxStart = 0;
  #inboxBytes = 0;
  #inFlightBytes = 0;
  #lastArrivalMs = 0;
  /** Nothing arrives before this: the late delivery of what was sent on an abandoned connection. */
  #stalledUntilMs = 0;
  #ending: Ending | undefined;
  #endingHasArrived = false;
  #isBroken = false;
  #isBlocked = false;
  #blockedCount = 0;

  constructor(world: World, random: SimRandom, link: Link, from: PipeEnd, to: PipeEnd) {
    this.#world = world;
    this.#random = random;
    this.link = link;
    this.#from = from;
    this.#to = to;
    this.#capacity = Math.floor(random.magnitude(16 * 1024, 1024 * 1024));
  }

  get roomBytes(): number {
    return Math.max(0, this.#capacity - this.#inFlightBytes - this.#inboxBytes);
  }

  get inboxBytes(): number {
    return this.#inboxBytes;
  }

  /** How the sender ended the stream, once that has arrived behind all bytes. */
  get arrivedEnding(): Ending | undefined {
    return this.#endingHasArrived && this.#inboxBytes === 0 ? this.#ending : undefined;
  }

  /** Takes over the bytes (they are the pipe's own) and sends them on their way. */
  transmit(bytes: Uint8Array): void {
    if (this.#isBroken || this.#ending !== undefined) return;
    let from = 0;
    if (bytes.length > 1 && this.#random.chance(CUT_PROBABILITY)) {
      const cuts = 1 + this.#random.int(MAX_CUTS);
      for (let i = 0; i < cuts && from < bytes.length - 1; i++) {
        const to = from + 1 + this.#random.int(bytes.length - from - 1);
        this.#packet(bytes.subarray(from, to));
        from = to;
      }
    }
    this.#packet(bytes.subarray(from));
  }

  /** Sends the ending behind everything else. */
  finish(ending: Ending): void {
    if (this.#isBroken || this.#ending !== undefined) return;
    this.#ending = ending;
    this.#packet(EMPTY);
  }

  /** Nothing arrives any more, in either state of the link. */
  cut(): void {
    this.#isBroken = true;
    this.#inFlight.length = 0;
    this.#inFlightBytes = 0;
  }

  /** Holds everything that is on its way, and what follows on this connection, until then. */
  stallUntil(timeMs: number): void {
    this.#stalledUntilMs = Math.max(this.#stalledUntilMs, timeMs);
  }

  /** Moves bytes from the inbox into the receiver's buffer. */
  take(into: Uint8Array): number {
    let taken = 0;
    while (taken < into.length && this.#inbox.length > 0) {
      const first = this.#inbox[0] as Uint8Array;
      const n = Math.min(into.length - taken, first.length - this.#inboxStart);
      into.set(first.subarray(this.#inboxStart, this.#inboxStart + n), taken);
      taken += n;
      this.#inboxStart += n;
      if (this.#inboxStart === first.length) {
        this.#inbox.shift();
        this.#inboxStart = 0;
      }
    }
    this.#inboxBytes -= taken;
    if (taken > 0) this.#from.hasRoom();
    return taken;
  }

  discardInbox(): void {
    this.#inbox.length = 0;
    this.#inboxStart = 0;
    this.#inboxBytes = 0;
  }

  #packet(bytes: Uint8Array): void {
    this.#inFlight.push(bytes);
    this.#inFlightBytes += bytes.length;
    const nowMs = this.#world.nowMs;
    const arrivalMs = this.link.arrivalMs(nowMs, bytes.length);
    this.#lastArrivalMs = Math.max(this.#lastArrivalMs, arrivalMs, this.#stalledUntilMs);
    this.#arriveAt(this.#lastArrivalMs, bytes);
  }

  #arriveAt(timeMs: number, bytes: Uint8Array): void {
    this.#world.scheduler.at(timeMs, 'arrive', undefined, () => this.#arrive(), hashBytes(bytes));
  }

  /** The oldest packet is there. Each packet has one event, whichever packet that event was made for. */
  #arrive(): void {
    if (this.#isBroken || this.#inFlight.length === 0) return;
    if (this.#isBlocked) {
      this.#blockedCount++;
      return;
    }
    if (this.#world.nowMs < this.#stalledUntilMs) {
      this.#arriveAt(this.#stalledUntilMs, EMPTY);
      return;
    }
    if (this.link.state === 'reset') {
      this.#break('reset');
      return;
    }
    if (this.link.state === 'drop' || !this.#to.isReachable) {
      this.#block();
      return;
    }
    if (!this.#to.isOpen) {
      // Nobody is there any more: the other system answers with a reset, unless this was the ending.
      const isEnding = this.#ending !== undefined && this.#inFlight.length === 1;
      this.cut();
      if (!isEnding) {
        const backMs = this.#world.nowMs + this.link.latencyMs();
        this.#world.scheduler.at(backMs, 'arrive', undefined, () => this.#from.broke('reset'));
      }
      return;
    }
    const bytes = this.#inFlight.shift() as Uint8Array;
    this.#inFlightBytes -= bytes.length;
    if (bytes.length > 0) {
      this.#inbox.push(bytes);
      this.#inboxBytes += bytes.length;
    } else {
      this.#endingHasArrived = true;
      if (this.#ending === 'reset') this.discardInbox();
    }
    this.#to.arrived();
  }

  /** The packet was lost. It is sent again once the way is open, until the sender gives up. */
  #block(): void {
    this.#isBlocked = true;
    this.#blockedCount = 1;
    let gaveUp = false;
    const giveUp = this.#world.scheduler.at(
      this.#world.nowMs + this.#random.between(MIN_GIVE_UP_MS, MAX_GIVE_UP_MS),
      'connection',
      undefined,
      () => {
        gaveUp = true;
        this.#break('timeout');
      },
    );
    const unblock = (): void => {
      if (gaveUp || !this.#isBlocked) return;
      giveUp.isCancelled = true;
      this.#isBlocked = false;
      const count = this.#blockedCount;
      this.#blockedCount = 0;
      const againMs =
        this.#world.nowMs + this.#random.between(MIN_RETRANSMIT_MS, MAX_RETRANSMIT_MS);
      this.#lastArrivalMs = Math.max(this.#lastArrivalMs, againMs);
      for (let i = 0; i < count; i++) this.#arriveAt(againMs, EMPTY);
    };
    if (this.link.state === 'drop') this.link.whenNotDropping(unblock);
    else this.#world.network.whenUp(this.#to.hostName, unblock);
  }

  #break(why: 'reset' | 'timeout'): void {
    this.cut();
    this.#from.broke(why);
    if (why === 'reset') this.#to.broke(why);
  }
}
