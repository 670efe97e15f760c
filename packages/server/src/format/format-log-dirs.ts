// formatLogDirs: makes empty folders into log directories of one node of one cluster.

import { type Platform, randomUuid, type Uuid } from '@samsa/common';
import {
  bootstrapRecords,
  defaultFeatureLevels,
  KRAFT_VERSION,
  LATEST_METADATA_VERSION,
  METADATA_VERSION,
  metadataVersion,
  metadataVersionNamed,
  SUPPORTED_FEATURES,
} from '@samsa/metadata';
import { type Voter } from '@samsa/raft';
import { readMetaProperties, writeMetaProperties } from '@samsa/storage';

import { makeFolderDurably } from './durable-folder.ts';
import { diskProblem } from './disk-problem.ts';
import { parseInitialController } from './initial-controller.ts';
import { type NodeConfig } from '../config/node-config.ts';
import { formatDynamicQuorum, writeBootstrapCheckpoint } from '../quorum/format-quorum.ts';
import { StartFailed } from '../start-failed.ts';

export interface FormatRequest {
  readonly clusterId: string;
  /** Who the voters of a new dynamic quorum are. */
  readonly voters:
    | { readonly kind: 'unsaid' }
    | { readonly kind: 'standalone' }
    | { readonly kind: 'none' }
    | { readonly kind: 'initial'; readonly controllers: readonly string[] };
  /** Leaves folders alone that are formatted already; otherwise one such folder ends the command. */
  readonly ignoreFormatted: boolean;
  /** Such as `4.3` or `4.3-IV0`; undefined means the newest. */
  readonly releaseVersion: string | undefined;
  readonly features: ReadonlyMap<string, number>;
}

/**
 * Formats every log directory of the configuration, and the metadata log directory if it is another.
 *
 * @returns what was done, one line each
 * @throws StartFailed
 */
export async function formatLogDirs(
  platform: Platform,
  config: NodeConfig,
  request: FormatRequest,
): Promise<string[]> {
  if (request.clusterId.trim() === '') throw new StartFailed('the cluster id is empty');
  const level = metadataVersionLevel(request.releaseVersion);
  const features = featureLevels(level, request.features);
  checkVoters(config, request);

  const lines: string[] = [];
  const unformatted: string[] = [];
  for (const path of allLogDirs(config)) {
    await makeFolder(platform, path);
    if ((await readMetaProperties(platform.disk, path)) === undefined) {
      unformatted.push(path);
    } else if (request.ignoreFormatted) {
      lines.push(`${path} is formatted already and was left alone`);
    } else {
      throw new StartFailed(
        `log directory ${path} is formatted already; --ignore-formatted leaves it alone and formats the others`,
      );
    }
  }
  for (const path of unformatted) {
    const directoryId = randomUuid(() => platform.random.bytes(16));
    await formatOne(platform, config, request, path, directoryId, features);
    lines.push(
      `${path} is formatted: cluster ${request.clusterId}, node ${config.nodeId}, directory ${directoryId}, ` +
        `metadata.version ${metadataVersion(level).name}`,
    );
  }
  return lines;
}

async function makeFolder(platform: Platform, path: string): Promise<void> {
  try {
    await makeFolderDurably(platform.disk, path);
  } catch (error) {
    throw new StartFailed(`log directory ${path} cannot be used: ${diskProblem(error)}`, {
      cause: error,
    });
  }
}

export function allLogDirs(config: NodeConfig): string[] {
  return [...new Set([...config.logDirs, config.metadataLogDir])];
}

/** Whether the node's voters come from `controller.quorum.voters` rather than from the log. */
export function isStaticQuorum(config: NodeConfig): boolean {
  return config.values.get('controller.quorum.voters').length > 0;
}

async function formatOne(
  platform: Platform,
  config: NodeConfig,
  request: FormatRequest,
  path: string,
  directoryId: Uuid,
  features: ReadonlyMap<string, number>,
): Promise<void> {
  const { disk } = platform;
  const nowMs = platform.clock.nowMs();
  await writeBootstrapCheckpoint(disk, path, bootstrapRecords({ featureLevels: features }), nowMs);
  if (path === config.metadataLogDir) {
    const voters = votersFor(config, request, directoryId);
    if (voters.length > 0) await formatDynamicQuorum(disk, path, voters, nowMs);
  }
  // Last: a folder without it counts as not formatted, however far a crash let the rest come.
  await writeMetaProperties(disk, path, {
    clusterId: request.clusterId,
    nodeId: config.nodeId,
    directoryId,
  });
  await disk.syncDir(path);
}

function checkVoters(config: NodeConfig, { voters }: FormatRequest): void {
  if (isStaticQuorum(config)) {
    if (voters.kind !== 'unsaid') {
      throw new StartFailed(
        'controller.quorum.voters is set, so the voters are not chosen when formatting; ' +
          'leave --standalone, --initial-controllers and --no-initial-controllers out',
      );
    }
    return;
  }
  if (config.isController && voters.kind === 'unsaid') {
    throw new StartFailed(
      'controller.quorum.voters is not set on this controller; ' +
        'say one of --standalone, --initial-controllers or --no-initial-controllers',
    );
  }
  if (!config.isController && voters.kind === 'standalone') {
    throw new StartFailed('--standalone is for controllers; process.roles has no controller');
  }
}

function votersFor(config: NodeConfig, request: FormatRequest, directoryId: Uuid): Voter[] {
  const { voters } = request;
  if (voters.kind === 'initial') return voters.controllers.map(initialVoter);
  if (voters.kind !== 'standalone') return [];
  const endpoints = config.listeners
    .filter((listener) => listener.role === 'controller')
    .map(({ name, bind, advertised }) => {
      const { host, port } = advertised ?? bind;
      return { name, host: host === '' ? 'localhost' : host, port };
    });
  return [{ id: config.nodeId, directoryId, endpoints, minKRaftVersion: 0, maxKRaftVersion: 1 }];
}

function initialVoter(text: string): Voter {
  const controller = parseInitialController(text);
  if (controller === undefined) {
    throw new StartFailed(`--initial-controllers takes id@host:port:directory-id, not '${text}'`);
  }
  const { id, host, port, directoryId } = controller;
  return {
    id,
    directoryId,
    endpoints: [{ name: 'CONTROLLER', host, port }],
    minKRaftVersion: 0,
    maxKRaftVersion: 1,
  };
}

function metadataVersionLevel(release: string | undefined): number {
  if (release === undefined) return LATEST_METADATA_VERSION;
  const version = metadataVersionNamed(release);
  if (version === undefined) {
    throw new StartFailed(`release version '${release}' is not known; allowed: 3.3 to 4.3`);
  }
  return version.level;
}

function featureLevels(
  metadataVersionLevel: number,
  asked: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const levels = new Map(defaultFeatureLevels(metadataVersionLevel));
  for (const [name, level] of asked) {
    const range = SUPPORTED_FEATURES.get(name);
    if (range === undefined || name === KRAFT_VERSION) {
      throw new StartFailed(
        `feature '${name}' is not known; allowed: ${[...SUPPORTED_FEATURES.keys()].join(', ')}`,
      );
    }
    if (level < range.min || level > range.max) {
      throw new StartFailed(`${name}=${level}; allowed: ${range.min} to ${range.max}`);
    }
    levels.set(name, level);
  }
  levels.set(METADATA_VERSION, asked.get(METADATA_VERSION) ?? metadataVersionLevel);
  return levels;
}
