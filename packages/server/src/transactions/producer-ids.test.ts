import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ProducerIds } from './producer-ids.ts';

test('ids are handed out once each, and one block is asked for at a time', async () => {
  let blocks = 0;
  const ids = new ProducerIds(() => Promise.resolve({ firstProducerId: blocks++ * 10, size: 3 }));
  const drawn = await Promise.all(Array.from({ length: 7 }, () => ids.next()));
  assert.deepEqual(drawn, [0, 1, 2, 10, 11, 12, 20]);
  assert.equal(blocks, 3);
});

test('a block that could not be had is asked for again by the next producer', async () => {
  let isUp = false;
  const ids = new ProducerIds(() =>
    isUp ? Promise.resolve({ firstProducerId: 5, size: 1 }) : Promise.reject(new Error('away')),
  );
  await assert.rejects(ids.next(), /away/);
  isUp = true;
  assert.equal(await ids.next(), 5);
});
