import assert from 'node:assert/strict';
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { type Readable, type Writable } from 'node:stream';
import { after, before, test } from 'node:test';

import { SamsaProcess } from './support/samsa-process.ts';

const FOLDER = resolve(import.meta.dirname, '../examples/rider-updates');
const LIMIT_MS = 20_000;

let samsa: SamsaProcess;

before(async () => {
  samsa = await SamsaProcess.start();
});

after(async () => {
  await samsa.discard();
});

/** One program of the example, with the lines it has printed. */
class Example {
  readonly lines: string[] = [];
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #ended: Promise<unknown>;

  constructor(...args: string[]) {
    this.#child = spawn(process.execPath, args, {
      cwd: FOLDER,
      env: { ...process.env, KAFKA_BROKER: samsa.bootstrap },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#ended = once(this.#child, 'close');
    createInterface({ input: this.#child.stdout }).on('line', (line) => this.lines.push(line));
  }

  async until(isThere: (lines: readonly string[]) => boolean): Promise<void> {
    const deadline = Date.now() + LIMIT_MS;
    while (!isThere(this.lines)) {
      assert.ok(Date.now() < deadline, `it printed only: ${this.lines.join(' / ')}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  write(...lines: string[]): void {
    for (const line of lines) this.#child.stdin.write(`${line}\n`);
  }

  async ended(): Promise<void> {
    this.#child.stdin.end();
    await this.#ended;
    assert.equal(this.#child.exitCode, 0);
  }

  async stop(): Promise<void> {
    this.#child.kill('SIGINT');
    await this.#ended;
  }
}

const SENT = ['tony south', 'lara north', 'piet north', 'anna south', 'tony north'];

/** The updates that consumers printed, as they were typed. */
function updates(...consumers: readonly Example[]): string[] {
  return consumers
    .flatMap(({ lines }) => lines)
    .flatMap((line) => /\{.*\}/.exec(line) ?? [])
    .map((json) => JSON.parse(json) as { name: string; location: string })
    .map(({ name, location }) => `${name} ${location}`);
}

test('two groups are publish and subscribe, two members of one group are a shared queue', async () => {
  const admin = new Example('admin.js');
  await admin.ended();
  assert.deepEqual(admin.lines, ['created topic rider-updates']);

  const support = new Example('consumer.js', 'support');
  const kitchen = [new Example('consumer.js', 'kitchen'), new Example('consumer.js', 'kitchen')];
  const reads = (example: Example): string | undefined =>
    example.lines.findLast((line) => line.includes('I read'))?.replace(/.*: /, '');
  await support.until(() => reads(support) === 'I read partitions [0, 1]');
  const both = ['I read partitions [0]', 'I read partitions [1]'];
  const [one, other] = kitchen as [Example, Example];
  await one.until(() => new Set([...kitchen.map(reads), ...both]).size === 2);

  const producer = new Example('producer.js');
  producer.write(...SENT, 'nobody nowhere');
  await producer.ended();
  assert.equal(producer.lines.at(-1), 'write: NAME north|south');

  // Each group has every update; in the group of two, each update has one reader.
  await support.until(() => updates(support).length >= SENT.length);
  await one.until(() => updates(...kitchen).length >= SENT.length);
  assert.deepEqual(updates(support).toSorted(), SENT.toSorted());
  assert.deepEqual(updates(...kitchen).toSorted(), SENT.toSorted());
  const north = kitchen.find((member) => reads(member) === both[0]) as Example;
  assert.deepEqual(
    updates(north),
    SENT.filter((line) => line.endsWith('north')),
  );

  // One leaves, the other takes its partition over and goes on.
  const south = north === one ? other : one;
  await north.stop();
  await south.until(() => reads(south) === 'I read partitions [0, 1]');
  const late = new Example('producer.js');
  late.write('mina north');
  await late.ended();
  await south.until(() => updates(south).at(-1) === 'mina north');
  await Promise.all([south.stop(), support.stop()]);
});
