// SimNetwork: all links, listeners and connections of a world, and the faults that befall them.

import { type Conn, type Endpoint, type PeerIdentity } from '@samsa/common';

import { type SimRandom } from '../kernel/sim-random.ts';
import { type Host } from '../world/host.ts';
import { type Incarnation } from '../world/incarnation.ts';
import { type World } from '../world/world.ts';
import { Link } from './link.ts';
import { NetworkError } from './network-error.ts';
import { Pipe } from './pipe.ts';
import { SimConn } from './sim-conn.ts';

const FIRST_EPHEMERAL_PORT = 32_768;
const LAST_PORT = 65_535;

export interface Listening {
  readonly host: Host;
  readonly port: number;
  readonly owner: Incarnation;
  readonly accept: (connection: Conn) => void;
  isOpen: boolean;
}

/** The connection ends of one life of a process. */
interface OwnedEnds {
  lastId: number;
  readonly connections: Set<SimConn>;
}

/** What befalls new connections, as probabilities. */
export interface ConnectChaos {
  refused: number;
  hangs: number;
  /** Made, and broken a moment later. */
  dies: number;
}

export class SimNetwork {
  readonly world: World;
  readonly connectChaos: ConnectChaos = { refused: 0, hangs: 0, dies: 0 };
  /** Chunks given to `send` and not yet released, over all connections. */
  chunksHeld = 0;
  readonly #random: SimRandom;
  readonly #links = new Map<string, Link>();
  readonly #listening = new Map<string, Listening>();
  readonly #connections = new Set<SimConn>();
  readonly #whenUp = new Map<string, (() => void)[]>();
  readonly #owned = new Map<Incarnation, OwnedEnds>();
  readonly #nextPorts = new Map<Host, number>();
  #connectionCount = 0;

  constructor(world: World, random: SimRandom) {
    this.world = world;
    this.#random = random;
  }

