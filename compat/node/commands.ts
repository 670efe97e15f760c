// What the Node.js programs share: the command line, the records by number, and the lines they print.

import { createInterface } from 'node:readline';

import {
  type NumberedRecord,
  type RecordHeader,
  recordLine,
  recordNumber,
} from '../runner/records.ts';

export type Commands = Readonly<Record<string, () => Promise<void>>>;

export const settings: Readonly<Record<string, string>> = Object.fromEntries(
  process.argv.slice(3).map((argument) => {
    const at = argument.indexOf('=');
    return [argument.slice(0, at), argument.slice(at + 1)];
  }),
);

export const topic = text('topic');

/** A setting; every command is given those it needs. */
export function text(name: string): string {
  return settings[name] ?? '';
}

export function number(name: string): number {
  return Number(settings[name] ?? 0);
}

/** Runs the command that the arguments name, and ends with what went wrong. */
export async function run(commands: Commands): Promise<void> {
  try {
    await commands[process.argv[2] ?? '']?.();
    process.exitCode = 0;
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
  // A client that keeps a timer must not keep its program; what was printed is written first.
  process.stdout.write('', () => process.exit());
}

/** The records of this command, in parts of 100, with a pause and a line of progress after each. */
export async function produceInParts(
  send: (records: readonly NumberedRecord[]) => Promise<void>,
): Promise<void> {
  const [first, count] = [number('first'), number('count')];
  for (let from = first; from < first + count; from += 100) {
    const size = Math.min(100, first + count - from);
    await send(
      Array.from({ length: size }, (_, i) => recordNumber(from + i, number('partitions'))),
    );
    console.log(`progress ${from - first + size}`);
    await new Promise((resolve) => setTimeout(resolve, number('pace')));
  }
  console.log('done');
}

export function printRecord(record: NumberedRecord, offset: number): void {
  console.log(`record ${recordLine(record, offset)}`);
}

export function printAssigned(partitions: readonly number[]): void {
  console.log(`assigned ${partitions.toSorted((a, b) => a - b).join()}`.trim());
}

/** Resolves when standard input says 'stop', or ends. */
export async function toldToStop(): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    if (line === 'stop') return;
  }
}

export type { NumberedRecord, RecordHeader };
