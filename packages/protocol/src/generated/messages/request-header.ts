// RequestHeader: header; version 1 to 2, flexible from 2.
// Generated from schema/messages/request-header.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface RequestHeader {
  requestApiKey: number;
  requestApiVersion: number;
  correlationId: number;
  clientId: string | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const RequestHeader: MessageCodec<RequestHeader> = {
  name: 'RequestHeader',
  versions: [1, 2],
  flexibleFrom: 2,
  read: readRequestHeader,
  write: writeRequestHeader,
  create: createRequestHeader,
};

function createRequestHeader({
  requestApiKey = 0,
  requestApiVersion = 0,
  correlationId = 0,
  clientId = '',
  unknownTaggedFields,
}: Partial<RequestHeader> = {}): RequestHeader {
  const message: RequestHeader = { requestApiKey, requestApiVersion, correlationId, clientId };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readRequestHeader(reader: Reader, version: number): RequestHeader {
  checkVersion('RequestHeader', version, 1, 2);
  const message: RequestHeader = {
    requestApiKey: reader.int16(),
    requestApiVersion: reader.int16(),
    correlationId: reader.int32(),
    clientId: reader.nullableString(false),
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeRequestHeader(writer: Writer, message: RequestHeader, version: number): void {
  checkVersion('RequestHeader', version, 1, 2);
  writer.int16(message.requestApiKey);
  writer.int16(message.requestApiVersion);
  writer.int32(message.correlationId);
  writer.nullableString(message.clientId, false);
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

