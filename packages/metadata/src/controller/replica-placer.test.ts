import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ErrorCode, KafkaError } from '@samsa/common';
import fc from 'fast-check';

import { SeededRandom } from '../../test/test-controller.ts';
import { ReplicaPlacer, type UsableBroker } from './replica-placer.ts';

function brokers(
  racks: readonly (string | null)[],
  fenced: readonly number[] = [],
): UsableBroker[] {
  return racks.map((rack, id) => ({ id, rack, isFenced: fenced.includes(id) }));
}

function place(
  usable: readonly UsableBroker[],
  partitionCount: number,
  replicationFactor: number,
  seed = 1,
): number[][] {
  return new ReplicaPlacer(usable, new SeededRandom(seed)).place(partitionCount, replicationFactor);
}

test('every list has as many different brokers as replicas and an unfenced one first', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(null, 'a', 'b', 'c'), { minLength: 1, maxLength: 9 }),
      fc.array(fc.nat({ max: 8 })),
      fc.integer({ min: 1, max: 9 }),
      fc.nat(),
      (racks, fenced, replicationFactor, seed) => {
        const usable = brokers(racks, fenced);
        fc.pre(replicationFactor <= racks.length && usable.some((broker) => !broker.isFenced));
        for (const replicas of place(usable, 25, replicationFactor, seed)) {
          assert.equal(new Set(replicas).size, replicationFactor);
          assert.equal(usable[replicas[0] ?? -1]?.isFenced, false);
        }
      },
    ),
  );
});

test('replicas stand in as many racks as there are', () => {
  const usable = brokers(['a', 'a', 'a', 'b', 'b', 'c']);
  for (let seed = 0; seed < 20; seed++) {
    for (const replicas of place(usable, 12, 3, seed)) {
      assert.equal(new Set(replicas.map((id) => usable[id]?.rack)).size, 3);
    }
  }
});

test('leaders are spread evenly over brokers without racks', () => {
  const counts = new Map<number, number>();
  for (const [leader] of place(brokers([null, null, null, null]), 40, 2)) {
    counts.set(leader ?? -1, (counts.get(leader ?? -1) ?? 0) + 1);
  }
  assert.deepEqual([...counts.values()], [10, 10, 10, 10]);
});

test('fenced brokers are taken only where the others are not enough', () => {
  for (const replicas of place(brokers([null, null, null], [2]), 10, 2)) {
    assert.ok(!replicas.includes(2));
  }
  for (const replicas of place(brokers([null, null, null], [2]), 10, 3)) {
    assert.equal(replicas[2], 2);
  }
});

test('what cannot be placed is refused with INVALID_REPLICATION_FACTOR', () => {
  const refused = (
    usable: readonly UsableBroker[],
    replicationFactor: number,
    why: RegExp,
  ): void => {
    assert.throws(
      () => place(usable, 1, replicationFactor),
      (error) =>
        error instanceof KafkaError &&
        error.code === ErrorCode.INVALID_REPLICATION_FACTOR &&
        why.test(error.message),
    );
  };
  refused(brokers([null]), 2, /only 1 broker\(s\) are registered/);
  refused(brokers([null]), 0, /must be positive/);
  refused(brokers([null], [0]), 1, /All brokers are currently fenced/);
  refused([], 1, /All brokers are currently fenced/);
});
