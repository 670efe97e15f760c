// DeleteShareGroupStateRequest: request of API 86; version 0, flexible from 0.
// Generated from schema/messages/delete-share-group-state-request.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface DeleteShareGroupStateRequest {
  groupId: string;
  topics: readonly DeleteStateData[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface DeleteStateData {
  topicId: string;
  partitions: readonly PartitionData[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface PartitionData {
  partition: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const DeleteShareGroupStateRequest: MessageCodec<DeleteShareGroupStateRequest> = {
  name: 'DeleteShareGroupStateRequest',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readDeleteShareGroupStateRequest,
  write: writeDeleteShareGroupStateRequest,
  create: createDeleteShareGroupStateRequest,
};

function createDeleteShareGroupStateRequest({
  groupId = '',
  topics = [],
  unknownTaggedFields,
}: Partial<DeleteShareGroupStateRequest> = {}): DeleteShareGroupStateRequest {
  const message: DeleteShareGroupStateRequest = { groupId, topics };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDeleteShareGroupStateRequest(
  reader: Reader,
  version: number,
): DeleteShareGroupStateRequest {
  checkVersion('DeleteShareGroupStateRequest', version, 0, 0);
  const message: DeleteShareGroupStateRequest = {
    groupId: reader.string(true),
    topics: readDeleteStateDataArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeDeleteShareGroupStateRequest(
  writer: Writer,
  message: DeleteShareGroupStateRequest,
  version: number,
): void {
  checkVersion('DeleteShareGroupStateRequest', version, 0, 0);
  writer.string(message.groupId, true);
  writeDeleteStateDataArray(writer, message.topics, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createDeleteStateData({
  topicId = ZERO_UUID,
  partitions = [],
  unknownTaggedFields,
}: Partial<DeleteStateData> = {}): DeleteStateData {
  const message: DeleteStateData = { topicId, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDeleteStateData(reader: Reader, version: number): DeleteStateData {
  const message: DeleteStateData = {
    topicId: reader.uuid(),
    partitions: readPartitionDataArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeDeleteStateData(writer: Writer, message: DeleteStateData, version: number): void {
  writer.uuid(message.topicId);
  writePartitionDataArray(writer, message.partitions, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readDeleteStateDataArray(reader: Reader, version: number): DeleteStateData[] {
  const length = reader.arrayLength(true, 18);
  const elements: DeleteStateData[] = [];
  for (let i = 0; i < length; i++) elements.push(readDeleteStateData(reader, version));
  return elements;
}

function writeDeleteStateDataArray(
  writer: Writer,
  elements: readonly DeleteStateData[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeDeleteStateData(writer, element, version);
}

export function createPartitionData({
  partition = 0,
  unknownTaggedFields,
}: Partial<PartitionData> = {}): PartitionData {
  const message: PartitionData = { partition };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readPartitionData(reader: Reader, version: number): PartitionData {
  const message: PartitionData = {
    partition: reader.int32(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writePartitionData(writer: Writer, message: PartitionData, version: number): void {
  writer.int32(message.partition);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readPartitionDataArray(reader: Reader, version: number): PartitionData[] {
  const length = reader.arrayLength(true, 5);
  const elements: PartitionData[] = [];
  for (let i = 0; i < length; i++) elements.push(readPartitionData(reader, version));
  return elements;
}

function writePartitionDataArray(
  writer: Writer,
  elements: readonly PartitionData[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writePartitionData(writer, element, version);
}

