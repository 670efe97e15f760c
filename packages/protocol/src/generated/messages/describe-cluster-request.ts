// DescribeClusterRequest: request of API 60; version 0 to 2, flexible from 0.
// Generated from schema/messages/describe-cluster-request.json by generator/main.ts.

import { checkVersion, type MessageCodec, unsupportedField } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface DescribeClusterRequest {
  includeClusterAuthorizedOperations: boolean;
  /** version 1+, default 1 */
  endpointType: number;
  /** version 2 */
  includeFencedBrokers: boolean;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const DescribeClusterRequest: MessageCodec<DescribeClusterRequest> = {
  name: 'DescribeClusterRequest',
  versions: [0, 2],
  flexibleFrom: 0,
  read: readDescribeClusterRequest,
  write: writeDescribeClusterRequest,
  create: createDescribeClusterRequest,
};

function createDescribeClusterRequest({
  includeClusterAuthorizedOperations = false,
  endpointType = 1,
  includeFencedBrokers = false,
  unknownTaggedFields,
}: Partial<DescribeClusterRequest> = {}): DescribeClusterRequest {
  const message: DescribeClusterRequest = {
    includeClusterAuthorizedOperations,
    endpointType,
    includeFencedBrokers,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeClusterRequest(reader: Reader, version: number): DescribeClusterRequest {
  checkVersion('DescribeClusterRequest', version, 0, 2);
  const message: DescribeClusterRequest = {
    includeClusterAuthorizedOperations: reader.boolean(),
    endpointType: version >= 1 ? reader.int8() : 1,
    includeFencedBrokers: version >= 2 ? reader.boolean() : false,
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeDescribeClusterRequest(
  writer: Writer,
  message: DescribeClusterRequest,
  version: number,
): void {
  checkVersion('DescribeClusterRequest', version, 0, 2);
  writer.boolean(message.includeClusterAuthorizedOperations);
  if (version >= 1) {
    writer.int8(message.endpointType);
  }
  if (version < 1 && message.endpointType !== 1) {
    throw unsupportedField('DescribeClusterRequest.endpointType', version);
  }
  if (version >= 2) {
    writer.boolean(message.includeFencedBrokers);
  }
  if (version < 2 && message.includeFencedBrokers) {
    throw unsupportedField('DescribeClusterRequest.includeFencedBrokers', version);
  }
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

