// PipelinedConnection: keeps a number of requests in flight and looks only at the front of each answer,
// so that one core of client can keep a broker busy.

import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Enough for the fixed fields of an answer about one partition. */
const FRONT_BYTES = 512;
const RECEIVE_BYTES = 1024 * 1024;
const SIZE_BYTES = 4;

export interface Exchange {
  /** The next request with its size in front; undefined when there are no more. */
  nextRequest(): Uint8Array | undefined;
  /**
   * One answer came.
   *
   * @param front  the answer from its size on, at most FRONT_BYTES of it; valid during the call
   * @param size  bytes of the whole answer after its size
   * @throws Error when the answer is not the one that a healthy broker gives
   */
  onAnswer(front: Buffer, size: number): void;
}

export class PipelinedConnection {
  readonly #socket: Socket;
  readonly #exchange: Exchange;
  readonly #latenciesMs: number[];
  readonly #finished = Promise.withResolvers<void>();
  readonly #front: Buffer = Buffer.alloc(FRONT_BYTES);
  /** When each request in flight was sent, a ring. */
  readonly #sentAtMs: Float64Array;
  #sent = 0;
  #answered = 0;
  /** Bytes of the current answer that have come, its size included. */
  #received = 0;

  private constructor(port: number, exchange: Exchange, inFlight: number, latenciesMs: number[]) {
    this.#exchange = exchange;
    this.#sentAtMs = new Float64Array(inFlight);
    this.#latenciesMs = latenciesMs;
    this.#socket = connect({
      port,
      host: '127.0.0.1',
      noDelay: true,
      onread: {
        buffer: Buffer.alloc(RECEIVE_BYTES),
        callback: (count, buffer) => {
          this.#take(Buffer.from(buffer.buffer, buffer.byteOffset, count));
          return true;
        },
      },
    });
  }

  /** @param latenciesMs  where the time of each request goes */
  static async open(
    port: number,
    exchange: Exchange,
    inFlight: number,
    latenciesMs: number[],
  ): Promise<PipelinedConnection> {
    const connection = new PipelinedConnection(port, exchange, inFlight, latenciesMs);
    await once(connection.#socket, 'connect');
    return connection;
  }

  /** Resolves when the last answer came. */
  async run(): Promise<void> {
    this.#socket.on('error', (error) => this.#finished.reject(error));
    this.#socket.on('close', () => this.#finished.reject(new Error('connection closed')));
    for (const _ of this.#sentAtMs) this.#sendNext();
    this.#finishWhenDone();
    await this.#finished.promise;
    this.#socket.destroy();
  }

  #sendNext(): void {
    const request = this.#exchange.nextRequest();
    if (request === undefined) return;
    this.#sentAtMs[this.#sent++ % this.#sentAtMs.length] = performance.now();
    this.#socket.write(request);
  }

  #take(data: Buffer): void {
    try {
      this.#socket.cork();
      for (let at = 0; at < data.length;) at += this.#takeOne(data, at);
    } catch (error) {
      this.#finished.reject(error);
    } finally {
      this.#socket.uncork();
    }
  }

  /** Takes what belongs to the current answer; returns how many bytes that were. */
  #takeOne(data: Buffer, at: number): number {
    const kept = Math.min(data.length - at, FRONT_BYTES - this.#received);
    if (kept > 0) data.copy(this.#front, this.#received, at, at + kept);
    const isSizeKnown = this.#received + data.length - at >= SIZE_BYTES;
    const size = isSizeKnown ? this.#front.readInt32BE(0) : Infinity;
    const taken = Math.min(data.length - at, SIZE_BYTES + size - this.#received);
    this.#received += taken;
    if (this.#received === SIZE_BYTES + size) this.#complete(size);
    return taken;
  }

  #complete(size: number): void {
    this.#received = 0;
    const sentAtMs = this.#sentAtMs[this.#answered++ % this.#sentAtMs.length] ?? NaN;
    this.#latenciesMs.push(performance.now() - sentAtMs);
    this.#exchange.onAnswer(this.#front, size);
    this.#sendNext();
    this.#finishWhenDone();
  }

  #finishWhenDone(): void {
    if (this.#answered === this.#sent) this.#finished.resolve();
  }
}
