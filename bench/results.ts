// Results: what a run measured, kept under bench/results/ as data and as the text it printed.

import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

import { describeMachine, machineLine } from './machine.ts';

const RESULTS = join(import.meta.dirname, 'results');

export interface Report {
  readonly title: string;
  /** Markdown: tables and notes, as printed. */
  readonly text: string;
  /** Everything that was measured, for programs. */
  readonly data: unknown;
}

export function printReport(report: Report): void {
  console.log(`\n${markdownOf(report)}`);
}

export async function saveReport(name: string, report: Report): Promise<void> {
  await mkdir(RESULTS, { recursive: true });
  const whole = { title: report.title, machine: describeMachine(), measured: report.data };
  await writeFile(join(RESULTS, `${name}.json`), `${JSON.stringify(whole, null, 2)}\n`);
  await writeFile(join(RESULTS, `${name}.md`), markdownOf(report));
  console.log(`saved as ${join(relative(process.cwd(), RESULTS), name)}.{json,md}`);
}

function markdownOf(report: Report): string {
  return `# ${report.title}\n\n${machineLine(describeMachine())}\n\n${report.text}\n`;
}
