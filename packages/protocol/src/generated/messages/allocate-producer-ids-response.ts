// AllocateProducerIdsResponse: response of API 67; version 0, flexible from 0.
// Generated from schema/messages/allocate-producer-ids-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface AllocateProducerIdsResponse {
  throttleTimeMs: number;
  errorCode: number;
  producerIdStart: number;
  producerIdLen: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const AllocateProducerIdsResponse: MessageCodec<AllocateProducerIdsResponse> = {
  name: 'AllocateProducerIdsResponse',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readAllocateProducerIdsResponse,
  write: writeAllocateProducerIdsResponse,
  create: createAllocateProducerIdsResponse,
};

function createAllocateProducerIdsResponse({
  throttleTimeMs = 0,
  errorCode = 0,
  producerIdStart = 0,
  producerIdLen = 0,
  unknownTaggedFields,
}: Partial<AllocateProducerIdsResponse> = {}): AllocateProducerIdsResponse {
  const message: AllocateProducerIdsResponse = {
    throttleTimeMs,
    errorCode,
    producerIdStart,
    producerIdLen,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAllocateProducerIdsResponse(
  reader: Reader,
  version: number,
): AllocateProducerIdsResponse {
  checkVersion('AllocateProducerIdsResponse', version, 0, 0);
  const message: AllocateProducerIdsResponse = {
    throttleTimeMs: reader.int32(),
    errorCode: reader.int16(),
    producerIdStart: reader.int64(),
    producerIdLen: reader.int32(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeAllocateProducerIdsResponse(
  writer: Writer,
  message: AllocateProducerIdsResponse,
  version: number,
): void {
  checkVersion('AllocateProducerIdsResponse', version, 0, 0);
  writer.int32(message.throttleTimeMs);
  writer.int16(message.errorCode);
  writer.int64(message.producerIdStart);
  writer.int32(message.producerIdLen);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

