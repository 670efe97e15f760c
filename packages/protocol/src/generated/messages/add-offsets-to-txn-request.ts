// AddOffsetsToTxnRequest: request of API 25; version 0 to 4, flexible from 3.
// Generated from schema/messages/add-offsets-to-txn-request.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface AddOffsetsToTxnRequest {
  transactionalId: string;
  producerId: number;
  producerEpoch: number;
  groupId: string;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const AddOffsetsToTxnRequest: MessageCodec<AddOffsetsToTxnRequest> = {
  name: 'AddOffsetsToTxnRequest',
  versions: [0, 4],
  flexibleFrom: 3,
  read: readAddOffsetsToTxnRequest,
  write: writeAddOffsetsToTxnRequest,
  create: createAddOffsetsToTxnRequest,
};

function createAddOffsetsToTxnRequest({
  transactionalId = '',
  producerId = 0,
  producerEpoch = 0,
  groupId = '',
  unknownTaggedFields,
}: Partial<AddOffsetsToTxnRequest> = {}): AddOffsetsToTxnRequest {
  const message: AddOffsetsToTxnRequest = { transactionalId, producerId, producerEpoch, groupId };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAddOffsetsToTxnRequest(reader: Reader, version: number): AddOffsetsToTxnRequest {
  checkVersion('AddOffsetsToTxnRequest', version, 0, 4);
  const flexible = version >= 3;
  const message: AddOffsetsToTxnRequest = {
    transactionalId: reader.string(flexible),
    producerId: reader.int64(),
    producerEpoch: reader.int16(),
    groupId: reader.string(flexible),
  };
  if (version >= 3) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeAddOffsetsToTxnRequest(
  writer: Writer,
  message: AddOffsetsToTxnRequest,
  version: number,
): void {
  checkVersion('AddOffsetsToTxnRequest', version, 0, 4);
  const flexible = version >= 3;
  writer.string(message.transactionalId, flexible);
  writer.int64(message.producerId);
  writer.int16(message.producerEpoch);
  writer.string(message.groupId, flexible);
  if (version >= 3) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

