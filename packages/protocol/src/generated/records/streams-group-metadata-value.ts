// StreamsGroupMetadataValue: coordinator-value in __consumer_offsets, type 17; version 0, flexible from 0.
// Generated from schema/records/streams-group-metadata-value.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface StreamsGroupMetadataValue {
  epoch: number;
  metadataHash: bigint;
  /** tag 0, default -1 */
  validatedTopologyEpoch: number;
  /** tag 1 */
  lastAssignmentConfigs: readonly LastAssignmentConfig[] | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface LastAssignmentConfig {
  key: string;
  value: string;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const StreamsGroupMetadataValue: MessageCodec<StreamsGroupMetadataValue> = {
  name: 'StreamsGroupMetadataValue',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readStreamsGroupMetadataValue,
  write: writeStreamsGroupMetadataValue,
  create: createStreamsGroupMetadataValue,
};

function createStreamsGroupMetadataValue({
  epoch = 0,
  metadataHash = 0n,
  validatedTopologyEpoch = -1,
  lastAssignmentConfigs = [],
  unknownTaggedFields,
}: Partial<StreamsGroupMetadataValue> = {}): StreamsGroupMetadataValue {
  const message: StreamsGroupMetadataValue = {
    epoch,
    metadataHash,
    validatedTopologyEpoch,
    lastAssignmentConfigs,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readStreamsGroupMetadataValue(reader: Reader, version: number): StreamsGroupMetadataValue {
  checkVersion('StreamsGroupMetadataValue', version, 0, 0);
  const message: StreamsGroupMetadataValue = {
    epoch: reader.int32(),
    metadataHash: reader.bigint64(),
    validatedTopologyEpoch: -1,
    lastAssignmentConfigs: [],
  };
  let tag = -1;
  let unknown: RawTaggedField[] | undefined;
  for (let left = reader.taggedFieldCount(); left > 0; left--) {
    tag = reader.tag(tag);
    const end = reader.taggedFieldEnd();
    if (tag === 0) message.validatedTopologyEpoch = reader.int32();
    else if (tag === 1) message.lastAssignmentConfigs = readNullableLastAssignmentConfigArray(reader, version);
    else (unknown ??= []).push({ tag, data: reader.take(end - reader.position) });
    reader.closeTaggedField(tag, end);
  }
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeStreamsGroupMetadataValue(
  writer: Writer,
  message: StreamsGroupMetadataValue,
  version: number,
): void {
  checkVersion('StreamsGroupMetadataValue', version, 0, 0);
  writer.int32(message.epoch);
  writer.bigint64(message.metadataHash);
  const unknown = message.unknownTaggedFields;
  let tagCount = unknown === undefined ? 0 : unknown.length;
  const hasValidatedTopologyEpoch = message.validatedTopologyEpoch !== -1;
  if (hasValidatedTopologyEpoch) tagCount++;
  const hasLastAssignmentConfigs = !(message.lastAssignmentConfigs !== null && message.lastAssignmentConfigs.length === 0);
  if (hasLastAssignmentConfigs) tagCount++;
  writer.uvarint(tagCount);
  let next = 0;
  if (hasValidatedTopologyEpoch) {
    next = writer.unknownTaggedFieldsBelow(unknown, next, 0);
    const opened = writer.openTaggedField(0);
    writer.int32(message.validatedTopologyEpoch);
    writer.closeTaggedField(opened);
  }
  if (hasLastAssignmentConfigs) {
    next = writer.unknownTaggedFieldsBelow(unknown, next, 1);
    const opened = writer.openTaggedField(1);
    writeNullableLastAssignmentConfigArray(writer, message.lastAssignmentConfigs, version);
    writer.closeTaggedField(opened);
  }
  writer.unknownTaggedFieldsBelow(unknown, next, Infinity);
}

export function createLastAssignmentConfig({
  key = '',
  value = '',
  unknownTaggedFields,
}: Partial<LastAssignmentConfig> = {}): LastAssignmentConfig {
  const message: LastAssignmentConfig = { key, value };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readLastAssignmentConfig(reader: Reader, version: number): LastAssignmentConfig {
  const message: LastAssignmentConfig = {
    key: reader.string(true),
    value: reader.string(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeLastAssignmentConfig(
  writer: Writer,
  message: LastAssignmentConfig,
  version: number,
): void {
  writer.string(message.key, true);
  writer.string(message.value, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readNullableLastAssignmentConfigArray(
  reader: Reader,
  version: number,
): LastAssignmentConfig[] | null {
  const length = reader.nullableArrayLength(true, 3);
  if (length < 0) return null;
  const elements: LastAssignmentConfig[] = [];
  for (let i = 0; i < length; i++) elements.push(readLastAssignmentConfig(reader, version));
  return elements;
}

function writeNullableLastAssignmentConfigArray(
  writer: Writer,
  elements: readonly LastAssignmentConfig[] | null,
  version: number,
): void {
  writer.arrayLength(elements === null ? -1 : elements.length, true);
  if (elements === null) return;
  for (const element of elements) writeLastAssignmentConfig(writer, element, version);
}

