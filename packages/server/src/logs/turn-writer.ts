// TurnWriter: everything that was appended in one turn of the event loop is written at its end, one
// write per partition, before anybody hears of it.

import { type Platform } from '@samsa/common';
import { type PartitionLog } from '@samsa/storage';

export class TurnWriter {
  readonly #platform: Platform;
  #dirty: { readonly log: PartitionLog; readonly written: () => void }[] = [];
  #isDue = false;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** @param written  runs after the write of this turn, if the disk took it */
  dirty(log: PartitionLog, written: () => void): void {
    this.#dirty.push({ log, written });
    if (this.#isDue) return;
    this.#isDue = true;
    this.#platform.timers.endOfTurn(() => this.#write());
  }

  /** Writes what is waiting without waiting for the end of the turn. */
  writeNow(): void {
    if (this.#dirty.length > 0) this.#write();
  }

  #write(): void {
    this.#isDue = false;
    const dirty = this.#dirty;
    this.#dirty = [];
    // All writes first: an answer may lead to the next append, which belongs to the next turn.
    const done: (() => void)[] = [];
    for (const { log, written } of dirty) if (log.writeStaged()) done.push(written);
    for (const written of done) written();
  }
}
