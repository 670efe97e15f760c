// WorkSlice: when a job has worked long enough and lets others go first. A job has no clock, so work is
// measured in bytes.

/** A careful estimate of what is read, summed and compared in a millisecond. */
const BYTES_PER_MS = 64 * 1024;

export class WorkSlice {
  readonly #budgetBytes: number;
  #spentBytes = 0;

  constructor(budgetMs: number) {
    this.#budgetBytes = budgetMs * BYTES_PER_MS;
  }

  /** Whether the slice is over with this; then the next one begins. */
  isOverAfter(bytes: number): boolean {
    this.#spentBytes += bytes;
    if (this.#spentBytes < this.#budgetBytes) return false;
    this.#spentBytes = 0;
    return true;
  }
}
