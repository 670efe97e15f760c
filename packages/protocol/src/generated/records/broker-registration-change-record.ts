// BrokerRegistrationChangeRecord: record in __cluster_metadata, type 17; version 0 to 3, flexible from 0.
// Generated from schema/records/broker-registration-change-record.json by generator/main.ts.

import { checkVersion, type MessageCodec, unsupportedField } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface BrokerRegistrationChangeRecord {
  brokerId: number;
  brokerEpoch: number;
  /** tag 0 */
  fenced: number;
  /** version 1+, tag 1 */
  inControlledShutdown: number;
  /** version 2+, tag 2 */
  logDirs: readonly string[];
  /** version 3, tag 3, default null */
  cordonedLogDirs: readonly string[] | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const BrokerRegistrationChangeRecord: MessageCodec<BrokerRegistrationChangeRecord> = {
  name: 'BrokerRegistrationChangeRecord',
  versions: [0, 3],
  flexibleFrom: 0,
  read: readBrokerRegistrationChangeRecord,
  write: writeBrokerRegistrationChangeRecord,
  create: createBrokerRegistrationChangeRecord,
};

function createBrokerRegistrationChangeRecord({
  brokerId = 0,
  brokerEpoch = 0,
  fenced = 0,
  inControlledShutdown = 0,
  logDirs = [],
  cordonedLogDirs = null,
  unknownTaggedFields,
}: Partial<BrokerRegistrationChangeRecord> = {}): BrokerRegistrationChangeRecord {
  const message: BrokerRegistrationChangeRecord = {
    brokerId,
    brokerEpoch,
    fenced,
    inControlledShutdown,
    logDirs,
    cordonedLogDirs,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readBrokerRegistrationChangeRecord(
  reader: Reader,
  version: number,
): BrokerRegistrationChangeRecord {
  checkVersion('BrokerRegistrationChangeRecord', version, 0, 3);
  const message: BrokerRegistrationChangeRecord = {
    brokerId: reader.int32(),
    brokerEpoch: reader.int64(),
    fenced: 0,
    inControlledShutdown: 0,
    logDirs: [],
    cordonedLogDirs: null,
  };
  let tag = -1;
  let unknown: RawTaggedField[] | undefined;
  for (let left = reader.taggedFieldCount(); left > 0; left--) {
    tag = reader.tag(tag);
    const end = reader.taggedFieldEnd();
    if (tag === 0) message.fenced = reader.int8();
    else if (tag === 1 && version >= 1) message.inControlledShutdown = reader.int8();
    else if (tag === 2 && version >= 2) message.logDirs = reader.uuidArray(true);
    else if (tag === 3 && version >= 3) message.cordonedLogDirs = reader.nullableUuidArray(true);
    else (unknown ??= []).push({ tag, data: reader.take(end - reader.position) });
    reader.closeTaggedField(tag, end);
  }
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeBrokerRegistrationChangeRecord(
  writer: Writer,
  message: BrokerRegistrationChangeRecord,
  version: number,
): void {
  checkVersion('BrokerRegistrationChangeRecord', version, 0, 3);
  writer.int32(message.brokerId);
  writer.int64(message.brokerEpoch);
  if (version < 1 && message.inControlledShutdown !== 0) {
    throw unsupportedField('BrokerRegistrationChangeRecord.inControlledShutdown', version);
  }
  if (version < 2 && message.logDirs.length !== 0) {
    throw unsupportedField('BrokerRegistrationChangeRecord.logDirs', version);
  }
  if (version < 3 && message.cordonedLogDirs !== null) {
    throw unsupportedField('BrokerRegistrationChangeRecord.cordonedLogDirs', version);
  }
  const unknown = message.unknownTaggedFields;
  let tagCount = unknown === undefined ? 0 : unknown.length;
  const hasFenced = message.fenced !== 0;
  if (hasFenced) tagCount++;
  const hasInControlledShutdown = version >= 1 && message.inControlledShutdown !== 0;
  if (hasInControlledShutdown) tagCount++;
  const hasLogDirs = version >= 2 && message.logDirs.length !== 0;
  if (hasLogDirs) tagCount++;
  const hasCordonedLogDirs = version >= 3 && message.cordonedLogDirs !== null;
  if (hasCordonedLogDirs) tagCount++;
  writer.uvarint(tagCount);
  let next = 0;
  if (hasFenced) {
    next = writer.unknownTaggedFieldsBelow(unknown, next, 0);
    const opened = writer.openTaggedField(0);
    writer.int8(message.fenced);
    writer.closeTaggedField(opened);
  }
  if (hasInControlledShutdown) {
    next = writer.unknownTaggedFieldsBelow(unknown, next, 1);
    const opened = writer.openTaggedField(1);
    writer.int8(message.inControlledShutdown);
    writer.closeTaggedField(opened);
  }
  if (hasLogDirs) {
    next = writer.unknownTaggedFieldsBelow(unknown, next, 2);
    const opened = writer.openTaggedField(2);
    writer.uuidArray(message.logDirs, true);
    writer.closeTaggedField(opened);
  }
  if (hasCordonedLogDirs) {
    next = writer.unknownTaggedFieldsBelow(unknown, next, 3);
    const opened = writer.openTaggedField(3);
    writer.nullableUuidArray(message.cordonedLogDirs, true);
    writer.closeTaggedField(opened);
  }
  writer.unknownTaggedFieldsBelow(unknown, next, Infinity);
}

