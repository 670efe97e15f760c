// QuorumChannels: connections to the other members of the quorum, opened when first needed and again
// after they broke. A waiting fetch must not hold up a vote, so each lane has a connection of its own.

import { type Endpoint, type Platform } from '@samsa/common';
import { Channel } from '@samsa/network';
import { type Api } from '@samsa/protocol';

export type ChannelLane = 'fetch' | 'control';

export class QuorumChannels {
  readonly #platform: Platform;
  readonly #clientId: string;
  readonly #requestTimeoutMs: number;
  readonly #channels = new Map<string, Promise<Channel>>();
  #isClosed = false;

  constructor(platform: Platform, clientId: string, requestTimeoutMs: number) {
    this.#platform = platform;
    this.#clientId = clientId;
    this.#requestTimeoutMs = requestTimeoutMs;
  }

  /** Rejects when the peer cannot be reached, does not answer in time, or lacks the API. */
  async send<Request, Response>(
    to: Endpoint,
    lane: ChannelLane,
    api: Api<Request, Response>,
    request: Request,
  ): Promise<Response> {
    const channel = await this.#channel(to, lane);
    return channel.send(api, request);
  }

  #channel(to: Endpoint, lane: ChannelLane): Promise<Channel> {
    const key = `${lane} ${to.host}:${to.port}`;
    const known = this.#channels.get(key);
    if (known !== undefined) return known;
    if (this.#isClosed) return Promise.reject(new Error('the quorum has stopped'));
    const opening = Channel.connect(this.#platform, to, {
      clientId: this.#clientId,
      requestTimeoutMs: this.#requestTimeoutMs,
    });
    this.#channels.set(key, opening);
    const forget = (): void => {
      if (this.#channels.get(key) === opening) this.#channels.delete(key);
    };
    // Whoever waits for the channel sees the failure; here only the place is given free.
    opening.then((channel) => {
      channel.onClose(forget);
      if (this.#isClosed) channel.close();
    }, forget);
    return opening;
  }

  close(): void {
    this.#isClosed = true;
    for (const opening of this.#channels.values()) {
      // One that cannot be opened has nothing to close.
      opening.then(
        (channel) => channel.close(),
        () => undefined,
      );
    }
    this.#channels.clear();
  }
}
