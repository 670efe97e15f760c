// describeLogDirs: what `samsa storage info` tells of the folders of a configuration.

import { type Platform } from '@samsa/common';
import { readMetaProperties } from '@samsa/storage';

import { diskProblem } from './disk-problem.ts';
import { allLogDirs } from './format-log-dirs.ts';
import { type NodeConfig } from '../config/node-config.ts';

export interface LogDirsDescription {
  readonly lines: readonly string[];
  readonly problems: readonly string[];
}

export async function describeLogDirs(
  platform: Platform,
  config: NodeConfig,
): Promise<LogDirsDescription> {
  const lines: string[] = [];
  const problems: string[] = [];
  for (const path of allLogDirs(config)) {
    try {
      const properties = await readMetaProperties(platform.disk, path);
      if (properties === undefined) {
        problems.push(`${path} is not formatted`);
        continue;
      }
      const { clusterId, nodeId, directoryId } = properties;
      lines.push(
        `${path}: cluster.id=${clusterId} node.id=${nodeId} directory.id=${directoryId ?? 'none'}`,
      );
      if (nodeId !== config.nodeId) {
        problems.push(`${path} belongs to node ${nodeId}, the configuration says ${config.nodeId}`);
      }
    } catch (error) {
      problems.push(`${path} cannot be read: ${diskProblem(error)}`);
    }
  }
  return { lines, problems };
}
