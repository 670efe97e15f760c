// MetadataResponse: response of API 3; version 0 to 13, flexible from 9.
// Generated from schema/messages/metadata-response.json by generator/main.ts.

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

export interface MetadataResponse {
  /** version 3+ */
  throttleTimeMs: number;
  brokers: readonly MetadataResponseBroker[];
  /** version 2+, default null */
  clusterId: string | null;
  /** version 1+, default -1 */
  controllerId: number;
  topics: readonly MetadataResponseTopic[];
  /** version 8-10, default -2147483648 */
  clusterAuthorizedOperations: number;
  /** version 13 */
  errorCode: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface MetadataResponseBroker {
  nodeId: number;
  host: string;
  port: number;
  /** version 1+, default null */
  rack: string | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface MetadataResponseTopic {
  errorCode: number;
  /** null in 12+ */
  name: string | null;
  /** version 10+ */
  topicId: string;
  /** version 1+, default false */
  isInternal: boolean;
  partitions: readonly MetadataResponsePartition[];
  /** version 8+, default -2147483648 */
  topicAuthorizedOperations: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface MetadataResponsePartition {
  errorCode: number;
  partitionIndex: number;
  leaderId: number;
  /** version 7+, default -1 */
  leaderEpoch: number;
  replicaNodes: readonly number[];
  isrNodes: readonly number[];
  /** version 5+ */
  offlineReplicas: readonly number[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const MetadataResponse: MessageCodec<MetadataResponse> = {
  name: 'MetadataResponse',
  versions: [0, 13],
  flexibleFrom: 9,
  read: readMetadataResponse,
  write: writeMetadataResponse,
  create: createMetadataResponse,
};

function createMetadataResponse({
  throttleTimeMs = 0,
  brokers = [],
  clusterId = null,
  controllerId = -1,
  topics = [],
  clusterAuthorizedOperations = -2147483648,
  errorCode = 0,
  unknownTaggedFields,
}: Partial<MetadataResponse> = {}): MetadataResponse {
  const message: MetadataResponse = {
    throttleTimeMs,
    brokers,
    clusterId,
    controllerId,
    topics,
    clusterAuthorizedOperations,
    errorCode,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readMetadataResponse(reader: Reader, version: number): MetadataResponse {
  checkVersion('MetadataResponse', version, 0, 13);
  const flexible = version >= 9;
  const message: MetadataResponse = {
    throttleTimeMs: version >= 3 ? reader.int32() : 0,
    brokers: readMetadataResponseBrokerArray(reader, version),
    clusterId: version >= 2 ? reader.nullableString(flexible) : null,
    controllerId: version >= 1 ? reader.int32() : -1,
    topics: readMetadataResponseTopicArray(reader, version),
    clusterAuthorizedOperations: version >= 8 && version <= 10 ? reader.int32() : -2147483648,
    errorCode: version >= 13 ? reader.int16() : 0,
  };
  if (version >= 9) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeMetadataResponse(writer: Writer, message: MetadataResponse, version: number): void {
  checkVersion('MetadataResponse', version, 0, 13);
  const flexible = version >= 9;
  if (version >= 3) {
    writer.int32(message.throttleTimeMs);
  }
  writeMetadataResponseBrokerArray(writer, message.brokers, version);
  if (version >= 2) {
    writer.nullableString(message.clusterId, flexible);
  }
  if (version >= 1) {
    writer.int32(message.controllerId);
  }
  writeMetadataResponseTopicArray(writer, message.topics, version);
  if (version >= 8 && version <= 10) {
    writer.int32(message.clusterAuthorizedOperations);
  }
  if ((version < 8 || version > 10) && message.clusterAuthorizedOperations !== -2147483648) {
    throw unsupportedField('MetadataResponse.clusterAuthorizedOperations', version);
  }
  if (version >= 13) {
    writer.int16(message.errorCode);
  }
  if (version >= 9) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createMetadataResponseBroker({
  nodeId = 0,
  host = '',
  port = 0,
  rack = null,
  unknownTaggedFields,
}: Partial<MetadataResponseBroker> = {}): MetadataResponseBroker {
  const message: MetadataResponseBroker = { nodeId, host, port, rack };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readMetadataResponseBroker(reader: Reader, version: number): MetadataResponseBroker {
  const flexible = version >= 9;
  const message: MetadataResponseBroker = {
    nodeId: reader.int32(),
    host: reader.string(flexible),
    port: reader.int32(),
    rack: version >= 1 ? reader.nullableString(flexible) : null,
  };
  if (version >= 9) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeMetadataResponseBroker(
  writer: Writer,
  message: MetadataResponseBroker,
  version: number,
): void {
  const flexible = version >= 9;
  writer.int32(message.nodeId);
  writer.string(message.host, flexible);
  writer.int32(message.port);
  if (version >= 1) {
    writer.nullableString(message.rack, flexible);
  }
  if (version >= 9) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readMetadataResponseBrokerArray(
  reader: Reader,
  version: number,
): MetadataResponseBroker[] {
  const flexible = version >= 9;
  const length = reader.arrayLength(flexible, 10);
  const elements: MetadataResponseBroker[] = [];
  for (let i = 0; i < length; i++) elements.push(readMetadataResponseBroker(reader, version));
  return elements;
}

function writeMetadataResponseBrokerArray(
  writer: Writer,
  elements: readonly MetadataResponseBroker[],
  version: number,
): void {
  const flexible = version >= 9;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeMetadataResponseBroker(writer, element, version);
}

export function createMetadataResponseTopic({
  errorCode = 0,
  name = '',
  topicId = ZERO_UUID,
  isInternal = false,
  partitions = [],
  topicAuthorizedOperations = -2147483648,
  unknownTaggedFields,
}: Partial<MetadataResponseTopic> = {}): MetadataResponseTopic {
  const message: MetadataResponseTopic = {
    errorCode,
    name,
    topicId,
    isInternal,
    partitions,
    topicAuthorizedOperations,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readMetadataResponseTopic(reader: Reader, version: number): MetadataResponseTopic {
  const flexible = version >= 9;
  const message: MetadataResponseTopic = {
    errorCode: reader.int16(),
    name: version >= 12 ? reader.nullableString(flexible) : reader.string(flexible),
    topicId: version >= 10 ? reader.uuid() : ZERO_UUID,
    isInternal: version >= 1 ? reader.boolean() : false,
    partitions: readMetadataResponsePartitionArray(reader, version),
    topicAuthorizedOperations: version >= 8 ? reader.int32() : -2147483648,
  };
  if (version >= 9) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeMetadataResponseTopic(
  writer: Writer,
  message: MetadataResponseTopic,
  version: number,
): void {
  const flexible = version >= 9;
  writer.int16(message.errorCode);
  if (version >= 12) {
    writer.nullableString(message.name, flexible);
  } else {
    writer.string(present(message.name, 'MetadataResponseTopic.name', version), flexible);
  }
  if (version >= 10) {
    writer.uuid(message.topicId);
  }
  if (version >= 1) {
    writer.boolean(message.isInternal);
  }
  writeMetadataResponsePartitionArray(writer, message.partitions, version);
  if (version >= 8) {
    writer.int32(message.topicAuthorizedOperations);
  }
  if (version < 8 && message.topicAuthorizedOperations !== -2147483648) {
    throw unsupportedField('MetadataResponseTopic.topicAuthorizedOperations', version);
  }
  if (version >= 9) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readMetadataResponseTopicArray(reader: Reader, version: number): MetadataResponseTopic[] {
  const flexible = version >= 9;
  const length = reader.arrayLength(flexible, 8);
  const elements: MetadataResponseTopic[] = [];
  for (let i = 0; i < length; i++) elements.push(readMetadataResponseTopic(reader, version));
  return elements;
}

function writeMetadataResponseTopicArray(
  writer: Writer,
  elements: readonly MetadataResponseTopic[],
  version: number,
): void {
  const flexible = version >= 9;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeMetadataResponseTopic(writer, element, version);
}

export function createMetadataResponsePartition({
  errorCode = 0,
  partitionIndex = 0,
  leaderId = 0,
  leaderEpoch = -1,
  replicaNodes = [],
  isrNodes = [],
  offlineReplicas = [],
  unknownTaggedFields,
}: Partial<MetadataResponsePartition> = {}): MetadataResponsePartition {
  const message: MetadataResponsePartition = {
    errorCode,
    partitionIndex,
    leaderId,
    leaderEpoch,
    replicaNodes,
    isrNodes,
    offlineReplicas,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readMetadataResponsePartition(reader: Reader, version: number): MetadataResponsePartition {
  const flexible = version >= 9;
  const message: MetadataResponsePartition = {
    errorCode: reader.int16(),
    partitionIndex: reader.int32(),
    leaderId: reader.int32(),
    leaderEpoch: version >= 7 ? reader.int32() : -1,
    replicaNodes: reader.int32Array(flexible),
    isrNodes: reader.int32Array(flexible),
    offlineReplicas: version >= 5 ? reader.int32Array(flexible) : [],
  };
  if (version >= 9) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeMetadataResponsePartition(
  writer: Writer,
  message: MetadataResponsePartition,
  version: number,
): void {
  const flexible = version >= 9;
  writer.int16(message.errorCode);
  writer.int32(message.partitionIndex);
  writer.int32(message.leaderId);
  if (version >= 7) {
    writer.int32(message.leaderEpoch);
  }
  writer.int32Array(message.replicaNodes, flexible);
  writer.int32Array(message.isrNodes, flexible);
  if (version >= 5) {
    writer.int32Array(message.offlineReplicas, flexible);
  }
  if (version >= 9) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readMetadataResponsePartitionArray(
  reader: Reader,
  version: number,
): MetadataResponsePartition[] {
  const flexible = version >= 9;
  const length = reader.arrayLength(flexible, 18);
  const elements: MetadataResponsePartition[] = [];
  for (let i = 0; i < length; i++) elements.push(readMetadataResponsePartition(reader, version));
  return elements;
}

function writeMetadataResponsePartitionArray(
  writer: Writer,
  elements: readonly MetadataResponsePartition[],
  version: number,
): void {
  const flexible = version >= 9;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeMetadataResponsePartition(writer, element, version);
}

