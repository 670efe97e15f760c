// AddOffsetsToTxnResponse: response of API 25; version 0 to 4, flexible from 3.
// Generated from schema/messages/add-offsets-to-txn-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface AddOffsetsToTxnResponse {
  throttleTimeMs: number;
  errorCode: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const AddOffsetsToTxnResponse: MessageCodec<AddOffsetsToTxnResponse> = {
  name: 'AddOffsetsToTxnResponse',
  versions: [0, 4],
  flexibleFrom: 3,
  read: readAddOffsetsToTxnResponse,
  write: writeAddOffsetsToTxnResponse,
  create: createAddOffsetsToTxnResponse,
};

function createAddOffsetsToTxnResponse({
  throttleTimeMs = 0,
  errorCode = 0,
  unknownTaggedFields,
}: Partial<AddOffsetsToTxnResponse> = {}): AddOffsetsToTxnResponse {
  const message: AddOffsetsToTxnResponse = { throttleTimeMs, errorCode };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAddOffsetsToTxnResponse(reader: Reader, version: number): AddOffsetsToTxnResponse {
  checkVersion('AddOffsetsToTxnResponse', version, 0, 4);
  const message: AddOffsetsToTxnResponse = {
    throttleTimeMs: reader.int32(),
    errorCode: reader.int16(),
  };
  if (version >= 3) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeAddOffsetsToTxnResponse(
  writer: Writer,
  message: AddOffsetsToTxnResponse,
  version: number,
): void {
  checkVersion('AddOffsetsToTxnResponse', version, 0, 4);
  writer.int32(message.throttleTimeMs);
  writer.int16(message.errorCode);
  if (version >= 3) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

