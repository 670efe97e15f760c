// One client through all cases, against a node of its own.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { SamsaProcess } from '../../test/support/samsa-process.ts';
import { cachePath, ToolchainMissing } from './cache.ts';
import { type Case } from './case.ts';
import { type Client, ReadyClient } from './client.ts';
import { type Launch } from './program.ts';
import { limitsText } from './records.ts';
import { type Outcome, reasonOf, type Row } from './table.ts';

/** Called after each case with what to tell the one who waits. */
export type Progress = (line: string) => void;

export async function runClient(
  client: Client,
  cases: readonly Case[],
  progress: Progress,
): Promise<Row> {
  const cells = new Map<string, Outcome>();
  const remarks = limitsText(client.limits ?? {});
  const row = { name: client.name, version: client.version, remarks, cells };
  let launch: Launch;
  try {
    launch = client.prepare();
  } catch (error) {
    if (!(error instanceof ToolchainMissing)) throw error;
    progress(`skip ${client.name}: ${error.message}`);
    return { ...row, skipped: reasonOf(error) };
  }
  const samsa = await SamsaProcess.start();
  const ready = new ReadyClient(client, launch, samsa.bootstrap);
  try {
    for (const each of cases) {
      const cannot = client.cannot[each.name];
      const outcome: Outcome =
        cannot === undefined
          ? await runCase(each, ready, samsa, progress)
          : { kind: 'cannot', reason: cannot };
      cells.set(each.name, outcome);
    }
  } finally {
    await samsa.discard();
  }
  return row;
}

async function runCase(
  each: Case,
  client: ReadyClient,
  samsa: SamsaProcess,
  progress: Progress,
): Promise<Outcome> {
  const what = `${client.client.name} ${each.name}`;
  const started = performance.now();
  try {
    await each.run({ client, samsa, name: `compat-${each.name}` });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    progress(`ok   ${what} (${seconds} s)`);
    return { kind: 'passed' };
  } catch (error) {
    const log = cachePath('logs', `${what.replaceAll(/\W+/g, '-')}.log`);
    mkdirSync(dirname(log), { recursive: true });
    writeFileSync(
      log,
      `${String(error)}\n\n${client.transcripts()}\n\nsamsa said:\n${samsa.output}`,
    );
    progress(
      `FAIL ${what}: ${error instanceof Error ? error.message : String(error)}\n     see ${log}`,
    );
    return { kind: 'failed', reason: reasonOf(error) };
  } finally {
    await client.killAll();
  }
}
