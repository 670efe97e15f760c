// BrokerRegistrationRequest: request of API 62; version 0 to 4, flexible from 0.
// Generated from schema/messages/broker-registration-request.json by generator/main.ts.

import {
  checkVersion,
  type MessageCodec,
  unsupportedField,
  ZERO_UUID,
} from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface BrokerRegistrationRequest {
  brokerId: number;
  clusterId: string;
  incarnationId: string;
  listeners: readonly Listener[];
  features: readonly Feature[];
  rack: string | null;
  /** version 1+, default false */
  isMigratingZkBroker: boolean;
  /** version 2+ */
  logDirs: readonly string[];
  /** version 3+, default -1 */
  previousBrokerEpoch: number;
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

export const BrokerRegistrationRequest: MessageCodec<BrokerRegistrationRequest> = {
  name: 'BrokerRegistrationRequest',
  versions: [0, 4],
  flexibleFrom: 0,
  read: readBrokerRegistrationRequest,
  write: writeBrokerRegistrationRequest,
  create: createBrokerRegistrationRequest,
};

function createBrokerRegistrationRequest({
  brokerId = 0,
  clusterId = '',
  incarnationId = ZERO_UUID,
  listeners = [],
  features = [],
  rack = '',
  isMigratingZkBroker = false,
  logDirs = [],
  previousBrokerEpoch = -1,
  unknownTaggedFields,
}: Partial<BrokerRegistrationRequest> = {}): BrokerRegistrationRequest {
  const message: BrokerRegistrationRequest = {
    brokerId,
    clusterId,
    incarnationId,
    listeners,
    features,
    rack,
    isMigratingZkBroker,
    logDirs,
    previousBrokerEpoch,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readBrokerRegistrationRequest(reader: Reader, version: number): BrokerRegistrationRequest {
  checkVersion('BrokerRegistrationRequest', version, 0, 4);
  const message: BrokerRegistrationRequest = {
    brokerId: reader.int32(),
    clusterId: reader.string(true),
    incarnationId: reader.uuid(),
    listeners: readListenerArray(reader, version),
    features: readFeatureArray(reader, version),
    rack: reader.nullableString(true),
    isMigratingZkBroker: version >= 1 ? reader.boolean() : false,
    logDirs: version >= 2 ? reader.uuidArray(true) : [],
    previousBrokerEpoch: version >= 3 ? reader.int64() : -1,
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeBrokerRegistrationRequest(
  writer: Writer,
  message: BrokerRegistrationRequest,
  version: number,
): void {
  checkVersion('BrokerRegistrationRequest', version, 0, 4);
  writer.int32(message.brokerId);
  writer.string(message.clusterId, true);
  writer.uuid(message.incarnationId);
  writeListenerArray(writer, message.listeners, version);
  writeFeatureArray(writer, message.features, version);
  writer.nullableString(message.rack, true);
  if (version >= 1) {
    writer.boolean(message.isMigratingZkBroker);
  }
  if (version < 1 && message.isMigratingZkBroker) {
    throw unsupportedField('BrokerRegistrationRequest.isMigratingZkBroker', version);
  }
  if (version >= 2) {
    writer.uuidArray(message.logDirs, true);
  }
  if (version >= 3) {
    writer.int64(message.previousBrokerEpoch);
  }
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

