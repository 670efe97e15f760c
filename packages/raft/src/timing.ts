// How long a replica waits for what, and the randomness that keeps two candidates from meeting twice.

export interface RaftTiming {
  /** controller.quorum.election.timeout.ms; waits last between once and twice as long. */
  readonly electionTimeoutMs: number;
  /** controller.quorum.fetch.timeout.ms */
  readonly fetchTimeoutMs: number;
  /** controller.quorum.election.backoff.max.ms */
  readonly electionBackoffMaxMs: number;
  /** controller.quorum.retry.backoff.ms */
  readonly retryBackoffMs: number;
  /** controller.quorum.request.timeout.ms */
  readonly requestTimeoutMs: number;
  /** How long a leader may keep a fetch that finds nothing new. */
  readonly fetchMaxWaitMs: number;
}

export const DEFAULT_TIMING: RaftTiming = {
  electionTimeoutMs: 1000,
  fetchTimeoutMs: 2000,
  electionBackoffMaxMs: 1000,
  retryBackoffMs: 20,
  requestTimeoutMs: 2000,
  fetchMaxWaitMs: 500,
};

const BACKOFF_BASE_MS = 100;

/** A leader that no majority fetched from for so long steps down. Source: KIP-835's check quorum. */
export function checkQuorumTimeoutMs(timing: RaftTiming): number {
  return timing.fetchTimeoutMs * 1.5;
}

/** How often a leader reminds voters that do not fetch from it. */
export function beginQuorumIntervalMs(timing: RaftTiming): number {
  return Math.max(1, timing.fetchTimeoutMs / 2);
}

/** @param random  uniform in [0, 1) */
export function randomElectionTimeoutMs(timing: RaftTiming, random: () => number): number {
  return timing.electionTimeoutMs + Math.floor(random() * timing.electionTimeoutMs);
}

/** The wait before the next try after `retries` lost elections: exponential, random, bounded. */
export function electionBackoffMs(
  timing: RaftTiming,
  retries: number,
  random: () => number,
): number {
  const slots = 2 ** Math.min(Math.max(1, retries), 10);
  return Math.min(
    timing.electionBackoffMaxMs,
    BACKOFF_BASE_MS * (1 + Math.floor(random() * slots)),
  );
}
