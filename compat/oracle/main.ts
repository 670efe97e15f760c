// npm run oracle: Apache Kafka 4.3.1 and Samsa get the same requests, and their answers are compared
// field by field. Options: --api Name (repeatable), --seed N, --cases K for each API and version,
// --only flows|generated, --flow 'part of a name'. With --api or --flow the rest is not run. The last line is JSON; exit status 1 on a difference that is not declared.

import { parseArgs } from 'node:util';

import { FLOWS } from './flows/all.ts';
import { runGenerated } from './generate.ts';
import { Pair } from './pair.ts';
import { Report } from './report.ts';
import { Script, type VersionsOf } from './script.ts';
import { sharedVersions } from './shared-versions.ts';
import { type Listener } from './side.ts';

const { values } = parseArgs({
  options: {
    api: { type: 'string', multiple: true },
    seed: { type: 'string', default: '1' },
    cases: { type: 'string', default: '12' },
    only: { type: 'string' },
    flow: { type: 'string' },
  },
});
const seed = Number(values.seed);
const cases = Number(values.cases);
if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(cases) || cases < 0) {
  console.error('oracle: --seed and --cases take whole numbers');
  process.exit(2);
}

const report = new Report();
const pair = await Pair.start();
try {
  const broker = await sharedVersions(pair, 'broker');
  const controller = await sharedVersions(pair, 'controller');
  const versions = { broker: broker.versionsOf, controller: controller.versionsOf };
  if (values.only !== 'generated' && values.api === undefined) await playFlows(versions);
  if (values.only !== 'flows' && values.flow === undefined) {
    const apiNames = { broker: broker.apis, controller: controller.apis };
    await runGenerated({ pair, report, versions, apiNames, seed, cases, apis: values.api });
  }
} finally {
  const { obituary } = pair;
  if (obituary !== undefined) console.log(obituary);
  await pair.stop();
}
report.print(console.log);
console.log(report.summary(seed));
process.exitCode = report.isAlike ? 0 : 1;

async function playFlows(versions: Readonly<Record<Listener, VersionsOf>>): Promise<void> {
  for (const flow of FLOWS) {
    if (values.flow !== undefined && !flow.name.includes(values.flow)) continue;
    const script = new Script(pair, report, flow, versions[flow.listener ?? 'broker']);
    const startedMs = performance.now();
    try {
      await flow.play(script);
    } catch (error) {
      report.broken(flow.name, error as Error);
    } finally {
      script.close();
    }
    console.log(`flow ${flow.name}: ${((performance.now() - startedMs) / 1000).toFixed(1)} s`);
  }
}
