// Case: one thing that a client does with a node, and how it is judged.

import { type SamsaProcess } from '../../test/support/samsa-process.ts';
import { type ReadyClient } from './client.ts';

export interface CaseContext {
  readonly client: ReadyClient;
  readonly samsa: SamsaProcess;
  /** A topic or group name that no other case uses. */
  readonly name: string;
}

export interface Case {
  readonly name: string;
  /** Throws when Samsa or the client did not do what it should. */
  run(context: CaseContext): Promise<void>;
}

export function expect(isTrue: boolean, what: string): void {
  if (!isTrue) throw new Error(what);
}

export async function delay(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}
