// SubscriptionInfoData: data in consumer group protocol userData (streams); version 1 to 11, never flexible.
// Generated from schema/records/subscription-info-data.json by generator/main.ts.

import {
  checkVersion,
  EMPTY_BYTES,
  type MessageCodec,
  unsupportedField,
  ZERO_UUID,
} from '../../message-codec.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface SubscriptionInfoData {
  version: number;
  /** version 3+, default -1 */
  latestSupportedVersion: number;
  processId: string;
  /** version 1-6 */
  prevTasks: readonly TaskId[];
  /** version 1-6 */
  standbyTasks: readonly TaskId[];
  /** version 2+ */
  userEndPoint: Uint8Array;
  /** version 7+ */
  taskOffsetSums: readonly TaskOffsetSum[];
  /** version 8+ */
  uniqueField: number;
  /** version 9+ */
  errorCode: number;
  /** version 11 */
  clientTags: readonly ClientTag[];
}

export interface TaskId {
  topicGroupId: number;
  partition: number;
}

export interface TaskOffsetSum {
  topicGroupId: number;
  /** version 10+ */
  partition: number;
  /** version 10+ */
  offsetSum: number;
  /** version 10+ */
  namedTopology: string | null;
  /** version 7-9 */
  partitionToOffsetSum: readonly PartitionToOffsetSum[];
}

export interface PartitionToOffsetSum {
  partition: number;
  offsetSum: number;
}

export interface ClientTag {
  key: Uint8Array;
  value: Uint8Array;
}

export const SubscriptionInfoData: MessageCodec<SubscriptionInfoData> = {
  name: 'SubscriptionInfoData',
  versions: [1, 11],
  flexibleFrom: Infinity,
  read: readSubscriptionInfoData,
  write: writeSubscriptionInfoData,
  create: createSubscriptionInfoData,
};

function createSubscriptionInfoData({
  version = 0,
  latestSupportedVersion = -1,
  processId = ZERO_UUID,
  prevTasks = [],
  standbyTasks = [],
  userEndPoint = EMPTY_BYTES,
  taskOffsetSums = [],
  uniqueField = 0,
  errorCode = 0,
  clientTags = [],
}: Partial<SubscriptionInfoData> = {}): SubscriptionInfoData {
  const message: SubscriptionInfoData = {
    version,
    latestSupportedVersion,
    processId,
    prevTasks,
    standbyTasks,
    userEndPoint,
    taskOffsetSums,
    uniqueField,
    errorCode,
    clientTags,
  };
  return message;
}

function readSubscriptionInfoData(reader: Reader, version: number): SubscriptionInfoData {
  checkVersion('SubscriptionInfoData', version, 1, 11);
  const message: SubscriptionInfoData = {
    version: reader.int32(),
    latestSupportedVersion: version >= 3 ? reader.int32() : -1,
    processId: reader.uuid(),
    prevTasks: version <= 6 ? readTaskIdArray(reader, version) : [],
    standbyTasks: version <= 6 ? readTaskIdArray(reader, version) : [],
    userEndPoint: version >= 2 ? reader.bytes(false) : EMPTY_BYTES,
    taskOffsetSums: version >= 7 ? readTaskOffsetSumArray(reader, version) : [],
    uniqueField: version >= 8 ? reader.int8() : 0,
    errorCode: version >= 9 ? reader.int32() : 0,
    clientTags: version >= 11 ? readClientTagArray(reader, version) : [],
  };
  return message;
}

function writeSubscriptionInfoData(
  writer: Writer,
  message: SubscriptionInfoData,
  version: number,
): void {
  checkVersion('SubscriptionInfoData', version, 1, 11);
  writer.int32(message.version);
  if (version >= 3) {
    writer.int32(message.latestSupportedVersion);
  }
  if (version < 3 && message.latestSupportedVersion !== -1) {
    throw unsupportedField('SubscriptionInfoData.latestSupportedVersion', version);
  }
  writer.uuid(message.processId);
  if (version <= 6) {
    writeTaskIdArray(writer, message.prevTasks, version);
  }
  if (version > 6 && message.prevTasks.length !== 0) {
    throw unsupportedField('SubscriptionInfoData.prevTasks', version);
  }
  if (version <= 6) {
    writeTaskIdArray(writer, message.standbyTasks, version);
  }
  if (version > 6 && message.standbyTasks.length !== 0) {
    throw unsupportedField('SubscriptionInfoData.standbyTasks', version);
  }
  if (version >= 2) {
    writer.bytes(message.userEndPoint, false);
  }
  if (version < 2 && message.userEndPoint.byteLength !== 0) {
    throw unsupportedField('SubscriptionInfoData.userEndPoint', version);
  }
  if (version >= 7) {
    writeTaskOffsetSumArray(writer, message.taskOffsetSums, version);
  }
  if (version < 7 && message.taskOffsetSums.length !== 0) {
    throw unsupportedField('SubscriptionInfoData.taskOffsetSums', version);
  }
  if (version >= 8) {
    writer.int8(message.uniqueField);
  }
  if (version < 8 && message.uniqueField !== 0) {
    throw unsupportedField('SubscriptionInfoData.uniqueField', version);
  }
  if (version >= 9) {
    writer.int32(message.errorCode);
  }
  if (version < 9 && message.errorCode !== 0) {
    throw unsupportedField('SubscriptionInfoData.errorCode', version);
  }
  if (version >= 11) {
    writeClientTagArray(writer, message.clientTags, version);
  }
  if (version < 11 && message.clientTags.length !== 0) {
    throw unsupportedField('SubscriptionInfoData.clientTags', version);
  }
}

export function createTaskId({
  topicGroupId = 0,
  partition = 0,
}: Partial<TaskId> = {}): TaskId {
  const message: TaskId = { topicGroupId, partition };
  return message;
}

