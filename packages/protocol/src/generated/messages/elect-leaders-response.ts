// ElectLeadersResponse: response of API 43; version 0 to 2, flexible from 2.
// Generated from schema/messages/elect-leaders-response.json by generator/main.ts.

import { checkVersion, type MessageCodec, unsupportedField } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ElectLeadersResponse {
  throttleTimeMs: number;
  /** version 1+ */
  errorCode: number;
  replicaElectionResults: readonly ReplicaElectionResult[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface ReplicaElectionResult {
  topic: string;
  partitionResult: readonly PartitionResult[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface PartitionResult {
  partitionId: number;
  errorCode: number;
  errorMessage: string | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ElectLeadersResponse: MessageCodec<ElectLeadersResponse> = {
  name: 'ElectLeadersResponse',
  versions: [0, 2],
  flexibleFrom: 2,
  read: readElectLeadersResponse,
  write: writeElectLeadersResponse,
  create: createElectLeadersResponse,
};

function createElectLeadersResponse({
  throttleTimeMs = 0,
  errorCode = 0,
  replicaElectionResults = [],
  unknownTaggedFields,
}: Partial<ElectLeadersResponse> = {}): ElectLeadersResponse {
  const message: ElectLeadersResponse = { throttleTimeMs, errorCode, replicaElectionResults };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readElectLeadersResponse(reader: Reader, version: number): ElectLeadersResponse {
  checkVersion('ElectLeadersResponse', version, 0, 2);
  const message: ElectLeadersResponse = {
    throttleTimeMs: reader.int32(),
    errorCode: version >= 1 ? reader.int16() : 0,
    replicaElectionResults: readReplicaElectionResultArray(reader, version),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeElectLeadersResponse(
  writer: Writer,
  message: ElectLeadersResponse,
  version: number,
): void {
  checkVersion('ElectLeadersResponse', version, 0, 2);
  writer.int32(message.throttleTimeMs);
  if (version >= 1) {
    writer.int16(message.errorCode);
  }
  if (version < 1 && message.errorCode !== 0) {
    throw unsupportedField('ElectLeadersResponse.errorCode', version);
  }
  writeReplicaElectionResultArray(writer, message.replicaElectionResults, version);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createReplicaElectionResult({
  topic = '',
  partitionResult = [],
  unknownTaggedFields,
}: Partial<ReplicaElectionResult> = {}): ReplicaElectionResult {
  const message: ReplicaElectionResult = { topic, partitionResult };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readReplicaElectionResult(reader: Reader, version: number): ReplicaElectionResult {
  const flexible = version >= 2;
  const message: ReplicaElectionResult = {
    topic: reader.string(flexible),
    partitionResult: readPartitionResultArray(reader, version),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeReplicaElectionResult(
  writer: Writer,
  message: ReplicaElectionResult,
  version: number,
): void {
  const flexible = version >= 2;
  writer.string(message.topic, flexible);
  writePartitionResultArray(writer, message.partitionResult, version);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readReplicaElectionResultArray(reader: Reader, version: number): ReplicaElectionResult[] {
  const flexible = version >= 2;
  const length = reader.arrayLength(flexible, 3);
  const elements: ReplicaElectionResult[] = [];
  for (let i = 0; i < length; i++) elements.push(readReplicaElectionResult(reader, version));
  return elements;
}

function writeReplicaElectionResultArray(
  writer: Writer,
  elements: readonly ReplicaElectionResult[],
  version: number,
): void {
  const flexible = version >= 2;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeReplicaElectionResult(writer, element, version);
}

export function createPartitionResult({
  partitionId = 0,
  errorCode = 0,
  errorMessage = '',
  unknownTaggedFields,
}: Partial<PartitionResult> = {}): PartitionResult {
  const message: PartitionResult = { partitionId, errorCode, errorMessage };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readPartitionResult(reader: Reader, version: number): PartitionResult {
  const flexible = version >= 2;
  const message: PartitionResult = {
    partitionId: reader.int32(),
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(flexible),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writePartitionResult(writer: Writer, message: PartitionResult, version: number): void {
  const flexible = version >= 2;
  writer.int32(message.partitionId);
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, flexible);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readPartitionResultArray(reader: Reader, version: number): PartitionResult[] {
  const flexible = version >= 2;
  const length = reader.arrayLength(flexible, 8);
  const elements: PartitionResult[] = [];
  for (let i = 0; i < length; i++) elements.push(readPartitionResult(reader, version));
  return elements;
}

function writePartitionResultArray(
  writer: Writer,
  elements: readonly PartitionResult[],
  version: number,
): void {
  const flexible = version >= 2;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writePartitionResult(writer, element, version);
}

