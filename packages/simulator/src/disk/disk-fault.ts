// DiskFault: what is wrong with a simulated disk, where, and until when.

export type DiskOperation = 'read' | 'write' | 'sync' | 'names';

export interface DiskFault {
  /**
   * eio: the operation fails; after a failed sync the cache counts as clean and is not durable ·
   * short: writes take only a part · slow: latency times `factor` · stall: operations end when the
   * fault does · read-only: nothing can be changed · full: only `limitBytes` are there to be used.
   */
  readonly kind: 'eio' | 'short' | 'slow' | 'stall' | 'read-only' | 'full';
  /** All of them unless told. */
  readonly operations?: readonly DiskOperation[];
  /** Only paths that begin with this. */
  readonly under?: string;
  /** Of the operations it can hit; 1 unless told. */
  readonly probability?: number;
  readonly factor?: number;
  readonly limitBytes?: number;
  /** Simulated time at which it is over; never unless told. */
  readonly untilMs?: number;
}
