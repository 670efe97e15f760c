// ParkedResponses: answers of the controller that wait until what they say is committed. Nobody is told
// what may still be lost.

interface Parked {
  readonly offset: number;
  readonly release: () => void;
  readonly refuse: (error: Error) => void;
}

export class ParkedResponses {
  /** In the order of their offsets, which is the order in which they were decided. */
  #waiting: Parked[] = [];

  get count(): number {
    return this.#waiting.length;
  }

  /** Resolves with `response` when everything up to `offset` is committed. */
  park<R>(offset: number, response: R): Promise<R> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ offset, release: () => resolve(response), refuse: reject });
    });
  }

  committed(offset: number): void {
    let done = 0;
    for (const parked of this.#waiting) {
      if (parked.offset > offset) break;
      parked.release();
      done++;
    }
    if (done > 0) this.#waiting = this.#waiting.slice(done);
  }

  /** Leadership is lost: whether these changes survive is for the next controller to say. */
  refuseAll(error: Error): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const parked of waiting) parked.refuse(error);
  }
}
