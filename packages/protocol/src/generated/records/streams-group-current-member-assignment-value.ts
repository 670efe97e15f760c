// StreamsGroupCurrentMemberAssignmentValue: coordinator-value in __consumer_offsets, type 22; version 0, flexible from 0.
// Generated from schema/records/streams-group-current-member-assignment-value.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface StreamsGroupCurrentMemberAssignmentValue {
  memberEpoch: number;
  previousMemberEpoch: number;
  state: number;
  activeTasks: readonly TaskIds[];
  standbyTasks: readonly TaskIds[];
  warmupTasks: readonly TaskIds[];
  activeTasksPendingRevocation: readonly TaskIds[];
  standbyTasksPendingRevocation: readonly TaskIds[];
  warmupTasksPendingRevocation: readonly TaskIds[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TaskIds {
  subtopologyId: string;
  partitions: readonly number[];
  /** tag 0 */
  assignmentEpochs: readonly number[] | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const StreamsGroupCurrentMemberAssignmentValue: MessageCodec<StreamsGroupCurrentMemberAssignmentValue> = {
  name: 'StreamsGroupCurrentMemberAssignmentValue',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readStreamsGroupCurrentMemberAssignmentValue,
  write: writeStreamsGroupCurrentMemberAssignmentValue,
  create: createStreamsGroupCurrentMemberAssignmentValue,
};

function createStreamsGroupCurrentMemberAssignmentValue({
  memberEpoch = 0,
  previousMemberEpoch = 0,
  state = 0,
  activeTasks = [],
  standbyTasks = [],
  warmupTasks = [],
  activeTasksPendingRevocation = [],
  standbyTasksPendingRevocation = [],
  warmupTasksPendingRevocation = [],
  unknownTaggedFields,
}: Partial<StreamsGroupCurrentMemberAssignmentValue> = {}): StreamsGroupCurrentMemberAssignmentValue {
  const message: StreamsGroupCurrentMemberAssignmentValue = {
    memberEpoch,
    previousMemberEpoch,
    state,
    activeTasks,
    standbyTasks,
    warmupTasks,
    activeTasksPendingRevocation,
    standbyTasksPendingRevocation,
    warmupTasksPendingRevocation,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readStreamsGroupCurrentMemberAssignmentValue(
  reader: Reader,
  version: number,
): StreamsGroupCurrentMemberAssignmentValue {
  checkVersion('StreamsGroupCurrentMemberAssignmentValue', version, 0, 0);
  const message: StreamsGroupCurrentMemberAssignmentValue = {
    memberEpoch: reader.int32(),
    previousMemberEpoch: reader.int32(),
    state: reader.int8(),
    activeTasks: readTaskIdsArray(reader, version),
    standbyTasks: readTaskIdsArray(reader, version),
    warmupTasks: readTaskIdsArray(reader, version),
    activeTasksPendingRevocation: readTaskIdsArray(reader, version),
    standbyTasksPendingRevocation: readTaskIdsArray(reader, version),
    warmupTasksPendingRevocation: readTaskIdsArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeStreamsGroupCurrentMemberAssignmentValue(
  writer: Writer,
  message: StreamsGroupCurrentMemberAssignmentValue,
  version: number,
): void {
  checkVersion('StreamsGroupCurrentMemberAssignmentValue', version, 0, 0);
  writer.int32(message.memberEpoch);
  writer.int32(message.previousMemberEpoch);
  writer.int8(message.state);
  writeTaskIdsArray(writer, message.activeTasks, version);
  writeTaskIdsArray(writer, message.standbyTasks, version);
  writeTaskIdsArray(writer, message.warmupTasks, version);
  writeTaskIdsArray(writer, message.activeTasksPendingRevocation, version);
  writeTaskIdsArray(writer, message.standbyTasksPendingRevocation, version);
  writeTaskIdsArray(writer, message.warmupTasksPendingRevocation, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createTaskIds({
  subtopologyId = '',
  partitions = [],
  assignmentEpochs = [],
  unknownTaggedFields,
}: Partial<TaskIds> = {}): TaskIds {
  const message: TaskIds = { subtopologyId, partitions, assignmentEpochs };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTaskIds(reader: Reader, version: number): TaskIds {
  const message: TaskIds = {
    subtopologyId: reader.string(true),
    partitions: reader.int32Array(true),
    assignmentEpochs: [],
  };
  let tag = -1;
  let unknown: RawTaggedField[] | undefined;
  for (let left = reader.taggedFieldCount(); left > 0; left--) {
    tag = reader.tag(tag);
    const end = reader.taggedFieldEnd();
    if (tag === 0) message.assignmentEpochs = reader.nullableInt32Array(true);
    else (unknown ??= []).push({ tag, data: reader.take(end - reader.position) });
    reader.closeTaggedField(tag, end);
  }
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeTaskIds(writer: Writer, message: TaskIds, version: number): void {
  writer.string(message.subtopologyId, true);
  writer.int32Array(message.partitions, true);
  const unknown = message.unknownTaggedFields;
  let tagCount = unknown === undefined ? 0 : unknown.length;
  const hasAssignmentEpochs = !(message.assignmentEpochs !== null && message.assignmentEpochs.length === 0);
  if (hasAssignmentEpochs) tagCount++;
  writer.uvarint(tagCount);
  let next = 0;
  if (hasAssignmentEpochs) {
    next = writer.unknownTaggedFieldsBelow(unknown, next, 0);
    const opened = writer.openTaggedField(0);
    writer.nullableInt32Array(message.assignmentEpochs, true);
    writer.closeTaggedField(opened);
  }
  writer.unknownTaggedFieldsBelow(unknown, next, Infinity);
}

function readTaskIdsArray(reader: Reader, version: number): TaskIds[] {
  const length = reader.arrayLength(true, 3);
  const elements: TaskIds[] = [];
  for (let i = 0; i < length; i++) elements.push(readTaskIds(reader, version));
  return elements;
}

function writeTaskIdsArray(writer: Writer, elements: readonly TaskIds[], version: number): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeTaskIds(writer, element, version);
}

