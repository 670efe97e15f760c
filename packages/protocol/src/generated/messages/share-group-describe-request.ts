// ShareGroupDescribeRequest: request of API 77; version 1, flexible from 0.
// Generated from schema/messages/share-group-describe-request.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ShareGroupDescribeRequest {
  groupIds: readonly string[];
  includeAuthorizedOperations: boolean;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ShareGroupDescribeRequest: MessageCodec<ShareGroupDescribeRequest> = {
  name: 'ShareGroupDescribeRequest',
  versions: [1, 1],
  flexibleFrom: 0,
  read: readShareGroupDescribeRequest,
  write: writeShareGroupDescribeRequest,
  create: createShareGroupDescribeRequest,
};

function createShareGroupDescribeRequest({
  groupIds = [],
  includeAuthorizedOperations = false,
  unknownTaggedFields,
}: Partial<ShareGroupDescribeRequest> = {}): ShareGroupDescribeRequest {
  const message: ShareGroupDescribeRequest = { groupIds, includeAuthorizedOperations };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readShareGroupDescribeRequest(reader: Reader, version: number): ShareGroupDescribeRequest {
  checkVersion('ShareGroupDescribeRequest', version, 1, 1);
  const message: ShareGroupDescribeRequest = {
    groupIds: reader.stringArray(true),
    includeAuthorizedOperations: reader.boolean(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeShareGroupDescribeRequest(
  writer: Writer,
  message: ShareGroupDescribeRequest,
  version: number,
): void {
  checkVersion('ShareGroupDescribeRequest', version, 1, 1);
  writer.stringArray(message.groupIds, true);
  writer.boolean(message.includeAuthorizedOperations);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

