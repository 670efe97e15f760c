// EndTxnResponse: response of API 26; version 0 to 5, flexible from 3.
// Generated from schema/messages/end-txn-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface EndTxnResponse {
  throttleTimeMs: number;
  errorCode: number;
  /** version 5, default -1 */
  producerId: number;
  /** version 5, default -1 */
  producerEpoch: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const EndTxnResponse: MessageCodec<EndTxnResponse> = {
  name: 'EndTxnResponse',
  versions: [0, 5],
  flexibleFrom: 3,
  read: readEndTxnResponse,
  write: writeEndTxnResponse,
  create: createEndTxnResponse,
};

function createEndTxnResponse({
  throttleTimeMs = 0,
  errorCode = 0,
  producerId = -1,
  producerEpoch = -1,
  unknownTaggedFields,
}: Partial<EndTxnResponse> = {}): EndTxnResponse {
  const message: EndTxnResponse = { throttleTimeMs, errorCode, producerId, producerEpoch };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readEndTxnResponse(reader: Reader, version: number): EndTxnResponse {
  checkVersion('EndTxnResponse', version, 0, 5);
  const message: EndTxnResponse = {
    throttleTimeMs: reader.int32(),
    errorCode: reader.int16(),
    producerId: version >= 5 ? reader.int64() : -1,
    producerEpoch: version >= 5 ? reader.int16() : -1,
  };
  if (version >= 3) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeEndTxnResponse(writer: Writer, message: EndTxnResponse, version: number): void {
  checkVersion('EndTxnResponse', version, 0, 5);
  writer.int32(message.throttleTimeMs);
  writer.int16(message.errorCode);
  if (version >= 5) {
    writer.int64(message.producerId);
  }
  if (version >= 5) {
    writer.int16(message.producerEpoch);
  }
  if (version >= 3) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

