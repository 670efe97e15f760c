// FindCoordinatorResponse: response of API 10; version 0 to 6, flexible from 3.
// Generated from schema/messages/find-coordinator-response.json by generator/main.ts.

import { checkVersion, type MessageCodec, unsupportedField } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface FindCoordinatorResponse {
  /** version 1+ */
  throttleTimeMs: number;
  /** version 0-3 */
  errorCode: number;
  /** version 1-3 */
  errorMessage: string | null;
  /** version 0-3 */
  nodeId: number;
  /** version 0-3 */
  host: string;
  /** version 0-3 */
  port: number;
  /** version 4+ */
  coordinators: readonly Coordinator[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface Coordinator {
  key: string;
  nodeId: number;
  host: string;
  port: number;
  errorCode: number;
  errorMessage: string | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const FindCoordinatorResponse: MessageCodec<FindCoordinatorResponse> = {
  name: 'FindCoordinatorResponse',
  versions: [0, 6],
  flexibleFrom: 3,
  read: readFindCoordinatorResponse,
  write: writeFindCoordinatorResponse,
  create: createFindCoordinatorResponse,
};

function createFindCoordinatorResponse({
  throttleTimeMs = 0,
  errorCode = 0,
  errorMessage = '',
  nodeId = 0,
  host = '',
  port = 0,
  coordinators = [],
  unknownTaggedFields,
}: Partial<FindCoordinatorResponse> = {}): FindCoordinatorResponse {
  const message: FindCoordinatorResponse = {
    throttleTimeMs,
    errorCode,
    errorMessage,
    nodeId,
    host,
    port,
    coordinators,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readFindCoordinatorResponse(reader: Reader, version: number): FindCoordinatorResponse {
  checkVersion('FindCoordinatorResponse', version, 0, 6);
  const flexible = version >= 3;
  const message: FindCoordinatorResponse = {
    throttleTimeMs: version >= 1 ? reader.int32() : 0,
    errorCode: version <= 3 ? reader.int16() : 0,
    errorMessage: version >= 1 && version <= 3 ? reader.nullableString(flexible) : '',
    nodeId: version <= 3 ? reader.int32() : 0,
    host: version <= 3 ? reader.string(flexible) : '',
    port: version <= 3 ? reader.int32() : 0,
    coordinators: version >= 4 ? readCoordinatorArray(reader, version) : [],
  };
  if (version >= 3) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeFindCoordinatorResponse(
  writer: Writer,
  message: FindCoordinatorResponse,
  version: number,
): void {
  checkVersion('FindCoordinatorResponse', version, 0, 6);
  const flexible = version >= 3;
  if (version >= 1) {
    writer.int32(message.throttleTimeMs);
  }
  if (version <= 3) {
    writer.int16(message.errorCode);
  }
  if (version > 3 && message.errorCode !== 0) {
    throw unsupportedField('FindCoordinatorResponse.errorCode', version);
  }
  if (version >= 1 && version <= 3) {
    writer.nullableString(message.errorMessage, flexible);
  }
  if (version <= 3) {
    writer.int32(message.nodeId);
  }
  if (version > 3 && message.nodeId !== 0) {
    throw unsupportedField('FindCoordinatorResponse.nodeId', version);
  }
  if (version <= 3) {
    writer.string(message.host, flexible);
  }
  if (version > 3 && message.host !== '') {
    throw unsupportedField('FindCoordinatorResponse.host', version);
  }
  if (version <= 3) {
    writer.int32(message.port);
  }
  if (version > 3 && message.port !== 0) {
    throw unsupportedField('FindCoordinatorResponse.port', version);
  }
  if (version >= 4) {
    writeCoordinatorArray(writer, message.coordinators, version);
  }
  if (version < 4 && message.coordinators.length !== 0) {
    throw unsupportedField('FindCoordinatorResponse.coordinators', version);
  }
  if (version >= 3) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createCoordinator({
  key = '',
  nodeId = 0,
  host = '',
  port = 0,
  errorCode = 0,
  errorMessage = '',
  unknownTaggedFields,
}: Partial<Coordinator> = {}): Coordinator {
  const message: Coordinator = { key, nodeId, host, port, errorCode, errorMessage };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readCoordinator(reader: Reader, version: number): Coordinator {
  const message: Coordinator = {
    key: reader.string(true),
    nodeId: reader.int32(),
    host: reader.string(true),
    port: reader.int32(),
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeCoordinator(writer: Writer, message: Coordinator, version: number): void {
  writer.string(message.key, true);
  writer.int32(message.nodeId);
  writer.string(message.host, true);
  writer.int32(message.port);
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readCoordinatorArray(reader: Reader, version: number): Coordinator[] {
  const length = reader.arrayLength(true, 14);
  const elements: Coordinator[] = [];
  for (let i = 0; i < length; i++) elements.push(readCoordinator(reader, version));
  return elements;
}

function writeCoordinatorArray(
  writer: Writer,
  elements: readonly Coordinator[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeCoordinator(writer, element, version);
}

