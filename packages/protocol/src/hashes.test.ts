import assert from 'node:assert/strict';
import { test } from 'node:test';

import { primitiveVectors } from '../test/batch-vectors.ts';
import {
  javaStringHash,
  murmur2,
  partitionForKey,
  partitionForName,
  toPositive,
} from './hashes.ts';

test('murmur2 chooses the partitions that the Java client chooses', () => {
  const vectors = primitiveVectors('murmur2');
  assert.ok(vectors.length > 10);
  for (const vector of vectors) {
    const { utf8, hexInput, hash, positive, partitionOf = {} } = vector;
    const key =
      hexInput === undefined ? Buffer.from(utf8 as string) : Buffer.from(hexInput as string, 'hex');
    assert.equal(murmur2(key), hash);
    assert.equal(toPositive(murmur2(key)), positive);
    for (const [count, partition] of Object.entries(partitionOf as object)) {
      assert.equal(partitionForKey(key, Number(count)), partition);
    }
  }
});

test('a name has the coordinator partition that Kafka computes, also at the smallest hash', () => {
  const vectors = primitiveVectors('coordinatorPartition');
  assert.ok(vectors.some((v) => v['javaHashCode'] === -(2 ** 31)));
  for (const vector of vectors) {
    const key = vector['key'] as string;
    assert.equal(javaStringHash(key), vector['javaHashCode']);
    assert.equal(partitionForName(key, 50), vector['partitionOf50']);
  }
});
