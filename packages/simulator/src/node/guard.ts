// The guard stands while a simulation runs: it makes everything throw that would let the outside world
// into a simulated process, and charges uncaught errors to the process that they belong to.
//
// The stubs ask who is calling, so Node's own machinery and the harness keep their timers and clocks.

import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

import { currentOwner, runUnowned } from './owner.ts';

/** A simulated process reached past its Platform. */
export class ForbiddenCall extends Error {
  override readonly name = 'ForbiddenCall';
}

type AnyFunction = (...args: unknown[]) => unknown;
type Holder = Record<string, unknown>;

const undo: (() => void)[] = [];
let simulations = 0;

/** Puts the guard up; the returned function takes it down. They nest. */
export function raiseGuard(): () => void {
  if (simulations++ === 0) {
    stubGlobals();
    catchStrayErrors();
  }
  let isUp = true;
  return () => {
    if (!isUp) return;
    isUp = false;
    if (--simulations > 0) return;
    for (const restore of undo.toReversed()) restore();
    undo.length = 0;
    syncBuiltinESMExports();
  };
}

function holderOf(object: object): Holder {
  return object as Holder;
}

function refuse(what: string): void {
  const owner = currentOwner();
  if (owner !== undefined) {
    throw new ForbiddenCall(`${owner.name} called ${what}; only its Platform may reach outside`);
  }
}

function stubGlobals(): void {
  const globals = holderOf(globalThis);
  for (const name of [
    'setTimeout',
    'setInterval',
    'setImmediate',
    'clearImmediate',
    'fetch',
    'WebSocket',
    'WeakRef',
    'FinalizationRegistry',
  ]) {
    stub(globals, name, name);
  }
  stub(holderOf(Math), 'random', 'Math.random');
  stub(holderOf(Date), 'now', 'Date.now');
  stub(holderOf(performance), 'now', 'performance.now');
  stub(holderOf(process), 'hrtime', 'process.hrtime');
  stub(holderOf(process), 'nextTick', 'process.nextTick');
  stub(holderOf(AbortSignal), 'timeout', 'AbortSignal.timeout');
  stub(holderOf(globalThis.crypto), 'getRandomValues', 'crypto.getRandomValues');
  stub(holderOf(globalThis.crypto), 'randomUUID', 'crypto.randomUUID');
  for (const name of [
    'randomBytes',
    'randomFill',
    'randomFillSync',
    'randomInt',
    'randomUUID',
    'pbkdf2',
    'scrypt',
  ]) {
    stub(holderOf(crypto), name, `crypto.${name}`);
  }
  syncBuiltinESMExports();
  stubDateWithoutArguments();
  // Printing while one debugs is nobody's act: the streams below it use nextTick.
  passThrough(holderOf(process.stdout), 'write');
  passThrough(holderOf(process.stderr), 'write');
}

function passThrough(holder: Holder, name: string): void {
  const original = holder[name] as AnyFunction;
  replace(holder, name, (...args: unknown[]) => runUnowned(() => original.apply(holder, args)));
}

function stub(holder: Holder, name: string, what: string): void {
  const original = holder[name];
  if (typeof original !== 'function') return;
  const guarded = new Proxy(original as AnyFunction, {
    apply(target, self, args: unknown[]) {
      refuse(what);
      return Reflect.apply<unknown, unknown[], unknown>(target, self, args);
    },
    construct(target, args: unknown[], newTarget) {
      refuse(what);
      return Reflect.construct(target, args, newTarget) as object;
    },
  });
  replace(holder, name, guarded);
}

function replace(holder: Holder, name: string, value: unknown): void {
  const own = Object.getOwnPropertyDescriptor(holder, name);
  Object.defineProperty(holder, name, {
    value,
    configurable: true,
    writable: true,
    enumerable: own?.enumerable ?? false,
  });
  undo.push(() => {
    if (own === undefined) delete holder[name];
    else Object.defineProperty(holder, name, own);
  });
}

/** `new Date(ms)` only converts and stays allowed; `new Date()` and `Date()` read the clock. */
function stubDateWithoutArguments(): void {
  const original = globalThis.Date;
  globalThis.Date = new Proxy(original, {
    apply(target, self, args: unknown[]) {
      refuse('Date()');
      return Reflect.apply<unknown, unknown[], unknown>(target, self, args);
    },
    construct(target, args: unknown[], newTarget) {
      if (args.length === 0) refuse('new Date()');
      return Reflect.construct(target, args, newTarget) as object;
    },
  });
  undo.push(() => {
    globalThis.Date = original;
  });
}

/**
 * While the guard is up, errors with an owner go to that owner. Those without one go to whoever
 * listened before, such as the test runner.
 */
function catchStrayErrors(): void {
  for (const event of ['unhandledRejection', 'uncaughtException'] as const) {
    const before = process.listeners(event as 'uncaughtException') as AnyFunction[];
    const listener = (error: unknown, detail: unknown): void => {
      const owner = currentOwner();
      if (owner !== undefined) owner.failed(error);
      else if (before.length > 0) for (const other of before) other.call(process, error, detail);
      else throw error;
    };
    process.removeAllListeners(event);
    process.on(event as 'uncaughtException', listener);
    undo.push(() => {
      process.removeListener(event, listener);
      for (const other of before) process.on(event as 'uncaughtException', other);
    });
  }
}
