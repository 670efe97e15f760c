// What holds for every message, shown on some: defaults, nulls, versions, tagged fields.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  createPartitionProduceResponse,
  createTopicProduceResponse,
  ProduceResponse,
} from '../src/generated/messages/produce-response.ts';
import { ApiVersionsResponse } from '../src/generated/messages/api-versions-response.ts';
import {
  createCursor,
  DescribeTopicPartitionsRequest,
} from '../src/generated/messages/describe-topic-partitions-request.ts';
import { FetchRequest } from '../src/generated/messages/fetch-request.ts';
import { HeartbeatRequest } from '../src/generated/messages/heartbeat-request.ts';
import { MetadataRequest } from '../src/generated/messages/metadata-request.ts';
import { ProduceRequest } from '../src/generated/messages/produce-request.ts';
import { ConsumerGroupMemberMetadataValue } from '../src/generated/records/consumer-group-member-metadata-value.ts';
import { ConsumerGroupMetadataValue } from '../src/generated/records/consumer-group-metadata-value.ts';
import { PartitionChangeRecord } from '../src/generated/records/partition-change-record.ts';
import { type MessageCodec } from '../src/message-codec.ts';
import { ProtocolError, UnsupportedFieldError } from '../src/protocol-error.ts';
import { Reader } from '../src/reader.ts';
import { Writer } from '../src/writer.ts';
import { bytesOf, hexOf } from './vectors.ts';

test('create fills in the defaults of the schema and keeps what is given', () => {
  const request = FetchRequest.create({ maxWaitMs: 500 });
  assert.equal(request.maxWaitMs, 500);
  assert.equal(request.maxBytes, 0x7fffffff);
  assert.equal(request.clusterId, null);
  assert.deepEqual(request.replicaState, { replicaId: -1, replicaEpoch: -1 });
});

test('a message that was created and one that was read have the same fields', () => {
  const created = ProduceRequest.create();
  const read = ProduceRequest.read(new Reader(write(ProduceRequest, created, 9)), 9);
  assert.deepEqual(Object.keys(read), Object.keys(created));
});

test('a version that does not exist is refused in both directions', () => {
  assert.throws(() => ProduceRequest.read(new Reader(new Uint8Array(100)), 2), ProtocolError);
  assert.throws(() => write(ProduceRequest, ProduceRequest.create(), 14), ProtocolError);
  assert.throws(() => write(ProduceRequest, ProduceRequest.create(), NaN), ProtocolError);
});

test('a field that the version lacks is refused when it is set, unless it may be ignored', () => {
  const request = HeartbeatRequest.create({ groupInstanceId: 'static' });
  assert.throws(() => write(HeartbeatRequest, request, 2), UnsupportedFieldError);
  write(HeartbeatRequest, request, 3);
  const ignorable = FetchRequest.create({ sessionId: 5 });
  write(FetchRequest, ignorable, 4);
});

test('a struct that the version lacks is refused when one of its fields is set', () => {
  const partition = createPartitionProduceResponse();
  const response = ProduceResponse.create({
    responses: [createTopicProduceResponse({ name: 't', partitionResponses: [partition] })],
  });
  write(ProduceResponse, response, 8);
  partition.currentLeader.leaderId = 3;
  assert.throws(() => write(ProduceResponse, response, 8), UnsupportedFieldError);
  write(ProduceResponse, response, 10);
});

test('null is refused in versions that cannot say it', () => {
  assert.throws(() => write(MetadataRequest, MetadataRequest.create({ topics: null }), 0), {
    message: 'MetadataRequest.topics must not be null in version 0',
  });
  write(MetadataRequest, MetadataRequest.create({ topics: null }), 1);
});

