// OffsetWaiters: who waits until a partition's committed (or written) offset has passed a point.
//
// Requests come in append order, so the list is a queue and a notification looks only at its head. A
// retried batch waits for an offset that lies before the one ahead of it, and is answered with it.

/** Told once: with true when the offset was passed, with false when it never will be. */
export type OffsetWaiter = (isPassed: boolean) => void;

export class OffsetWaiters {
  #offsets: number[] = [];
  #waiters: OffsetWaiter[] = [];
  /** The queue begins here; the slots before are cut off now and then. */
  #head = 0;

  get count(): number {
    return this.#offsets.length - this.#head;
  }

  /** @param endOffset  the waiter is told when this or a later end offset is passed */
  add(endOffset: number, waiter: OffsetWaiter): void {
    this.#offsets.push(endOffset);
    this.#waiters.push(waiter);
  }

  passed(endOffset: number): void {
    // The fields are read anew each time: a waiter may add another one, or fail them all.
    while (this.#head < this.#offsets.length && this.#offsets[this.#head]! <= endOffset) {
      const waiter = this.#waiters[this.#head]!; // both arrays have the same length
      this.#head++;
      waiter(true);
    }
    // Told waiters hold their requests, so they are let go as soon as that costs little.
    if (this.#head === this.#offsets.length) {
      this.#offsets.length = 0;
      this.#waiters.length = 0;
      this.#head = 0;
    } else if (this.#head > 1024 && this.#head * 2 > this.#offsets.length) {
      this.#offsets = this.#offsets.slice(this.#head);
      this.#waiters = this.#waiters.slice(this.#head);
      this.#head = 0;
    }
  }

  /** Leadership or the disk is lost: nobody who waits here gets what they wait for. */
  failAll(): void {
    const waiters = this.#waiters.slice(this.#head);
    this.#offsets = [];
    this.#waiters = [];
    this.#head = 0;
    for (const waiter of waiters) waiter(false);
  }
}
