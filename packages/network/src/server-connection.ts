// ServerConnection: one accepted connection — requests in, answers out in the order of the requests.
//
// Requests are handed over as they arrive, and the answers of one turn leave with one write. Reading
// stops while a request has to wait: for earlier answers, for a peer that does not read, for the next
// turn, or for the end of a throttle. Nothing here is sized by what a peer sends.

import { type CloseReason, type Conn, type Deadline } from '@samsa/common';

import { type Answer, AnswerQueue } from './answer-queue.ts';
import { FrameDecoder, type FrameReceiver } from './frame-decoder.ts';
import { JoinedChunks } from './joined-chunks.ts';
import { type KafkaServer } from './kafka-server.ts';
import { type ListenerMetrics } from './listener-metrics.ts';
import { type ListenerConfig } from './listeners.ts';

/** What a request is handed to, one per connection. */
export interface RequestReceiver {
  /**
   * Takes one request, bytes[from, to) without its size, valid during the call.
   *
   * @returns false to get it again when one of the earlier answers has been sent
   */
  request(bytes: Uint8Array, from: number, to: number): boolean;
  /** The connection is gone; its answers have been abandoned. */
  closed(): void;
}

/** Requests of one connection handled in one turn, so that no peer holds the loop. */
const MAX_REQUESTS_PER_TURN = 128;

/**
 * Answers of a turn are put together up to this size; and while a peer leaves this much unread, its
 * next requests wait. So a connection holds this much and one answer at most.
 */
const MAX_UNSENT_BYTES = 1024 * 1024;

/** A frame must be complete after this long, and a second more for each of these bytes it has. */
const FRAME_BASE_MS = 30_000;
const FRAME_BYTES_PER_SECOND = 16 * 1024;

const SIZE_BYTES = 4;

/** The smallest request header: api key, version and correlation id. */
export const MIN_REQUEST_BYTES = 8;

export class ServerConnection implements FrameReceiver {
  readonly conn: Conn;
  readonly listener: ListenerConfig;
  readonly #server: KafkaServer;
  readonly #metrics: ListenerMetrics;
  readonly #receiver: RequestReceiver;
  readonly #decoder: FrameDecoder;
  readonly #answers = new AnswerQueue();
  readonly #output = new JoinedChunks();
  #afterSent: Answer[] = [];
  #requestsThisTurn = 0;
  #bytesIn = 0;
  #requestCount = 0;
  #responseCount = 0;
  #lastActiveMs: number;
  #midFrameSinceMs = -1;
  #watch: Deadline | undefined;
  #mute: Deadline | undefined;
  #isCongested = false;
  #isFlushScheduled = false;
  #isFinishing = false;
  #isClosed = false;

