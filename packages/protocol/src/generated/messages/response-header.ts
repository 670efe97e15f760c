// ResponseHeader: header; version 0 to 1, flexible from 1.
// Generated from schema/messages/response-header.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ResponseHeader {
  correlationId: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ResponseHeader: MessageCodec<ResponseHeader> = {
  name: 'ResponseHeader',
  versions: [0, 1],
  flexibleFrom: 1,
  read: readResponseHeader,
  write: writeResponseHeader,
  create: createResponseHeader,
};

function createResponseHeader({
  correlationId = 0,
  unknownTaggedFields,
}: Partial<ResponseHeader> = {}): ResponseHeader {
  const message: ResponseHeader = { correlationId };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readResponseHeader(reader: Reader, version: number): ResponseHeader {
  checkVersion('ResponseHeader', version, 0, 1);
  const message: ResponseHeader = {
    correlationId: reader.int32(),
  };
  if (version >= 1) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeResponseHeader(writer: Writer, message: ResponseHeader, version: number): void {
  checkVersion('ResponseHeader', version, 0, 1);
  writer.int32(message.correlationId);
  if (version >= 1) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

