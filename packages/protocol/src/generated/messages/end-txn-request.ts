// EndTxnRequest: request of API 26; version 0 to 5, flexible from 3.
// Generated from schema/messages/end-txn-request.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface EndTxnRequest {
  transactionalId: string;
  producerId: number;
  producerEpoch: number;
  committed: boolean;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const EndTxnRequest: MessageCodec<EndTxnRequest> = {
  name: 'EndTxnRequest',
  versions: [0, 5],
  flexibleFrom: 3,
  read: readEndTxnRequest,
  write: writeEndTxnRequest,
  create: createEndTxnRequest,
};

function createEndTxnRequest({
  transactionalId = '',
  producerId = 0,
  producerEpoch = 0,
  committed = false,
  unknownTaggedFields,
}: Partial<EndTxnRequest> = {}): EndTxnRequest {
  const message: EndTxnRequest = { transactionalId, producerId, producerEpoch, committed };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readEndTxnRequest(reader: Reader, version: number): EndTxnRequest {
  checkVersion('EndTxnRequest', version, 0, 5);
  const flexible = version >= 3;
  const message: EndTxnRequest = {
    transactionalId: reader.string(flexible),
    producerId: reader.int64(),
    producerEpoch: reader.int16(),
    committed: reader.boolean(),
  };
  if (version >= 3) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeEndTxnRequest(writer: Writer, message: EndTxnRequest, version: number): void {
  checkVersion('EndTxnRequest', version, 0, 5);
  const flexible = version >= 3;
  writer.string(message.transactionalId, flexible);
  writer.int64(message.producerId);
  writer.int16(message.producerEpoch);
  writer.boolean(message.committed);
  if (version >= 3) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