  link(from: string, to: string): Link {
    const key = `${from}→${to}`;
    let link = this.#links.get(key);
    if (link === undefined) {
      link = new Link(from, to, this.#random.fork(`link/${key}`));
      this.#links.set(key, link);
    }
    return link;
  }

  get connections(): readonly SimConn[] {
    return [...this.#connections];
  }

  /** Host of a name or an address, as seen from `from`; undefined for names that nobody has. */
  hostOf(name: string, from: Host): Host | undefined {
    if (name === 'localhost' || name === '127.0.0.1' || name === '::1') return from;
    return this.world.hosts.find((host) => host.name === name || host.address === name);
  }

  // ---- For the processes ------------------------------------------------------------------------

  listen(owner: Incarnation, at: Endpoint, accept: (connection: Conn) => void): Listening {
    const host = owner.process.host;
    const isAnyAddress = at.host === '' || at.host === '0.0.0.0' || at.host === '::';
    if (!isAnyAddress && this.hostOf(at.host, host) !== host) {
      throw new NetworkError('EADDRNOTAVAIL', `${at.host} is not an address of ${host.name}`);
    }
    const port = at.port === 0 ? this.ephemeralPort(host) : at.port;
    const key = `${host.name}:${port}`;
    if (this.#listening.get(key)?.isOpen === true) {
      throw new NetworkError('EADDRINUSE', `port ${port} of ${host.name} is taken`);
    }
    const listening: Listening = { host, port, owner, accept, isOpen: true };
    this.#listening.set(key, listening);
    owner.atEnd(() => {
      listening.isOpen = false;
    });
    return listening;
  }

  /** Starts a handshake; exactly one of the two callbacks runs, or neither when the owner ends. */
  connect(
    owner: Incarnation,
    to: Endpoint,
    timeoutMs: number,
    connected: (connection: Conn) => void,
    failed: (error: NetworkError) => void,
  ): void {
    const scheduler = this.world.scheduler;
    const from = owner.process.host;
    const target = this.hostOf(to.host, from);
    if (target === undefined) {
      const error = new NetworkError('ENOTFOUND', `no host is called ${to.host}`);
      scheduler.after(this.#random.between(0.1, 5), 'connection', owner, () => failed(error));
      return;
    }
    let isSettled = false;
    const giveUp = scheduler.after(timeoutMs, 'connection', owner, () => {
      isSettled = true;
      failed(new NetworkError('ETIMEDOUT', `${to.host}:${to.port} did not answer`));
    });
    const settle = (delayMs: number, run: () => void, tooLate?: () => void): void => {
      scheduler.at(scheduler.nowMs + delayMs, 'connection', owner, () => {
        if (isSettled) {
          tooLate?.();
          return;
        }
        isSettled = true;
        giveUp.isCancelled = true;
        run();
      });
    };
    const outward = this.link(from.name, target.name);
    const back = this.link(target.name, from.name);
    const chaos = this.connectChaos;
    if (this.#random.chance(chaos.hangs)) return;
    const isRefused = this.#random.chance(chaos.refused);
    const handshake = (): void => {
      if (isSettled || !owner.isAlive) return;
      if (outward.state === 'drop' || back.state === 'drop' || !target.isUp) {
        // The first packet is sent again after a second, until the caller gives up.
        scheduler.at(scheduler.nowMs + 1000, 'connection', undefined, handshake);
        return;
      }
      const listening = this.#listening.get(`${target.name}:${to.port}`);
      const refused = isRefused || outward.state === 'reset' || back.state === 'reset';
      if (refused || listening === undefined || !listening.isOpen) {
        settle(back.latencyMs(), () =>
          failed(new NetworkError('ECONNREFUSED', `${to.host}:${to.port} refused the connection`)),
        );
        return;
      }
      const [near, far] = this.#join(owner, listening, outward, back);
      scheduler.at(scheduler.nowMs, 'connection', listening.owner, () => {
        if (listening.isOpen) listening.accept(far);
        else far.destroy();
      });
      settle(
        back.latencyMs(),
        () => connected(near),
        () => near.destroy(),
      );
      if (this.#random.chance(chaos.dies)) {
        scheduler.at(scheduler.nowMs + this.#random.between(0, 20), 'fault', undefined, () => {
          near.broke('reset');
          far.broke('reset');
        });
      }
    };
    scheduler.at(scheduler.nowMs + outward.latencyMs(), 'connection', undefined, handshake);
  }

  #join(owner: Incarnation, listening: Listening, outward: Link, back: Link): [SimConn, SimConn] {
    const random = this.#random.fork(`connection/${++this.#connectionCount}`);
    const from = owner.process.host;
    const anonymous: PeerIdentity = { certificateName: null };
    const near = new SimConn(
      this.world,
      owner,
      random.fork('near'),
      ++this.#endsOf(owner).lastId,
      listening.host.address,
      listening.port,
      anonymous,
    );
    const far = new SimConn(
      this.world,
      listening.owner,
      random.fork('far'),
      ++this.#endsOf(listening.owner).lastId,
      from.address,
      this.ephemeralPort(from),
      anonymous,
    );
    const there = new Pipe(this.world, random.fork('there'), outward, near, far);
    const andBack = new Pipe(this.world, random.fork('back'), back, far, near);
    near.join(there, andBack);
    far.join(andBack, there);
    for (const end of [near, far]) {
      this.#connections.add(end);
      this.#endsOf(end.owner).connections.add(end);
    }
    return [near, far];
  }

  #endsOf(owner: Incarnation): OwnedEnds {
    let ends = this.#owned.get(owner);
    if (ends === undefined) {
      const connections = new Set<SimConn>();
      ends = { lastId: 0, connections };
      this.#owned.set(owner, ends);
      owner.atEnd((isSilent) => {
        this.#owned.delete(owner);
        for (const connection of connections) connection.ownerEnded(isSilent);
      });
    }
    return ends;
  }

  ephemeralPort(host: Host): number {
    const port = this.#nextPorts.get(host) ?? FIRST_EPHEMERAL_PORT;
    this.#nextPorts.set(host, port === LAST_PORT ? FIRST_EPHEMERAL_PORT : port + 1);
    return port;
  }

  forget(connection: SimConn): void {
    this.#connections.delete(connection);
    this.#owned.get(connection.owner)?.connections.delete(connection);
  }

  // ---- Faults -----------------------------------------------------------------------------------

  /** Breaks the connections between two hosts that exist now. */
  resetConnections(a: string, b: string): number {
    let count = 0;
    for (const connection of this.connections) {
      const { link } = connection.outgoing;
      if (!isBetween(link, a, b)) continue;
      connection.broke('reset');
      count++;
    }
    return count;
  }

  /**
   * Late delivery: what is sent on the connections that exist now arrives up to `maxMs` late, while
   * new connections are not held up.
   */
  stallConnections(a: string, b: string, maxMs: number): number {
    let count = 0;
    for (const connection of this.connections) {
      if (!isBetween(connection.outgoing.link, a, b)) continue;
      connection.outgoing.stallUntil(this.world.nowMs + this.#random.between(0, maxMs));
      count++;
    }
    return count;
  }

  /** Ends all faults of all links. */
  heal(): void {
    for (const link of this.#links.values()) {
      link.state = 'open';
      link.slowness = 1;
    }
    this.connectChaos.refused = 0;
    this.connectChaos.hangs = 0;
    this.connectChaos.dies = 0;
  }

  whenUp(hostName: string, run: () => void): void {
    const waiting = this.#whenUp.get(hostName);
    if (waiting === undefined) this.#whenUp.set(hostName, [run]);
    else waiting.push(run);
  }

  hostCameUp(host: Host): void {
    const waiting = this.#whenUp.get(host.name) ?? [];
    this.#whenUp.delete(host.name);
    for (const run of waiting) run();
  }
}

function isBetween(link: Link, a: string, b: string): boolean {
  return (link.from === a && link.to === b) || (link.from === b && link.to === a);
}
