// ControllerChannel: how a broker talks to the active controller, wherever that is. It follows the
// quorum's leader, keeps one connection to it, and asks again where the leader has changed meanwhile.

import { type Endpoint, ErrorCode, KafkaError, type Platform } from '@samsa/common';
import { Channel, ChannelClosed, RequestTimedOut } from '@samsa/network';
import { type Api } from '@samsa/protocol';
import { Envelope } from '@samsa/protocol/apis/envelope';

import { addressToBytes, type ForwardedPrincipal, principalToBytes } from './principal-bytes.ts';

/** Long enough for an election to end, short enough that nobody notices a lost connection. */
const RETRY_PAUSE_MS = 50;
/** After so long without an answer people should know what is waited for. */
const PATIENCE_MS = 2000;
const NOBODY = { host: 'unknown', port: 0 };

/** In total, for callers that do not say: as long as clients themselves wait (request.timeout.ms). */
const DEFAULT_TIMEOUT_MS = 30_000;

/** What is known of where the active controller is. */
export interface LeaderFinder {
  readonly leader: { readonly leaderId: number; readonly epoch: number };
  readonly leaderEndpoint: Endpoint | undefined;
}

export interface ControllerChannelOptions {
  readonly platform: Platform;
  readonly quorum: LeaderFinder;
  readonly clientId: string;
  /** For making a connection, and for the first exchange on it. */
  readonly requestTimeoutMs: number;
}

export interface SendOptions {
  /** In total, all attempts; then REQUEST_TIMED_OUT is thrown. */
  readonly timeoutMs?: number;
  /** After this long without an answer the connection is given up and another one asked. */
  readonly attemptTimeoutMs?: number;
}

export class ControllerChannel {
  readonly #options: ControllerChannelOptions;
  #channel: Channel | undefined;
  #connecting: Promise<Channel> | undefined;
  #connectingTo: Endpoint | undefined;
  readonly #closed = new AbortController();

  constructor(options: ControllerChannelOptions) {
    this.#options = options;
  }

  /**
   * The active controller's answer. Asked again on a lost connection and on NOT_CONTROLLER, so a
   * request may be carried out twice: every one sent here stands that.
   */
  async send<Q, R>(api: Api<Q, R>, request: Q, options: SendOptions = {}): Promise<R> {
    const { platform } = this.#options;
    const { timeoutMs = DEFAULT_TIMEOUT_MS, attemptTimeoutMs = Infinity } = options;
    const startMs = platform.clock.monotonicMs();
    const deadlineMs = startMs + timeoutMs;
    let isTold = false;
    for (;;) {
      this.#checkOpen();
      const nowMs = platform.clock.monotonicMs();
      const leftMs = deadlineMs - nowMs;
      if (!isTold && nowMs - startMs > PATIENCE_MS) {
        isTold = true;
        const { host, port } = this.#options.quorum.leaderEndpoint ?? NOBODY;
        platform.log('warn', 'no active controller answers', { api: api.name, host, port });
      }
      if (leftMs <= 0) {
        throw new KafkaError(
          ErrorCode.REQUEST_TIMED_OUT,
          `no active controller answered ${api.name} within ${Math.round(timeoutMs)} ms`,
        );
      }
      const response = await this.#attempt(api, request, Math.min(leftMs, attemptTimeoutMs));
      if (response !== undefined && !saysNotController(response)) return response;
      await this.#pause(Math.min(RETRY_PAUSE_MS, leftMs));
    }
  }

  /**
   * Passes a client's request on, for its principal.
   *
   * @param requestBytes  request header and body
   * @returns response header and body, the caller's own
   */
  async forward(
    requestBytes: Uint8Array,
    principal: ForwardedPrincipal,
    clientAddress: string,
  ): Promise<Uint8Array> {
    const response = await this.send(Envelope, {
      requestData: requestBytes,
      requestPrincipal: principalToBytes(principal),
      clientHostAddress: addressToBytes(clientAddress),
    });
    if (response.errorCode !== ErrorCode.NONE || response.responseData === null) {
      // An unsupported or refused envelope says nothing to the client that its own request could.
      throw new KafkaError(
        ErrorCode.UNKNOWN_SERVER_ERROR,
        `the controller refused a forwarded request with error ${response.errorCode}`,
      );
    }
    return response.responseData;
  }

  close(): void {
    this.#closed.abort(new ChannelClosed('the channel to the controller is closed'));
    this.#channel?.close();
    this.#channel = undefined;
  }

  #checkOpen(): void {
    if (this.#closed.signal.aborted) throw this.#closed.signal.reason as Error;
  }

  /** Undefined where the controller could not be asked; the reason is worth no more than a try. */
  async #attempt<Q, R>(api: Api<Q, R>, request: Q, timeoutMs: number): Promise<R | undefined> {
    try {
      const channel = await this.#connection();
      if (channel === undefined) return undefined;
      return await channel.send(api, request, undefined, timeoutMs);
    } catch (error) {
      if (!isLostConnection(error)) throw error;
      this.#options.platform.log('debug', 'controller not reached', { api: api.name, error });
      return undefined;
    }
  }

  /** Undefined while no leader is known. */
  async #connection(): Promise<Channel | undefined> {
    const endpoint = this.#options.quorum.leaderEndpoint;
    if (endpoint === undefined) return undefined;
    const open = this.#channel;
    if (open !== undefined) {
      if (!open.isClosed && isSame(open.endpoint, endpoint)) return open;
      open.close();
      this.#channel = undefined;
    }
    if (this.#connecting === undefined || !isSame(this.#connectingTo, endpoint)) {
      this.#connectingTo = endpoint;
      this.#connecting = this.#connect(endpoint);
    }
    return this.#connecting;
  }

  async #connect(endpoint: Endpoint): Promise<Channel> {
    const { platform, clientId, requestTimeoutMs } = this.#options;
    try {
      const channel = await Channel.connect(platform, endpoint, { clientId, requestTimeoutMs });
      if (this.#closed.signal.aborted) channel.close();
      this.#checkOpen();
      // Another endpoint may have become the leader's while this one was connected to.
      if (isSame(this.#connectingTo, endpoint)) this.#channel = channel;
      return channel;
    } finally {
      if (isSame(this.#connectingTo, endpoint)) {
        this.#connecting = undefined;
        this.#connectingTo = undefined;
      }
    }
  }

  async #pause(ms: number): Promise<void> {
    await this.#options.platform.timers.sleep(ms, this.#closed.signal);
  }
}

function isSame(a: Endpoint | undefined, b: Endpoint): boolean {
  return a !== undefined && a.host === b.host && a.port === b.port;
}

function isLostConnection(error: unknown): boolean {
  if (error instanceof ChannelClosed || error instanceof RequestTimedOut) return true;
  // What the network says when a connection cannot be made.
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

/** Most answers say it at the top; those about many items say it of each. */
function saysNotController(response: unknown): boolean {
  const { errorCode, topics, responses, results } = response as Record<string, unknown>;
  if (errorCode === ErrorCode.NOT_CONTROLLER) return true;
  const items = [topics, responses, results].find((list) => Array.isArray(list) && list.length > 0);
  return (
    Array.isArray(items) &&
    items.every((item: { errorCode?: unknown }) => item.errorCode === ErrorCode.NOT_CONTROLLER)
  );
}
