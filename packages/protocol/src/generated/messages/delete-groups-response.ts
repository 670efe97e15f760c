// DeleteGroupsResponse: response of API 42; version 0 to 2, flexible from 2.
// Generated from schema/messages/delete-groups-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface DeleteGroupsResponse {
  throttleTimeMs: number;
  results: readonly DeletableGroupResult[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface DeletableGroupResult {
  groupId: string;
  errorCode: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const DeleteGroupsResponse: MessageCodec<DeleteGroupsResponse> = {
  name: 'DeleteGroupsResponse',
  versions: [0, 2],
  flexibleFrom: 2,
  read: readDeleteGroupsResponse,
  write: writeDeleteGroupsResponse,
  create: createDeleteGroupsResponse,
};

function createDeleteGroupsResponse({
  throttleTimeMs = 0,
  results = [],
  unknownTaggedFields,
}: Partial<DeleteGroupsResponse> = {}): DeleteGroupsResponse {
  const message: DeleteGroupsResponse = { throttleTimeMs, results };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDeleteGroupsResponse(reader: Reader, version: number): DeleteGroupsResponse {
  checkVersion('DeleteGroupsResponse', version, 0, 2);
  const message: DeleteGroupsResponse = {
    throttleTimeMs: reader.int32(),
    results: readDeletableGroupResultArray(reader, version),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDeleteGroupsResponse(
  writer: Writer,
  message: DeleteGroupsResponse,
  version: number,
): void {
  checkVersion('DeleteGroupsResponse', version, 0, 2);
  writer.int32(message.throttleTimeMs);
  writeDeletableGroupResultArray(writer, message.results, version);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createDeletableGroupResult({
  groupId = '',
  errorCode = 0,
  unknownTaggedFields,
}: Partial<DeletableGroupResult> = {}): DeletableGroupResult {
  const message: DeletableGroupResult = { groupId, errorCode };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDeletableGroupResult(reader: Reader, version: number): DeletableGroupResult {
  const flexible = version >= 2;
  const message: DeletableGroupResult = {
    groupId: reader.string(flexible),
    errorCode: reader.int16(),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeDeletableGroupResult(
  writer: Writer,
  message: DeletableGroupResult,
  version: number,
): void {
  const flexible = version >= 2;
  writer.string(message.groupId, flexible);
  writer.int16(message.errorCode);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readDeletableGroupResultArray(reader: Reader, version: number): DeletableGroupResult[] {
  const flexible = version >= 2;
  const length = reader.arrayLength(flexible, 4);
  const elements: DeletableGroupResult[] = [];
  for (let i = 0; i < length; i++) elements.push(readDeletableGroupResult(reader, version));
  return elements;
}

function writeDeletableGroupResultArray(
  writer: Writer,
  elements: readonly DeletableGroupResult[],
  version: number,
): void {
  const flexible = version >= 2;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeDeletableGroupResult(writer, element, version);
}

