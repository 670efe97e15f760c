// Who is running: the life of a simulated process that the present call, or awaited code, belongs to.

import { AsyncLocalStorage } from 'node:async_hooks';

/** What owns running code: a life of a simulated process, or the scenario of a test. */
export interface Owner {
  readonly name: string;
  readonly isAlive: boolean;
  /** Told about an error that nobody caught. */
  failed(error: unknown): void;
}

const storage = new AsyncLocalStorage<Owner>();

export function runOwned<T>(owner: Owner, run: () => T): T {
  return storage.run(owner, run);
}

/** Runs the world's own code: nobody's, whatever called it. */
export function runUnowned<T>(run: () => T): T {
  return storage.exit(run);
}

export function currentOwner(): Owner | undefined {
  return storage.getStore();
}
