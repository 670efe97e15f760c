// meta.properties: which cluster, node and directory id a log directory belongs to. Written when the
// directory is formatted, compared at every start.

import { type Disk, formatProperties, parseProperties, type Uuid } from '@samsa/common';
import { DamagedCheckpoint } from './offset-checkpoint.ts';
import { readFileText, writeFileSafely } from '../files/atomic-file.ts';
import { join } from '../files/paths.ts';

export const META_PROPERTIES_FILE = 'meta.properties';

export interface MetaProperties {
  readonly clusterId: string;
  readonly nodeId: number;
  /** Undefined in a directory that was formatted before directories had ids. */
  readonly directoryId: Uuid | undefined;
}

export function formatMetaProperties(properties: MetaProperties): string {
  const entries: [string, string][] = [['node.id', String(properties.nodeId)]];
  if (properties.directoryId !== undefined) entries.push(['directory.id', properties.directoryId]);
  entries.push(['version', '1'], ['cluster.id', properties.clusterId]);
  return `#\n#\n${formatProperties(entries)}`;
}

export function parseMetaProperties(text: string, path: string): MetaProperties {
  const values = new Map(parseProperties(text).map(({ key, value }) => [key, value]));
  const version = values.get('version');
  if (version !== '0' && version !== '1') {
    throw new DamagedCheckpoint(path, `version '${version ?? ''}'`);
  }
  const nodeIdText = values.get('node.id') ?? values.get('broker.id') ?? '';
  if (!/^\d+$/.test(nodeIdText)) throw new DamagedCheckpoint(path, `node.id '${nodeIdText}'`);
  const clusterId = values.get('cluster.id');
  if (clusterId === undefined || clusterId === '')
    throw new DamagedCheckpoint(path, 'no cluster.id');
  return { clusterId, nodeId: Number(nodeIdText), directoryId: values.get('directory.id') };
}

/** Undefined where the directory is not formatted. */
export async function readMetaProperties(
  disk: Disk,
  logDir: string,
): Promise<MetaProperties | undefined> {
  const path = join(logDir, META_PROPERTIES_FILE);
  const text = await readFileText(disk, path);
  return text === undefined ? undefined : parseMetaProperties(text, path);
}

export async function writeMetaProperties(
  disk: Disk,
  logDir: string,
  properties: MetaProperties,
): Promise<void> {
  await writeFileSafely(disk, join(logDir, META_PROPERTIES_FILE), formatMetaProperties(properties));
}
