// HostClock: the two clocks of one simulated machine. Both drift, only the wall clock steps.

/** Where simulated wall clocks start: 2026-06-01T00:00:00Z. */
const EPOCH_MS = 1_780_272_000_000;

export class HostClock {
  #sinceMs = 0;
  #wallMs: number;
  #monotonicMs: number;
  #rate: number;

  /**
   * @param offsetMs  of the wall clock against simulated time
   * @param driftPpm  how much faster than simulated time both clocks run
   */
  constructor(offsetMs: number, driftPpm: number, monotonicStartMs: number) {
    this.#wallMs = EPOCH_MS + offsetMs;
    this.#monotonicMs = monotonicStartMs;
    this.#rate = 1 + driftPpm / 1e6;
  }

  /** Milliseconds of this clock per simulated millisecond. */
  get rate(): number {
    return this.#rate;
  }

  /** Whole milliseconds, as Date.now gives them. */
  nowMs(simulatedMs: number): number {
    return Math.floor(this.#wallMs + (simulatedMs - this.#sinceMs) * this.#rate);
  }

  monotonicMs(simulatedMs: number): number {
    return this.#monotonicMs + (simulatedMs - this.#sinceMs) * this.#rate;
  }

  step(byMs: number): void {
    this.#wallMs += byMs;
  }

  setDrift(simulatedMs: number, driftPpm: number): void {
    const passedMs = simulatedMs - this.#sinceMs;
    this.#wallMs += passedMs * this.#rate;
    this.#monotonicMs += passedMs * this.#rate;
    this.#sinceMs = simulatedMs;
    this.#rate = 1 + driftPpm / 1e6;
  }
}
