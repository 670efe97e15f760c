import assert from 'node:assert/strict';
import { test } from 'node:test';

import { PartitionList } from './partition-list.ts';
import { PartitionRegistration } from './partition-registration.ts';

function led(leader: number): PartitionRegistration {
  return new PartitionRegistration({
    replicas: [leader],
    directories: ['AAAAAAAAAAAAAAAAAAAAAQ'],
    isr: [leader],
    leader,
    leaderEpoch: 0,
    partitionEpoch: 0,
  });
}

test('partitions are found by index across blocks and nowhere else', () => {
  const list = PartitionList.of(Array.from({ length: 130 }, (_, i) => led(i)));
  assert.equal(list.length, 130);
  for (const index of [0, 63, 64, 127, 128, 129]) assert.equal(list.at(index)?.leader, index);
  for (const index of [-1, 130, 0.5, Number.NaN]) assert.equal(list.at(index), undefined);
  assert.deepEqual(
    [...list].map((partition) => partition.leader),
    Array.from({ length: 130 }, (_, i) => i),
  );
});

test('a changed copy shares the other blocks and leaves the old list alone', () => {
  const list = PartitionList.of(Array.from({ length: 70 }, (_, i) => led(i)));
  const changed = list.with(
    new Map([
      [69, led(500)],
      [70, led(70)],
    ]),
  );
  assert.equal(list.at(69)?.leader, 69);
  assert.equal(list.length, 70);
  assert.equal(changed.at(69)?.leader, 500);
  assert.equal(changed.at(70)?.leader, 70);
  assert.equal(changed.at(3), list.at(3));
});

test('a partition that leaves a gap is refused', () => {
  assert.throws(() => PartitionList.EMPTY.with(new Map([[1, led(1)]])), /follow each other/);
});
