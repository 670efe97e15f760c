// What the group cases share: a member of a group as a running program, and what it says of itself.

import { delay } from '../runner/case.ts';
import { type ReadyClient } from '../runner/client.ts';
import { type Program } from '../runner/program.ts';
import { numberOf } from '../runner/records.ts';

export const REBALANCE_LIMIT_MS = 45_000;
const LOOK_EVERY_MS = 50;

export class Member {
  readonly program: Program;

  constructor(client: ReadyClient, topic: string, group: string) {
    this.program = client.start('member', { topic, group });
  }

  /** The partitions it was given last; undefined before the first assignment. */
  get assigned(): number[] | undefined {
    const last = this.program.linesOf('assigned').at(-1);
    if (last === undefined) return undefined;
    return last === '' ? [] : last.split(',').map(Number);
  }

  /** Numbers of the records that it has printed. */
  get numbers(): number[] {
    return this.program.linesOf('record').map(numberOf);
  }

  async read(count: number, limitMs: number = REBALANCE_LIMIT_MS): Promise<void> {
    const enough = (): boolean => this.program.linesOf('record').length >= count;
    await this.program.until(enough, limitMs, `${count} records`);
  }

  /** It commits and leaves the group. */
  async leave(): Promise<void> {
    this.program.tell('stop');
    await this.program.until(
      () => this.program.lines.includes('left'),
      REBALANCE_LIMIT_MS,
      'leaving the group',
    );
    await this.program.ended();
  }
}

/** Waits until the members have so many partitions each, in their order, and no partition twice. */
export async function untilAssigned(
  members: readonly Member[],
  counts: readonly number[],
): Promise<void> {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const deadline = Date.now() + REBALANCE_LIMIT_MS;
  while (Date.now() < deadline) {
    const parts = members.map((member) => member.assigned ?? []);
    const sizes = parts.map((part) => part.length);
    const isEven = sizes.every((size, at) => size === counts[at]);
    if (isEven && new Set(parts.flat()).size === total) return;
    await delay(LOOK_EVERY_MS);
  }
  const last = members.map((member) => member.assigned?.join(',') ?? 'none').join(' | ');
  throw new Error(`no assignment of ${counts.join('+')} partitions; the last: ${last}`);
}

/** The numbers from 0 to `count` that nobody read. */
export function missing(numbers: Iterable<number>, count: number): number[] {
  const seen = new Set(numbers);
  return Array.from({ length: count }, (_, i) => i).filter((i) => !seen.has(i));
}
