// InitProducerIdResponse: response of API 22; version 0 to 6, flexible from 2.
// Generated from schema/messages/init-producer-id-response.json by generator/main.ts.

import { checkVersion, type MessageCodec, unsupportedField } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface InitProducerIdResponse {
  throttleTimeMs: number;
  errorCode: number;
  /** default -1 */
  producerId: number;
  producerEpoch: number;
  /** version 6, default -1 */
  ongoingTxnProducerId: number;
  /** version 6, default -1 */
  ongoingTxnProducerEpoch: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const InitProducerIdResponse: MessageCodec<InitProducerIdResponse> = {
  name: 'InitProducerIdResponse',
  versions: [0, 6],
  flexibleFrom: 2,
  read: readInitProducerIdResponse,
  write: writeInitProducerIdResponse,
  create: createInitProducerIdResponse,
};

function createInitProducerIdResponse({
  throttleTimeMs = 0,
  errorCode = 0,
  producerId = -1,
  producerEpoch = 0,
  ongoingTxnProducerId = -1,
  ongoingTxnProducerEpoch = -1,
  unknownTaggedFields,
}: Partial<InitProducerIdResponse> = {}): InitProducerIdResponse {
  const message: InitProducerIdResponse = {
    throttleTimeMs,
    errorCode,
    producerId,
    producerEpoch,
    ongoingTxnProducerId,
    ongoingTxnProducerEpoch,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readInitProducerIdResponse(reader: Reader, version: number): InitProducerIdResponse {
  checkVersion('InitProducerIdResponse', version, 0, 6);
  const message: InitProducerIdResponse = {
    throttleTimeMs: reader.int32(),
    errorCode: reader.int16(),
    producerId: reader.int64(),
    producerEpoch: reader.int16(),
    ongoingTxnProducerId: version >= 6 ? reader.int64() : -1,
    ongoingTxnProducerEpoch: version >= 6 ? reader.int16() : -1,
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeInitProducerIdResponse(
  writer: Writer,
  message: InitProducerIdResponse,
  version: number,
): void {
  checkVersion('InitProducerIdResponse', version, 0, 6);
  writer.int32(message.throttleTimeMs);
  writer.int16(message.errorCode);
  writer.int64(message.producerId);
  writer.int16(message.producerEpoch);
  if (version >= 6) {
    writer.int64(message.ongoingTxnProducerId);
  }
  if (version < 6 && message.ongoingTxnProducerId !== -1) {
    throw unsupportedField('InitProducerIdResponse.ongoingTxnProducerId', version);
  }
  if (version >= 6) {
    writer.int16(message.ongoingTxnProducerEpoch);
  }
  if (version < 6 && message.ongoingTxnProducerEpoch !== -1) {
    throw unsupportedField('InitProducerIdResponse.ongoingTxnProducerEpoch', version);
  }
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

