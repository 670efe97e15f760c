// DescribeTransactionsRequest: request of API 65; version 0, flexible from 0.
// Generated from schema/messages/describe-transactions-request.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface DescribeTransactionsRequest {
  transactionalIds: readonly string[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const DescribeTransactionsRequest: MessageCodec<DescribeTransactionsRequest> = {
  name: 'DescribeTransactionsRequest',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readDescribeTransactionsRequest,
  write: writeDescribeTransactionsRequest,
  create: createDescribeTransactionsRequest,
};

function createDescribeTransactionsRequest({
  transactionalIds = [],
  unknownTaggedFields,
}: Partial<DescribeTransactionsRequest> = {}): DescribeTransactionsRequest {
  const message: DescribeTransactionsRequest = { transactionalIds };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeTransactionsRequest(
  reader: Reader,
  version: number,
): DescribeTransactionsRequest {
  checkVersion('DescribeTransactionsRequest', version, 0, 0);
  const message: DescribeTransactionsRequest = {
    transactionalIds: reader.stringArray(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeDescribeTransactionsRequest(
  writer: Writer,
  message: DescribeTransactionsRequest,
  version: number,
): void {
  checkVersion('DescribeTransactionsRequest', version, 0, 0);
  writer.stringArray(message.transactionalIds, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

