// ConsumerGroupDescribeRequest: request of API 69; version 0 to 1, flexible from 0.
// Generated from schema/messages/consumer-group-describe-request.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ConsumerGroupDescribeRequest {
  groupIds: readonly string[];
  includeAuthorizedOperations: boolean;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ConsumerGroupDescribeRequest: MessageCodec<ConsumerGroupDescribeRequest> = {
  name: 'ConsumerGroupDescribeRequest',
  versions: [0, 1],
  flexibleFrom: 0,
  read: readConsumerGroupDescribeRequest,
  write: writeConsumerGroupDescribeRequest,
  create: createConsumerGroupDescribeRequest,
};

function createConsumerGroupDescribeRequest({
  groupIds = [],
  includeAuthorizedOperations = false,
  unknownTaggedFields,
}: Partial<ConsumerGroupDescribeRequest> = {}): ConsumerGroupDescribeRequest {
  const message: ConsumerGroupDescribeRequest = { groupIds, includeAuthorizedOperations };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readConsumerGroupDescribeRequest(
  reader: Reader,
  version: number,
): ConsumerGroupDescribeRequest {
  checkVersion('ConsumerGroupDescribeRequest', version, 0, 1);
  const message: ConsumerGroupDescribeRequest = {
    groupIds: reader.stringArray(true),
    includeAuthorizedOperations: reader.boolean(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeConsumerGroupDescribeRequest(
  writer: Writer,
  message: ConsumerGroupDescribeRequest,
  version: number,
): void {
  checkVersion('ConsumerGroupDescribeRequest', version, 0, 1);
  writer.stringArray(message.groupIds, true);
  writer.boolean(message.includeAuthorizedOperations);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