test('a nullable struct is marked with one byte', () => {
  const without = DescribeTopicPartitionsRequest.create();
  assert.equal(hexOf(write(DescribeTopicPartitionsRequest, without, 0)), '01000007d0ff00');
  const cursor = createCursor({ topicName: 't', partitionIndex: 1 });
  const within = DescribeTopicPartitionsRequest.create({ cursor });
  const bytes = write(DescribeTopicPartitionsRequest, within, 0);
  assert.equal(hexOf(bytes), '01000007d0010274000000010000');
  assert.deepEqual(DescribeTopicPartitionsRequest.read(new Reader(bytes), 0).cursor, cursor);
});

test('a nullable struct in a tagged field defaults to empty, and null is written out', () => {
  const empty = ConsumerGroupMemberMetadataValue.create();
  assert.notEqual(empty.classicMemberMetadata, null);
  const without = hexOf(write(ConsumerGroupMemberMetadataValue, empty, 0));
  assert.ok(without.endsWith('ffffffff0100'), without);
  const none = ConsumerGroupMemberMetadataValue.create({ classicMemberMetadata: null });
  const bytes = write(ConsumerGroupMemberMetadataValue, none, 0);
  assert.ok(hexOf(bytes).endsWith('01000100'), hexOf(bytes));
  const read = ConsumerGroupMemberMetadataValue.read(new Reader(bytes), 0);
  assert.equal(read.classicMemberMetadata, null);
});

test('tagged fields tell null, empty and absent apart', () => {
  for (const isr of [null, [], [1, 2]]) {
    const record = PartitionChangeRecord.create({ isr });
    const bytes = write(PartitionChangeRecord, record, 0);
    assert.deepEqual(PartitionChangeRecord.read(new Reader(bytes), 0).isr, isr);
  }
});

test('tagged fields of newer software are kept in place and written back', () => {
  // ApiVersions response v3, empty but for the known tags 1 (epoch) and 3 (zkMigrationReady) and
  // for three that nobody knows.
  const tagged = '05 01080000000000000007 030101 0402abcd 0900 c80101ff';
  const bytes = bytesOf(`0000 01 00000000 ${tagged}`);
  const response = ApiVersionsResponse.read(new Reader(bytes), 3);
  assert.equal(response.finalizedFeaturesEpoch, 7);
  assert.equal(response.zkMigrationReady, true);
  assert.deepEqual(
    response.unknownTaggedFields?.map(({ tag }) => tag),
    [4, 9, 200],
  );
  assert.equal(hexOf(write(ApiVersionsResponse, response, 3)), hexOf(bytes));
});

test('an unknown tag between known ones goes back between them', () => {
  const response = ApiVersionsResponse.create({
    finalizedFeaturesEpoch: 7,
    zkMigrationReady: true,
    unknownTaggedFields: [{ tag: 5, data: new Uint8Array([1]) }],
  });
  const bytes = write(ApiVersionsResponse, response, 3);
  const again = ApiVersionsResponse.read(new Reader(bytes), 3);
  assert.deepEqual(again, response);
  const clash = { ...response, unknownTaggedFields: [{ tag: 1, data: new Uint8Array([1]) }] };
  assert.throws(() => write(ApiVersionsResponse, clash, 3), ProtocolError);
});

test('a known tag whose payload is longer or shorter than its content is refused', () => {
  for (const tagged of ['01 0109 000000000000000700', '01 0107 00000000000000']) {
    const bytes = bytesOf(`0000 01 00000000 ${tagged} 00`);
    assert.throws(() => ApiVersionsResponse.read(new Reader(bytes), 3), ProtocolError);
  }
});

test('metadata hashes keep all 64 bits', () => {
  const value = ConsumerGroupMetadataValue.create({ metadataHash: -8521368705099478209n });
  const bytes = write(ConsumerGroupMetadataValue, value, 0);
  const read = ConsumerGroupMetadataValue.read(new Reader(bytes), 0);
  assert.equal(read.metadataHash, -8521368705099478209n);
});

function write<T>(codec: MessageCodec<T>, message: T, version: number): Uint8Array {
  const writer = new Writer();
  codec.write(writer, message, version);
  return writer.toBytes();
}
