import assert from 'node:assert/strict';
import { test } from 'node:test';

import { bytesOf, hexOf } from '../test/vectors.ts';
import {
  readRequestHeader,
  readResponseHeader,
  writeRequest,
  writeRequestHeader,
  writeResponse,
} from './frame.ts';
import { ApiVersions } from './generated/apis/api-versions.ts';
import {
  createFetchableTopicResponse,
  createPartitionData,
  Fetch,
} from './generated/apis/fetch.ts';
import { Heartbeat } from './generated/apis/heartbeat.ts';
import { ProtocolError } from './protocol-error.ts';
import { Reader } from './reader.ts';
import { Writer } from './writer.ts';

test('the client id keeps its two-byte length in flexible versions', () => {
  const frame = Buffer.concat(writeRequest(Heartbeat, 4, 7, 'me', Heartbeat.request.create()));
  assert.equal(hexOf(frame.subarray(4, 17)), '000c00040000000700026d6500');
});

test('a request without a client id has none', () => {
  const frame = Buffer.concat(writeRequest(Heartbeat, 0, 7, null, Heartbeat.request.create()));
  const header = readRequestHeader(new Reader(frame, 4));
  assert.deepEqual(header, { apiKey: 12, apiVersion: 0, correlationId: 7, clientId: null });
});

test('unknown tagged fields of a header are kept and written back', () => {
  const bytes = bytesOf('000c 0004 00000007 00026d65 010301ff');
  const header = readRequestHeader(new Reader(bytes));
  assert.deepEqual(header.unknownTaggedFields, [{ tag: 3, data: new Uint8Array([255]) }]);
  const writer = new Writer();
  writeRequestHeader(writer, header);
  assert.deepEqual(writer.toBytes(), bytes);
});

test('a client with a version of ApiVersions from the future gets the answer that Kafka gives', () => {
  const asked = readRequestHeader(new Reader(bytesOf('0012 0063 00000001 00026d65 00')));
  assert.equal(asked.apiVersion, 99);
  const answer = ApiVersions.response.create({
    errorCode: 35,
    apiKeys: [{ apiKey: 18, minVersion: 0, maxVersion: 4 }],
  });
  const frame = Buffer.concat(writeResponse(ApiVersions, 0, asked.correlationId, answer));
  assert.equal(hexOf(frame), hexOf(bytesOf('00000010 00000001 0023 00000001 001200000004')));
});

test('the header of an ApiVersions response has no tagged fields in any version', () => {
  const frame = Buffer.concat(writeResponse(ApiVersions, 4, 7, ApiVersions.response.create()));
  const reader = new Reader(frame, 4);
  assert.deepEqual(readResponseHeader(reader, ApiVersions.key, 4), { correlationId: 7 });
  ApiVersions.response.read(reader, 4);
  reader.expectEnd();
});

test('the size in front counts records that are passed on beside the frame', () => {
  const records = [new Uint8Array(5000).fill(1), new Uint8Array(6000).fill(2)];
  const partitions = [createPartitionData({ partitionIndex: 1, records })];
  const response = Fetch.response.create({
    responses: [createFetchableTopicResponse({ partitions })],
  });
  const chunks = writeResponse(Fetch, 17, 7, response);
  assert.ok(records.every((chunk) => chunks.includes(chunk)));
  const frame = Buffer.concat(chunks);
  assert.equal(frame.readInt32BE(0), frame.length - 4);
  const reader = new Reader(frame, 4);
  readResponseHeader(reader, Fetch.key, 17);
  const read = Fetch.response.read(reader, 17).responses[0]?.partitions[0]?.records;
  assert.deepEqual(Buffer.from(read as Uint8Array), Buffer.concat(records));
});

test('a header that is cut off is refused', () => {
  const bytes = bytesOf('000c 0004 00000007 00026d65 00');
  for (let length = 0; length < bytes.length; length++) {
    assert.throws(() => readRequestHeader(new Reader(bytes, 0, length)), ProtocolError);
  }
});
