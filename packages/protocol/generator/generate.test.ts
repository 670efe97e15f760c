import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

import { generate, generateDocs } from './generate.ts';

const packageFolder = new URL('../', import.meta.url);
const outputFolder = new URL('src/generated/', packageFolder);

test('the generated code is what the schemas say: nothing edited, missing or left over', () => {
  const files = generate(new URL('schema/', packageFolder));
  const onDisk = readdirSync(outputFolder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'));
  assert.deepEqual(onDisk.sort(), [...files.keys()].sort());
  for (const [name, text] of files) {
    assert.equal(readFileSync(new URL(name, outputFolder), 'utf8'), text, name);
  }
});

test('docs/protocol.md has every API with its versions, served or not', () => {
  const text = generateDocs(new URL('schema/', packageFolder), (key) => (key === 1 ? '4-18' : ''));
  assert.match(text, /^\| 0 \| Produce \| 3-13 \|  \| 9 \| broker \|  \|$/m);
  assert.match(text, /^\| 1 \| Fetch \| 4-18 \| 4-18 \| 12 \| broker, controller \|  \|$/m);
});

test('a message module loads nothing but what every message needs', () => {
  for (const [name, text] of generate(new URL('schema/', packageFolder))) {
    if (!name.startsWith('messages/') && !name.startsWith('records/')) continue;
    for (const [, module] of text.matchAll(/ from '(.*)';/g)) {
      assert.match(
        module as string,
        /^\.\.\/\.\.\/(message-codec|raw-tagged-field|reader|record-bytes|writer)\.ts$/,
        name,
      );
    }
    assert.doesNotMatch(text, /import \{ (Reader|Writer)/, name);
  }
});
