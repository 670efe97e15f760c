// ListTransactionsRequest: request of API 66; version 0 to 2, flexible from 0.
// Generated from schema/messages/list-transactions-request.json by generator/main.ts.

import { checkVersion, type MessageCodec, unsupportedField } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ListTransactionsRequest {
  stateFilters: readonly string[];
  producerIdFilters: readonly number[];
  /** version 1+, default -1 */
  durationFilter: number;
  /** version 2, default null */
  transactionalIdPattern: string | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ListTransactionsRequest: MessageCodec<ListTransactionsRequest> = {
  name: 'ListTransactionsRequest',
  versions: [0, 2],
  flexibleFrom: 0,
  read: readListTransactionsRequest,
  write: writeListTransactionsRequest,
  create: createListTransactionsRequest,
};

function createListTransactionsRequest({
  stateFilters = [],
  producerIdFilters = [],
  durationFilter = -1,
  transactionalIdPattern = null,
  unknownTaggedFields,
}: Partial<ListTransactionsRequest> = {}): ListTransactionsRequest {
  const message: ListTransactionsRequest = {
    stateFilters,
    producerIdFilters,
    durationFilter,
    transactionalIdPattern,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readListTransactionsRequest(reader: Reader, version: number): ListTransactionsRequest {
  checkVersion('ListTransactionsRequest', version, 0, 2);
  const message: ListTransactionsRequest = {
    stateFilters: reader.stringArray(true),
    producerIdFilters: reader.int64Array(true),
    durationFilter: version >= 1 ? reader.int64() : -1,
    transactionalIdPattern: version >= 2 ? reader.nullableString(true) : null,
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeListTransactionsRequest(
  writer: Writer,
  message: ListTransactionsRequest,
  version: number,
): void {
  checkVersion('ListTransactionsRequest', version, 0, 2);
  writer.stringArray(message.stateFilters, true);
  writer.int64Array(message.producerIdFilters, true);
  if (version >= 1) {
    writer.int64(message.durationFilter);
  }
  if (version < 1 && message.durationFilter !== -1) {
    throw unsupportedField('ListTransactionsRequest.durationFilter', version);
  }
  if (version >= 2) {
    writer.nullableString(message.transactionalIdPattern, true);
  }
  if (version < 2 && message.transactionalIdPattern !== null) {
    throw unsupportedField('ListTransactionsRequest.transactionalIdPattern', version);
  }
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

