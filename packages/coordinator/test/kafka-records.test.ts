// What Apache Kafka 4.3 wrote into __consumer_offsets, read by a shard.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { decodeGroupRecord } from '@samsa/protocol/group-record';

import { topicsOfSubscription } from '../src/group/classic/subscribed-topics.ts';
import { TestShard } from './test-shard.ts';

interface RecordVector {
  readonly name: string;
  readonly keyHex: string;
  readonly valueHex: string | null;
}

interface SubscriptionVector {
  readonly name: string;
  readonly hex: string;
  readonly topics: readonly string[];
}

function vectors(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`vectors/${name}`, import.meta.url), 'utf8'));
}

const bytesOf = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));

test('every record that Kafka writes can be replayed, alone and all after each other', () => {
  const all = new TestShard();
  for (const { name, keyHex, valueHex } of vectors(
    'offsets-topic-records.json',
  ) as RecordVector[]) {
    const value = valueHex === null ? null : bytesOf(valueHex);
    const record = decodeGroupRecord(bytesOf(keyHex), value);
    assert(record !== undefined, name);
    const alone = new TestShard();
    alone.log.push(record);
    alone.reload();
    assert(alone.shard.groupCount <= 1, name);
    all.log.push(record);
  }
  all.reload();
  const types = all
    .ask((machine) => machine.listGroups({ states: [], types: [] }))
    .map(({ groupId, groupType }) => `${groupId} ${groupType}`);
  assert.deepEqual(types.sort(), [
    'app-streams streams',
    'connect-cluster classic',
    'g-new consumer',
    'g-share share',
    'm-share share',
  ]);
  assert.equal(all.state('connect-cluster'), 'Stable');
  assert.deepEqual(all.offsets('app-streams'), { 's-in-0': 1 });
});

test('the topics of every consumer are read from its subscription', () => {
  for (const { name, hex, topics } of vectors('subscriptions.json') as SubscriptionVector[]) {
    assert.deepEqual(topicsOfSubscription(bytesOf(hex)), topics, name);
  }
});

test('bytes that are no subscription are told apart from one without topics', () => {
  assert.deepEqual(topicsOfSubscription(bytesOf('000000000000ffffffff')), []);
  for (const hex of ['', '00', '0000', '00000fffffff', '0000ffffffff', '0000000000010005']) {
    assert.equal(topicsOfSubscription(bytesOf(hex)), undefined, hex);
  }
});
