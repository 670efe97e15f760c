// StreamsGroupTargetAssignmentMemberValue: coordinator-value in __consumer_offsets, type 21; version 0, flexible from 0.
// Generated from schema/records/streams-group-target-assignment-member-value.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface StreamsGroupTargetAssignmentMemberValue {
  activeTasks: readonly TaskIds[];
  standbyTasks: readonly TaskIds[];
  warmupTasks: readonly TaskIds[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TaskIds {
  subtopologyId: string;
  partitions: readonly number[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const StreamsGroupTargetAssignmentMemberValue: MessageCodec<StreamsGroupTargetAssignmentMemberValue> = {
  name: 'StreamsGroupTargetAssignmentMemberValue',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readStreamsGroupTargetAssignmentMemberValue,
  write: writeStreamsGroupTargetAssignmentMemberValue,
  create: createStreamsGroupTargetAssignmentMemberValue,
};

function createStreamsGroupTargetAssignmentMemberValue({
  activeTasks = [],
  standbyTasks = [],
  warmupTasks = [],
  unknownTaggedFields,
}: Partial<StreamsGroupTargetAssignmentMemberValue> = {}): StreamsGroupTargetAssignmentMemberValue {
  const message: StreamsGroupTargetAssignmentMemberValue = {
    activeTasks,
    standbyTasks,
    warmupTasks,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readStreamsGroupTargetAssignmentMemberValue(
  reader: Reader,
  version: number,
): StreamsGroupTargetAssignmentMemberValue {
  checkVersion('StreamsGroupTargetAssignmentMemberValue', version, 0, 0);
  const message: StreamsGroupTargetAssignmentMemberValue = {
    activeTasks: readTaskIdsArray(reader, version),
    standbyTasks: readTaskIdsArray(reader, version),
    warmupTasks: readTaskIdsArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeStreamsGroupTargetAssignmentMemberValue(
  writer: Writer,
  message: StreamsGroupTargetAssignmentMemberValue,
  version: number,
): void {
  checkVersion('StreamsGroupTargetAssignmentMemberValue', version, 0, 0);
  writeTaskIdsArray(writer, message.activeTasks, version);
  writeTaskIdsArray(writer, message.standbyTasks, version);
  writeTaskIdsArray(writer, message.warmupTasks, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createTaskIds({
  subtopologyId = '',
  partitions = [],
  unknownTaggedFields,
}: Partial<TaskIds> = {}): TaskIds {
  const message: TaskIds = { subtopologyId, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTaskIds(reader: Reader, version: number): TaskIds {
  const message: TaskIds = {
    subtopologyId: reader.string(true),
    partitions: reader.int32Array(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeTaskIds(writer: Writer, message: TaskIds, version: number): void {
  writer.string(message.subtopologyId, true);
  writer.int32Array(message.partitions, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
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

