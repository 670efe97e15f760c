// Marks: rare places of the code that were reached, counted; triggers of the fault plan hang on them.

import { type Incarnation } from './incarnation.ts';

export type MarkListener = (site: string, where: Incarnation) => void;

export class Marks {
  readonly counts = new Map<string, number>();
  readonly #listeners = new Set<MarkListener>();

  hit(site: string, where: Incarnation): void {
    this.counts.set(site, (this.counts.get(site) ?? 0) + 1);
    for (const listener of this.#listeners) listener(site, where);
  }

  /** @returns stops listening */
  listen(listener: MarkListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
