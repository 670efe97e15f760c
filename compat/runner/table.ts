// The table client × case, as text for a terminal and for compat/table.md.

import { resolve } from 'node:path';

export type Outcome =
  | { readonly kind: 'passed' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'cannot'; readonly reason: string };

export interface Row {
  readonly name: string;
  readonly version: string;
  /** What holds for all of its cells. */
  readonly remarks: readonly string[];
  /** Why none of its cases ran. */
  readonly skipped?: string;
  readonly cells: ReadonlyMap<string, Outcome>;
}

/** A Markdown table; what is not a tick is a number, and the numbers' reasons follow. */
export function tableOf(title: string, rows: readonly Row[], columns: readonly string[]): string {
  const notes: string[] = [];
  const note = (text: string): string => {
    if (!notes.includes(text)) notes.push(text);
    return `${notes.indexOf(text) + 1}`;
  };
  const lines = rows.map((row) => {
    const remarks = row.remarks.map((remark) => ` (${note(remark)})`).join('');
    const cells = columns.map((column) => cellText(row, column, note));
    return [`${row.name} ${row.version}${remarks}`, ...cells];
  });
  const header = [title, ...columns];
  const grid = [header, header.map(() => '---'), ...lines];
  const widths = header.map((_, at) => Math.max(...grid.map((line) => line[at]?.length ?? 0)));
  const text = grid.map(
    (line) => `| ${line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`,
  );
  const reasons = notes.map((reason, at) => `${at + 1}. ${reason}`);
  return [...text, ...(reasons.length === 0 ? [] : ['', ...reasons])].join('\n');
}

function cellText(row: Row, column: string, note: (text: string) => string): string {
  if (row.skipped !== undefined) return `skipped ${note(row.skipped)}`;
  const outcome = row.cells.get(column);
  if (outcome === undefined) return '';
  if (outcome.kind === 'passed') return '✓';
  return `${outcome.kind === 'failed' ? '✗' : '–'} ${note(outcome.reason)}`;
}

const REPOSITORY = resolve(import.meta.dirname, '../..');

/** Reasons go into a table that is kept: one line, no ports, no paths of one machine. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/0x[0-9a-f]+/g, '0x…')
    .replaceAll(/127\.0\.0\.1:\d+/g, 'the node')
    .replaceAll(REPOSITORY, '')
    .replaceAll(/\/[\w./@+-]*\/node_modules\//g, '')
    .replaceAll(/\|/g, '/')
    .slice(0, 400);
}
