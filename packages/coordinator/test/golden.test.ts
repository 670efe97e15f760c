import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';

import { Transcript } from './transcript.ts';

const FOLDER = new URL('../golden/', import.meta.url);
const LINE = '----\n';

/** UPDATE_GOLDEN=1 writes down what happens now; read the difference before you keep it. */
const isUpdate = process.env['UPDATE_GOLDEN'] === '1';

for (const name of readdirSync(FOLDER).filter((file) => file.endsWith('.txt'))) {
  const file = new URL(name, FOLDER);
  const text = readFileSync(file, 'utf8');
  const title = /^# (.*)/.exec(text)?.[1] ?? name;
  test(`golden: ${title}`, () => {
    const [scenario = '', expected] = text.split(LINE);
    const commands = scenario.split('\n');
    const settings = /^settings (.*)$/m.exec(scenario)?.[1];
    const happened = new Transcript(settingsOf(settings)).play(commands);
    if (isUpdate) writeFileSync(file, `${scenario}${LINE}${happened}`);
    else assert.equal(happened, expected);
  });
}

function settingsOf(words: string | undefined): Record<string, number> {
  if (words === undefined) return {};
  return Object.fromEntries(
    words.split(' ').map((word) => {
      const [key = '', value] = word.split('=');
      return [key, Number(value)];
    }),
  );
}
