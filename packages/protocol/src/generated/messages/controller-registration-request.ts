// ControllerRegistrationRequest: request of API 70; version 0, flexible from 0.
// Generated from schema/messages/controller-registration-request.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ControllerRegistrationRequest {
  controllerId: number;
  incarnationId: string;
  zkMigrationReady: boolean;
  listeners: readonly Listener[];
  features: readonly Feature[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface Listener {
  name: string;
  host: string;
  port: number;
  securityProtocol: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface Feature {
  name: string;
  minSupportedVersion: number;
  maxSupportedVersion: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ControllerRegistrationRequest: MessageCodec<ControllerRegistrationRequest> = {
  name: 'ControllerRegistrationRequest',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readControllerRegistrationRequest,
  write: writeControllerRegistrationRequest,
  create: createControllerRegistrationRequest,
};

function createControllerRegistrationRequest({
  controllerId = 0,
  incarnationId = ZERO_UUID,
  zkMigrationReady = false,
  listeners = [],
  features = [],
  unknownTaggedFields,
}: Partial<ControllerRegistrationRequest> = {}): ControllerRegistrationRequest {
  const message: ControllerRegistrationRequest = {
    controllerId,
    incarnationId,
    zkMigrationReady,
    listeners,
    features,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readControllerRegistrationRequest(
  reader: Reader,
  version: number,
): ControllerRegistrationRequest {
  checkVersion('ControllerRegistrationRequest', version, 0, 0);
  const message: ControllerRegistrationRequest = {
    controllerId: reader.int32(),
    incarnationId: reader.uuid(),
    zkMigrationReady: reader.boolean(),
    listeners: readListenerArray(reader, version),
    features: readFeatureArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeControllerRegistrationRequest(
  writer: Writer,
  message: ControllerRegistrationRequest,
  version: number,
): void {
  checkVersion('ControllerRegistrationRequest', version, 0, 0);
  writer.int32(message.controllerId);
  writer.uuid(message.incarnationId);
  writer.boolean(message.zkMigrationReady);
  writeListenerArray(writer, message.listeners, version);
  writeFeatureArray(writer, message.features, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createListener({
  name = '',
  host = '',
  port = 0,
  securityProtocol = 0,
  unknownTaggedFields,
}: Partial<Listener> = {}): Listener {
  const message: Listener = { name, host, port, securityProtocol };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readListener(reader: Reader, version: number): Listener {
  const message: Listener = {
    name: reader.string(true),
    host: reader.string(true),
    port: reader.uint16(),
    securityProtocol: reader.int16(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeListener(writer: Writer, message: Listener, version: number): void {
  writer.string(message.name, true);
  writer.string(message.host, true);
  writer.uint16(message.port);
  writer.int16(message.securityProtocol);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readListenerArray(reader: Reader, version: number): Listener[] {
  const length = reader.arrayLength(true, 7);
  const elements: Listener[] = [];
  for (let i = 0; i < length; i++) elements.push(readListener(reader, version));
  return elements;
}

function writeListenerArray(writer: Writer, elements: readonly Listener[], version: number): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeListener(writer, element, version);
}

export function createFeature({
  name = '',
  minSupportedVersion = 0,
  maxSupportedVersion = 0,
  unknownTaggedFields,
}: Partial<Feature> = {}): Feature {
  const message: Feature = { name, minSupportedVersion, maxSupportedVersion };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readFeature(reader: Reader, version: number): Feature {
  const message: Feature = {
    name: reader.string(true),
    minSupportedVersion: reader.int16(),
    maxSupportedVersion: reader.int16(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeFeature(writer: Writer, message: Feature, version: number): void {
  writer.string(message.name, true);
  writer.int16(message.minSupportedVersion);
  writer.int16(message.maxSupportedVersion);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readFeatureArray(reader: Reader, version: number): Feature[] {
  const length = reader.arrayLength(true, 6);
  const elements: Feature[] = [];
  for (let i = 0; i < length; i++) elements.push(readFeature(reader, version));
  return elements;
}

function writeFeatureArray(writer: Writer, elements: readonly Feature[], version: number): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeFeature(writer, element, version);
}

