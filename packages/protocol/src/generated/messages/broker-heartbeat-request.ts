// BrokerHeartbeatRequest: request of API 63; version 0 to 2, flexible from 0.
// Generated from schema/messages/broker-heartbeat-request.json by generator/main.ts.

import { checkVersion, type MessageCodec, unsupportedField } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface BrokerHeartbeatRequest {
  brokerId: number;
  /** default -1 */
  brokerEpoch: number;
  currentMetadataOffset: number;
  wantFence: boolean;
  wantShutDown: boolean;
  /** version 1+, tag 0 */
  offlineLogDirs: readonly string[];
  /** version 2, tag 1, default null */
  cordonedLogDirs: readonly string[] | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const BrokerHeartbeatRequest: MessageCodec<BrokerHeartbeatRequest> = {
  name: 'BrokerHeartbeatRequest',
  versions: [0, 2],
  flexibleFrom: 0,
  read: readBrokerHeartbeatRequest,
  write: writeBrokerHeartbeatRequest,
  create: createBrokerHeartbeatRequest,
};

function createBrokerHeartbeatRequest({
  brokerId = 0,
  brokerEpoch = -1,
  currentMetadataOffset = 0,
  wantFence = false,
  wantShutDown = false,
  offlineLogDirs = [],
  cordonedLogDirs = null,
  unknownTaggedFields,
}: Partial<BrokerHeartbeatRequest> = {}): BrokerHeartbeatRequest {
  const message: BrokerHeartbeatRequest = {
    brokerId,
    brokerEpoch,
    currentMetadataOffset,
    wantFence,
    wantShutDown,
    offlineLogDirs,
    cordonedLogDirs,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readBrokerHeartbeatRequest(reader: Reader, version: number): BrokerHeartbeatRequest {
  checkVersion('BrokerHeartbeatRequest', version, 0, 2);
  const message: BrokerHeartbeatRequest = {
    brokerId: reader.int32(),
    brokerEpoch: reader.int64(),
    currentMetadataOffset: reader.int64(),
    wantFence: reader.boolean(),
    wantShutDown: reader.boolean(),
    offlineLogDirs: [],
    cordonedLogDirs: null,
  };
  let tag = -1;
  let unknown: RawTaggedField[] | undefined;
  for (let left = reader.taggedFieldCount(); left > 0; left--) {
    tag = reader.tag(tag);
    const end = reader.taggedFieldEnd();
    if (tag === 0 && version >= 1) message.offlineLogDirs = reader.uuidArray(true);
    else if (tag === 1 && version >= 2) message.cordonedLogDirs = reader.nullableUuidArray(true);
    else (unknown ??= []).push({ tag, data: reader.take(end - reader.position) });
    reader.closeTaggedField(tag, end);
  }
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeBrokerHeartbeatRequest(
  writer: Writer,
  message: BrokerHeartbeatRequest,
  version: number,
): void {
  checkVersion('BrokerHeartbeatRequest', version, 0, 2);
  writer.int32(message.brokerId);
  writer.int64(message.brokerEpoch);
  writer.int64(message.currentMetadataOffset);
  writer.boolean(message.wantFence);
  writer.boolean(message.wantShutDown);
  if (version < 1 && message.offlineLogDirs.length !== 0) {
    throw unsupportedField('BrokerHeartbeatRequest.offlineLogDirs', version);
  }
  if (version < 2 && message.cordonedLogDirs !== null) {
    throw unsupportedField('BrokerHeartbeatRequest.cordonedLogDirs', version);
  }
  const unknown = message.unknownTaggedFields;
  let tagCount = unknown === undefined ? 0 : unknown.length;
  const hasOfflineLogDirs = version >= 1 && message.offlineLogDirs.length !== 0;
  if (hasOfflineLogDirs) tagCount++;
  const hasCordonedLogDirs = version >= 2 && message.cordonedLogDirs !== null;
  if (hasCordonedLogDirs) tagCount++;
  writer.uvarint(tagCount);
  let next = 0;
  if (hasOfflineLogDirs) {
    next = writer.unknownTaggedFieldsBelow(unknown, next, 0);
    const opened = writer.openTaggedField(0);
    writer.uuidArray(message.offlineLogDirs, true);
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

