// The clients of the Go ecosystem, compiled in one module whose versions come from versions.json.

import { cpSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { cachedFolder, cachePath, COMPAT_FOLDER, runTool } from '../runner/cache.ts';
import { type Client } from '../runner/client.ts';
import { type Launch } from '../runner/program.ts';
import { pinnedIn, pinnedVersion } from '../runner/versions.ts';

const FOLDER = join(COMPAT_FOLDER, 'go');

export const franzGo: Client = {
  name: 'franz-go',
  version: pinnedVersion('go', 'github.com/twmb/franz-go'),
  cannot: {},
  prepare: () => goLaunch('franz'),
};

export const sarama: Client = {
  name: 'sarama',
  version: pinnedVersion('go', 'github.com/IBM/sarama'),
  cannot: {},
  prepare: () => goLaunch('sarama'),
};

export const segmentio: Client = {
  name: 'segmentio',
  version: pinnedVersion('go', 'github.com/segmentio/kafka-go'),
  cannot: { 'delete-records': 'the library has no such call' },
  limits: { readsEmptyApart: false },
  prepare: () => goLaunch('segmentio'),
};

function goLaunch(program: string): Launch {
  return { command: join(compiled(), 'bin', program), args: [] };
}

function compiled(): string {
  const sources = globSync('**/*.go', { cwd: FOLDER }).toSorted();
  const texts = sources.map((path) => readFileSync(join(FOLDER, path), 'utf8'));
  const versions = pinnedIn('go');
  return cachedFolder('go', [JSON.stringify(versions), ...texts], (folder) => {
    cpSync(FOLDER, folder, { recursive: true });
    const required = Object.entries(versions).map(([name, version]) => `\t${name} ${version}`);
    writeFileSync(
      join(folder, 'go.mod'),
      ['module compat', '', 'go 1.24', '', 'require (', ...required, ')', ''].join('\n'),
    );
    const env = {
      GOMODCACHE: cachePath('go-modules'),
      GOCACHE: cachePath('go-build'),
      // Modules stay writable, so that the cache can be removed like any other folder.
      GOFLAGS: '-modcacherw',
    };
    runTool('go', ['mod', 'tidy'], { cwd: folder, env });
    runTool('go', ['build', '-o', 'bin/', './franz', './sarama', './segmentio'], {
      cwd: folder,
      env,
    });
  });
}
