import assert from 'node:assert/strict';
import { test } from 'node:test';

import { bytesOf } from '../test/vectors.ts';
import {
  decodeMetadataRecord,
  encodeMetadataRecord,
  type MetadataRecord,
} from './generated/metadata-record.ts';
import { TopicRecord } from './generated/records/topic-record.ts';
import { ProtocolError } from './protocol-error.ts';

const topic: MetadataRecord = {
  kind: 'TopicRecord',
  version: 0,
  value: TopicRecord.create({ name: 't', topicId: 'EjRWeJCrzfGAAAAAAAAAAg' }),
};
const TOPIC_BODY = '0274 1234567890abcdf18000000000000002 00';
const TOPIC_BYTES = bytesOf(`01 02 00 ${TOPIC_BODY}`);

test('a record stands behind its frame version, its type and its version', () => {
  assert.deepEqual(encodeMetadataRecord(topic), TOPIC_BYTES);
  assert.deepEqual(decodeMetadataRecord(TOPIC_BYTES), topic);
});

test('a frame, type or version that is not known is refused', () => {
  for (const start of ['020200', '010600', '017f00', '010201', '01ffffffff0f00']) {
    const bytes = bytesOf(start + TOPIC_BODY);
    assert.throws(() => decodeMetadataRecord(bytes), ProtocolError, start);
  }
});

test('bytes behind the record are refused', () => {
  const longer = Buffer.concat([TOPIC_BYTES, new Uint8Array(1)]);
  assert.throws(() => decodeMetadataRecord(longer), ProtocolError);
});

test('a version that the record does not have is not written', () => {
  assert.throws(() => encodeMetadataRecord({ ...topic, version: 1 }), ProtocolError);
});