  constructor(
    server: KafkaServer,
    conn: Conn,
    listener: ListenerConfig,
    metrics: ListenerMetrics,
    accept: (connection: ServerConnection) => RequestReceiver,
  ) {
    this.#server = server;
    this.conn = conn;
    this.listener = listener;
    this.#metrics = metrics;
    this.#lastActiveMs = server.platform.clock.monotonicMs();
    this.#decoder = new FrameDecoder(server.receiveMemory, conn, this, server.frameLimits);
    this.#receiver = accept(this);
    conn.onClose((why) => this.#connClosed(why));
  }

  /** Never reused within the process. */
  get id(): number {
    return this.conn.id;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** When a request last came; of two idle connections the older one is given up first. */
  get lastActiveMs(): number {
    return this.#lastActiveMs;
  }

  /** Answers that were asked for and not yet written. */
  get owedAnswerCount(): number {
    return this.#answers.length;
  }

  start(): void {
    this.conn.receive(this.#decoder);
    this.#watchAgain();
  }

  /** Takes a place for an answer. The order of calls is the order of answers. */
  owe(answer: Answer): void {
    this.#answers.push(answer);
  }

  /** Says that an owed answer became ready; it leaves at the end of the turn, after those before it. */
  answered(): void {
    if (this.#isClosed) return;
    this.#encodeReady();
    this.#flushLater();
  }

  /** Requests of this connection wait for so long; answers still go out. */
  muteFor(ms: number): void {
    if (this.#isClosed) return;
    this.#mute?.cancel();
    this.#mute = this.#server.wheel.after(ms, () => {
      this.#mute = undefined;
      this.#goOn();
    });
  }

  /** Gives the connection up: unsent answers are lost. The reason is logged, at most once a second. */
  close(reason: string): void {
    if (this.#isClosed) return;
    this.#server.rateLimitedLog.log('warn', 'connection closed', {
      reason,
      listener: this.listener.name,
      peer: this.conn.remote,
      connection: this.id,
    });
    this.destroy();
  }

  /** Takes no further request and closes when the last answer that is owed has been sent. */
  finish(): void {
    if (this.#isFinishing || this.#isClosed) return;
    this.#isFinishing = true;
    if (this.#answers.length > 0 || this.#output.byteLength > 0) return;
    if (this.conn.unsentBytes === 0) this.destroy();
    else this.conn.end();
  }

  destroy(): void {
    if (this.#isClosed) return;
    this.conn.destroy();
    // At once, not at the socket's own close event: nobody may be handed another request.
    this.#connClosed('destroyed');
  }

  // ---- Requests ---------------------------------------------------------------------------------

  frame(bytes: Uint8Array, from: number, to: number): boolean {
    if (this.#isCongested || this.#mute !== undefined || this.#isFinishing) return false;
    if (this.#requestsThisTurn >= MAX_REQUESTS_PER_TURN) {
      this.#flushLater();
      return false;
    }
    let isTaken = false;
    try {
      isTaken = this.#receiver.request(bytes, from, to);
    } catch (error) {
      // The receiver answers what goes wrong with a request; this is an error of ours. The peer gets
      // no answer, the node goes on.
      this.#server.platform.log('error', 'request failed outside its handler', { error });
      this.destroy();
      return true;
    }
    if (!isTaken) return false;
    if (this.#requestsThisTurn++ === 0) {
      this.#lastActiveMs = this.#server.platform.clock.monotonicMs();
      this.#flushLater();
    }
    this.#requestCount++;
    this.#bytesIn += to - from + SIZE_BYTES;
    this.#midFrameSinceMs = -1;
    return true;
  }

  broken(reason: string): void {
    this.close(reason);
  }

  // ---- Answers ----------------------------------------------------------------------------------

  /** Called by the server at the end of the turn: sends what is ready, in order. */
  flush(): void {
    this.#isFlushScheduled = false;
    if (this.#isClosed) return;
    this.#requestsThisTurn = 0;
    this.#markMetrics();
    this.#write();
    if (this.#isFinishing && this.#answers.length === 0) this.conn.end();
    else this.#goOn();
  }

  #flushLater(): void {
    if (this.#isFlushScheduled || this.#isClosed) return;
    this.#isFlushScheduled = true;
    this.#server.flushAtEndOfTurn(this);
  }

  #encodeReady(): void {
    let count = 0;
    for (;;) {
      const answer = this.#answers.takeReady();
      if (answer === undefined) break;
      if (!this.#put(answer)) return;
      count++;
      if (this.#output.byteLength >= MAX_UNSENT_BYTES) this.#write();
    }
    this.#responseCount += count;
  }

  #put(answer: Answer): boolean {
    try {
      for (const chunk of answer.encode()) this.#output.add(chunk);
    } catch (error) {
      // The order of answers cannot be kept without this one.
      this.#server.platform.log('error', 'answer could not be written', { error });
      if (answer.needsSent) answer.sent();
      this.destroy();
      return false;
    }
    if (answer.needsSent) this.#afterSent.push(answer);
    return true;
  }

  #write(): void {
    const byteLength = this.#output.byteLength;
    const answers = this.#afterSent;
    if (byteLength === 0 && answers.length === 0) return;
    let released: (() => void) | undefined;
    if (answers.length > 0) {
      this.#afterSent = [];
      released = () => {
        for (const answer of answers) answer.sent();
      };
    }
    this.#metrics.bytesOut.mark(byteLength);
    const hasRoom = this.conn.send(this.#output.take(), released);
    if (!hasRoom && this.conn.unsentBytes > MAX_UNSENT_BYTES) this.#waitForPeer();
  }

  #waitForPeer(): void {
    if (this.#isCongested) return;
    this.#isCongested = true;
    // Resolves when the peer has read and also when the connection dies.
    void this.conn.drained().then(() => {
      this.#isCongested = false;
      this.#goOn();
    });
  }

  #goOn(): void {
    if (this.#isClosed || this.#isCongested || this.#mute !== undefined || this.#isFinishing)
      return;
    if (this.#decoder.isHeld) this.#decoder.resume();
  }

  // ---- Time -------------------------------------------------------------------------------------

  #watchAgain(): void {
    const idleMs = this.#server.maxIdleMs;
    const nowMs = this.#server.platform.clock.monotonicMs();
    const idleLeftMs = idleMs < 0 ? Infinity : this.#lastActiveMs + idleMs - nowMs;
    this.#watch = this.#server.wheel.after(Math.min(Math.max(1, idleLeftMs), FRAME_BASE_MS), () =>
      this.#look(),
    );
  }

  #look(): void {
    const nowMs = this.#server.platform.clock.monotonicMs();
    const idleMs = this.#server.maxIdleMs;
    if (this.#decoder.isMidFrame) {
      if (this.#midFrameSinceMs < 0) this.#midFrameSinceMs = nowMs;
      const allowedMs =
        FRAME_BASE_MS + (this.#decoder.frameBytesRead / FRAME_BYTES_PER_SECOND) * 1000;
      if (nowMs - this.#midFrameSinceMs > allowedMs) {
        this.close('a request came too slowly');
        return;
      }
    } else {
      this.#midFrameSinceMs = -1;
    }
    const isIdle = this.#answers.length === 0 && nowMs - this.#lastActiveMs >= idleMs;
    if (idleMs >= 0 && isIdle && this.#mute === undefined) {
      this.#metrics.expiredCount++;
      this.destroy();
      return;
    }
    this.#watchAgain();
  }

  // ---- End --------------------------------------------------------------------------------------

  #connClosed(why: CloseReason): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#watch?.cancel();
    this.#mute?.cancel();
    this.#decoder.close();
    this.#markMetrics();
    const unsent = this.#afterSent;
    this.#afterSent = [];
    for (const answer of unsent) answer.sent();
    this.#answers.abandonAll();
    this.#receiver.closed();
    this.#server.connectionClosed(this, why);
  }

  #markMetrics(): void {
    if (this.#responseCount > 0) this.#metrics.responses.mark(this.#responseCount);
    this.#responseCount = 0;
    if (this.#requestCount === 0) return;
    this.#metrics.requests.mark(this.#requestCount);
    this.#metrics.bytesIn.mark(this.#bytesIn);
    this.#requestCount = 0;
    this.#bytesIn = 0;
  }
}
