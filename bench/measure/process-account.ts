// What the kernel says about a process: the processor time it has used and the memory it holds.

import { readFileSync } from 'node:fs';

/** Linux counts process times in hundredths of a second for its users, whatever its own clock is. */
const TICKS_PER_SECOND = 100;
const KIB_PER_MB = 1e6 / 1024;

/** User and system time of all threads, in seconds, exact to 0.01. */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The program's name is in brackets and may hold anything; after it the fields are plain.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [user, system] = [fields[11], fields[12]];
  return (Number(user) + Number(system)) / TICKS_PER_SECOND;
}

export interface MemoryUse {
  /** Resident set: everything mapped and present, shared pages included. */
  readonly rssMb: number;
  /** Proportional set: shared pages divided among those who share them. */
  readonly pssMb: number;
  readonly threads: number;
}

export function memoryUse(pid: number): MemoryUse {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  return {
    rssMb: numberAfter(status, 'VmRSS') / KIB_PER_MB,
    pssMb: numberAfter(rollup, 'Pss') / KIB_PER_MB,
    threads: numberAfter(status, 'Threads'),
  };
}

function numberAfter(text: string, key: string): number {
  return Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(text)?.[1]);
}
