// claimLogDirs: takes the log directories for this process — locked, formatted, and this node's own.

import { type Lock, type Platform, randomUuid, type Uuid } from '@samsa/common';
import { type MetaProperties, readMetaProperties } from '@samsa/storage';

import { makeFolderDurably } from './durable-folder.ts';
import { diskProblem } from './disk-problem.ts';
import { allLogDirs, formatLogDirs, isStaticQuorum } from './format-log-dirs.ts';
import { type NodeConfig } from '../config/node-config.ts';
import { StartFailed } from '../start-failed.ts';

export interface ClaimedLogDirs {
  readonly clusterId: string;
  readonly directories: readonly ClaimedLogDir[];
}

export interface ClaimedLogDir {
  readonly path: string;
  readonly directoryId: Uuid;
  readonly lock: Lock;
}

/**
 * @param clusterId  the cluster the user named, or undefined
 * @throws StartFailed with one line that says which folder and why; nothing stays locked then
 */
export async function claimLogDirs(
  platform: Platform,
  config: NodeConfig,
  clusterId: string | undefined,
): Promise<ClaimedLogDirs> {
  const locks = new Map<string, Lock>();
  try {
    for (const path of allLogDirs(config)) locks.set(path, await lockLogDir(platform, path));
    const found = await formatIfNew(platform, config, clusterId);
    const ids = new Set([...found.values()].map((properties) => properties.clusterId));
    const [foundClusterId] = ids;
    if (ids.size !== 1 || foundClusterId === undefined) {
      throw new StartFailed(
        `the log directories belong to several clusters: ${[...ids].join(', ')}`,
      );
    }
    for (const [path, properties] of found) checkOwner(path, properties, config, clusterId);
    return {
      clusterId: foundClusterId,
      directories: [...found].map(([path, { directoryId }]) => ({
        path,
        directoryId: directoryId ?? randomUuid(() => platform.random.bytes(16)),
        lock: locks.get(path) as Lock, // every path was locked above
      })),
    };
  } catch (error) {
    await Promise.allSettled([...locks.values()].map((lock) => lock.release()));
    throw error;
  }
}

async function lockLogDir(platform: Platform, path: string): Promise<Lock> {
  try {
    await makeFolderDurably(platform.disk, path);
    return await platform.disk.lock(`${path}/.lock`);
  } catch (error) {
    if (codeOf(error) === 'ELOCKED') {
      throw new StartFailed(`log directory ${path} is in use by another process`, { cause: error });
    }
    throw new StartFailed(`log directory ${path} cannot be used: ${diskProblem(error)}`, {
      cause: error,
    });
  }
}

/** The properties of every directory; formats where this node can be the whole cluster. */
async function formatIfNew(
  platform: Platform,
  config: NodeConfig,
  clusterId: string | undefined,
): Promise<Map<string, MetaProperties>> {
  const found = await readAll(platform, config);
  const unformatted = allLogDirs(config).filter((path) => !found.has(path));
  if (unformatted.length === 0) return found;
  const isNew = found.size === 0;
  if (isNew && clusterId === undefined && !isAlone(config)) {
    throw new StartFailed(
      `log directory ${unformatted[0]} is not formatted, and this node is not a cluster of its own; ` +
        "run 'samsa storage format' or set CLUSTER_ID",
    );
  }
  const [existing] = found.values();
  await formatLogDirs(platform, config, {
    clusterId: existing?.clusterId ?? clusterId ?? randomUuid(() => platform.random.bytes(16)),
    voters: votersOf(config, isNew),
    ignoreFormatted: true,
    releaseVersion: undefined,
    features: new Map(),
  });
  return readAll(platform, config);
}

/** A controller that names nobody else founds its quorum; any other one joins what is there. */
function votersOf(config: NodeConfig, isNew: boolean) {
  if (isStaticQuorum(config) || !config.isController) return { kind: 'unsaid' } as const;
  return isNew && isAlone(config) ? ({ kind: 'standalone' } as const) : ({ kind: 'none' } as const);
}

/** True where the configuration names no other node than this one. */
export function isAlone(config: NodeConfig): boolean {
  if (!config.isController || !config.isBroker) return false;
  const voters = config.values.get('controller.quorum.voters');
  if (voters.length > 0) return voters.length === 1;
  return config.values.get('controller.quorum.bootstrap.servers').length === 1;
}

async function readAll(
  platform: Platform,
  config: NodeConfig,
): Promise<Map<string, MetaProperties>> {
  const found = new Map<string, MetaProperties>();
  for (const path of allLogDirs(config)) {
    try {
      const properties = await readMetaProperties(platform.disk, path);
      if (properties !== undefined) found.set(path, properties);
    } catch (error) {
      throw new StartFailed(`log directory ${path} cannot be read: ${diskProblem(error)}`, {
        cause: error,
      });
    }
  }
  return found;
}

function checkOwner(
  path: string,
  properties: MetaProperties,
  config: NodeConfig,
  clusterId: string | undefined,
): void {
  if (clusterId !== undefined && properties.clusterId !== clusterId) {
    throw new StartFailed(
      `log directory ${path} belongs to cluster ${properties.clusterId}, not to ${clusterId}`,
    );
  }
  if (properties.nodeId !== config.nodeId) {
    throw new StartFailed(
      `log directory ${path} belongs to node ${properties.nodeId}, not to node ${config.nodeId}`,
    );
  }
}

function codeOf(error: unknown): unknown {
  return (error as { readonly code?: unknown } | null)?.code;
}
