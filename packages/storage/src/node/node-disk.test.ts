import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { test } from 'node:test';

import { Lanes } from './lanes.ts';
import { NodeDisk } from './node-disk.ts';
import { temporaryFolder } from './test-storage.ts';

const DISK_MODULE = new URL('./node-disk.ts', import.meta.url).pathname;

test('a second lock is refused while the first is held, with the process that holds it', async (t) => {
  const path = `${temporaryFolder(t)}/.lock`;
  const disk = new NodeDisk();
  const lock = await disk.lock(path);
  await assert.rejects(disk.lock(path), (error: NodeJS.ErrnoException) => {
    assert.equal(error.code, 'ELOCKED');
    assert.match(error.message, new RegExp(`process ${process.pid}$`));
    return true;
  });
  await lock.release();
  assert.equal(fs.readFileSync(path, 'utf8'), '', 'what is left is what Kafka leaves');
  await (await disk.lock(path)).release();
});

test('an empty lock file of Kafka is free', async (t) => {
  const path = `${temporaryFolder(t)}/.lock`;
  fs.writeFileSync(path, '');
  await (await new NodeDisk().lock(path)).release();
});

test('the lock of a killed process is taken over, that of a living one is not', async (t) => {
  const path = `${temporaryFolder(t)}/.lock`;
  const script = `
    import { NodeDisk } from ${JSON.stringify(DISK_MODULE)};
    await new NodeDisk().lock(${JSON.stringify(path)});
    console.log('held');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
  await new Promise((resolve) => child.stdout.once('data', resolve));
  const disk = new NodeDisk();
  await assert.rejects(disk.lock(path), { code: 'ELOCKED' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
  await (await disk.lock(path)).release();
});

test('a process id that was given to somebody else holds nothing', async (t) => {
  const path = `${temporaryFolder(t)}/.lock`;
  const disk = new NodeDisk();
  await (await disk.lock(path)).release();
  const lock = await disk.lock(path);
  const holder = JSON.parse(fs.readFileSync(path, 'utf8')) as { startTime: string };
  await lock.release();
  fs.writeFileSync(path, JSON.stringify({ ...holder, startTime: '1' }));
  await (await disk.lock(path)).release();
});

test('of many who want a stale lock at once one gets it', async (t) => {
  const path = `${temporaryFolder(t)}/.lock`;
  fs.writeFileSync(path, '{"pid":1,"bootId":"another boot"}');
  const disk = new NodeDisk();
  const results = await Promise.allSettled(Array.from({ length: 10 }, () => disk.lock(path)));
  const taken = results.filter((result) => result.status === 'fulfilled');
  assert.equal(taken.length, 1);
  for (const each of taken) await each.value.release();
  assert.deepEqual(fs.readdirSync(path.slice(0, -6)), ['.lock']);
});

test('create fails where a file is, rw where none is', async (t) => {
  const folder = temporaryFolder(t);
  const disk = new NodeDisk();
  await assert.rejects(disk.open(`${folder}/a`, 'rw'), { code: 'ENOENT' });
  const file = await disk.open(`${folder}/a`, 'create');
  await assert.rejects(disk.open(`${folder}/a`, 'create'), { code: 'EEXIST' });
  assert.equal(await file.write([Buffer.from('abc'), Buffer.from('def')], 0), 6);
  assert.equal(file.size, 6);
  const into = new Uint8Array(10);
  assert.equal(await file.read(into, 1), 5);
  assert.equal(file.readNow(into, 4), 2);
  await file.truncate(2);
  assert.equal((await disk.stat(`${folder}/a`)).size, 2);
  await file.close();
  await disk.syncDir(folder);
  assert.ok((await disk.space(folder)).freeBytes > 0);
});

/** Work that ends when the test says so. */
class Work {
  readonly started: string[] = [];
  readonly #ends = new Map<string, () => void>();

  start(name: string): () => Promise<void> {
    return () => {
      this.started.push(name);
      return new Promise((resolve) => this.#ends.set(name, resolve));
    };
  }

  async end(name: string): Promise<void> {
    this.#ends.get(name)?.();
    await new Promise(setImmediate);
  }
}

test('a sync of the quorum never waits for reads, writes or deletes', () => {
  const lanes = new Lanes(4);
  const work = new Work();
  for (let n = 0; n < 5; n++) {
    for (const lane of ['delete', 'read', 'data'] as const) {
      void lanes.run(lane, work.start(`${lane}${n}`));
    }
  }
  assert.equal(work.started.length, 3, 'one thread stays free');
  void lanes.run('metadata', work.start('vote'));
  assert.equal(work.started.at(-1), 'vote');
});

test('what waits is taken in the order of the lanes, also after a failure', async () => {
  const lanes = new Lanes(2);
  const work = new Work();
  const failed = lanes.run('data', () => Promise.reject(new Error('no')));
  void lanes.run('delete', work.start('delete'));
  void lanes.run('read', work.start('read'));
  void lanes.run('data', work.start('data'));
  await assert.rejects(failed, /no/);
  assert.deepEqual(work.started, ['data']);
  await work.end('data');
  assert.deepEqual(work.started, ['data', 'read']);
  await work.end('read');
  assert.deepEqual(work.started, ['data', 'read', 'delete']);
});
