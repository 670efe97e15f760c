// Writes what happens now into the transcripts of golden/.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

import { replay } from './transcript.ts';

const FOLDER = new URL('../golden/', import.meta.url);

for (const name of readdirSync(FOLDER)) {
  const path = new URL(name, FOLDER);
  writeFileSync(path, replay(readFileSync(path, 'utf8')));
}
