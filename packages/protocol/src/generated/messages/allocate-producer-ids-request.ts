// AllocateProducerIdsRequest: request of API 67; version 0, flexible from 0.
// Generated from schema/messages/allocate-producer-ids-request.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface AllocateProducerIdsRequest {
  brokerId: number;
  /** default -1 */
  brokerEpoch: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const AllocateProducerIdsRequest: MessageCodec<AllocateProducerIdsRequest> = {
  name: 'AllocateProducerIdsRequest',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readAllocateProducerIdsRequest,
  write: writeAllocateProducerIdsRequest,
  create: createAllocateProducerIdsRequest,
};

function createAllocateProducerIdsRequest({
  brokerId = 0,
  brokerEpoch = -1,
  unknownTaggedFields,
}: Partial<AllocateProducerIdsRequest> = {}): AllocateProducerIdsRequest {
  const message: AllocateProducerIdsRequest = { brokerId, brokerEpoch };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAllocateProducerIdsRequest(
  reader: Reader,
  version: number,
): AllocateProducerIdsRequest {
  checkVersion('AllocateProducerIdsRequest', version, 0, 0);
  const message: AllocateProducerIdsRequest = {
    brokerId: reader.int32(),
    brokerEpoch: reader.int64(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeAllocateProducerIdsRequest(
  writer: Writer,
  message: AllocateProducerIdsRequest,
  version: number,
): void {
  checkVersion('AllocateProducerIdsRequest', version, 0, 0);
  writer.int32(message.brokerId);
  writer.int64(message.brokerEpoch);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

