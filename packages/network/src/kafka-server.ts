// KafkaServer: the listening end of a node — its listeners, the connections on them and their limits.

import {
  type Conn,
  type CloseReason,
  type Endpoint,
  type Listener,
  type MetricsRegistry,
  type Platform,
  TimingWheel,
} from '@samsa/common';

import { ConnectionLimits, type LimitSettings } from './connection-limits.ts';
import { type FrameLimits } from './frame-decoder.ts';
import { ListenerMetrics } from './listener-metrics.ts';
import { type ListenerConfig } from './listeners.ts';
import { connectionLimitsByAddress, type NetworkConfigs } from './network-configs.ts';
import { RateLimitedLog } from './rate-limited-log.ts';
import { ReceiveMemory } from './receive-memory.ts';
import { MIN_REQUEST_BYTES, type RequestReceiver, ServerConnection } from './server-connection.ts';

export interface KafkaServerOptions {
  readonly configs: NetworkConfigs;
  readonly metrics: MetricsRegistry;
  /** Called for each new connection; what it returns gets the connection's requests. */
  readonly accept: (connection: ServerConnection) => RequestReceiver;
  /** Connections wait unread until `open` is called for the role of their listener. */
  readonly startsClosed?: boolean;
  /** Limits of single listeners (listener.name.<name>.max.connections), by name in capitals. */
  readonly maxConnectionsByListener?: ReadonlyMap<string, number>;
}

/** Connections that come too early or too fast wait unread; more than this many would only pile up. */
const MAX_DELAYED_CONNECTIONS = 10_000;

/** How long `close` waits for answers before it gives connections up. */
const DEFAULT_GRACE_MS = 5_000;

export class KafkaServer {
  readonly platform: Platform;
  readonly wheel: TimingWheel;
  readonly receiveMemory: ReceiveMemory;
  readonly frameLimits: FrameLimits;
  readonly rateLimitedLog: RateLimitedLog;
  readonly maxIdleMs: number;
  readonly #options: KafkaServerOptions;
  readonly #limits: ConnectionLimits;
  #byListener: ReadonlyMap<string, number>;
  readonly #listeners = new Map<string, Listener>();
  readonly #metrics = new Map<string, ListenerMetrics>();
  readonly #connections = new Set<ServerConnection>();
  /** Roles whose connections are served; undefined where all are. */
  readonly #openRoles: Set<ListenerConfig['role']> | undefined;
  #early: { conn: Conn; listener: ListenerConfig; metrics: ListenerMetrics }[] = [];
  #delayedCount = 0;
  #toFlush: ServerConnection[] = [];
  #isClosing = false;
  #whenEmpty: (() => void)[] = [];

