// Writes src/generated/ from schema/: `npm run generate`, after every change of a schema. Running it
// twice changes nothing. scripts/docs writes docs/protocol.md from the same schemas.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { generate } from './generate.ts';

const schemaFolder = new URL('../schema/', import.meta.url);
const outputFolder = new URL('../src/generated/', import.meta.url);

const files = generate(schemaFolder);
mkdirSync(outputFolder, { recursive: true });
for (const path of readdirSync(outputFolder, { recursive: true, encoding: 'utf8' })) {
  const name = path.replaceAll('\\', '/');
  if (name.endsWith('.ts') && !files.has(name)) rmSync(new URL(name, outputFolder));
}
let changed = 0;
for (const [name, text] of files) write(new URL(name, outputFolder), text);
console.log(`${fileURLToPath(outputFolder)}: ${files.size} files, ${changed} changed`);

function write(file: URL, text: string): void {
  if (textOf(file) === text) return;
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(file, text);
  changed++;
}

function textOf(file: URL): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined; // It is not there yet, which is as good as changed.
  }
}
