// Channel: the client end of a connection — typed requests out, their answers back as promises.

import {
  type CloseReason,
  type Conn,
  type Endpoint,
  ErrorCode,
  KafkaError,
  type Platform,
} from '@samsa/common';
import { type Api, ProtocolError, Reader, readResponseHeader, writeRequest } from '@samsa/protocol';
import { ApiVersions, type ApiVersionsResponse } from '@samsa/protocol/apis/api-versions';

import { ChannelClosed, ChannelFull, RequestTimedOut } from './channel-errors.ts';
import { FrameDecoder, type FrameReceiver } from './frame-decoder.ts';
import { JoinedChunks } from './joined-chunks.ts';
import { ReceiveMemory } from './receive-memory.ts';

export interface ChannelOptions {
  readonly clientId: string | null;
  /** From `send` to the answer. */
  readonly requestTimeoutMs: number;
  /** For the connection and the first exchange of versions. Default: requestTimeoutMs. */
  readonly connectTimeoutMs?: number;
  /** Requests without an answer at a time. */
  readonly maxInFlight?: number;
  /** How this client names itself to the peer. */
  readonly software?: { readonly name: string; readonly version: string };
}

const DEFAULT_MAX_IN_FLIGHT = 1_000;
const DEFAULT_SOFTWARE = { name: 'samsa', version: '0.1.0' };

/** A correlation id. */
const MIN_RESPONSE_BYTES = 4;
const MAX_RESPONSE_BYTES = 2 ** 31 - 1;

const MAX_CORRELATION_ID = 2 ** 31 - 1;

interface Pending {
  readonly correlationId: number;
  readonly apiName: string;
  readonly deadlineMs: number;
  /** Reads the response, header included, and settles the promise. */
  readonly answered: (reader: Reader) => void;
  readonly failed: (error: Error) => void;
}

/** The channels of one process share what they receive into. */
const memories = new WeakMap<Platform, ReceiveMemory>();

export class Channel implements FrameReceiver {
  readonly endpoint: Endpoint;
  readonly #platform: Platform;
  readonly #conn: Conn;
  readonly #options: ChannelOptions;
  readonly #decoder: FrameDecoder;
  readonly #output = new JoinedChunks();
  #isFlushScheduled = false;
  /** In the order of sending, which is the order of answers. */
  readonly #inFlight: Pending[] = [];
  #nextCorrelationId = 1;
  #cancelTimer: (() => void) | undefined;
  #timerDueMs = Infinity;
  #closed: Error | undefined;
  #closeListeners: ((error: Error) => void)[] = [];
  readonly #peerVersions = new Map<number, readonly [min: number, max: number]>();