  constructor(platform: Platform, options: KafkaServerOptions) {
    const { configs, metrics } = options;
    this.platform = platform;
    this.#options = options;
    this.#byListener = options.maxConnectionsByListener ?? new Map();
    this.#openRoles = options.startsClosed === true ? new Set() : undefined;
    this.wheel = new TimingWheel(platform);
    this.receiveMemory = new ReceiveMemory(configs.get('queued.max.request.bytes'));
    this.frameLimits = {
      minFrameBytes: MIN_REQUEST_BYTES,
      maxFrameBytes: configs.get('socket.request.max.bytes'),
    };
    this.rateLimitedLog = new RateLimitedLog(platform);
    this.maxIdleMs = configs.get('connections.max.idle.ms');
    this.#limits = new ConnectionLimits(this.#settingsOf(configs));
    const socketServer = { group: 'kafka.network', type: 'SocketServer' };
    metrics.gauge({ ...socketServer, name: 'MemoryPoolUsed' }, () => this.receiveMemory.usedBytes);
    metrics.gauge(
      { ...socketServer, name: 'MemoryPoolAvailable' },
      () => this.receiveMemory.limitBytes - this.receiveMemory.usedBytes,
    );
    metrics.gauge({ ...socketServer, name: 'ExpiredConnectionsKilledCount' }, () => {
      let count = 0;
      for (const listener of this.#metrics.values()) count += listener.expiredCount;
      return count;
    });
  }

  get connectionCount(): number {
    return this.#connections.size;
  }

  /** Where each listener was bound, by name. */
  endpoint(listenerName: string): Endpoint | undefined {
    return this.#listeners.get(listenerName)?.endpoint;
  }

  /**
   * Limits that may change while the node runs.
   *
   * @param maxConnectionsByListener  as in the options; without it those stay
   */
  configure(configs: NetworkConfigs, maxConnectionsByListener = this.#byListener): void {
    this.#byListener = maxConnectionsByListener;
    this.#limits.configure(this.#settingsOf(configs));
  }

  /** Begins to accept. Rejects with the system's `code` where the address cannot be had. */
  async listen(config: ListenerConfig): Promise<Endpoint> {
    const metrics = new ListenerMetrics(this.#options.metrics, config.name);
    this.#metrics.set(config.name, metrics);
    const listener = await this.platform.net.listen(config.bind, (conn) =>
      this.#accepted(conn, config, metrics),
    );
    this.#listeners.set(config.name, listener);
    return listener.endpoint;
  }

  /** Serves the connections of these listeners from now on, those that came early first. */
  open(role: ListenerConfig['role']): void {
    this.#openRoles?.add(role);
    const early = this.#early;
    this.#early = early.filter(({ listener }) => listener.role !== role);
    for (const { conn, listener, metrics } of early) {
      if (listener.role === role) this.#accepted(conn, listener, metrics);
    }
  }

  /**
   * Stops accepting, lets the requests that are being handled be answered, and closes every
   * connection: after `graceMs` also those with answers still owed.
   */
  async close(graceMs = DEFAULT_GRACE_MS): Promise<void> {
    this.#isClosing = true;
    for (const { conn } of this.#early) conn.destroy();
    this.#early = [];
    await Promise.all([...this.#listeners.values()].map((listener) => listener.close()));
    for (const connection of this.#connections) connection.finish();
    if (this.#connections.size > 0) {
      await new Promise<void>((resolve) => {
        this.#whenEmpty.push(resolve);
        this.wheel.after(graceMs, () => {
          for (const connection of this.#connections) connection.destroy();
        });
      });
    }
    this.wheel.close();
  }

  /** For ServerConnection alone. */
  flushAtEndOfTurn(connection: ServerConnection): void {
    if (this.#toFlush.push(connection) === 1) {
      this.platform.timers.endOfTurn(() => this.#flush());
    }
  }

  /** For ServerConnection alone. */
  connectionClosed(connection: ServerConnection, why: CloseReason): void {
    if (!this.#connections.delete(connection)) return;
    const { name } = connection.listener;
    const metrics = this.#metrics.get(name);
    if (metrics !== undefined) {
      metrics.connectionCount--;
      metrics.closed.mark();
    }
    this.#limits.closed(name, connection.conn.remote);
    if (this.platform.logs('debug')) {
      this.platform.log('debug', 'connection ended', { connection: connection.id, why });
    }
    if (this.#connections.size > 0) return;
    const waiting = this.#whenEmpty;
    this.#whenEmpty = [];
    for (const run of waiting) run();
  }

  #flush(): void {
    const connections = this.#toFlush;
    this.#toFlush = [];
    for (const connection of connections) connection.flush();
  }

  #accepted(conn: Conn, listener: ListenerConfig, metrics: ListenerMetrics): void {
    if (this.#isClosing) {
      conn.destroy();
      return;
    }
    if (this.#openRoles?.has(listener.role) === false) {
      if (this.#early.length < MAX_DELAYED_CONNECTIONS)
        this.#early.push({ conn, listener, metrics });
      else conn.destroy();
      return;
    }
    const delayMs = this.#limits.creationDelayMs(this.platform.clock.monotonicMs());
    if (delayMs === 0) {
      this.#open(conn, listener, metrics);
    } else if (this.#delayedCount >= MAX_DELAYED_CONNECTIONS) {
      this.#refuse(conn, listener, 'max.connection.creation.rate');
    } else {
      this.#delayedCount++;
      this.wheel.after(delayMs, () => {
        this.#delayedCount--;
        if (this.#isClosing) conn.destroy();
        else this.#open(conn, listener, metrics);
      });
    }
  }

  #open(conn: Conn, listener: ListenerConfig, metrics: ListenerMetrics): void {
    const admission = this.#limits.admit(listener.name, conn.remote);
    if (admission === 'address full') return this.#refuse(conn, listener, 'max.connections.per.ip');
    if (admission === 'listener full' || (admission === 'full' && !this.#makeRoom(listener))) {
      return this.#refuse(conn, listener, 'max.connections');
    }
    this.#limits.opened(listener.name, conn.remote);
    metrics.connectionCount++;
    metrics.created.mark();
    const connection = new ServerConnection(this, conn, listener, metrics, this.#options.accept);
    this.#connections.add(connection);
    connection.start();
  }

  /** Brokers and controllers stay connected when clients take every connection, as in Kafka. */
  #makeRoom(listener: ListenerConfig): boolean {
    if (!isProtected(listener)) return false;
    let oldest: ServerConnection | undefined;
    for (const connection of this.#connections) {
      if (isProtected(connection.listener)) continue;
      if (oldest === undefined || connection.lastActiveMs < oldest.lastActiveMs) {
        oldest = connection;
      }
    }
    oldest?.close('max.connections is reached and another node needs a connection');
    return oldest !== undefined;
  }

  #refuse(conn: Conn, listener: ListenerConfig, limit: string): void {
    this.rateLimitedLog.log('warn', 'connection refused', {
      limit,
      listener: listener.name,
      peer: conn.remote,
    });
    conn.destroy();
  }

  #settingsOf(configs: NetworkConfigs): LimitSettings {
    return {
      maxConnections: configs.get('max.connections'),
      maxConnectionsPerIp: configs.get('max.connections.per.ip'),
      maxConnectionsByIp: connectionLimitsByAddress(
        configs.get('max.connections.per.ip.overrides'),
      ),
      maxConnectionsByListener: this.#byListener,
      maxCreationRate: configs.get('max.connection.creation.rate'),
    };
  }
}

function isProtected(listener: ListenerConfig): boolean {
  return listener.role === 'controller' || listener.isInterBroker;
}
