// WireClient: Kafka's protocol over one connection of a simulated client, with nothing clever in it.
//
// It exists so that the server is not judged by code of its own: it shares the codecs, and no more.

import { type Conn, type Endpoint, type Platform } from '@samsa/common';
import { type Api, Reader, readResponseHeader, writeRequest } from '@samsa/protocol';
import { ApiVersions } from '@samsa/protocol/apis/api-versions';

const LANDING_BYTES = 64 * 1024;
const MAX_FRAME_BYTES = 128 * 1024 * 1024;

/** A request got no answer: whether it had an effect is not known. */
export class NoAnswer extends Error {
  override readonly name: string = 'NoAnswer';
}

/** Nothing was sent, so nothing happened. */
export class NotSent extends NoAnswer {
  override readonly name = 'NotSent';
}

/** The answer cannot be what a correct server sends. */
export class BadAnswer extends Error {
  override readonly name = 'BadAnswer';
}

interface Waiting {
  readonly correlationId: number;
  readonly api: Api<unknown, unknown>;
  readonly version: number;
  readonly resolve: (response: unknown) => void;
  readonly reject: (error: Error) => void;
}

export class WireClient {
  readonly #platform: Platform;
  readonly #connection: Conn;
  readonly #clientId: string;
  /** Answers come in the order of the requests. */
  readonly #waiting: Waiting[] = [];
  #versions = new Map<number, readonly [number, number]>();
  #correlationId = 0;
  #received = new Uint8Array(LANDING_BYTES);
  #receivedBytes = 0;
  #isClosed = false;

  static async connect(
    platform: Platform,
    to: Endpoint,
    clientId: string,
    timeoutMs: number,
  ): Promise<WireClient> {
    const connection = await platform.net.connect(to, { timeoutMs });
    const client = new WireClient(platform, connection, clientId);
    try {
      const answer = await client.request(
        ApiVersions,
        3,
        ApiVersions.request.create({ clientSoftwareName: 'samsa-sim', clientSoftwareVersion: '1' }),
        timeoutMs,
      );
      for (const { apiKey, minVersion, maxVersion } of answer.apiKeys) {
        client.#versions.set(apiKey, [minVersion, maxVersion]);
      }
    } catch (error) {
      client.close();
      throw error;
    }
    return client;
  }

  private constructor(platform: Platform, connection: Conn, clientId: string) {
    this.#platform = platform;
    this.#connection = connection;
    this.#clientId = clientId;
    const landing = new Uint8Array(LANDING_BYTES);
    connection.onClose((why) => this.#failAll(new NoAnswer(`the connection was ${why}`)));
    connection.receive({
      buffer: () => landing,
      filled: (n) => {
        this.#keep(landing.subarray(0, n));
        this.#answerWhole();
      },
    });
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** The versions that both sides know; undefined when the server does not offer the API. */
  versionsOf(
    api: Pick<Api<unknown, unknown>, 'key' | 'versions'>,
  ): readonly [number, number] | undefined {
    const offered = this.#versions.get(api.key);
    if (offered === undefined) return undefined;
    const min = Math.max(offered[0], api.versions[0]);
    const max = Math.min(offered[1], api.versions[1]);
    return min <= max ? [min, max] : undefined;
  }

  /** Rejects with `NoAnswer` when the connection breaks or time is up; the connection is closed then. */
  async request<Q, R>(api: Api<Q, R>, version: number, request: Q, timeoutMs: number): Promise<R> {
    if (this.#isClosed) throw new NotSent('the connection is closed');
    const correlationId = ++this.#correlationId;
    const chunks = writeRequest(api, version, correlationId, this.#clientId, request);
    const answer = new Promise<unknown>((resolve, reject) => {
      const anyApi = api as unknown as Api<unknown, unknown>;
      this.#waiting.push({ correlationId, api: anyApi, version, resolve, reject });
    });
    const cancel = this.#platform.timers.after(timeoutMs, () => {
      this.#failAll(new NoAnswer(`no answer to ${api.name} within ${timeoutMs} ms`));
    });
    this.#connection.send(chunks);
    try {
      return (await answer) as R;
    } finally {
      cancel();
    }
  }

  /** Sends a request that has no answer, such as Produce with acks 0. */
  async sendOnly<Q>(api: Api<Q, unknown>, version: number, request: Q): Promise<void> {
    if (this.#isClosed) throw new NotSent('the connection is closed');
    const chunks = writeRequest(api, version, ++this.#correlationId, this.#clientId, request);
    const isRoomy = this.#connection.send(chunks);
    if (!isRoomy) await this.#connection.drained();
  }

  close(): void {
    this.#failAll(new NoAnswer('closed by the client'));
  }

  #failAll(error: Error): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#connection.destroy();
    for (const waiting of this.#waiting.splice(0)) waiting.reject(error);
  }

  #keep(bytes: Uint8Array): void {
    const needed = this.#receivedBytes + bytes.length;
    if (needed > this.#received.length) {
      const larger = new Uint8Array(Math.max(needed, this.#received.length * 2));
      larger.set(this.#received.subarray(0, this.#receivedBytes));
      this.#received = larger;
    }
    this.#received.set(bytes, this.#receivedBytes);
    this.#receivedBytes = needed;
  }

  #answerWhole(): void {
    let from = 0;
    while (!this.#isClosed && this.#receivedBytes - from >= 4) {
      const view = new DataView(this.#received.buffer);
      const frameBytes = view.getInt32(from);
      if (frameBytes < 4 || frameBytes > MAX_FRAME_BYTES) {
        throw new BadAnswer(`a frame of ${frameBytes} bytes`);
      }
      if (this.#receivedBytes - from < 4 + frameBytes) break;
      // A copy: what is decoded from it stays valid.
      this.#answer(this.#received.slice(from + 4, from + 4 + frameBytes));
      from += 4 + frameBytes;
    }
    this.#received.copyWithin(0, from, this.#receivedBytes);
    this.#receivedBytes -= from;
  }

  #answer(frame: Uint8Array): void {
    const waiting = this.#waiting.shift();
    if (waiting === undefined) throw new BadAnswer('an answer to nothing');
    const reader = new Reader(frame);
    const header = readResponseHeader(reader, waiting.api.key, waiting.version);
    if (header.correlationId !== waiting.correlationId) {
      throw new BadAnswer(
        `correlation id ${header.correlationId} where ${waiting.correlationId} (${waiting.api.name}) was next`,
      );
    }
    const response = waiting.api.response.read(reader, waiting.version);
    if (reader.remaining > 0) {
      throw new BadAnswer(
        `${reader.remaining} bytes after ${waiting.api.name} v${waiting.version}`,
      );
    }
    waiting.resolve(response);
  }
}
