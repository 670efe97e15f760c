// ListConfigResourcesRequest: request of API 74; version 0 to 1, flexible from 0.
// Generated from schema/messages/list-config-resources-request.json by generator/main.ts.

import { checkVersion, type MessageCodec, unsupportedField } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ListConfigResourcesRequest {
  /** version 1 */
  resourceTypes: readonly number[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ListConfigResourcesRequest: MessageCodec<ListConfigResourcesRequest> = {
  name: 'ListConfigResourcesRequest',
  versions: [0, 1],
  flexibleFrom: 0,
  read: readListConfigResourcesRequest,
  write: writeListConfigResourcesRequest,
  create: createListConfigResourcesRequest,
};

function createListConfigResourcesRequest({
  resourceTypes = [],
  unknownTaggedFields,
}: Partial<ListConfigResourcesRequest> = {}): ListConfigResourcesRequest {
  const message: ListConfigResourcesRequest = { resourceTypes };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readListConfigResourcesRequest(
  reader: Reader,
  version: number,
): ListConfigResourcesRequest {
  checkVersion('ListConfigResourcesRequest', version, 0, 1);
  const message: ListConfigResourcesRequest = {
    resourceTypes: version >= 1 ? reader.int8Array(true) : [],
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeListConfigResourcesRequest(
  writer: Writer,
  message: ListConfigResourcesRequest,
  version: number,
): void {
  checkVersion('ListConfigResourcesRequest', version, 0, 1);
  if (version >= 1) {
    writer.int8Array(message.resourceTypes, true);
  }
  if (version < 1 && message.resourceTypes.length !== 0) {
    throw unsupportedField('ListConfigResourcesRequest.resourceTypes', version);
  }
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

