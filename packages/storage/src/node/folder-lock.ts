// FolderLock: keeps a second process out of a log directory through its `.lock` file.
//
// Node has no flock. The file names its holder: process id, the start time of that process, the boot of
// the machine and the process-id namespace. A holder of this namespace is looked up in /proc, so a lock
// left by kill -9 or a power loss is taken over at once, and a process id that was given to somebody
// else does not count. The holder of another namespace (a container that shares the folder) cannot be
// looked up: it touches the file every second, and one that does not for some seconds is gone. A file
// that Kafka left is empty and free.
//
// Taking is atomic: a file with our name in it is linked to `.lock`, which fails where one exists. A
// stale one is renamed away first, and whoever renamed a fresh one by a race puts it back.

import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { randomBytes } from 'node:crypto';

import { type Lock } from '@samsa/common';

const HEARTBEAT_MS = 1_000;
/** Several heartbeats of a holder that is slow. */
const SILENCE_MS = 5_000;

interface Holder {
  readonly pid: number;
  /** In clock ticks since boot, as text; empty where there is no /proc. */
  readonly startTime: string;
  readonly bootId: string;
  readonly pidNamespace: string;
  /** Tells two locks of one process apart. */
  readonly unique: string;
}

export class FolderLock implements Lock {
  readonly #path: string;
  readonly #content: string;
  readonly #heartbeat: NodeJS.Timeout;
  #isHeld = true;

  private constructor(path: string, content: string) {
    this.#path = path;
    this.#content = content;
    this.#heartbeat = setInterval(() => touch(path), HEARTBEAT_MS);
    this.#heartbeat.unref();
  }

  /** Rejects with code ELOCKED, and the holder's process id in the message, where it is held. */
  static async take(path: string): Promise<FolderLock> {
    const content = `${JSON.stringify(self())}\n`;
    const ours = `${path}.${process.pid}.${randomBytes(6).toString('hex')}`;
    fs.writeFileSync(ours, content, { flag: 'wx' });
    try {
      for (;;) {
        if (tryLink(ours, path)) return new FolderLock(path, content);
        const found = readOrEmpty(path);
        if (found === undefined) continue; // removed since: try again
        if (await isHeldBy(found, path)) throw locked(path, found);
        if (!takeAway(path, found, `${ours}.stale`)) throw locked(path, readOrEmpty(path) ?? '');
      }
    } finally {
      fs.rmSync(ours, { force: true });
    }
  }

  async release(): Promise<void> {
    if (!this.#isHeld) return;
    this.#isHeld = false;
    clearInterval(this.#heartbeat);
    // Stays as an empty file, as Kafka leaves it: free for anyone.
    if (readOrEmpty(this.#path) === this.#content) fs.truncateSync(this.#path, 0);
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    fs.linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes a stale lock; false where it was not the stale one any more. */
function takeAway(path: string, stale: string, aside: string): boolean {
  try {
    fs.renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true; // another one took it away
    throw error;
  }
  const isStale = readOrEmpty(aside) === stale;
  if (!isStale) tryLink(aside, path);
  fs.rmSync(aside, { force: true });
  return isStale;
}

async function isHeldBy(content: string, path: string): Promise<boolean> {
  const holder = parseHolder(content);
  if (holder === undefined) return false;
  const { bootId, pidNamespace } = self();
  if (holder.bootId !== bootId) return false;
  if (holder.pidNamespace === pidNamespace) {
    return isAlive(holder.pid) && startTimeOf(holder.pid) === holder.startTime;
  }
  const before = modifiedMs(path);
  await sleep(SILENCE_MS);
  return modifiedMs(path) !== before;
}

function parseHolder(content: string): Holder | undefined {
  try {
    const holder = JSON.parse(content) as Partial<Holder>;
    return typeof holder.pid === 'number' ? (holder as Holder) : undefined;
  } catch {
    return undefined; // empty, or nothing of ours: nobody is named, so nobody holds it
  }
}

function self(): Holder {
  return {
    pid: process.pid,
    startTime: startTimeOf(process.pid),
    bootId: readOrEmpty('/proc/sys/kernel/random/boot_id')?.trim() ?? '',
    pidNamespace: linkTarget('/proc/self/ns/pid'),
    unique: randomBytes(6).toString('hex'),
  };
}

/** Field 22 of /proc/<pid>/stat; the name in field 2 may hold spaces and brackets. */
function startTimeOf(pid: number): string {
  const stat = readOrEmpty(`/proc/${pid}/stat`) ?? '';
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // alive, and somebody else's
  }
}

function linkTarget(path: string): string {
  try {
    return fs.readlinkSync(path);
  } catch {
    return ''; // no /proc on this system
  }
}

/** Undefined where there is no file. */
function readOrEmpty(path: string): string | undefined {
  try {
    return fs.readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function modifiedMs(path: string): number {
  return fs.statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function touch(path: string): void {
  const now = new Date();
  fs.utimes(path, now, now, () => {
    // A missed beat is made up by the next one; a lost folder shows at the next write.
  });
}

function locked(path: string, content: string): Error {
  const pid = parseHolder(content)?.pid;
  const by = pid === undefined ? 'another process' : `process ${pid}`;
  return Object.assign(new Error(`${path} is held by ${by}`), { code: 'ELOCKED' });
}
