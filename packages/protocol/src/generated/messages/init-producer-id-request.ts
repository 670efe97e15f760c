// InitProducerIdRequest: request of API 22; version 0 to 6, flexible from 2.
// Generated from schema/messages/init-producer-id-request.json by generator/main.ts.

import { checkVersion, type MessageCodec, unsupportedField } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface InitProducerIdRequest {
  transactionalId: string | null;
  transactionTimeoutMs: number;
  /** version 3+, default -1 */
  producerId: number;
  /** version 3+, default -1 */
  producerEpoch: number;
  /** version 6, default false */
  enable2Pc: boolean;
  /** version 6, default false */
  keepPreparedTxn: boolean;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const InitProducerIdRequest: MessageCodec<InitProducerIdRequest> = {
  name: 'InitProducerIdRequest',
  versions: [0, 6],
  flexibleFrom: 2,
  read: readInitProducerIdRequest,
  write: writeInitProducerIdRequest,
  create: createInitProducerIdRequest,
};

function createInitProducerIdRequest({
  transactionalId = '',
  transactionTimeoutMs = 0,
  producerId = -1,
  producerEpoch = -1,
  enable2Pc = false,
  keepPreparedTxn = false,
  unknownTaggedFields,
}: Partial<InitProducerIdRequest> = {}): InitProducerIdRequest {
  const message: InitProducerIdRequest = {
    transactionalId,
    transactionTimeoutMs,
    producerId,
    producerEpoch,
    enable2Pc,
    keepPreparedTxn,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readInitProducerIdRequest(reader: Reader, version: number): InitProducerIdRequest {
  checkVersion('InitProducerIdRequest', version, 0, 6);
  const flexible = version >= 2;
  const message: InitProducerIdRequest = {
    transactionalId: reader.nullableString(flexible),
    transactionTimeoutMs: reader.int32(),
    producerId: version >= 3 ? reader.int64() : -1,
    producerEpoch: version >= 3 ? reader.int16() : -1,
    enable2Pc: version >= 6 ? reader.boolean() : false,
    keepPreparedTxn: version >= 6 ? reader.boolean() : false,
  };
  if (version >= 2) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeInitProducerIdRequest(
  writer: Writer,
  message: InitProducerIdRequest,
  version: number,
): void {
  checkVersion('InitProducerIdRequest', version, 0, 6);
  const flexible = version >= 2;
  writer.nullableString(message.transactionalId, flexible);
  writer.int32(message.transactionTimeoutMs);
  if (version >= 3) {
    writer.int64(message.producerId);
  }
  if (version < 3 && message.producerId !== -1) {
    throw unsupportedField('InitProducerIdRequest.producerId', version);
  }
  if (version >= 3) {
    writer.int16(message.producerEpoch);
  }
  if (version < 3 && message.producerEpoch !== -1) {
    throw unsupportedField('InitProducerIdRequest.producerEpoch', version);
  }
  if (version >= 6) {
    writer.boolean(message.enable2Pc);
  }
  if (version < 6 && message.enable2Pc) {
    throw unsupportedField('InitProducerIdRequest.enable2Pc', version);
  }
  if (version >= 6) {
    writer.boolean(message.keepPreparedTxn);
  }
  if (version < 6 && message.keepPreparedTxn) {
    throw unsupportedField('InitProducerIdRequest.keepPreparedTxn', version);
  }
  if (version >= 2) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

