// ConnectionLimits: how many connections a node, a listener and an address may have, and how fast
// new ones may come.

export interface LimitSettings {
  readonly maxConnections: number;
  readonly maxConnectionsPerIp: number;
  readonly maxConnectionsByIp: ReadonlyMap<string, number>;
  /** By listener name; a listener without an entry has no limit of its own. */
  readonly maxConnectionsByListener: ReadonlyMap<string, number>;
  /** New connections per second. */
  readonly maxCreationRate: number;
}

export const NO_LIMITS: LimitSettings = {
  maxConnections: Infinity,
  maxConnectionsPerIp: Infinity,
  maxConnectionsByIp: new Map(),
  maxConnectionsByListener: new Map(),
  maxCreationRate: Infinity,
};

/** What to do with a new connection. `full` can be helped by closing another one, the rest cannot. */
export type Admission = 'open' | 'full' | 'listener full' | 'address full';

/** The rate may be exceeded for this long by what was left unused before. */
const BURST_MS = 1_000;

export class ConnectionLimits {
  #settings: LimitSettings;
  #count = 0;
  readonly #byListener = new Map<string, number>();
  readonly #byAddress = new Map<string, number>();
  /** When the next connection is due at the allowed rate; never far behind the present. */
  #nextDueMs = -Infinity;

  constructor(settings: LimitSettings) {
    this.#settings = settings;
  }

  get count(): number {
    return this.#count;
  }

  /** Later connections meet the new limits; open ones stay. */
  configure(settings: LimitSettings): void {
    this.#settings = settings;
  }

  /** Asks whether one more may open; it counts only after `opened`. */
  admit(listener: string, address: string): Admission {
    const settings = this.#settings;
    const perIp = settings.maxConnectionsByIp.get(address) ?? settings.maxConnectionsPerIp;
    if ((this.#byAddress.get(address) ?? 0) >= perIp) return 'address full';
    const perListener = settings.maxConnectionsByListener.get(listener) ?? Infinity;
    if ((this.#byListener.get(listener) ?? 0) >= perListener) return 'listener full';
    return this.#count >= settings.maxConnections ? 'full' : 'open';
  }

  opened(listener: string, address: string): void {
    this.#count++;
    this.#byListener.set(listener, (this.#byListener.get(listener) ?? 0) + 1);
    this.#byAddress.set(address, (this.#byAddress.get(address) ?? 0) + 1);
  }

  closed(listener: string, address: string): void {
    this.#count--;
    decrement(this.#byListener, listener);
    decrement(this.#byAddress, address);
  }

  /** How long a new connection has to wait so that the rate is kept. */
  creationDelayMs(nowMs: number): number {
    const { maxCreationRate } = this.#settings;
    if (maxCreationRate >= 2 ** 31 - 1) return 0;
    const dueMs = Math.max(this.#nextDueMs, nowMs - BURST_MS);
    this.#nextDueMs = dueMs + 1000 / Math.max(1, maxCreationRate);
    return Math.max(0, dueMs - nowMs);
  }
}

function decrement(counts: Map<string, number>, key: string): void {
  const count = (counts.get(key) ?? 0) - 1;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}
