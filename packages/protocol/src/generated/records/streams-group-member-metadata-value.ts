// StreamsGroupMemberMetadataValue: coordinator-value in __consumer_offsets, type 19; version 0, flexible from 0.
// Generated from schema/records/streams-group-member-metadata-value.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface StreamsGroupMemberMetadataValue {
  instanceId: string | null;
  rackId: string | null;
  clientId: string;
  clientHost: string;
  /** default -1 */
  rebalanceTimeoutMs: number;
  topologyEpoch: number;
  processId: string;
  /** default null */
  userEndpoint: Endpoint | null;
  clientTags: readonly KeyValue[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface Endpoint {
  host: string;
  port: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface KeyValue {
  key: string;
  value: string;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const StreamsGroupMemberMetadataValue: MessageCodec<StreamsGroupMemberMetadataValue> = {
  name: 'StreamsGroupMemberMetadataValue',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readStreamsGroupMemberMetadataValue,
  write: writeStreamsGroupMemberMetadataValue,
  create: createStreamsGroupMemberMetadataValue,
};

function createStreamsGroupMemberMetadataValue({
  instanceId = '',
  rackId = '',
  clientId = '',
  clientHost = '',
  rebalanceTimeoutMs = -1,
  topologyEpoch = 0,
  processId = '',
  userEndpoint = null,
  clientTags = [],
  unknownTaggedFields,
}: Partial<StreamsGroupMemberMetadataValue> = {}): StreamsGroupMemberMetadataValue {
  const message: StreamsGroupMemberMetadataValue = {
    instanceId,
    rackId,
    clientId,
    clientHost,
    rebalanceTimeoutMs,
    topologyEpoch,
    processId,
    userEndpoint,
    clientTags,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readStreamsGroupMemberMetadataValue(
  reader: Reader,
  version: number,
): StreamsGroupMemberMetadataValue {
  checkVersion('StreamsGroupMemberMetadataValue', version, 0, 0);
  const message: StreamsGroupMemberMetadataValue = {
    instanceId: reader.nullableString(true),
    rackId: reader.nullableString(true),
    clientId: reader.string(true),
    clientHost: reader.string(true),
    rebalanceTimeoutMs: reader.int32(),
    topologyEpoch: reader.int32(),
    processId: reader.string(true),
    userEndpoint: reader.int8() < 0 ? null : readEndpoint(reader, version),
    clientTags: readKeyValueArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeStreamsGroupMemberMetadataValue(
  writer: Writer,
  message: StreamsGroupMemberMetadataValue,
  version: number,
): void {
  checkVersion('StreamsGroupMemberMetadataValue', version, 0, 0);
  writer.nullableString(message.instanceId, true);
  writer.nullableString(message.rackId, true);
  writer.string(message.clientId, true);
  writer.string(message.clientHost, true);
  writer.int32(message.rebalanceTimeoutMs);
  writer.int32(message.topologyEpoch);
  writer.string(message.processId, true);
  writer.int8(message.userEndpoint === null ? -1 : 1);
  if (message.userEndpoint !== null) writeEndpoint(writer, message.userEndpoint, version);
  writeKeyValueArray(writer, message.clientTags, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createEndpoint({
  host = '',
  port = 0,
  unknownTaggedFields,
}: Partial<Endpoint> = {}): Endpoint {
  const message: Endpoint = { host, port };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readEndpoint(reader: Reader, version: number): Endpoint {
  const message: Endpoint = {
    host: reader.string(true),
    port: reader.uint16(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeEndpoint(writer: Writer, message: Endpoint, version: number): void {
  writer.string(message.host, true);
  writer.uint16(message.port);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createKeyValue({
  key = '',
  value = '',
  unknownTaggedFields,
}: Partial<KeyValue> = {}): KeyValue {
  const message: KeyValue = { key, value };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readKeyValue(reader: Reader, version: number): KeyValue {
  const message: KeyValue = {
    key: reader.string(true),
    value: reader.string(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeKeyValue(writer: Writer, message: KeyValue, version: number): void {
  writer.string(message.key, true);
  writer.string(message.value, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readKeyValueArray(reader: Reader, version: number): KeyValue[] {
  const length = reader.arrayLength(true, 3);
  const elements: KeyValue[] = [];
  for (let i = 0; i < length; i++) elements.push(readKeyValue(reader, version));
  return elements;
}

function writeKeyValueArray(writer: Writer, elements: readonly KeyValue[], version: number): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeKeyValue(writer, element, version);
}

