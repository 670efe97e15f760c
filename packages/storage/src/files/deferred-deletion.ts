// DeferredDeletion: removes files some time after they left a log, when the last reader has surely
// let go of them. What is not removed before the process ends is removed at the next start.

import { type Platform } from '@samsa/common';
import { removeFile } from './atomic-file.ts';
import { deleteFolder } from './folder-deletion.ts';

export class DeferredDeletion {
  readonly #platform: Platform;
  /** Each takes its timer back and tells whoever waits that nothing more happens. */
  readonly #waiting = new Set<() => void>();

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  schedule(paths: readonly string[], delayMs: number): void {
    if (paths.length === 0) return;
    void this.#after(delayMs, async () => {
      for (const path of paths) await removeFile(this.#platform.disk, path);
    });
  }

  /** Resolves when the folder is gone, or will not be removed by this process. Never rejects. */
  scheduleFolder(folder: string, delayMs: number): Promise<void> {
    return this.#after(delayMs, () => deleteFolder(this.#platform.disk, folder));
  }

  cancelAll(): void {
    for (const cancel of this.#waiting) cancel();
    this.#waiting.clear();
  }

  #after(delayMs: number, remove: () => Promise<void>): Promise<void> {
    return new Promise((resolve) => {
      const cancel = (): void => {
        stopTimer();
        resolve();
      };
      const stopTimer = this.#platform.timers.after(delayMs, () => {
        this.#waiting.delete(cancel);
        void this.#run(remove).then(resolve);
      });
      this.#waiting.add(cancel);
    });
  }

  async #run(remove: () => Promise<void>): Promise<void> {
    try {
      await remove();
    } catch (error) {
      // No log needs these files gone, and the next start removes them: no reason to stop.
      this.#platform.log('warn', 'deleted files could not be removed', { error });
    }
  }
}
