// StreamsGroupDescribeRequest: request of API 89; version 0, flexible from 0.
// Generated from schema/messages/streams-group-describe-request.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface StreamsGroupDescribeRequest {
  groupIds: readonly string[];
  includeAuthorizedOperations: boolean;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const StreamsGroupDescribeRequest: MessageCodec<StreamsGroupDescribeRequest> = {
  name: 'StreamsGroupDescribeRequest',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readStreamsGroupDescribeRequest,
  write: writeStreamsGroupDescribeRequest,
  create: createStreamsGroupDescribeRequest,
};

function createStreamsGroupDescribeRequest({
  groupIds = [],
  includeAuthorizedOperations = false,
  unknownTaggedFields,
}: Partial<StreamsGroupDescribeRequest> = {}): StreamsGroupDescribeRequest {
  const message: StreamsGroupDescribeRequest = { groupIds, includeAuthorizedOperations };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readStreamsGroupDescribeRequest(
  reader: Reader,
  version: number,
): StreamsGroupDescribeRequest {
  checkVersion('StreamsGroupDescribeRequest', version, 0, 0);
  const message: StreamsGroupDescribeRequest = {
    groupIds: reader.stringArray(true),
    includeAuthorizedOperations: reader.boolean(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeStreamsGroupDescribeRequest(
  writer: Writer,
  message: StreamsGroupDescribeRequest,
  version: number,
): void {
  checkVersion('StreamsGroupDescribeRequest', version, 0, 0);
  writer.stringArray(message.groupIds, true);
  writer.boolean(message.includeAuthorizedOperations);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

