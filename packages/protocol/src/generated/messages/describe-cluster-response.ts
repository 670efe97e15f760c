// DescribeClusterResponse: response of API 60; version 0 to 2, flexible from 0.
// Generated from schema/messages/describe-cluster-response.json by generator/main.ts.

import { checkVersion, type MessageCodec, unsupportedField } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface DescribeClusterResponse {
  throttleTimeMs: number;
  errorCode: number;
  /** default null */
  errorMessage: string | null;
  /** version 1+, default 1 */
  endpointType: number;
  clusterId: string;
  /** default -1 */
  controllerId: number;
  brokers: readonly DescribeClusterBroker[];
  /** default -2147483648 */
  clusterAuthorizedOperations: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface DescribeClusterBroker {
  brokerId: number;
  host: string;
  port: number;
  /** default null */
  rack: string | null;
  /** version 2 */
  isFenced: boolean;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const DescribeClusterResponse: MessageCodec<DescribeClusterResponse> = {
  name: 'DescribeClusterResponse',
  versions: [0, 2],
  flexibleFrom: 0,
  read: readDescribeClusterResponse,
  write: writeDescribeClusterResponse,
  create: createDescribeClusterResponse,
};

function createDescribeClusterResponse({
  throttleTimeMs = 0,
  errorCode = 0,
  errorMessage = null,
  endpointType = 1,
  clusterId = '',
  controllerId = -1,
  brokers = [],
  clusterAuthorizedOperations = -2147483648,
  unknownTaggedFields,
}: Partial<DescribeClusterResponse> = {}): DescribeClusterResponse {
  const message: DescribeClusterResponse = {
    throttleTimeMs,
    errorCode,
    errorMessage,
    endpointType,
    clusterId,
    controllerId,
    brokers,
    clusterAuthorizedOperations,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeClusterResponse(reader: Reader, version: number): DescribeClusterResponse {
  checkVersion('DescribeClusterResponse', version, 0, 2);
  const message: DescribeClusterResponse = {
    throttleTimeMs: reader.int32(),
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(true),
    endpointType: version >= 1 ? reader.int8() : 1,
    clusterId: reader.string(true),
    controllerId: reader.int32(),
    brokers: readDescribeClusterBrokerArray(reader, version),
    clusterAuthorizedOperations: reader.int32(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeDescribeClusterResponse(
  writer: Writer,
  message: DescribeClusterResponse,
  version: number,
): void {
  checkVersion('DescribeClusterResponse', version, 0, 2);
  writer.int32(message.throttleTimeMs);
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, true);
  if (version >= 1) {
    writer.int8(message.endpointType);
  }
  if (version < 1 && message.endpointType !== 1) {
    throw unsupportedField('DescribeClusterResponse.endpointType', version);
  }
  writer.string(message.clusterId, true);
  writer.int32(message.controllerId);
  writeDescribeClusterBrokerArray(writer, message.brokers, version);
  writer.int32(message.clusterAuthorizedOperations);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createDescribeClusterBroker({
  brokerId = 0,
  host = '',
  port = 0,
  rack = null,
  isFenced = false,
  unknownTaggedFields,
}: Partial<DescribeClusterBroker> = {}): DescribeClusterBroker {
  const message: DescribeClusterBroker = { brokerId, host, port, rack, isFenced };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDescribeClusterBroker(reader: Reader, version: number): DescribeClusterBroker {
  const message: DescribeClusterBroker = {
    brokerId: reader.int32(),
    host: reader.string(true),
    port: reader.int32(),
    rack: reader.nullableString(true),
    isFenced: version >= 2 ? reader.boolean() : false,
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeDescribeClusterBroker(
  writer: Writer,
  message: DescribeClusterBroker,
  version: number,
): void {
  writer.int32(message.brokerId);
  writer.string(message.host, true);
  writer.int32(message.port);
  writer.nullableString(message.rack, true);
  if (version >= 2) {
    writer.boolean(message.isFenced);
  }
  if (version < 2 && message.isFenced) {
    throw unsupportedField('DescribeClusterBroker.isFenced', version);
  }
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readDescribeClusterBrokerArray(reader: Reader, version: number): DescribeClusterBroker[] {
  const length = reader.arrayLength(true, 11);
  const elements: DescribeClusterBroker[] = [];
  for (let i = 0; i < length; i++) elements.push(readDescribeClusterBroker(reader, version));
  return elements;
}

function writeDescribeClusterBrokerArray(
  writer: Writer,
  elements: readonly DescribeClusterBroker[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeDescribeClusterBroker(writer, element, version);
}

