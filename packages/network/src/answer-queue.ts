// AnswerQueue: the answers a connection owes, in the order of the requests.

/** One request's answer, from the moment the request was taken. */
export interface Answer {
  /** Whether it may be sent. Once true it stays true. */
  readonly isReady: boolean;
  /** The frame to send, with its size; empty for a request that gets no answer. */
  encode(): readonly Uint8Array[];
  /** Whether `sent` has anything to do, so that nobody waits for the socket in vain. */
  readonly needsSent: boolean;
  /** The socket is done with the bytes, whether they arrived or not. */
  sent(): void;
  /** The connection closed before this answer was encoded. It may not be ready yet. */
  abandoned(): void;
}

/** Below this many taken entries the array is left alone. */
const COMPACT_FROM = 256;

/** A queue over an array with a moving head: `shift` on a long array would stall the loop. */
export class AnswerQueue {
  #answers: (Answer | undefined)[] = [];
  #head = 0;

  get length(): number {
    return this.#answers.length - this.#head;
  }

  push(answer: Answer): void {
    this.#answers.push(answer);
  }

  /** Takes the first answer if it is ready. */
  takeReady(): Answer | undefined {
    const first = this.#answers[this.#head];
    if (first === undefined || !first.isReady) return undefined;
    this.#answers[this.#head++] = undefined;
    if (this.#head === this.#answers.length) {
      this.#answers.length = 0;
      this.#head = 0;
    } else if (this.#head >= COMPACT_FROM && this.#head * 2 >= this.#answers.length) {
      this.#answers.splice(0, this.#head);
      this.#head = 0;
    }
    return first;
  }

  /** Empties the queue and tells every answer that it will not be sent. */
  abandonAll(): void {
    const answers = this.#answers.slice(this.#head);
    this.#answers.length = 0;
    this.#head = 0;
    for (const answer of answers) answer?.abandoned();
  }
}
