// assert: states what must be true. A failure is our own bug; whoever owns the state takes it offline.

export class AssertionFailure extends Error {
  override readonly name = 'AssertionFailure';
}

export function assert(fact: unknown, what: string): asserts fact {
  if (!fact) throw new AssertionFailure(what);
}

/** For switches over a closed union: the compiler proves that no case is left. */
export function unreachable(value: never): never {
  throw new AssertionFailure(`unexpected value: ${String(value)}`);
}