  private constructor(platform: Platform, conn: Conn, endpoint: Endpoint, options: ChannelOptions) {
    this.endpoint = endpoint;
    this.#platform = platform;
    this.#conn = conn;
    this.#options = options;
    let memory = memories.get(platform);
    if (memory === undefined) memories.set(platform, (memory = new ReceiveMemory()));
    this.#decoder = new FrameDecoder(memory, conn, this, {
      minFrameBytes: MIN_RESPONSE_BYTES,
      maxFrameBytes: MAX_RESPONSE_BYTES,
    });
    conn.onClose((why) => this.#connClosed(why));
    conn.receive(this.#decoder);
  }

  /**
   * Connects and asks the peer for its API versions. Rejects with the network's error (`code`), or
   * with ChannelClosed or RequestTimedOut where the peer does not answer.
   */
  static async connect(
    platform: Platform,
    endpoint: Endpoint,
    options: ChannelOptions,
  ): Promise<Channel> {
    const timeoutMs = options.connectTimeoutMs ?? options.requestTimeoutMs;
    const conn = await platform.net.connect(endpoint, { timeoutMs });
    const channel = new Channel(platform, conn, endpoint, options);
    try {
      await channel.#negotiate(timeoutMs);
    } catch (error) {
      channel.close();
      throw error;
    }
    return channel;
  }

  get isClosed(): boolean {
    return this.#closed !== undefined;
  }

  get inFlightCount(): number {
    return this.#inFlight.length;
  }

  /** The newest version that both sides speak; undefined where there is none. */
  versionOf(api: Pick<Api<never, unknown>, 'key' | 'versions'>): number | undefined {
    const peer = this.#peerVersions.get(api.key);
    if (peer === undefined) return undefined;
    const version = Math.min(api.versions[1], peer[1]);
    return version >= Math.max(api.versions[0], peer[0]) ? version : undefined;
  }

  /**
   * Sends a request; resolves with the answer, whose byte fields are the receiver's own.
   *
   * The request is encoded at once; large `records` in it are not copied and must stay unchanged until
   * the promise settles. Rejects with ChannelClosed, RequestTimedOut, ChannelFull, with KafkaError
   * UNSUPPORTED_VERSION where the peer lacks the API, or with ProtocolError.
   *
   * @param version  default: the newest that both sides speak
   * @param timeoutMs  default: the channel's requestTimeoutMs
   */
  send<Request, Response>(
    api: Api<Request, Response>,
    request: Request,
    version: number | undefined = this.versionOf(api),
    timeoutMs: number = this.#options.requestTimeoutMs,
  ): Promise<Response> {
    if (version === undefined) {
      const { host, port } = this.endpoint;
      return Promise.reject(
        new KafkaError(
          ErrorCode.UNSUPPORTED_VERSION,
          `${host}:${port} speaks no version of ${api.name} from ${api.versions[0]} to ${api.versions[1]}`,
        ),
      );
    }
    return this.#exchange(api, request, version, timeoutMs, (reader) => {
      readResponseHeader(reader, api.key, version);
      return api.response.read(reader, version);
    });
  }

  /** Sends a request that gets no answer, such as Produce with acks=0. Throws when closed. */
  sendOnly<Request>(
    api: Api<Request, unknown>,
    request: Request,
    version: number | undefined = this.versionOf(api),
  ): void {
    if (this.#closed !== undefined) throw this.#closed;
    if (version === undefined) {
      throw new KafkaError(ErrorCode.UNSUPPORTED_VERSION, `no common version of ${api.name}`);
    }
    this.#write(api, request, version, this.#takeCorrelationId());
  }

  onClose(run: (error: Error) => void): void {
    const closed = this.#closed;
    if (closed === undefined) this.#closeListeners.push(run);
    else queueMicrotask(() => run(closed));
  }

  /** Closes the connection; requests without an answer reject with ChannelClosed. */
  close(): void {
    this.#fail(new ChannelClosed('closed by this side'));
  }

  // ---- Receiving --------------------------------------------------------------------------------

  frame(bytes: Uint8Array, from: number, to: number): boolean {
    const pending = this.#inFlight[0];
    if (pending === undefined) {
      this.#fail(new ChannelClosed('the peer answered what was not asked'));
      return true;
    }
    // Whoever awaits the answer looks at it after this call.
    const own = this.#decoder.keepFrame(bytes, from, to);
    const correlationId = new DataView(own.buffer, own.byteOffset).getInt32(0);
    if (correlationId !== pending.correlationId) {
      this.#fail(
        new ChannelClosed(`answer ${correlationId} came where ${pending.correlationId} was due`),
      );
      return true;
    }
    try {
      pending.answered(new Reader(own));
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      // The caller learns what was wrong; the stream cannot be trusted any more.
      this.#inFlight.shift();
      pending.failed(error);
      this.#fail(new ChannelClosed(`malformed answer to ${pending.apiName}`, { cause: error }));
      return true;
    }
    this.#inFlight.shift();
    if (this.#inFlight.length === 0) this.#stopTimer();
    return true;
  }

  broken(reason: string): void {
    this.#fail(new ChannelClosed(reason));
  }

  // ---- Sending ----------------------------------------------------------------------------------

  #exchange<Request, Response>(
    api: Api<Request, Response>,
    request: Request,
    version: number,
    timeoutMs: number,
    read: (reader: Reader) => Response,
  ): Promise<Response> {
    if (this.#closed !== undefined) return Promise.reject(this.#closed);
    const maxInFlight = this.#options.maxInFlight ?? DEFAULT_MAX_IN_FLIGHT;
    if (this.#inFlight.length >= maxInFlight) {
      return Promise.reject(new ChannelFull(`${maxInFlight} requests are without an answer`));
    }
    return new Promise((resolve, reject) => {
      const correlationId = this.#takeCorrelationId();
      const deadlineMs = this.#platform.clock.monotonicMs() + timeoutMs;
      this.#write(api, request, version, correlationId);
      this.#inFlight.push({
        correlationId,
        apiName: api.name,
        deadlineMs,
        answered: (reader) => resolve(read(reader)),
        failed: reject,
      });
      if (deadlineMs < this.#timerDueMs) this.#startTimer(deadlineMs, timeoutMs);
    });
  }

  #write<Request>(
    api: Api<Request, unknown>,
    request: Request,
    version: number,
    correlationId: number,
  ): void {
    const { clientId } = this.#options;
    for (const chunk of writeRequest(api, version, correlationId, clientId, request)) {
      this.#output.add(chunk);
    }
    if (this.#isFlushScheduled) return;
    this.#isFlushScheduled = true;
    this.#platform.timers.endOfTurn(() => this.#flush());
  }

  #flush(): void {
    this.#isFlushScheduled = false;
    if (this.#closed === undefined) this.#conn.send(this.#output.take());
  }

  #takeCorrelationId(): number {
    const id = this.#nextCorrelationId;
    this.#nextCorrelationId = id === MAX_CORRELATION_ID ? 1 : id + 1;
    return id;
  }

  // ---- Versions ---------------------------------------------------------------------------------

  async #negotiate(timeoutMs: number): Promise<void> {
    const newest = ApiVersions.versions[1];
    let response = await this.#askVersions(newest, timeoutMs);
    if (response.errorCode === ErrorCode.UNSUPPORTED_VERSION) {
      const offered = response.apiKeys.find((entry) => entry.apiKey === ApiVersions.key);
      const version = Math.min(newest, offered?.maxVersion ?? 0);
      response = await this.#askVersions(version, timeoutMs);
    }
    if (response.errorCode !== ErrorCode.NONE) {
      throw new KafkaError(response.errorCode as ErrorCode, 'the peer refused ApiVersions');
    }
    for (const { apiKey, minVersion, maxVersion } of response.apiKeys) {
      this.#peerVersions.set(apiKey, [minVersion, maxVersion]);
    }
  }

  #askVersions(version: number, timeoutMs: number): Promise<ApiVersionsResponse> {
    const software = this.#options.software ?? DEFAULT_SOFTWARE;
    const request = ApiVersions.request.create({
      clientSoftwareName: software.name,
      clientSoftwareVersion: software.version,
    });
    return this.#exchange(ApiVersions, request, version, timeoutMs, (reader) => {
      readResponseHeader(reader, ApiVersions.key, version);
      // A peer that does not know the version says so in the oldest layout, which starts alike.
      const body = reader.rest();
      const errorCode = new Reader(body).int16();
      const layout = errorCode === ErrorCode.UNSUPPORTED_VERSION ? 0 : version;
      return ApiVersions.response.read(new Reader(body), layout);
    });
  }

  // ---- Time and end -----------------------------------------------------------------------------

  /** One timer for all: it waits for the earliest deadline that it knew when it was set. */
  #startTimer(dueMs: number, afterMs: number): void {
    this.#cancelTimer?.();
    this.#timerDueMs = dueMs;
    this.#cancelTimer = this.#platform.timers.after(afterMs, () => this.#look());
  }

  #stopTimer(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    this.#timerDueMs = Infinity;
  }

  #look(): void {
    this.#cancelTimer = undefined;
    this.#timerDueMs = Infinity;
    const nowMs = this.#platform.clock.monotonicMs();
    let nextMs = Infinity;
    for (const pending of this.#inFlight) {
      if (pending.deadlineMs <= nowMs) {
        this.#timeOut(pending);
        return;
      }
      nextMs = Math.min(nextMs, pending.deadlineMs);
    }
    if (nextMs < Infinity) this.#startTimer(nextMs, Math.max(1, nextMs - nowMs));
  }

  #timeOut(pending: Pending): void {
    const { host, port } = this.endpoint;
    this.#inFlight.splice(this.#inFlight.indexOf(pending), 1);
    pending.failed(
      new RequestTimedOut(`${host}:${port} did not answer ${pending.apiName} in time`),
    );
    this.#fail(new ChannelClosed(`${pending.apiName} was not answered in time`));
  }

  #connClosed(why: CloseReason): void {
    const { host, port } = this.endpoint;
    this.#fail(new ChannelClosed(`the connection to ${host}:${port} closed: ${why}`));
  }

  #fail(error: Error): void {
    if (this.#closed !== undefined) return;
    this.#closed = error;
    this.#stopTimer();
    this.#decoder.close();
    this.#conn.destroy();
    for (const pending of this.#inFlight.splice(0)) pending.failed(error);
    const listeners = this.#closeListeners;
    this.#closeListeners = [];
    for (const run of listeners) run(error);
  }
}
