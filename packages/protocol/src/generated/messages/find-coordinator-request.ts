// FindCoordinatorRequest: request of API 10; version 0 to 6, flexible from 3.
// Generated from schema/messages/find-coordinator-request.json by generator/main.ts.

import { checkVersion, type MessageCodec, unsupportedField } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface FindCoordinatorRequest {
  /** version 0-3 */
  key: string;
  /** version 1+, default 0 */
  keyType: number;
  /** version 4+ */
  coordinatorKeys: readonly string[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const FindCoordinatorRequest: MessageCodec<FindCoordinatorRequest> = {
  name: 'FindCoordinatorRequest',
  versions: [0, 6],
  flexibleFrom: 3,
  read: readFindCoordinatorRequest,
  write: writeFindCoordinatorRequest,
  create: createFindCoordinatorRequest,
};

function createFindCoordinatorRequest({
  key = '',
  keyType = 0,
  coordinatorKeys = [],
  unknownTaggedFields,
}: Partial<FindCoordinatorRequest> = {}): FindCoordinatorRequest {
  const message: FindCoordinatorRequest = { key, keyType, coordinatorKeys };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readFindCoordinatorRequest(reader: Reader, version: number): FindCoordinatorRequest {
  checkVersion('FindCoordinatorRequest', version, 0, 6);
  const flexible = version >= 3;
  const message: FindCoordinatorRequest = {
    key: version <= 3 ? reader.string(flexible) : '',
    keyType: version >= 1 ? reader.int8() : 0,
    coordinatorKeys: version >= 4 ? reader.stringArray(flexible) : [],
  };
  if (version >= 3) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeFindCoordinatorRequest(
  writer: Writer,
  message: FindCoordinatorRequest,
  version: number,
): void {
  checkVersion('FindCoordinatorRequest', version, 0, 6);
  const flexible = version >= 3;
  if (version <= 3) {
    writer.string(message.key, flexible);
  }
  if (version > 3 && message.key !== '') {
    throw unsupportedField('FindCoordinatorRequest.key', version);
  }
  if (version >= 1) {
    writer.int8(message.keyType);
  }
  if (version < 1 && message.keyType !== 0) {
    throw unsupportedField('FindCoordinatorRequest.keyType', version);
  }
  if (version >= 4) {
    writer.stringArray(message.coordinatorKeys, flexible);
  }
  if (version < 4 && message.coordinatorKeys.length !== 0) {
    throw unsupportedField('FindCoordinatorRequest.coordinatorKeys', version);
  }
  if (version >= 3) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

