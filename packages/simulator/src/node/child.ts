// The child process of ChildRuns: takes a task, runs it, answers with the report, waits for the next.

import { runSimulation } from '../run/run-simulation.ts';
import { startSamsaNode } from '../run/start-samsa-node.ts';
import { type ChildTask } from './child-runs.ts';
import { traceToFile } from './files.ts';

process.on('message', (task: ChildTask) => {
  const trace = task.traceFile === undefined ? undefined : traceToFile(task.traceFile);
  void runSimulation(task.options, startSamsaNode, trace).then((report) => process.send?.(report));
});
