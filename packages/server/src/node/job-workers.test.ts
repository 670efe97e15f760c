import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';

import { type Job } from '@samsa/common';

import { JobWorkers } from './job-workers.ts';

function workers(t: TestContext): JobWorkers {
  const made = new JobWorkers();
  t.after(() => made.close());
  return made;
}

/** A job whose own code never runs here: the worker makes it anew from name and input. */
function jobOf(name: string, input: unknown): Job<unknown> {
  return { name, input, start: () => assert.fail('it runs in the caller') };
}

const NO_SOURCES = {
  sources: [],
  from: { slot: 0, position: 0 },
  pieceBytes: 1000,
  bufferBytes: 1000,
  keyCount: 7,
  aborted: new Float64Array(new SharedArrayBuffer(0)),
  transactions: { committing: [], aborting: [] },
  firstDirtyOffset: 0,
};

const map = () => ({ bytes: new SharedArrayBuffer(240), slotCount: 10, maxKeys: 9 });

test('a job runs in a worker from its name and input, several at once', async (t) => {
  const pool = workers(t);
  const job = jobOf('compaction.keys', { ...NO_SOURCES, map: map() });
  assert.equal(JobWorkers.knows(job), true);
  const results = await Promise.all(Array.from({ length: 6 }, () => pool.run(job)));
  for (const result of results) {
    assert.partialDeepStrictEqual(result, { isAtEnd: true, keyCount: 7 });
  }
});

test('what the disk throws arrives with its code, and the worker lives on', async (t) => {
  const pool = workers(t);
  const sources = [{ path: '/no/such/file', baseOffset: 0, sizeInBytes: 10 }];
  const input = { ...NO_SOURCES, map: map(), sources };
  await assert.rejects(pool.run(jobOf('compaction.keys', input)), { code: 'ENOENT' });
  const job = jobOf('compaction.keys', { ...NO_SOURCES, map: map() });
  assert.partialDeepStrictEqual(await pool.run(job), { isAtEnd: true });
});

test('a job that nobody has in the table is left to others', () => {
  assert.equal(JobWorkers.knows(jobOf('another', undefined)), false);
});
