// Writes what docs/ has of the code: configuration.md, errors.md, metrics.md and protocol.md, each from
// the tables that the code itself goes by. Running it twice changes nothing.

import { readFileSync, writeFileSync } from 'node:fs';

import { configurationPage } from './configuration.ts';
import { errorsPage } from './errors.ts';
import { metricsPage } from './metrics.ts';
import { protocolPage } from './protocol.ts';

const docs = new URL('../../docs/', import.meta.url);

write('configuration.md', configurationPage());
write('errors.md', errorsPage());
write('metrics.md', metricsPage());
write('protocol.md', protocolPage());

function write(name: string, text: string): void {
  const file = new URL(name, docs);
  // Left alone when it is current.
  if (textOf(file) !== text) writeFileSync(file, text);
}

function textOf(file: URL): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined; // It is not there yet, which is as good as changed.
  }
}
