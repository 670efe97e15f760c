// The Platform of a real process: sockets, files, clocks and randomness of the machine it runs on.

import { type Disk, type Job, type Level, type LogFields, type Platform } from '@samsa/common';
import { EventLog, nodeClock, nodeRandom, nodeTimers } from '@samsa/common/node';
import { NodeNetwork } from '@samsa/network/node';
import { NodeDisk } from '@samsa/storage/node';
import { hostname } from 'node:os';

import { JobWorkers } from './job-workers.ts';
import { NodeCpu } from './node-cpu.ts';

export interface NodePlatformOptions {
  /** One of debug, info, warn, error; anything else counts as info. */
  readonly logLevel: string;
  readonly logFormat: 'text' | 'json';
}

export interface NodePlatform extends Platform {
  close(): void;
}

/** What `fatal` throws, so that the code that called it goes no further. */
export class FatalError extends Error {
  override readonly name = 'FatalError';
}

export function createNodePlatform(options: NodePlatformOptions): NodePlatform {
  const events = new EventLog(process.stderr, levelOf(options.logLevel), options.logFormat);
  const disk: Disk = new NodeDisk();
  const workers = new JobWorkers();
  const cpu = new NodeCpu(<T>(job: Job<T>) =>
    JobWorkers.knows(job) ? workers.run(job) : runInSlices(job, disk),
  );
  return {
    self: { host: hostname(), process: `samsa-${process.pid}`, incarnation: process.pid },
    clock: nodeClock,
    timers: nodeTimers,
    random: nodeRandom,
    net: new NodeNetwork(),
    disk,
    cpu,
    log: (level: Level, event: string, fields?: LogFields) => events.write(level, event, fields),
    logs: (level: Level) => events.keeps(level),
    logLevel: {
      get: () => events.level,
      set: (level: Level) => (events.level = level),
    },
    fatal(reason: string, cause?: unknown): never {
      events.write('error', 'fatal', { reason, cause });
      throw new FatalError(reason, { cause });
    },
    buggify: () => false,
    mark: () => undefined,
    close: () => workers.close(),
  };
}

function levelOf(text: string): Level {
  return text === 'debug' || text === 'warn' || text === 'error' ? text : 'info';
}

const SLICE_MS = 5;

/** Long work shares the loop: a slice, then whatever else is ready, then the next slice. */
async function runInSlices<T>(job: Job<T>, disk: Disk): Promise<T> {
  const steps = job.start(disk, SLICE_MS);
  for (;;) {
    const step = await steps.next();
    if (step.done === true) return step.value;
    await nodeTimers.yield();
  }
}
