// ProcessNetwork: the world's network as one life of a process sees it.

import { type Conn, type Endpoint, type Listener, type Network } from '@samsa/common';

import { type SimRandom } from '../kernel/sim-random.ts';
import { type Incarnation } from '../world/incarnation.ts';
import { NetworkError } from './network-error.ts';
import { type SimNetwork } from './sim-network.ts';

const MAX_LOOKUP_MS = 2;
const MAX_LISTEN_MS = 1;

export class ProcessNetwork implements Network {
  readonly #network: SimNetwork;
  readonly #owner: Incarnation;
  readonly #random: SimRandom;

  constructor(network: SimNetwork, owner: Incarnation, random: SimRandom) {
    this.#network = network;
    this.#owner = owner;
    this.#random = random;
  }

  listen(at: Endpoint, accept: (connection: Conn) => void): Promise<Listener> {
    this.#owner.assertAlive();
    return new Promise((resolve, reject) => {
      this.#later(MAX_LISTEN_MS, () => {
        try {
          const listening = this.#network.listen(this.#owner, at, accept);
          resolve({
            endpoint: { host: at.host, port: listening.port },
            close: () => {
              listening.isOpen = false;
              return new Promise((closed) => this.#later(MAX_LISTEN_MS, closed));
            },
          });
        } catch (error) {
          reject(error);
        }
      });
    });
  }

  connect(to: Endpoint, options: { readonly timeoutMs: number }): Promise<Conn> {
    this.#owner.assertAlive();
    return new Promise((resolve, reject) => {
      this.#network.connect(this.#owner, to, options.timeoutMs, resolve, reject);
    });
  }

  lookup(host: string): Promise<string[]> {
    this.#owner.assertAlive();
    return new Promise((resolve, reject) => {
      this.#later(MAX_LOOKUP_MS, () => {
        const found = this.#network.hostOf(host, this.#owner.process.host);
        if (found === undefined) reject(new NetworkError('ENOTFOUND', `no host is called ${host}`));
        else resolve([found.address]);
      });
    });
  }

  #later(maxMs: number, run: () => void): void {
    const { scheduler } = this.#owner.process.world;
    scheduler.after(this.#random.float() * maxMs, 'connection', this.#owner, run);
  }
}
