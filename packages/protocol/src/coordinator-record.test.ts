import assert from 'node:assert/strict';
import { test } from 'node:test';

import { bytesOf } from '../test/vectors.ts';
import {
  decodeGroupRecord,
  encodeGroupRecord,
  type GroupRecord,
} from './generated/group-record.ts';
import { OffsetCommitKey } from './generated/records/offset-commit-key.ts';
import { OffsetCommitValue } from './generated/records/offset-commit-value.ts';
import { ProtocolError } from './protocol-error.ts';

const commit: GroupRecord = {
  kind: 'OffsetCommit',
  key: OffsetCommitKey.create({ group: 'g', topic: 't', partition: 2 }),
  value: OffsetCommitValue.create({ offset: 42, commitTimestamp: 1000 }),
  version: 3,
};

test('the key begins with the type of the record, the value with its version', () => {
  const { key, value } = encodeGroupRecord(commit);
  assert.deepEqual(key, bytesOf('0001 000167 000174 00000002'));
  assert.equal(Buffer.from(value ?? []).readInt16BE(0), 3);
  assert.deepEqual(decodeGroupRecord(key, value), commit);
});

test('a tombstone has a key and no value', () => {
  const { key, value } = encodeGroupRecord({ ...commit, value: null });
  assert.equal(value, null);
  assert.deepEqual(decodeGroupRecord(key, null), { ...commit, value: null, version: 0 });
});

test('a type that is not known is passed over, since a newer node may have written it', () => {
  for (const type of ['0009', '7fff', 'ffff']) {
    assert.equal(decodeGroupRecord(bytesOf(`${type} 00`), null), undefined);
  }
});

test('a known type with damaged content is refused', () => {
  const { key, value } = encodeGroupRecord(commit);
  const newer = Buffer.from(value ?? []);
  newer.writeInt16BE(99, 0);
  assert.throws(() => decodeGroupRecord(key, newer), ProtocolError);
  assert.throws(() => decodeGroupRecord(key.subarray(0, 4), value), ProtocolError);
  assert.throws(
    () => decodeGroupRecord(Buffer.concat([key, new Uint8Array(1)]), value),
    ProtocolError,
  );
});
