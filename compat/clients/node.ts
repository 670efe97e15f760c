// The clients of the npm registry, installed with the repository's own development dependencies.

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { COMPAT_FOLDER, ToolchainMissing } from '../runner/cache.ts';
import { type Client, CODECS } from '../runner/client.ts';
import { type Launch } from '../runner/program.ts';
import { pinnedVersion } from '../runner/versions.ts';

const PLUGIN_CODECS = CODECS.filter((codec) => codec !== 'none' && codec !== 'gzip');

export const kafkajs: Client = {
  name: 'kafkajs',
  version: pinnedVersion('npm', 'kafkajs'),
  cannot: Object.fromEntries(
    PLUGIN_CODECS.map((codec) => [`records-${codec}`, `kafkajs has ${codec} by a plug-in only`]),
  ),
  limits: { hasNullHeaders: false },
  prepare: () => nodeLaunch('kafkajs', 'kafkajs-client.ts'),
};

export const platformatic: Client = {
  name: '@platformatic/kafka',
  version: pinnedVersion('npm', '@platformatic/kafka'),
  cannot: { partitions: 'the library gives a running consumer no new partitions' },
  prepare: () => nodeLaunch('@platformatic/kafka', 'platformatic-client.ts'),
};

function nodeLaunch(library: string, script: string): Launch {
  const manifest = resolve(COMPAT_FOLDER, '../node_modules', library, 'package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const pinned = pinnedVersion('npm', library);
  if (version !== pinned) {
    throw new ToolchainMissing(`${library} ${version} is installed, not ${pinned}`);
  }
  return { command: process.execPath, args: [join(COMPAT_FOLDER, 'node', script)] };
}
