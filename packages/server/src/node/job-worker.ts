// What runs in a worker thread: one job after another, each from its name and input.

import { parentPort } from 'node:worker_threads';

import { storageJobs } from '@samsa/storage';
import { NodeDisk } from '@samsa/storage/node';

import { type JobAnswer, type JobQuestion } from './job-workers.ts';

const disk = new NodeDisk();

async function answer({ name, input }: JobQuestion): Promise<JobAnswer> {
  try {
    const job = storageJobs[name]?.(input as never); // of that name, so of that input
    if (job === undefined) throw new Error(`no job is called ${name}`);
    // Nobody else waits for this thread.
    const steps = job.start(disk, Infinity);
    for (;;) {
      const step = await steps.next();
      if (step.done === true) return { value: step.value };
    }
  } catch (error) {
    // An error loses its fields on the way to another thread.
    const { name: errorName, message, stack, code } = error as NodeJS.ErrnoException;
    return { error: { name: errorName, message, stack, code } };
  }
}

parentPort?.on('message', (question: JobQuestion) => {
  void answer(question).then((message) => parentPort?.postMessage(message, [])); // never rejects
});
