// What a result depends on: the machine and the versions, without any name of the machine.

import { statfsSync } from 'node:fs';
import { cpus, release, tmpdir, totalmem, type } from 'node:os';

import { toolVersion } from './tools.ts';

export interface Machine {
  readonly cores: number;
  readonly processor: string;
  readonly memoryGiB: number;
  readonly kernel: string;
  readonly dataFilesystem: string;
  readonly node: string;
  readonly java: string;
}

/** Magic numbers of statfs(2). */
const FILESYSTEMS: Readonly<Record<number, string>> = {
  0xef53: 'ext',
  0x01021994: 'tmpfs',
  0x58465342: 'xfs',
  0x9123683e: 'btrfs',
  0x794c7630: 'overlay',
};

export function describeMachine(): Machine {
  const filesystem = statfsSync(tmpdir()).type;
  return {
    cores: cpus().length,
    processor: cpus()[0]?.model ?? 'unknown',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    kernel: `${type()} ${release()}`,
    dataFilesystem: FILESYSTEMS[filesystem] ?? `0x${filesystem.toString(16)}`,
    node: process.version,
    java: toolVersion('java') ?? 'none',
  };
}

export function machineLine(machine: Machine): string {
  return (
    `${machine.cores} cores (${machine.processor}), ${machine.memoryGiB} GiB, ${machine.kernel}, ` +
    `data on ${machine.dataFilesystem}, Node ${machine.node}, Java: ${machine.java}`
  );
}
