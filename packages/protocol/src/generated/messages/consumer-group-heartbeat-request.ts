// ConsumerGroupHeartbeatRequest: request of API 68; version 0 to 1, flexible from 0.
// Generated from schema/messages/consumer-group-heartbeat-request.json by generator/main.ts.

import {
  checkVersion,
  type MessageCodec,
  unsupportedField,
  ZERO_UUID,
} from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ConsumerGroupHeartbeatRequest {
  groupId: string;
  memberId: string;
  memberEpoch: number;
  /** default null */
  instanceId: string | null;
  /** default null */
  rackId: string | null;
  /** default -1 */
  rebalanceTimeoutMs: number;
  /** default null */
  subscribedTopicNames: readonly string[] | null;
  /** version 1, default null */
  subscribedTopicRegex: string | null;
  /** default null */
  serverAssignor: string | null;
  /** default null */
  topicPartitions: readonly TopicPartitions[] | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TopicPartitions {
  topicId: string;
  partitions: readonly number[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ConsumerGroupHeartbeatRequest: MessageCodec<ConsumerGroupHeartbeatRequest> = {
  name: 'ConsumerGroupHeartbeatRequest',
  versions: [0, 1],
  flexibleFrom: 0,
  read: readConsumerGroupHeartbeatRequest,
  write: writeConsumerGroupHeartbeatRequest,
  create: createConsumerGroupHeartbeatRequest,
};

function createConsumerGroupHeartbeatRequest({
  groupId = '',
  memberId = '',
  memberEpoch = 0,
  instanceId = null,
  rackId = null,
  rebalanceTimeoutMs = -1,
  subscribedTopicNames = null,
  subscribedTopicRegex = null,
  serverAssignor = null,
  topicPartitions = null,
  unknownTaggedFields,
}: Partial<ConsumerGroupHeartbeatRequest> = {}): ConsumerGroupHeartbeatRequest {
  const message: ConsumerGroupHeartbeatRequest = {
    groupId,
    memberId,
    memberEpoch,
    instanceId,
    rackId,
    rebalanceTimeoutMs,
    subscribedTopicNames,
    subscribedTopicRegex,
    serverAssignor,
    topicPartitions,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readConsumerGroupHeartbeatRequest(
  reader: Reader,
  version: number,
): ConsumerGroupHeartbeatRequest {
  checkVersion('ConsumerGroupHeartbeatRequest', version, 0, 1);
  const message: ConsumerGroupHeartbeatRequest = {
    groupId: reader.string(true),
    memberId: reader.string(true),
    memberEpoch: reader.int32(),
    instanceId: reader.nullableString(true),
    rackId: reader.nullableString(true),
    rebalanceTimeoutMs: reader.int32(),
    subscribedTopicNames: reader.nullableStringArray(true),
    subscribedTopicRegex: version >= 1 ? reader.nullableString(true) : null,
    serverAssignor: reader.nullableString(true),
    topicPartitions: readNullableTopicPartitionsArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeConsumerGroupHeartbeatRequest(
  writer: Writer,
  message: ConsumerGroupHeartbeatRequest,
  version: number,
): void {
  checkVersion('ConsumerGroupHeartbeatRequest', version, 0, 1);
  writer.string(message.groupId, true);
  writer.string(message.memberId, true);
  writer.int32(message.memberEpoch);
  writer.nullableString(message.instanceId, true);
  writer.nullableString(message.rackId, true);
  writer.int32(message.rebalanceTimeoutMs);
  writer.nullableStringArray(message.subscribedTopicNames, true);
  if (version >= 1) {
    writer.nullableString(message.subscribedTopicRegex, true);
  }
  if (version < 1 && message.subscribedTopicRegex !== null) {
    throw unsupportedField('ConsumerGroupHeartbeatRequest.subscribedTopicRegex', version);
  }
  writer.nullableString(message.serverAssignor, true);
  writeNullableTopicPartitionsArray(writer, message.topicPartitions, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createTopicPartitions({
  topicId = ZERO_UUID,
  partitions = [],
  unknownTaggedFields,
}: Partial<TopicPartitions> = {}): TopicPartitions {
  const message: TopicPartitions = { topicId, partitions };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTopicPartitions(reader: Reader, version: number): TopicPartitions {
  const message: TopicPartitions = {
    topicId: reader.uuid(),
    partitions: reader.int32Array(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeTopicPartitions(writer: Writer, message: TopicPartitions, version: number): void {
  writer.uuid(message.topicId);
  writer.int32Array(message.partitions, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readNullableTopicPartitionsArray(
  reader: Reader,
  version: number,
): TopicPartitions[] | null {
  const length = reader.nullableArrayLength(true, 18);
  if (length < 0) return null;
  const elements: TopicPartitions[] = [];
  for (let i = 0; i < length; i++) elements.push(readTopicPartitions(reader, version));
  return elements;
}

function writeNullableTopicPartitionsArray(
  writer: Writer,
  elements: readonly TopicPartitions[] | null,
  version: number,
): void {
  writer.arrayLength(elements === null ? -1 : elements.length, true);
  if (elements === null) return;
  for (const element of elements) writeTopicPartitions(writer, element, version);
}