function readTaskId(reader: Reader, version: number): TaskId {
  const message: TaskId = {
    topicGroupId: reader.int32(),
    partition: reader.int32(),
  };
  return message;
}

function writeTaskId(writer: Writer, message: TaskId, version: number): void {
  writer.int32(message.topicGroupId);
  writer.int32(message.partition);
}

function readTaskIdArray(reader: Reader, version: number): TaskId[] {
  const length = reader.arrayLength(false, 8);
  const elements: TaskId[] = [];
  for (let i = 0; i < length; i++) elements.push(readTaskId(reader, version));
  return elements;
}

function writeTaskIdArray(writer: Writer, elements: readonly TaskId[], version: number): void {
  writer.arrayLength(elements.length, false);
  for (const element of elements) writeTaskId(writer, element, version);
}

export function createTaskOffsetSum({
  topicGroupId = 0,
  partition = 0,
  offsetSum = 0,
  namedTopology = '',
  partitionToOffsetSum = [],
}: Partial<TaskOffsetSum> = {}): TaskOffsetSum {
  const message: TaskOffsetSum = {
    topicGroupId,
    partition,
    offsetSum,
    namedTopology,
    partitionToOffsetSum,
  };
  return message;
}

function readTaskOffsetSum(reader: Reader, version: number): TaskOffsetSum {
  const message: TaskOffsetSum = {
    topicGroupId: reader.int32(),
    partition: version >= 10 ? reader.int32() : 0,
    offsetSum: version >= 10 ? reader.int64() : 0,
    namedTopology: version >= 10 ? reader.nullableString(false) : '',
    partitionToOffsetSum: version <= 9 ? readPartitionToOffsetSumArray(reader, version) : [],
  };
  return message;
}

function writeTaskOffsetSum(writer: Writer, message: TaskOffsetSum, version: number): void {
  writer.int32(message.topicGroupId);
  if (version >= 10) {
    writer.int32(message.partition);
  }
  if (version < 10 && message.partition !== 0) {
    throw unsupportedField('TaskOffsetSum.partition', version);
  }
  if (version >= 10) {
    writer.int64(message.offsetSum);
  }
  if (version < 10 && message.offsetSum !== 0) {
    throw unsupportedField('TaskOffsetSum.offsetSum', version);
  }
  if (version >= 10) {
    writer.nullableString(message.namedTopology, false);
  }
  if (version < 10 && message.namedTopology !== '') {
    throw unsupportedField('TaskOffsetSum.namedTopology', version);
  }
  if (version <= 9) {
    writePartitionToOffsetSumArray(writer, message.partitionToOffsetSum, version);
  }
  if (version > 9 && message.partitionToOffsetSum.length !== 0) {
    throw unsupportedField('TaskOffsetSum.partitionToOffsetSum', version);
  }
}

function readTaskOffsetSumArray(reader: Reader, version: number): TaskOffsetSum[] {
  const length = reader.arrayLength(false, 8);
  const elements: TaskOffsetSum[] = [];
  for (let i = 0; i < length; i++) elements.push(readTaskOffsetSum(reader, version));
  return elements;
}

function writeTaskOffsetSumArray(
  writer: Writer,
  elements: readonly TaskOffsetSum[],
  version: number,
): void {
  writer.arrayLength(elements.length, false);
  for (const element of elements) writeTaskOffsetSum(writer, element, version);
}

export function createPartitionToOffsetSum({
  partition = 0,
  offsetSum = 0,
}: Partial<PartitionToOffsetSum> = {}): PartitionToOffsetSum {
  const message: PartitionToOffsetSum = { partition, offsetSum };
  return message;
}

function readPartitionToOffsetSum(reader: Reader, version: number): PartitionToOffsetSum {
  const message: PartitionToOffsetSum = {
    partition: reader.int32(),
    offsetSum: reader.int64(),
  };
  return message;
}

function writePartitionToOffsetSum(
  writer: Writer,
  message: PartitionToOffsetSum,
  version: number,
): void {
  writer.int32(message.partition);
  writer.int64(message.offsetSum);
}

function readPartitionToOffsetSumArray(reader: Reader, version: number): PartitionToOffsetSum[] {
  const length = reader.arrayLength(false, 12);
  const elements: PartitionToOffsetSum[] = [];
  for (let i = 0; i < length; i++) elements.push(readPartitionToOffsetSum(reader, version));
  return elements;
}

function writePartitionToOffsetSumArray(
  writer: Writer,
  elements: readonly PartitionToOffsetSum[],
  version: number,
): void {
  writer.arrayLength(elements.length, false);
  for (const element of elements) writePartitionToOffsetSum(writer, element, version);
}

export function createClientTag({
  key = EMPTY_BYTES,
  value = EMPTY_BYTES,
}: Partial<ClientTag> = {}): ClientTag {
  const message: ClientTag = { key, value };
  return message;
}

function readClientTag(reader: Reader, version: number): ClientTag {
  const message: ClientTag = {
    key: reader.bytes(false),
    value: reader.bytes(false),
  };
  return message;
}

function writeClientTag(writer: Writer, message: ClientTag, version: number): void {
  writer.bytes(message.key, false);
  writer.bytes(message.value, false);
}

function readClientTagArray(reader: Reader, version: number): ClientTag[] {
  const length = reader.arrayLength(false, 8);
  const elements: ClientTag[] = [];
  for (let i = 0; i < length; i++) elements.push(readClientTag(reader, version));
  return elements;
}

function writeClientTagArray(
  writer: Writer,
  elements: readonly ClientTag[],
  version: number,
): void {
  writer.arrayLength(elements.length, false);
  for (const element of elements) writeClientTag(writer, element, version);
}

