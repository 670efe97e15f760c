// RegisterControllerRecord: record in __cluster_metadata, type 27; version 0, flexible from 0.
// Generated from schema/records/register-controller-record.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface RegisterControllerRecord {
  controllerId: number;
  incarnationId: string;
  zkMigrationReady: boolean;
  endPoints: readonly ControllerEndpoint[];
  features: readonly ControllerFeature[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface ControllerEndpoint {
  name: string;
  host: string;
  port: number;
  securityProtocol: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface ControllerFeature {
  name: string;
  minSupportedVersion: number;
  maxSupportedVersion: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const RegisterControllerRecord: MessageCodec<RegisterControllerRecord> = {
  name: 'RegisterControllerRecord',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readRegisterControllerRecord,
  write: writeRegisterControllerRecord,
  create: createRegisterControllerRecord,
};

function createRegisterControllerRecord({
  controllerId = 0,
  incarnationId = ZERO_UUID,
  zkMigrationReady = false,
  endPoints = [],
  features = [],
  unknownTaggedFields,
}: Partial<RegisterControllerRecord> = {}): RegisterControllerRecord {
  const message: RegisterControllerRecord = {
    controllerId,
    incarnationId,
    zkMigrationReady,
    endPoints,
    features,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readRegisterControllerRecord(reader: Reader, version: number): RegisterControllerRecord {
  checkVersion('RegisterControllerRecord', version, 0, 0);
  const message: RegisterControllerRecord = {
    controllerId: reader.int32(),
    incarnationId: reader.uuid(),
    zkMigrationReady: reader.boolean(),
    endPoints: readControllerEndpointArray(reader, version),
    features: readControllerFeatureArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeRegisterControllerRecord(
  writer: Writer,
  message: RegisterControllerRecord,
  version: number,
): void {
  checkVersion('RegisterControllerRecord', version, 0, 0);
  writer.int32(message.controllerId);
  writer.uuid(message.incarnationId);
  writer.boolean(message.zkMigrationReady);
  writeControllerEndpointArray(writer, message.endPoints, version);
  writeControllerFeatureArray(writer, message.features, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createControllerEndpoint({
  name = '',
  host = '',
  port = 0,
  securityProtocol = 0,
  unknownTaggedFields,
}: Partial<ControllerEndpoint> = {}): ControllerEndpoint {
  const message: ControllerEndpoint = { name, host, port, securityProtocol };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readControllerEndpoint(reader: Reader, version: number): ControllerEndpoint {
  const message: ControllerEndpoint = {
    name: reader.string(true),
    host: reader.string(true),
    port: reader.uint16(),
    securityProtocol: reader.int16(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeControllerEndpoint(
  writer: Writer,
  message: ControllerEndpoint,
  version: number,
): void {
  writer.string(message.name, true);
  writer.string(message.host, true);
  writer.uint16(message.port);
  writer.int16(message.securityProtocol);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readControllerEndpointArray(reader: Reader, version: number): ControllerEndpoint[] {
  const length = reader.arrayLength(true, 7);
  const elements: ControllerEndpoint[] = [];
  for (let i = 0; i < length; i++) elements.push(readControllerEndpoint(reader, version));
  return elements;
}

function writeControllerEndpointArray(
  writer: Writer,
  elements: readonly ControllerEndpoint[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeControllerEndpoint(writer, element, version);
}

export function createControllerFeature({
  name = '',
  minSupportedVersion = 0,
  maxSupportedVersion = 0,
  unknownTaggedFields,
}: Partial<ControllerFeature> = {}): ControllerFeature {
  const message: ControllerFeature = { name, minSupportedVersion, maxSupportedVersion };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readControllerFeature(reader: Reader, version: number): ControllerFeature {
  const message: ControllerFeature = {
    name: reader.string(true),
    minSupportedVersion: reader.int16(),
    maxSupportedVersion: reader.int16(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeControllerFeature(writer: Writer, message: ControllerFeature, version: number): void {
  writer.string(message.name, true);
  writer.int16(message.minSupportedVersion);
  writer.int16(message.maxSupportedVersion);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readControllerFeatureArray(reader: Reader, version: number): ControllerFeature[] {
  const length = reader.arrayLength(true, 6);
  const elements: ControllerFeature[] = [];
  for (let i = 0; i < length; i++) elements.push(readControllerFeature(reader, version));
  return elements;
}

function writeControllerFeatureArray(
  writer: Writer,
  elements: readonly ControllerFeature[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeControllerFeature(writer, element, version);
}

