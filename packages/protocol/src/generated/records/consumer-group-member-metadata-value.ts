// ConsumerGroupMemberMetadataValue: coordinator-value in __consumer_offsets, type 5; version 0, flexible from 0.
// Generated from schema/records/consumer-group-member-metadata-value.json by generator/main.ts.

import { checkVersion, EMPTY_BYTES, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ConsumerGroupMemberMetadataValue {
  instanceId: string | null;
  rackId: string | null;
  clientId: string;
  clientHost: string;
  subscribedTopicNames: readonly string[];
  subscribedTopicRegex: string | null;
  /** default -1 */
  rebalanceTimeoutMs: number;
  serverAssignor: string | null;
  /** tag 0 */
  classicMemberMetadata: ClassicMemberMetadata | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface ClassicMemberMetadata {
  sessionTimeoutMs: number;
  supportedProtocols: readonly ClassicProtocol[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface ClassicProtocol {
  name: string;
  metadata: Uint8Array;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ConsumerGroupMemberMetadataValue: MessageCodec<ConsumerGroupMemberMetadataValue> = {
  name: 'ConsumerGroupMemberMetadataValue',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readConsumerGroupMemberMetadataValue,
  write: writeConsumerGroupMemberMetadataValue,
  create: createConsumerGroupMemberMetadataValue,
};

function createConsumerGroupMemberMetadataValue({
  instanceId = '',
  rackId = '',
  clientId = '',
  clientHost = '',
  subscribedTopicNames = [],
  subscribedTopicRegex = '',
  rebalanceTimeoutMs = -1,
  serverAssignor = '',
  classicMemberMetadata = createClassicMemberMetadata(),
  unknownTaggedFields,
}: Partial<ConsumerGroupMemberMetadataValue> = {}): ConsumerGroupMemberMetadataValue {
  const message: ConsumerGroupMemberMetadataValue = {
    instanceId,
    rackId,
    clientId,
    clientHost,
    subscribedTopicNames,
    subscribedTopicRegex,
    rebalanceTimeoutMs,
    serverAssignor,
    classicMemberMetadata,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readConsumerGroupMemberMetadataValue(
  reader: Reader,
  version: number,
): ConsumerGroupMemberMetadataValue {
  checkVersion('ConsumerGroupMemberMetadataValue', version, 0, 0);
  const message: ConsumerGroupMemberMetadataValue = {
    instanceId: reader.nullableString(true),
    rackId: reader.nullableString(true),
    clientId: reader.string(true),
    clientHost: reader.string(true),
    subscribedTopicNames: reader.stringArray(true),
    subscribedTopicRegex: reader.nullableString(true),
    rebalanceTimeoutMs: reader.int32(),
    serverAssignor: reader.nullableString(true),
    classicMemberMetadata: createClassicMemberMetadata(),
  };
  let tag = -1;
  let unknown: RawTaggedField[] | undefined;
  for (let left = reader.taggedFieldCount(); left > 0; left--) {
    tag = reader.tag(tag);
    const end = reader.taggedFieldEnd();
    if (tag === 0) message.classicMemberMetadata = reader.uvarint() === 0 ? null : readClassicMemberMetadata(reader, version);
    else (unknown ??= []).push({ tag, data: reader.take(end - reader.position) });
    reader.closeTaggedField(tag, end);
  }
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeConsumerGroupMemberMetadataValue(
  writer: Writer,
  message: ConsumerGroupMemberMetadataValue,
  version: number,
): void {
  checkVersion('ConsumerGroupMemberMetadataValue', version, 0, 0);
  writer.nullableString(message.instanceId, true);
  writer.nullableString(message.rackId, true);
  writer.string(message.clientId, true);
  writer.string(message.clientHost, true);
  writer.stringArray(message.subscribedTopicNames, true);
  writer.nullableString(message.subscribedTopicRegex, true);
  writer.int32(message.rebalanceTimeoutMs);
  writer.nullableString(message.serverAssignor, true);
  const unknown = message.unknownTaggedFields;
  let tagCount = unknown === undefined ? 0 : unknown.length;
  const hasClassicMemberMetadata = !(message.classicMemberMetadata !== null && isDefaultClassicMemberMetadata(message.classicMemberMetadata));
  if (hasClassicMemberMetadata) tagCount++;
  writer.uvarint(tagCount);
  let next = 0;
  if (hasClassicMemberMetadata) {
    next = writer.unknownTaggedFieldsBelow(unknown, next, 0);
    const opened = writer.openTaggedField(0);
    writer.uvarint(message.classicMemberMetadata === null ? 0 : 1);
    if (message.classicMemberMetadata !== null) writeClassicMemberMetadata(writer, message.classicMemberMetadata, version);
    writer.closeTaggedField(opened);
  }
  writer.unknownTaggedFieldsBelow(unknown, next, Infinity);
}

export function createClassicMemberMetadata({
  sessionTimeoutMs = 0,
  supportedProtocols = [],
  unknownTaggedFields,
}: Partial<ClassicMemberMetadata> = {}): ClassicMemberMetadata {
  const message: ClassicMemberMetadata = { sessionTimeoutMs, supportedProtocols };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readClassicMemberMetadata(reader: Reader, version: number): ClassicMemberMetadata {
  const message: ClassicMemberMetadata = {
    sessionTimeoutMs: reader.int32(),
    supportedProtocols: readClassicProtocolArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeClassicMemberMetadata(
  writer: Writer,
  message: ClassicMemberMetadata,
  version: number,
): void {
  writer.int32(message.sessionTimeoutMs);
  writeClassicProtocolArray(writer, message.supportedProtocols, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function isDefaultClassicMemberMetadata(message: ClassicMemberMetadata): boolean {
  return (
    message.sessionTimeoutMs === 0 &&
    message.supportedProtocols.length === 0 &&
    message.unknownTaggedFields === undefined
  );
}

export function createClassicProtocol({
  name = '',
  metadata = EMPTY_BYTES,
  unknownTaggedFields,
}: Partial<ClassicProtocol> = {}): ClassicProtocol {
  const message: ClassicProtocol = { name, metadata };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readClassicProtocol(reader: Reader, version: number): ClassicProtocol {
  const message: ClassicProtocol = {
    name: reader.string(true),
    metadata: reader.bytes(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeClassicProtocol(writer: Writer, message: ClassicProtocol, version: number): void {
  writer.string(message.name, true);
  writer.bytes(message.metadata, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readClassicProtocolArray(reader: Reader, version: number): ClassicProtocol[] {
  const length = reader.arrayLength(true, 3);
  const elements: ClassicProtocol[] = [];
  for (let i = 0; i < length; i++) elements.push(readClassicProtocol(reader, version));
  return elements;
}

function writeClassicProtocolArray(
  writer: Writer,
  elements: readonly ClassicProtocol[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeClassicProtocol(writer, element, version);
}

