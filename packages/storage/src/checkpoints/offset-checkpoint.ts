// Offset checkpoints: one offset per partition of a log directory, as text that Kafka reads too —
// recovery points, high watermarks, log start offsets, the cleaner's progress.

import { type Disk } from '@samsa/common';
import { readFileText, writeFileSafely } from '../files/atomic-file.ts';

export const CheckpointFile = {
  RECOVERY_POINT: 'recovery-point-offset-checkpoint',
  HIGH_WATERMARK: 'replication-offset-checkpoint',
  LOG_START: 'log-start-offset-checkpoint',
  CLEANER: 'cleaner-offset-checkpoint',
} as const;
export type CheckpointFile = (typeof CheckpointFile)[keyof typeof CheckpointFile];

const VERSION = '0';

export interface PartitionOffset {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
}

/** The offsets of one checkpoint file, by `topic-partition`. */
export class OffsetCheckpoint {
  readonly #offsets = new Map<string, number>();

  get size(): number {
    return this.#offsets.size;
  }

  offsetOf(topic: string, partition: number): number | undefined {
    return this.#offsets.get(`${topic}-${partition}`);
  }

  set(topic: string, partition: number, offset: number): void {
    this.#offsets.set(`${topic}-${partition}`, offset);
  }
}

/**
 * Reads a checkpoint. A missing or empty file says nothing about any partition. A damaged file
 * throws: guessing an offset could skip the recovery of data, so the owner decides.
 */
export async function readOffsetCheckpoint(disk: Disk, path: string): Promise<OffsetCheckpoint> {
  const checkpoint = new OffsetCheckpoint();
  const text = await readFileText(disk, path);
  if (text === undefined || text === '') return checkpoint;
  for (const entry of parseOffsetCheckpoint(text, path)) {
    checkpoint.set(entry.topic, entry.partition, entry.offset);
  }
  return checkpoint;
}

export async function writeOffsetCheckpoint(
  disk: Disk,
  path: string,
  offsets: Iterable<PartitionOffset>,
): Promise<void> {
  await writeFileSafely(disk, path, formatOffsetCheckpoint(offsets));
}

export function formatOffsetCheckpoint(offsets: Iterable<PartitionOffset>): string {
  const lines: string[] = [];
  for (const { topic, partition, offset } of offsets)
    lines.push(`${topic} ${partition} ${offset}\n`);
  return `${VERSION}\n${lines.length}\n${lines.join('')}`;
}

export function parseOffsetCheckpoint(text: string, path: string): PartitionOffset[] {
  const lines = checkpointLines(text, path, VERSION);
  return lines.map((line) => {
    const match = /^(\S+) (\d+) (\d+)$/.exec(line);
    if (match === null) throw new DamagedCheckpoint(path, `line '${line}'`);
    return { topic: match[1] ?? '', partition: Number(match[2]), offset: Number(match[3]) };
  });
}

/** The content of a checkpoint file does not follow its format. */
export class DamagedCheckpoint extends Error {
  override readonly name = 'DamagedCheckpoint';

  constructor(path: string, what: string) {
    super(`${path} is damaged: ${what}`);
  }
}

/** The lines behind `version\ncount\n`, checked against that count. */
export function checkpointLines(text: string, path: string, version: string): string[] {
  const lines = text.split('\n');
  if (lines[0] !== version) throw new DamagedCheckpoint(path, `version '${lines[0] ?? ''}'`);
  const count = /^\d+$/.test(lines[1] ?? '') ? Number(lines[1]) : -1;
  const entries = lines.slice(2).filter((line) => line !== '');
  if (entries.length !== count) {
    throw new DamagedCheckpoint(
      path,
      `${entries.length} entries where ${lines[1] ?? ''} were announced`,
    );
  }
  return entries;
}
