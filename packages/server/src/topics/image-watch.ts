// ImageWatch: waits, for a bounded time, until the metadata image says something.

import { type TimingWheel } from '@samsa/common';
import { type MetadataImage } from '@samsa/metadata';

interface Watch {
  readonly isTrue: (image: MetadataImage) => boolean;
  readonly tell: (isTrue: boolean) => void;
}

/** Published to last, so that what it lets go on finds every room up to date. */
export class ImageWatch {
  readonly #deadlines: TimingWheel;
  readonly #image: () => MetadataImage;
  #watches: Watch[] = [];

  constructor(deadlines: TimingWheel, image: () => MetadataImage) {
    this.#deadlines = deadlines;
    this.#image = image;
  }

  /** Resolves to false where it did not come true in time. */
  when(isTrue: (image: MetadataImage) => boolean, timeoutMs: number): Promise<boolean> {
    if (isTrue(this.#image())) return Promise.resolve(true);
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const deadline = this.#deadlines.after(timeoutMs, () => {
      this.#watches = this.#watches.filter((other) => other !== watch);
      resolve(false);
    });
    const watch: Watch = {
      isTrue,
      tell: (outcome) => {
        deadline.cancel();
        resolve(outcome);
      },
    };
    this.#watches.push(watch);
    return promise;
  }

  published(image: MetadataImage): void {
    if (this.#watches.length === 0) return;
    const watches = this.#watches;
    this.#watches = watches.filter((watch) => !watch.isTrue(image));
    for (const watch of watches) if (!this.#watches.includes(watch)) watch.tell(true);
  }
}
