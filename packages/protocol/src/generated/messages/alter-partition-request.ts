// AlterPartitionRequest: request of API 56; version 2 to 3, flexible from 0.
// Generated from schema/messages/alter-partition-request.json by generator/main.ts.

import {
  checkVersion,
  type MessageCodec,
  unsupportedField,
  ZERO_UUID,
} from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface AlterPartitionRequest {
  brokerId: number;
  /** default -1 */
  brokerEpoch: number;
  topics: readonly TopicData[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TopicData {
  topicId: string;
  partitions: readonly PartitionData[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface PartitionData {
  partitionIndex: number;
  leaderEpoch: number;
  /** version 2 */
  newIsr: readonly number[];
  /** version 3 */
  newIsrWithEpochs: readonly BrokerState[];
  /** default 0 */
  leaderRecoveryState: number;
  partitionEpoch: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface BrokerState {
  brokerId: number;
  /** default -1 */
  brokerEpoch: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const AlterPartitionRequest: MessageCodec<AlterPartitionRequest> = {
  name: 'AlterPartitionRequest',
  versions: [2, 3],
  flexibleFrom: 0,
  read: readAlterPartitionRequest,
  write: writeAlterPartitionRequest,
  create: createAlterPartitionRequest,
};

function createAlterPartitionRequest({
  brokerId = 0,
  brokerEpoch = -1,
  topics = [],
  unknownTaggedFields,
}: Partial<AlterPartitionRequest> = {}): AlterPartitionRequest {
  const message: AlterPartitionRequest = { brokerId, brokerEpoch, topics };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAlterPartitionRequest(reader: Reader, version: number): AlterPartitionRequest {
  checkVersion('AlterPartitionRequest', version, 2, 3);
  const message: AlterPartitionRequest = {
    brokerId: reader.int32(),
    brokerEpoch: reader.int64(),
    topics: readTopicDataArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeAlterPartitionRequest(
  writer: Writer,
  message: AlterPartitionRequest,
  version: number,
): void {
  checkVersion('AlterPartitionRequest', version, 2, 3);
  writer.int32(message.brokerId);
  writer.int64(message.brokerEpoch);
  writeTopicDataArray(writer, message.topics, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createTopicData({
  topicId = ZERO_UUID,
  partitions = [],
  unknownTaggedFields,
}: Partial<TopicData> = {}): TopicData {
  const message: TopicData = { topicId, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTopicData(reader: Reader, version: number): TopicData {
  const message: TopicData = {
    topicId: reader.uuid(),
    partitions: readPartitionDataArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeTopicData(writer: Writer, message: TopicData, version: number): void {
  writer.uuid(message.topicId);
  writePartitionDataArray(writer, message.partitions, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readTopicDataArray(reader: Reader, version: number): TopicData[] {
  const length = reader.arrayLength(true, 18);
  const elements: TopicData[] = [];
  for (let i = 0; i < length; i++) elements.push(readTopicData(reader, version));
  return elements;
}

function writeTopicDataArray(
  writer: Writer,
  elements: readonly TopicData[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeTopicData(writer, element, version);
}

export function createPartitionData({
  partitionIndex = 0,
  leaderEpoch = 0,
  newIsr = [],
  newIsrWithEpochs = [],
  leaderRecoveryState = 0,
  partitionEpoch = 0,
  unknownTaggedFields,
}: Partial<PartitionData> = {}): PartitionData {
  const message: PartitionData = {
    partitionIndex,
    leaderEpoch,
    newIsr,
    newIsrWithEpochs,
    leaderRecoveryState,
    partitionEpoch,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readPartitionData(reader: Reader, version: number): PartitionData {
  const message: PartitionData = {
    partitionIndex: reader.int32(),
    leaderEpoch: reader.int32(),
    newIsr: version <= 2 ? reader.int32Array(true) : [],
    newIsrWithEpochs: version >= 3 ? readBrokerStateArray(reader, version) : [],
    leaderRecoveryState: reader.int8(),
    partitionEpoch: reader.int32(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writePartitionData(writer: Writer, message: PartitionData, version: number): void {
  writer.int32(message.partitionIndex);
  writer.int32(message.leaderEpoch);
  if (version <= 2) {
    writer.int32Array(message.newIsr, true);
  }
  if (version > 2 && message.newIsr.length !== 0) {
    throw unsupportedField('PartitionData.newIsr', version);
  }
  if (version >= 3) {
    writeBrokerStateArray(writer, message.newIsrWithEpochs, version);
  }
  if (version < 3 && message.newIsrWithEpochs.length !== 0) {
    throw unsupportedField('PartitionData.newIsrWithEpochs', version);
  }
  writer.int8(message.leaderRecoveryState);
  writer.int32(message.partitionEpoch);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readPartitionDataArray(reader: Reader, version: number): PartitionData[] {
  const length = reader.arrayLength(true, 15);
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

export function createBrokerState({
  brokerId = 0,
  brokerEpoch = -1,
  unknownTaggedFields,
}: Partial<BrokerState> = {}): BrokerState {
  const message: BrokerState = { brokerId, brokerEpoch };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readBrokerState(reader: Reader, version: number): BrokerState {
  const message: BrokerState = {
    brokerId: reader.int32(),
    brokerEpoch: reader.int64(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeBrokerState(writer: Writer, message: BrokerState, version: number): void {
  writer.int32(message.brokerId);
  writer.int64(message.brokerEpoch);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readBrokerStateArray(reader: Reader, version: number): BrokerState[] {
  const length = reader.arrayLength(true, 13);
  const elements: BrokerState[] = [];
  for (let i = 0; i < length; i++) elements.push(readBrokerState(reader, version));
  return elements;
}

function writeBrokerStateArray(
  writer: Writer,
  elements: readonly BrokerState[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeBrokerState(writer, element, version);
}

