// JobWorkers: long work in threads of its own, so that the event loop never waits for it. A thread is
// made when there is work, and goes when there has been none for a while.

import { Worker } from 'node:worker_threads';

import { type Job } from '@samsa/common';
import { storageJobs } from '@samsa/storage';

export interface JobQuestion {
  readonly name: string;
  readonly input: unknown;
}

export interface JobAnswer {
  readonly value?: unknown;
  readonly error?: {
    readonly name: string;
    readonly message: string;
    readonly stack: string | undefined;
    readonly code: string | undefined;
  };
}

interface Waiting {
  readonly question: JobQuestion;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Each costs memory and competes for the processor with the event loop. */
const MAX_WORKERS = 4;
const IDLE_MS = 30_000;

export class JobWorkers {
  readonly #idle: IdleWorker[] = [];
  readonly #waiting: Waiting[] = [];
  #count = 0;
  #isClosed = false;

  /** Whether a worker can start this job without the caller's memory. */
  static knows(job: Job<unknown>): boolean {
    return Object.hasOwn(storageJobs, job.name);
  }

  /**
   * Runs a job of a known name. Its input and its result are copied, but for shared buffers.
   *
   * @throws what the job throws, with its message and code, or an Error where the worker died
   */
  run<T>(job: Job<T>): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#waiting.push({ question: { name: job.name, input: job.input }, resolve, reject });
    this.#next();
    return promise as Promise<T>;
  }

  close(): void {
    this.#isClosed = true;
    for (const { worker, timer } of this.#idle.splice(0)) {
      clearTimeout(timer);
      void worker.terminate();
    }
  }

  #next(): void {
    const idle = this.#idle.pop();
    if (idle === undefined && this.#count >= MAX_WORKERS) return;
    const waiting = this.#waiting.shift();
    if (waiting === undefined) {
      if (idle !== undefined) this.#idle.push(idle);
      return;
    }
    if (idle !== undefined) clearTimeout(idle.timer);
    this.#give(idle?.worker ?? this.#newWorker(), waiting);
  }

  #newWorker(): Worker {
    this.#count++;
    const worker = new Worker(new URL('./job-worker.ts', import.meta.url));
    worker.on('exit', () => {
      this.#count--;
      this.#next();
    });
    return worker;
  }

  #give(worker: Worker, { question, resolve, reject }: Waiting): void {
    const forget = (): void => {
      worker.off('message', answered);
      worker.off('error', died);
      worker.off('exit', ended);
    };
    const answered = ({ value, error }: JobAnswer): void => {
      forget();
      worker.unref();
      if (error === undefined) resolve(value);
      else reject(Object.assign(new Error(error.message), error));
      this.#becameIdle(worker);
    };
    const died = (error: unknown): void => {
      forget();
      worker.on('error', () => undefined);
      reject(new Error(`the worker of job ${question.name} died`, { cause: error }));
    };
    const ended = (): void => {
      forget();
      reject(new Error(`the worker of job ${question.name} ended`));
    };
    worker.on('message', answered);
    worker.on('error', died);
    worker.on('exit', ended);
    worker.ref();
    worker.postMessage(question, []);
  }

  #becameIdle(worker: Worker): void {
    if (this.#isClosed) {
      void worker.terminate();
      return;
    }
    const timer = setTimeout(() => {
      const slot = this.#idle.findIndex((idle) => idle.worker === worker);
      if (slot >= 0) this.#idle.splice(slot, 1);
      void worker.terminate();
    }, IDLE_MS);
    timer.unref();
    this.#idle.push({ worker, timer });
    this.#next();
  }
}

interface IdleWorker {
  readonly worker: Worker;
  readonly timer: NodeJS.Timeout;
}
