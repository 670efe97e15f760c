// UnregisterBrokerRequest: request of API 64; version 0, flexible from 0.
// Generated from schema/messages/unregister-broker-request.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface UnregisterBrokerRequest {
  brokerId: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const UnregisterBrokerRequest: MessageCodec<UnregisterBrokerRequest> = {
  name: 'UnregisterBrokerRequest',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readUnregisterBrokerRequest,
  write: writeUnregisterBrokerRequest,
  create: createUnregisterBrokerRequest,
};

function createUnregisterBrokerRequest({
  brokerId = 0,
  unknownTaggedFields,
}: Partial<UnregisterBrokerRequest> = {}): UnregisterBrokerRequest {
  const message: UnregisterBrokerRequest = { brokerId };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readUnregisterBrokerRequest(reader: Reader, version: number): UnregisterBrokerRequest {
  checkVersion('UnregisterBrokerRequest', version, 0, 0);
  const message: UnregisterBrokerRequest = {
    brokerId: reader.int32(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeUnregisterBrokerRequest(
  writer: Writer,
  message: UnregisterBrokerRequest,
  version: number,
): void {
  checkVersion('UnregisterBrokerRequest', version, 0, 0);
  writer.int32(message.brokerId);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

