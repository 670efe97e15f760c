// The Python in which the librdkafka client runs: a virtual environment with the wheel that
// requirements.txt names, made once.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { cachedFolder } from '../cache-folder.ts';
import { requireTools } from '../tools.ts';
import { type Workspace } from '../workspace.ts';

const REQUIREMENTS = join(import.meta.dirname, 'requirements.txt');

/** Name and version of the client, as the table shows it. */
export const LIBRDKAFKA_CLIENT: string = readFileSync(REQUIREMENTS, 'utf8').trim();

/** @returns the path of its `python` */
export async function pythonWithLibrdkafka(workspace: Workspace): Promise<string> {
  const folder = await cachedFolder(LIBRDKAFKA_CLIENT.replaceAll('==', '-'), async (unfinished) => {
    requireTools(['python3']);
    console.log(`fetching ${LIBRDKAFKA_CLIENT} with pip`);
    await workspace.run('python3', ['-m', 'venv', unfinished]);
    const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
    await workspace.run(pythonIn(unfinished), [...install, '-r', REQUIREMENTS]);
  });
  return pythonIn(folder);
}

function pythonIn(folder: string): string {
  return join(folder, 'bin', 'python');
}
