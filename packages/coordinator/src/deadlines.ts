// Deadlines: what a machine wants to be woken for, the earliest first.
//
// A binary heap in which moving a deadline later costs nothing until it reaches the top: sessions are
// extended by every heartbeat, thousands a second, and almost none of them ever runs out.

export class Deadline<What> {
  readonly what: What;
  /** On the machine's deadline clock; Infinity while it is not set. */
  atMs = Infinity;
  /** Where the heap has it filed; never later than `atMs`. For Deadlines alone. */
  filedMs = Infinity;
  /** Its place in the heap, −1 outside. For Deadlines alone. */
  place = -1;

  constructor(what: What) {
    this.what = what;
  }

  get isSet(): boolean {
    return this.atMs !== Infinity;
  }
}

export class Deadlines<What> {
  readonly #heap: Deadline<What>[] = [];

  /** Deadlines that are filed, also those that will turn out to have been moved. */
  get size(): number {
    return this.#heap.length;
  }

  set(deadline: Deadline<What>, atMs: number): void {
    if (atMs === Infinity) {
      this.clear(deadline);
      return;
    }
    deadline.atMs = atMs;
    if (deadline.place < 0) {
      deadline.place = this.#heap.length;
      deadline.filedMs = atMs;
      this.#heap.push(deadline);
      this.#rise(deadline);
    } else if (atMs < deadline.filedMs) {
      deadline.filedMs = atMs;
      this.#rise(deadline);
    }
  }

  clear(deadline: Deadline<What>): void {
    deadline.atMs = Infinity;
    if (deadline.place >= 0) this.#remove(deadline);
  }

  /** When the earliest is due; Infinity if there is none. */
  nextMs(): number {
    return this.#top()?.filedMs ?? Infinity;
  }

  /** Takes the earliest deadline out if it is due, else undefined. */
  takeDue(nowMs: number): Deadline<What> | undefined {
    const top = this.#top();
    if (top === undefined || top.filedMs > nowMs) return undefined;
    this.clear(top);
    return top;
  }

  /** The earliest, after those that were moved later have been filed anew. */
  #top(): Deadline<What> | undefined {
    for (;;) {
      const top = this.#heap[0];
      if (top === undefined || top.atMs === top.filedMs) return top;
      top.filedMs = top.atMs;
      this.#sink(top);
    }
  }

  #remove(deadline: Deadline<What>): void {
    const { place } = deadline;
    const last = this.#heap.pop();
    deadline.place = -1;
    if (last === undefined || last === deadline) return;
    this.#put(last, place);
    this.#rise(last);
    this.#sink(last);
  }

  #rise(deadline: Deadline<What>): void {
    for (;;) {
      const parent = this.#heap[(deadline.place - 1) >> 1];
      if (deadline.place === 0 || parent === undefined || parent.filedMs <= deadline.filedMs) {
        return;
      }
      this.#swap(parent, deadline);
    }
  }

  #sink(deadline: Deadline<What>): void {
    for (;;) {
      const left = this.#heap[deadline.place * 2 + 1];
      const right = this.#heap[deadline.place * 2 + 2];
      const child =
        right !== undefined && left !== undefined && right.filedMs < left.filedMs ? right : left;
      if (child === undefined || child.filedMs >= deadline.filedMs) return;
      this.#swap(deadline, child);
    }
  }

  #swap(upper: Deadline<What>, lower: Deadline<What>): void {
    const { place } = upper;
    this.#put(upper, lower.place);
    this.#put(lower, place);
  }

  #put(deadline: Deadline<What>, place: number): void {
    deadline.place = place;
    this.#heap[place] = deadline;
  }
}
