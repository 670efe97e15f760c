// RegisterBrokerRecord: record in __cluster_metadata, type 0; version 0 to 4, flexible from 0.
// Generated from schema/records/register-broker-record.json by generator/main.ts.

import {
  checkVersion,
  type MessageCodec,
  unsupportedField,
  ZERO_UUID,
} from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface RegisterBrokerRecord {
  brokerId: number;
  /** version 2+, default false */
  isMigratingZkBroker: boolean;
  incarnationId: string;
  brokerEpoch: number;
  endPoints: readonly BrokerEndpoint[];
  features: readonly BrokerFeature[];
  rack: string | null;
  /** default true */
  fenced: boolean;
  /** version 1+, default false */
  inControlledShutdown: boolean;
  /** version 3+, tag 0 */
  logDirs: readonly string[];
  /** version 4, tag 1, default null */
  cordonedLogDirs: readonly string[] | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface BrokerEndpoint {
  name: string;
  host: string;
  port: number;
  securityProtocol: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface BrokerFeature {
  name: string;
  minSupportedVersion: number;
  maxSupportedVersion: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const RegisterBrokerRecord: MessageCodec<RegisterBrokerRecord> = {
  name: 'RegisterBrokerRecord',
  versions: [0, 4],
  flexibleFrom: 0,
  read: readRegisterBrokerRecord,
  write: writeRegisterBrokerRecord,
  create: createRegisterBrokerRecord,
};

function createRegisterBrokerRecord({
  brokerId = 0,
  isMigratingZkBroker = false,
  incarnationId = ZERO_UUID,
  brokerEpoch = 0,
  endPoints = [],
  features = [],
  rack = '',
  fenced = true,
  inControlledShutdown = false,
  logDirs = [],
  cordonedLogDirs = null,
  unknownTaggedFields,
}: Partial<RegisterBrokerRecord> = {}): RegisterBrokerRecord {
  const message: RegisterBrokerRecord = {
    brokerId,
    isMigratingZkBroker,
    incarnationId,
    brokerEpoch,
    endPoints,
    features,
    rack,
    fenced,
    inControlledShutdown,
    logDirs,
    cordonedLogDirs,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readRegisterBrokerRecord(reader: Reader, version: number): RegisterBrokerRecord {
  checkVersion('RegisterBrokerRecord', version, 0, 4);
  const message: RegisterBrokerRecord = {
    brokerId: reader.int32(),
    isMigratingZkBroker: version >= 2 ? reader.boolean() : false,
    incarnationId: reader.uuid(),
    brokerEpoch: reader.int64(),
    endPoints: readBrokerEndpointArray(reader, version),
    features: readBrokerFeatureArray(reader, version),
    rack: reader.nullableString(true),
    fenced: reader.boolean(),
    inControlledShutdown: version >= 1 ? reader.boolean() : false,
    logDirs: [],
    cordonedLogDirs: null,
  };
  let tag = -1;
  let unknown: RawTaggedField[] | undefined;
  for (let left = reader.taggedFieldCount(); left > 0; left--) {
    tag = reader.tag(tag);
    const end = reader.taggedFieldEnd();
    if (tag === 0 && version >= 3) message.logDirs = reader.uuidArray(true);
    else if (tag === 1 && version >= 4) message.cordonedLogDirs = reader.nullableUuidArray(true);
    else (unknown ??= []).push({ tag, data: reader.take(end - reader.position) });
    reader.closeTaggedField(tag, end);
  }
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeRegisterBrokerRecord(
  writer: Writer,
  message: RegisterBrokerRecord,
  version: number,
): void {
  checkVersion('RegisterBrokerRecord', version, 0, 4);
  writer.int32(message.brokerId);
  if (version >= 2) {
    writer.boolean(message.isMigratingZkBroker);
  }
  if (version < 2 && message.isMigratingZkBroker) {
    throw unsupportedField('RegisterBrokerRecord.isMigratingZkBroker', version);
  }
  writer.uuid(message.incarnationId);
  writer.int64(message.brokerEpoch);
  writeBrokerEndpointArray(writer, message.endPoints, version);
  writeBrokerFeatureArray(writer, message.features, version);
  writer.nullableString(message.rack, true);
  writer.boolean(message.fenced);
  if (version >= 1) {
    writer.boolean(message.inControlledShutdown);
  }
  if (version < 1 && message.inControlledShutdown) {
    throw unsupportedField('RegisterBrokerRecord.inControlledShutdown', version);
  }
  if (version < 3 && message.logDirs.length !== 0) {
    throw unsupportedField('RegisterBrokerRecord.logDirs', version);
  }
  if (version < 4 && message.cordonedLogDirs !== null) {
    throw unsupportedField('RegisterBrokerRecord.cordonedLogDirs', version);
  }
  const unknown = message.unknownTaggedFields;
  let tagCount = unknown === undefined ? 0 : unknown.length;
  const hasLogDirs = version >= 3 && message.logDirs.length !== 0;
  if (hasLogDirs) tagCount++;
  const hasCordonedLogDirs = version >= 4 && message.cordonedLogDirs !== null;
  if (hasCordonedLogDirs) tagCount++;
  writer.uvarint(tagCount);
  let next = 0;
  if (hasLogDirs) {
    next = writer.unknownTaggedFieldsBelow(unknown, next, 0);
    const opened = writer.openTaggedField(0);
    writer.uuidArray(message.logDirs, true);
    writer.closeTaggedField(opened);
  }
  if (hasCordonedLogDirs) {
    next = writer.unknownTaggedFieldsBelow(unknown, next, 1);
    const opened = writer.openTaggedField(1);
    writer.nullableUuidArray(message.cordonedLogDirs, true);
    writer.closeTaggedField(opened);
  }
  writer.unknownTaggedFieldsBelow(unknown, next, Infinity);
}

export function createBrokerEndpoint({
  name = '',
  host = '',
  port = 0,
  securityProtocol = 0,
  unknownTaggedFields,
}: Partial<BrokerEndpoint> = {}): BrokerEndpoint {
  const message: BrokerEndpoint = { name, host, port, securityProtocol };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readBrokerEndpoint(reader: Reader, version: number): BrokerEndpoint {
  const message: BrokerEndpoint = {
    name: reader.string(true),
    host: reader.string(true),
    port: reader.uint16(),
    securityProtocol: reader.int16(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeBrokerEndpoint(writer: Writer, message: BrokerEndpoint, version: number): void {
  writer.string(message.name, true);
  writer.string(message.host, true);
  writer.uint16(message.port);
  writer.int16(message.securityProtocol);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readBrokerEndpointArray(reader: Reader, version: number): BrokerEndpoint[] {
  const length = reader.arrayLength(true, 7);
  const elements: BrokerEndpoint[] = [];
  for (let i = 0; i < length; i++) elements.push(readBrokerEndpoint(reader, version));
  return elements;
}

function writeBrokerEndpointArray(
  writer: Writer,
  elements: readonly BrokerEndpoint[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeBrokerEndpoint(writer, element, version);
}

export function createBrokerFeature({
  name = '',
  minSupportedVersion = 0,
  maxSupportedVersion = 0,
  unknownTaggedFields,
}: Partial<BrokerFeature> = {}): BrokerFeature {
  const message: BrokerFeature = { name, minSupportedVersion, maxSupportedVersion };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readBrokerFeature(reader: Reader, version: number): BrokerFeature {
  const message: BrokerFeature = {
    name: reader.string(true),
    minSupportedVersion: reader.int16(),
    maxSupportedVersion: reader.int16(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeBrokerFeature(writer: Writer, message: BrokerFeature, version: number): void {
  writer.string(message.name, true);
  writer.int16(message.minSupportedVersion);
  writer.int16(message.maxSupportedVersion);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readBrokerFeatureArray(reader: Reader, version: number): BrokerFeature[] {
  const length = reader.arrayLength(true, 6);
  const elements: BrokerFeature[] = [];
  for (let i = 0; i < length; i++) elements.push(readBrokerFeature(reader, version));
  return elements;
}

function writeBrokerFeatureArray(
  writer: Writer,
  elements: readonly BrokerFeature[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeBrokerFeature(writer, element, version);
}

