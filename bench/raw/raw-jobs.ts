// Jobs of the raw client: what its process is told to do, as JSON on its command line, and what it says
// when it is done.

import { type Percentiles } from '../measure/statistics.ts';

export interface PingJob {
  readonly kind: 'ping';
  readonly connections: number;
  /** In all, over the connections. */
  readonly requests: number;
}

export interface ProduceJob {
  readonly kind: 'produce';
  readonly topic: string;
  /** Connection i writes to partition i modulo this. */
  readonly partitions: number;
  readonly connections: number;
  readonly inFlight: number;
  readonly recordBytes: number;
  readonly recordsPerBatch: number;
  /** In all, over the connections. */
  readonly requests: number;
}

export interface FetchJob {
  readonly kind: 'fetch';
  readonly topic: string;
  readonly partitions: number;
  readonly connections: number;
  /** As the topic was filled: all batches alike. */
  readonly recordBytes: number;
  readonly recordsPerBatch: number;
  readonly batchesPerPartition: number;
  /** In all, over the connections; each reads from the start again where it comes to the end. */
  readonly requests: number;
}

export type RawJob = PingJob | ProduceJob | FetchJob;

/** What every client says when it is done. */
export interface ClientReport {
  /** From the first request to the last answer; connecting is not part of it. */
  readonly seconds: number;
  /** The client process' own, in the same time. */
  readonly cpuSeconds: number;
  readonly requests: number;
  readonly records: number;
  /** Bytes of keys and values, before compression. */
  readonly bytes: number;
  readonly latencyMs?: Percentiles;
}
