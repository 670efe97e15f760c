import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ConfigProblem } from '@samsa/common';

import { endpoint } from './endpoint-config.ts';

const definition = endpoint({ default: null, doc: 'An address.' });

test('an address is a host and a port, in the forms that people write', () => {
  const forms: readonly (readonly [string, string, number])[] = [
    ['localhost:9404', 'localhost', 9404],
    [' 0.0.0.0:0 ', '0.0.0.0', 0],
    [':9404', '', 9404],
    ['[::1]:9404', '::1', 9404],
    ['metrics-1.example.com:65535', 'metrics-1.example.com', 65_535],
  ];
  for (const [text, host, port] of forms) {
    const value = definition.parse(text);
    assert.deepEqual(value, { host, port }, text);
    assert.equal(definition.format(value), text.trim());
  }
  assert.equal(definition.parse(''), null);
  assert.equal(definition.format(null), null);
});

test('anything else is refused with an example', () => {
  for (const text of ['9404', 'localhost', 'localhost:', 'a:b:9404', 'host:99999', '::1:9404']) {
    assert.throws(
      () => definition.parse(text),
      (error: unknown) =>
        error instanceof ConfigProblem && error.allowed.includes('localhost:9404'),
      text,
    );
  }
});
