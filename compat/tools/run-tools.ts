// Apache Kafka's tools, and the example programs of other languages, one after another on one node.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { SamsaProcess } from '../../test/support/samsa-process.ts';
import { cachePath, ToolchainMissing } from '../runner/cache.ts';
import { type Progress } from '../runner/run-client.ts';
import { type Outcome, reasonOf, type Row } from '../runner/table.ts';
import { adminClient } from './admin-client.ts';
import { adminTools } from './admin-tools.ts';
import { fileTools } from './file-tools.ts';
import { foodOrders } from './food-orders.ts';
import { handover } from './handover.ts';
import { recordTools } from './record-tools.ts';
import { type ToolCase, Tools } from './tool.ts';

export const RESULT_COLUMN = 'result';

/** Names all of them on the command line. */
export const TOOLS_NAME = 'tools';

export const TOOL_CASES: readonly ToolCase[] = [
  adminClient,
  ...adminTools,
  ...recordTools,
  ...fileTools,
  handover,
  foodOrders,
];

export async function runTools(cases: readonly ToolCase[], progress: Progress): Promise<Row[]> {
  // Snapshots come early, so that the tools have one to read.
  const overrides = { 'metadata.log.max.record.bytes.between.snapshots': '4096' };
  const samsa = await SamsaProcess.start({ overrides });
  try {
    const rows: Row[] = [];
    for (const each of cases) rows.push(await runTool(each, samsa, progress));
    return rows;
  } finally {
    await samsa.discard();
  }
}

async function runTool(each: ToolCase, samsa: SamsaProcess, progress: Progress): Promise<Row> {
  const { name, version } = each;
  const row = (outcome: Outcome): Row => ({
    name,
    version,
    remarks: [],
    cells: new Map([[RESULT_COLUMN, outcome]]),
  });
  const tools = new Tools(samsa);
  const started = performance.now();
  try {
    await each.run({ samsa, tools });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    progress(`ok   ${name} (${seconds} s)`);
    return row({ kind: 'passed' });
  } catch (error) {
    const reason = reasonOf(error);
    if (error instanceof ToolchainMissing) {
      progress(`skip ${name}: ${reason}`);
      return { name, version, remarks: [], skipped: reason, cells: new Map() };
    }
    const log = cachePath('logs', `${name.replaceAll(/\W+/g, '-')}.log`);
    mkdirSync(dirname(log), { recursive: true });
    writeFileSync(log, `${String(error)}\n\n${tools.transcript}\n\nsamsa said:\n${samsa.output}`);
    progress(`FAIL ${name}: ${reason}\n     see ${log}`);
    return row({ kind: 'failed', reason });
  }
}
