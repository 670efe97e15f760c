import assert from 'node:assert/strict';
import { test } from 'node:test';

import { CompressionError } from './compression-error.ts';
import { OutputSpace } from './output-space.ts';

test('what was written stays when the space grows, up to the bound and no further', () => {
  const maxBytes = 3_000_000;
  const out = new OutputSpace(maxBytes);
  const step = 40_000;
  for (let i = 0; out.length + step <= maxBytes; i++) {
    out.roomFor(step).fill(i, out.length, out.length + step);
    out.length += step;
  }
  assert.throws(() => out.roomFor(maxBytes - out.length + 1), CompressionError);
  assert.ok(out.room(step).length >= maxBytes);
  const written = out.take();
  assert.equal(written.length, maxBytes);
  for (let i = 0; i < maxBytes / step; i++) {
    assert.equal(written[i * step], i);
    assert.equal(written[(i + 1) * step - 1], i);
  }
});
