// The pump: takes one step of the simulation per turn of Node's event loop.
//
// Node empties its microtask and nextTick queues between two immediates, so a step ends only when
// nothing of it is left to run; and the loop still turns, so that signals are seen.

const BATCH = 1000;

const immediately = setImmediate;

/** Calls `step` until it returns false; rejects with what it throws. */
export function pump(step: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    let waiting = 0;
    let isDone = false;
    const take = (): void => {
      waiting--;
      if (isDone) return;
      try {
        if (!step()) {
          isDone = true;
          resolve();
          return;
        }
      } catch (error) {
        isDone = true;
        reject(error);
        return;
      }
      if (waiting === 0) fill();
    };
    const fill = (): void => {
      waiting = BATCH;
      for (let i = 0; i < BATCH; i++) immediately(take);
    };
    fill();
  });
}
