// ShareGroupDescribeResponse: response of API 77; version 1, flexible from 0.
// Generated from schema/messages/share-group-describe-response.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ShareGroupDescribeResponse {
  throttleTimeMs: number;
  groups: readonly DescribedGroup[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface DescribedGroup {
  errorCode: number;
  /** default null */
  errorMessage: string | null;
  groupId: string;
  groupState: string;
  groupEpoch: number;
  assignmentEpoch: number;
  assignorName: string;
  members: readonly Member[];
  /** default -2147483648 */
  authorizedOperations: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface Member {
  memberId: string;
  /** default null */
  rackId: string | null;
  memberEpoch: number;
  clientId: string;
  clientHost: string;
  subscribedTopicNames: readonly string[];
  assignment: Assignment;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TopicPartitions {
  topicId: string;
  topicName: string;
  partitions: readonly number[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface Assignment {
  topicPartitions: readonly TopicPartitions[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ShareGroupDescribeResponse: MessageCodec<ShareGroupDescribeResponse> = {
  name: 'ShareGroupDescribeResponse',
  versions: [1, 1],
  flexibleFrom: 0,
  read: readShareGroupDescribeResponse,
  write: writeShareGroupDescribeResponse,
  create: createShareGroupDescribeResponse,
};

function createShareGroupDescribeResponse({
  throttleTimeMs = 0,
  groups = [],
  unknownTaggedFields,
}: Partial<ShareGroupDescribeResponse> = {}): ShareGroupDescribeResponse {
  const message: ShareGroupDescribeResponse = { throttleTimeMs, groups };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readShareGroupDescribeResponse(
  reader: Reader,
  version: number,
): ShareGroupDescribeResponse {
  checkVersion('ShareGroupDescribeResponse', version, 1, 1);
  const message: ShareGroupDescribeResponse = {
    throttleTimeMs: reader.int32(),
    groups: readDescribedGroupArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeShareGroupDescribeResponse(
  writer: Writer,
  message: ShareGroupDescribeResponse,
  version: number,
): void {
  checkVersion('ShareGroupDescribeResponse', version, 1, 1);
  writer.int32(message.throttleTimeMs);
  writeDescribedGroupArray(writer, message.groups, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createDescribedGroup({
  errorCode = 0,
  errorMessage = null,
  groupId = '',
  groupState = '',
  groupEpoch = 0,
  assignmentEpoch = 0,
  assignorName = '',
  members = [],
  authorizedOperations = -2147483648,
  unknownTaggedFields,
}: Partial<DescribedGroup> = {}): DescribedGroup {
  const message: DescribedGroup = {
    errorCode,
    errorMessage,
    groupId,
    groupState,
    groupEpoch,
    assignmentEpoch,
    assignorName,
    members,
    authorizedOperations,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribedGroup(reader: Reader, version: number): DescribedGroup {
  const message: DescribedGroup = {
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(true),
    groupId: reader.string(true),
    groupState: reader.string(true),
    groupEpoch: reader.int32(),
    assignmentEpoch: reader.int32(),
    assignorName: reader.string(true),
    members: readMemberArray(reader, version),
    authorizedOperations: reader.int32(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeDescribedGroup(writer: Writer, message: DescribedGroup, version: number): void {
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, true);
  writer.string(message.groupId, true);
  writer.string(message.groupState, true);
  writer.int32(message.groupEpoch);
  writer.int32(message.assignmentEpoch);
  writer.string(message.assignorName, true);
  writeMemberArray(writer, message.members, version);
  writer.int32(message.authorizedOperations);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readDescribedGroupArray(reader: Reader, version: number): DescribedGroup[] {
  const length = reader.arrayLength(true, 20);
  const elements: DescribedGroup[] = [];
  for (let i = 0; i < length; i++) elements.push(readDescribedGroup(reader, version));
  return elements;
}

function writeDescribedGroupArray(
  writer: Writer,
  elements: readonly DescribedGroup[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeDescribedGroup(writer, element, version);
}

export function createMember({
  memberId = '',
  rackId = null,
  memberEpoch = 0,
  clientId = '',
  clientHost = '',
  subscribedTopicNames = [],
  assignment = createAssignment(),
  unknownTaggedFields,
}: Partial<Member> = {}): Member {
  const message: Member = {
    memberId,
    rackId,
    memberEpoch,
    clientId,
    clientHost,
    subscribedTopicNames,
    assignment,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readMember(reader: Reader, version: number): Member {
  const message: Member = {
    memberId: reader.string(true),
    rackId: reader.nullableString(true),
    memberEpoch: reader.int32(),
    clientId: reader.string(true),
    clientHost: reader.string(true),
    subscribedTopicNames: reader.stringArray(true),
    assignment: readAssignment(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeMember(writer: Writer, message: Member, version: number): void {
  writer.string(message.memberId, true);
  writer.nullableString(message.rackId, true);
  writer.int32(message.memberEpoch);
  writer.string(message.clientId, true);
  writer.string(message.clientHost, true);
  writer.stringArray(message.subscribedTopicNames, true);
  writeAssignment(writer, message.assignment, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readMemberArray(reader: Reader, version: number): Member[] {
  const length = reader.arrayLength(true, 12);
  const elements: Member[] = [];
  for (let i = 0; i < length; i++) elements.push(readMember(reader, version));
  return elements;
}

function writeMemberArray(writer: Writer, elements: readonly Member[], version: number): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeMember(writer, element, version);
}

export function createTopicPartitions({
  topicId = ZERO_UUID,
  topicName = '',
  partitions = [],
  unknownTaggedFields,
}: Partial<TopicPartitions> = {}): TopicPartitions {
  const message: TopicPartitions = { topicId, topicName, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTopicPartitions(reader: Reader, version: number): TopicPartitions {
  const message: TopicPartitions = {
    topicId: reader.uuid(),
    topicName: reader.string(true),
    partitions: reader.int32Array(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeTopicPartitions(writer: Writer, message: TopicPartitions, version: number): void {
  writer.uuid(message.topicId);
  writer.string(message.topicName, true);
  writer.int32Array(message.partitions, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readTopicPartitionsArray(reader: Reader, version: number): TopicPartitions[] {
  const length = reader.arrayLength(true, 19);
  const elements: TopicPartitions[] = [];
  for (let i = 0; i < length; i++) elements.push(readTopicPartitions(reader, version));
  return elements;
}

function writeTopicPartitionsArray(
  writer: Writer,
  elements: readonly TopicPartitions[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeTopicPartitions(writer, element, version);
}

export function createAssignment({
  topicPartitions = [],
  unknownTaggedFields,
}: Partial<Assignment> = {}): Assignment {
  const message: Assignment = { topicPartitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAssignment(reader: Reader, version: number): Assignment {
  const message: Assignment = {
    topicPartitions: readTopicPartitionsArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeAssignment(writer: Writer, message: Assignment, version: number): void {
  writeTopicPartitionsArray(writer, message.topicPartitions, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

