// ProducerIds: the block of producer ids that the controller gave this broker, handed out one by one.
//
// An id is handed out by nobody else once the block is committed, and never twice (KIP-730).

export interface ProducerIdBlock {
  readonly firstProducerId: number;
  readonly size: number;
}

export class ProducerIds {
  readonly #allocate: () => Promise<ProducerIdBlock>;
  #nextProducerId = 0;
  /** Exclusive. */
  #blockEnd = 0;
  #pending: Promise<void> | undefined;

  /** @param allocate  asks the active controller for a block; rejects where there is none to ask */
  constructor(allocate: () => Promise<ProducerIdBlock>) {
    this.#allocate = allocate;
  }

  /** Rejects where a new block is needed and could not be had. */
  async next(): Promise<number> {
    while (this.#nextProducerId >= this.#blockEnd) {
      this.#pending ??= this.#takeBlock();
      await this.#pending;
    }
    return this.#nextProducerId++;
  }

  async #takeBlock(): Promise<void> {
    try {
      const { firstProducerId, size } = await this.#allocate();
      this.#nextProducerId = firstProducerId;
      this.#blockEnd = firstProducerId + size;
    } finally {
      this.#pending = undefined;
    }
  }
}
