// npm run compat: unmodified clients of other ecosystems, and Apache Kafka's own tools, against Samsa.
//
// Names narrow it to some clients or cases: `npm run compat -- java records-zstd`. With --save the
// whole table is written to compat/table.md. Exit status 1 when a case failed.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { CASES } from './cases/all.ts';
import { CLIENTS } from './clients/all.ts';
import { COMPAT_FOLDER } from './runner/cache.ts';
import { runClient } from './runner/run-client.ts';
import { type Row, tableOf } from './runner/table.ts';
import { RESULT_COLUMN, runTools, TOOL_CASES, TOOLS_NAME } from './tools/run-tools.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { save: { type: 'boolean', default: false } },
});

const known = [...CLIENTS, ...CASES, ...TOOL_CASES].map(({ name }) => name).concat(TOOLS_NAME);
const unknown = positionals.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`compat: no client or case ${unknown.join(', ')}; there are: ${known.join(', ')}`);
  process.exit(2);
}
if (values.save && positionals.length > 0) {
  console.error('compat: --save keeps the whole table; run it without names');
  process.exit(2);
}

const clients = chosen(CLIENTS, positionals);
const cases = chosen(CASES, positionals);
const toolCases = chosen(TOOL_CASES, positionals);
const namesClients = clients.length < CLIENTS.length;
const namesCases = cases.length < CASES.length;
const namesTools = positionals.includes(TOOLS_NAME) || toolCases.length < TOOL_CASES.length;

const rows: Row[] = [];
if (!namesTools || namesClients || namesCases) {
  for (const client of clients) rows.push(await runClient(client, cases, console.log));
}
const toolRows: Row[] = [];
if (namesTools || (!namesClients && !namesCases)) {
  toolRows.push(...(await runTools(toolCases, console.log)));
}

const tables = [
  ...(rows.length === 0
    ? []
    : [
        tableOf(
          'client',
          rows,
          cases.map(({ name }) => name),
        ),
      ]),
  ...(toolRows.length === 0 ? [] : [tableOf('program', toolRows, [RESULT_COLUMN])]),
].join('\n\n');
console.log(`\n${tables}`);
if (values.save) {
  const text = [
    '# What runs against Samsa',
    '',
    'Written by `npm run compat -- --save`. ✓ passed · ✗ failed · – cannot be run with this client.',
    '',
    tables,
    '',
  ].join('\n');
  writeFileSync(join(COMPAT_FOLDER, 'table.md'), text);
}
const outcomes = [...rows, ...toolRows].flatMap((row) => [...row.cells.values()]);
process.exitCode = outcomes.some(({ kind }) => kind === 'failed') ? 1 : 0;

/** Those that are named; all of them when none is. */
function chosen<T extends { readonly name: string }>(
  all: readonly T[],
  names: readonly string[],
): readonly T[] {
  const named = all.filter(({ name }) => names.includes(name));
  return named.length === 0 ? all : named;
}
