// Records as they stand in Kafka's internal topics, and what group members hand to each other.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { decodeGroupRecord, encodeGroupRecord } from '../src/generated/group-record.ts';
import { ConsumerProtocolAssignment } from '../src/generated/messages/consumer-protocol-assignment.ts';
import { ConsumerProtocolSubscription } from '../src/generated/messages/consumer-protocol-subscription.ts';
import { decodeMetadataRecord, encodeMetadataRecord } from '../src/generated/metadata-record.ts';
import {
  decodeRemoteLogRecord,
  encodeRemoteLogRecord,
} from '../src/generated/remote-log-record.ts';
import { SubscriptionInfoData } from '../src/generated/records/subscription-info-data.ts';
import { decodeShareRecord, encodeShareRecord } from '../src/generated/share-record.ts';
import {
  decodeTransactionRecord,
  encodeTransactionRecord,
} from '../src/generated/transaction-record.ts';
import { type EncodedCoordinatorRecord } from '../src/coordinator-record.ts';
import { type MessageCodec } from '../src/message-codec.ts';
import { Reader } from '../src/reader.ts';
import { Writer } from '../src/writer.ts';
import { bytesOf, hexOf, loadVectors } from './vectors.ts';

test('every record of the metadata log is read and written back the same', () => {
  const vectors = (
    loadVectors('metadata-records') as {
      name: string;
      hex: string;
      facts: { frameVersion?: number; version: number };
    }[]
  ).filter(({ facts }) => facts.frameVersion !== undefined);
  assert.ok(vectors.length > 25);
  for (const vector of vectors) {
    const record = decodeMetadataRecord(bytesOf(vector.hex));
    assert.equal(record.kind, vector.name);
    assert.equal(record.version, vector.facts.version, vector.name);
    assert.equal(hexOf(encodeMetadataRecord(record)), vector.hex, vector.name);
  }
});

test('every record of the coordinator topics is read and written back the same', () => {
  const vectors = loadVectors('coordinator-records') as {
    name: string;
    keyHex: string;
    valueHex: string | null;
    facts: { type: number };
  }[];
  for (const { name, keyHex, valueHex } of vectors) {
    const key = bytesOf(keyHex);
    const value = valueHex === null ? null : bytesOf(valueHex);
    const again = recode(name, key, value);
    assert.equal(hexOf(again.key), keyHex, name);
    assert.equal(again.value === null ? null : hexOf(again.value), valueHex, name);
  }
});

test('the members of a classic group are understood', () => {
  const vectors = (
    loadVectors('embedded-group-protocols') as { name: string; protocolType: string; hex: string }[]
  ).filter(({ protocolType }) => protocolType === 'consumer');
  for (const { name, hex } of vectors) {
    const codec: MessageCodec<unknown> = name.startsWith('subscription')
      ? ConsumerProtocolSubscription
      : ConsumerProtocolAssignment;
    const reader = new Reader(bytesOf(hex));
    const version = reader.int16();
    const value = codec.read(reader, version);
    reader.expectEnd();
    const writer = new Writer();
    writer.int16(version);
    codec.write(writer, value, version);
    assert.equal(hexOf(writer.toBytes()), hex, name);
  }
});

test('the subscription of a classic Streams member is read and written back the same', () => {
  const vectors = (
    loadVectors('embedded-group-protocols') as { name: string; facts: { UserData: string } }[]
  ).filter(({ name }) => name === 'subscription stream');
  assert.ok(vectors.length > 0);
  for (const { facts } of vectors) {
    const reader = new Reader(bytesOf(facts.UserData));
    const { version } = SubscriptionInfoData.read(reader, 11);
    assert.equal(version, 11);
    reader.expectEnd();
    const writer = new Writer();
    const again = SubscriptionInfoData.read(new Reader(bytesOf(facts.UserData)), version);
    SubscriptionInfoData.write(writer, again, version);
    assert.equal(hexOf(writer.toBytes()), facts.UserData);
  }
});

test('the records of the remote log metadata topic are read and written back the same', () => {
  const vectors = loadVectors('remote-log-metadata') as { name: string; hex?: string }[];
  for (const { name, hex } of vectors) {
    if (hex === undefined) continue;
    const record = decodeRemoteLogRecord(bytesOf(hex));
    assert.equal(hexOf(encodeRemoteLogRecord(record)), hex, name);
  }
});

function recode(name: string, key: Uint8Array, value: Uint8Array | null): EncodedCoordinatorRecord {
  if (name.startsWith('__consumer_offsets')) {
    const record = decodeGroupRecord(key, value);
    assert.ok(record !== undefined, name);
    return encodeGroupRecord(record);
  }
  if (name.startsWith('__transaction_state')) {
    const record = decodeTransactionRecord(key, value);
    assert.ok(record !== undefined, name);
    return encodeTransactionRecord(record);
  }
  assert.ok(name.startsWith('__share_group_state'), name);
  const record = decodeShareRecord(key, value);
  assert.ok(record !== undefined, name);
  return encodeShareRecord(record);
}
