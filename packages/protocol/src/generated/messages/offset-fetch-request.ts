// OffsetFetchRequest: request of API 9; version 1 to 10, flexible from 6.
// Generated from schema/messages/offset-fetch-request.json by generator/main.ts.

import {
  checkVersion,
  type MessageCodec,
  present,
  unsupportedField,
  ZERO_UUID,
} from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface OffsetFetchRequest {
  /** version 1-7 */
  groupId: string;
  /** version 1-7, null in 2-7 */
  topics: readonly OffsetFetchRequestTopic[] | null;
  /** version 8+ */
  groups: readonly OffsetFetchRequestGroup[];
  /** version 7+, default false */
  requireStable: boolean;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface OffsetFetchRequestTopic {
  name: string;
  partitionIndexes: readonly number[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface OffsetFetchRequestGroup {
  groupId: string;
  /** version 9+, default null */
  memberId: string | null;
  /** version 9+, default -1 */
  memberEpoch: number;
  topics: readonly OffsetFetchRequestTopics[] | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface OffsetFetchRequestTopics {
  /** version 8-9 */
  name: string;
  /** version 10 */
  topicId: string;
  partitionIndexes: readonly number[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const OffsetFetchRequest: MessageCodec<OffsetFetchRequest> = {
  name: 'OffsetFetchRequest',
  versions: [1, 10],
  flexibleFrom: 6,
  read: readOffsetFetchRequest,
  write: writeOffsetFetchRequest,
  create: createOffsetFetchRequest,
};

function createOffsetFetchRequest({
  groupId = '',
  topics = [],
  groups = [],
  requireStable = false,
  unknownTaggedFields,
}: Partial<OffsetFetchRequest> = {}): OffsetFetchRequest {
  const message: OffsetFetchRequest = { groupId, topics, groups, requireStable };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readOffsetFetchRequest(reader: Reader, version: number): OffsetFetchRequest {
  checkVersion('OffsetFetchRequest', version, 1, 10);
  const flexible = version >= 6;
  const message: OffsetFetchRequest = {
    groupId: version <= 7 ? reader.string(flexible) : '',
    topics: version <= 7 ? (version >= 2 ? readNullableOffsetFetchRequestTopicArray(reader, version) : readOffsetFetchRequestTopicArray(reader, version)) : [],
    groups: version >= 8 ? readOffsetFetchRequestGroupArray(reader, version) : [],
    requireStable: version >= 7 ? reader.boolean() : false,
  };
  if (version >= 6) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeOffsetFetchRequest(
  writer: Writer,
  message: OffsetFetchRequest,
  version: number,
): void {
  checkVersion('OffsetFetchRequest', version, 1, 10);
  const flexible = version >= 6;
  if (version <= 7) {
    writer.string(message.groupId, flexible);
  }
  if (version > 7 && message.groupId !== '') {
    throw unsupportedField('OffsetFetchRequest.groupId', version);
  }
  if (version <= 7) {
    if (version >= 2) {
      writeNullableOffsetFetchRequestTopicArray(writer, message.topics, version);
    } else {
      writeOffsetFetchRequestTopicArray(writer, present(message.topics, 'OffsetFetchRequest.topics', version), version);
    }
  }
  if (version > 7 && !(message.topics !== null && message.topics.length === 0)) {
    throw unsupportedField('OffsetFetchRequest.topics', version);
  }
  if (version >= 8) {
    writeOffsetFetchRequestGroupArray(writer, message.groups, version);
  }
  if (version < 8 && message.groups.length !== 0) {
    throw unsupportedField('OffsetFetchRequest.groups', version);
  }
  if (version >= 7) {
    writer.boolean(message.requireStable);
  }
  if (version < 7 && message.requireStable) {
    throw unsupportedField('OffsetFetchRequest.requireStable', version);
  }
  if (version >= 6) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createOffsetFetchRequestTopic({
  name = '',
  partitionIndexes = [],
  unknownTaggedFields,
}: Partial<OffsetFetchRequestTopic> = {}): OffsetFetchRequestTopic {
  const message: OffsetFetchRequestTopic = { name, partitionIndexes };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readOffsetFetchRequestTopic(reader: Reader, version: number): OffsetFetchRequestTopic {
  const flexible = version >= 6;
  const message: OffsetFetchRequestTopic = {
    name: reader.string(flexible),
    partitionIndexes: reader.int32Array(flexible),
  };
  if (version >= 6) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeOffsetFetchRequestTopic(
  writer: Writer,
  message: OffsetFetchRequestTopic,
  version: number,
): void {
  const flexible = version >= 6;
  writer.string(message.name, flexible);
  writer.int32Array(message.partitionIndexes, flexible);
  if (version >= 6) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readOffsetFetchRequestTopicArray(
  reader: Reader,
  version: number,
): OffsetFetchRequestTopic[] {
  const flexible = version >= 6;
  const length = reader.arrayLength(flexible, 3);
  const elements: OffsetFetchRequestTopic[] = [];
  for (let i = 0; i < length; i++) elements.push(readOffsetFetchRequestTopic(reader, version));
  return elements;
}

function writeOffsetFetchRequestTopicArray(
  writer: Writer,
  elements: readonly OffsetFetchRequestTopic[],
  version: number,
): void {
  const flexible = version >= 6;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeOffsetFetchRequestTopic(writer, element, version);
}

function readNullableOffsetFetchRequestTopicArray(
  reader: Reader,
  version: number,
): OffsetFetchRequestTopic[] | null {
  const flexible = version >= 6;
  const length = reader.nullableArrayLength(flexible, 3);
  if (length < 0) return null;
  const elements: OffsetFetchRequestTopic[] = [];
  for (let i = 0; i < length; i++) elements.push(readOffsetFetchRequestTopic(reader, version));
  return elements;
}

function writeNullableOffsetFetchRequestTopicArray(
  writer: Writer,
  elements: readonly OffsetFetchRequestTopic[] | null,
  version: number,
): void {
  const flexible = version >= 6;
  writer.arrayLength(elements === null ? -1 : elements.length, flexible);
  if (elements === null) return;
  for (const element of elements) writeOffsetFetchRequestTopic(writer, element, version);
}

export function createOffsetFetchRequestGroup({
  groupId = '',
  memberId = null,
  memberEpoch = -1,
  topics = [],
  unknownTaggedFields,
}: Partial<OffsetFetchRequestGroup> = {}): OffsetFetchRequestGroup {
  const message: OffsetFetchRequestGroup = { groupId, memberId, memberEpoch, topics };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readOffsetFetchRequestGroup(reader: Reader, version: number): OffsetFetchRequestGroup {
  const message: OffsetFetchRequestGroup = {
    groupId: reader.string(true),
    memberId: version >= 9 ? reader.nullableString(true) : null,
    memberEpoch: version >= 9 ? reader.int32() : -1,
    topics: readNullableOffsetFetchRequestTopicsArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeOffsetFetchRequestGroup(
  writer: Writer,
  message: OffsetFetchRequestGroup,
  version: number,
): void {
  writer.string(message.groupId, true);
  if (version >= 9) {
    writer.nullableString(message.memberId, true);
  }
  if (version >= 9) {
    writer.int32(message.memberEpoch);
  }
  writeNullableOffsetFetchRequestTopicsArray(writer, message.topics, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readOffsetFetchRequestGroupArray(
  reader: Reader,
  version: number,
): OffsetFetchRequestGroup[] {
  const length = reader.arrayLength(true, 3);
  const elements: OffsetFetchRequestGroup[] = [];
  for (let i = 0; i < length; i++) elements.push(readOffsetFetchRequestGroup(reader, version));
  return elements;
}

function writeOffsetFetchRequestGroupArray(
  writer: Writer,
  elements: readonly OffsetFetchRequestGroup[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeOffsetFetchRequestGroup(writer, element, version);
}

export function createOffsetFetchRequestTopics({
  name = '',
  topicId = ZERO_UUID,
  partitionIndexes = [],
  unknownTaggedFields,
}: Partial<OffsetFetchRequestTopics> = {}): OffsetFetchRequestTopics {
  const message: OffsetFetchRequestTopics = { name, topicId, partitionIndexes };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readOffsetFetchRequestTopics(reader: Reader, version: number): OffsetFetchRequestTopics {
  const message: OffsetFetchRequestTopics = {
    name: version <= 9 ? reader.string(true) : '',
    topicId: version >= 10 ? reader.uuid() : ZERO_UUID,
    partitionIndexes: reader.int32Array(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeOffsetFetchRequestTopics(
  writer: Writer,
  message: OffsetFetchRequestTopics,
  version: number,
): void {
  if (version <= 9) {
    writer.string(message.name, true);
  }
  if (version >= 10) {
    writer.uuid(message.topicId);
  }
  writer.int32Array(message.partitionIndexes, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readNullableOffsetFetchRequestTopicsArray(
  reader: Reader,
  version: number,
): OffsetFetchRequestTopics[] | null {
  const length = reader.nullableArrayLength(true, 3);
  if (length < 0) return null;
  const elements: OffsetFetchRequestTopics[] = [];
  for (let i = 0; i < length; i++) elements.push(readOffsetFetchRequestTopics(reader, version));
  return elements;
}

function writeNullableOffsetFetchRequestTopicsArray(
  writer: Writer,
  elements: readonly OffsetFetchRequestTopics[] | null,
  version: number,
): void {
  writer.arrayLength(elements === null ? -1 : elements.length, true);
  if (elements === null) return;
  for (const element of elements) writeOffsetFetchRequestTopics(writer, element, version);
}

