// ApiVersionsRequest: request of API 18; version 0 to 4, flexible from 3.
// Generated from schema/messages/api-versions-request.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ApiVersionsRequest {
  /** version 3+ */
  clientSoftwareName: string;
  /** version 3+ */
  clientSoftwareVersion: string;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ApiVersionsRequest: MessageCodec<ApiVersionsRequest> = {
  name: 'ApiVersionsRequest',
  versions: [0, 4],
  flexibleFrom: 3,
  read: readApiVersionsRequest,
  write: writeApiVersionsRequest,
  create: createApiVersionsRequest,
};

function createApiVersionsRequest({
  clientSoftwareName = '',
  clientSoftwareVersion = '',
  unknownTaggedFields,
}: Partial<ApiVersionsRequest> = {}): ApiVersionsRequest {
  const message: ApiVersionsRequest = { clientSoftwareName, clientSoftwareVersion };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readApiVersionsRequest(reader: Reader, version: number): ApiVersionsRequest {
  checkVersion('ApiVersionsRequest', version, 0, 4);
  const flexible = version >= 3;
  const message: ApiVersionsRequest = {
    clientSoftwareName: version >= 3 ? reader.string(flexible) : '',
    clientSoftwareVersion: version >= 3 ? reader.string(flexible) : '',
  };
  if (version >= 3) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeApiVersionsRequest(
  writer: Writer,
  message: ApiVersionsRequest,
  version: number,
): void {
  checkVersion('ApiVersionsRequest', version, 0, 4);
  const flexible = version >= 3;
  if (version >= 3) {
    writer.string(message.clientSoftwareName, flexible);
  }
  if (version >= 3) {
    writer.string(message.clientSoftwareVersion, flexible);
  }
  if (version >= 3) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

