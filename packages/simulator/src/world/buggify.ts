// Buggify: rare but legal behaviour, switched on per site for a whole run and then by probability.

import { type SimRandom } from '../kernel/sim-random.ts';

/** Few sites at a time: a run in which everything is odd hides what each oddity does. */
const SITE_PROBABILITY = 0.25;

export class Buggify {
  readonly #random: SimRandom;
  readonly #sites = new Map<string, SimRandom | undefined>();
  isOn: boolean;

  constructor(random: SimRandom, isOn: boolean) {
    this.#random = random;
    this.isOn = isOn;
  }

  asks(site: string, probability: number): boolean {
    if (!this.isOn) return false;
    if (!this.#sites.has(site)) {
      const stream = this.#random.fork(site);
      this.#sites.set(site, stream.chance(SITE_PROBABILITY) ? stream : undefined);
    }
    return this.#sites.get(site)?.chance(probability) ?? false;
  }
}
