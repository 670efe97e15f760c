// The clients of the Python ecosystem, in one virtual environment.

import { join, resolve } from 'node:path';

import { cachedFolder, COMPAT_FOLDER, runTool } from '../runner/cache.ts';
import { type Client } from '../runner/client.ts';
import { type Launch } from '../runner/program.ts';
import { pinnedIn, pinnedVersion } from '../runner/versions.ts';

export const confluentKafka: Client = {
  name: 'confluent-kafka',
  version: pinnedVersion('python', 'confluent-kafka'),
  cannot: {},
  prepare: () => pythonLaunch('confluent_client.py'),
};

export const kafkaPython: Client = {
  name: 'kafka-python',
  version: pinnedVersion('python', 'kafka-python'),
  cannot: {},
  limits: { hasNullHeaders: false, hasRecordsWithoutKeyAndValue: false },
  prepare: () => pythonLaunch('kafka_python_client.py'),
};

export const aiokafka: Client = {
  name: 'aiokafka',
  version: pinnedVersion('python', 'aiokafka'),
  cannot: {},
  limits: { hasRecordsWithoutKeyAndValue: false },
  prepare: () => pythonLaunch('aiokafka_client.py'),
};

/** A Python program, by its name in compat/python or its whole path, in the environment that has the clients. */
export function pythonLaunch(script: string): Launch {
  const python = join(environment(), 'bin', 'python');
  return {
    command: python,
    args: [resolve(COMPAT_FOLDER, 'python', script)],
    env: { PYTHONDONTWRITEBYTECODE: '1' },
  };
}

function environment(): string {
  const packages = Object.entries(pinnedIn('python')).map(
    ([name, version]) => `${name}==${version}`,
  );
  // Codecs that kafka-python and aiokafka leave to packages of their own.
  return cachedFolder('python', packages, (folder) => {
    runTool('python3', ['-m', 'venv', folder]);
    const python = join(folder, 'bin', 'python');
    runTool(python, ['-m', 'pip', 'install', '-q', ...packages]);
  });
}
