// NodeNetwork: the real network, over node:net.

import { lookup } from 'node:dns/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';

import { type Conn, type Endpoint, type Listener, type Network } from '@samsa/common';

import { NodeConn } from './node-conn.ts';
import { onreadWorks, rewrapWithOnread } from './onread-adapter.ts';

/**
 * How accepted connections read: `onread` straight into the receiver's buffers, `data` with a copy,
 * `auto` the first where a trial at the first `listen` shows that it works.
 */
export type AcceptedReads = 'auto' | 'onread' | 'data';

export interface NodeNetworkOptions {
  /** Default: what the variable SAMSA_ACCEPTED_READS says, else `auto`. */
  readonly acceptedReads?: AcceptedReads;
  /** Connections that the system completes before we accept them (socket.listen.backlog.size). */
  readonly backlog?: number;
}

const DEFAULT_BACKLOG = 50;

/** An idle peer that vanished without a word is found by the system after this and some probes. */
const KEEP_ALIVE_DELAY_MS = 60_000;

export class NodeNetwork implements Network {
  readonly #backlog: number;
  #acceptedReads: AcceptedReads;
  #trial: Promise<boolean> | undefined;

  constructor(options: NodeNetworkOptions = {}) {
    this.#backlog = options.backlog ?? DEFAULT_BACKLOG;
    this.#acceptedReads = options.acceptedReads ?? readsFromEnvironment();
  }

  /** What `auto` came to, once the first `listen` is done. */
  get acceptedReads(): AcceptedReads {
    return this.#acceptedReads;
  }

  async listen(at: Endpoint, accept: (connection: Conn) => void): Promise<Listener> {
    const readsBy = await this.#settleReads();
    const server = createServer({
      pauseOnConnect: true,
      noDelay: true,
      keepAlive: true,
      keepAliveInitialDelay: KEEP_ALIVE_DELAY_MS,
    });
    server.on('connection', (socket) => {
      const connection = new NodeConn();
      // A peer can be gone before it is accepted; its address is then unknown and nobody is there.
      if (socket.remoteAddress === undefined) {
        socket.destroy();
        return;
      }
      connection.attach(
        readsBy === 'onread' ? rewrapWithOnread(socket, connection) : socket,
        readsBy,
      );
      accept(connection);
    });
    const port = await listening(server, at, this.#backlog);
    return {
      endpoint: { host: at.host, port },
      close() {
        // Node calls back only when every connection has ended; the port is free at once.
        server.close();
        return Promise.resolve();
      },
    };
  }

  connect(to: Endpoint, options: { readonly timeoutMs: number }): Promise<Conn> {
    const connection = new NodeConn();
    return new Promise((resolve, reject) => {
      const socket: Socket = connect({
        host: to.host,
        port: to.port,
        noDelay: true,
        keepAlive: true,
        keepAliveInitialDelay: KEEP_ALIVE_DELAY_MS,
        onread: connection.onread,
      });
      socket.pause();
      const timer = setTimeout(() => {
        const where = `${to.host}:${to.port}`;
        const late = new Error(`no connection to ${where} within ${options.timeoutMs} ms`);
        socket.destroy(Object.assign(late, { code: 'ETIMEDOUT' }));
      }, options.timeoutMs);
      const fail = (error: Error): void => {
        clearTimeout(timer);
        reject(error);
      };
      socket.once('error', fail);
      socket.once('connect', () => {
        clearTimeout(timer);
        socket.off('error', fail);
        connection.attach(socket, 'onread');
        resolve(connection);
      });
    });
  }

  async lookup(host: string): Promise<string[]> {
    const addresses = await lookup(host, { all: true });
    return addresses.map((found) => found.address);
  }

  async #settleReads(): Promise<'onread' | 'data'> {
    if (this.#acceptedReads === 'auto') {
      this.#trial ??= onreadWorks();
      this.#acceptedReads = (await this.#trial) ? 'onread' : 'data';
    }
    return this.#acceptedReads;
  }
}

function listening(server: Server, at: Endpoint, backlog: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    // Without a host Node takes every address of both families.
    const host = at.host === '' ? {} : { host: at.host };
    server.listen({ port: at.port, backlog, ...host }, () => {
      server.off('error', reject);
      // An accept that fails (too many open files) must not end the process; the peer tries again.
      server.on('error', () => {});
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : at.port);
    });
  });
}

function readsFromEnvironment(): AcceptedReads {
  const wish = process.env['SAMSA_ACCEPTED_READS'];
  return wish === 'onread' || wish === 'data' ? wish : 'auto';
}
