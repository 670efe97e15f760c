// GroupMetadataValue: coordinator-value in __consumer_offsets, type 2; version 0 to 4, flexible from 4.
// Generated from schema/records/group-metadata-value.json by generator/main.ts.

import { checkVersion, EMPTY_BYTES, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface GroupMetadataValue {
  protocolType: string;
  generation: number;
  protocol: string | null;
  leader: string | null;
  /** version 2+, default -1 */
  currentStateTimestamp: number;
  members: readonly MemberMetadata[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface MemberMetadata {
  memberId: string;
  /** version 3+, default null */
  groupInstanceId: string | null;
  clientId: string;
  clientHost: string;
  /** version 1+, default -1 */
  rebalanceTimeout: number;
  sessionTimeout: number;
  subscription: Uint8Array;
  assignment: Uint8Array;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const GroupMetadataValue: MessageCodec<GroupMetadataValue> = {
  name: 'GroupMetadataValue',
  versions: [0, 4],
  flexibleFrom: 4,
  read: readGroupMetadataValue,
  write: writeGroupMetadataValue,
  create: createGroupMetadataValue,
};

function createGroupMetadataValue({
  protocolType = '',
  generation = 0,
  protocol = '',
  leader = '',
  currentStateTimestamp = -1,
  members = [],
  unknownTaggedFields,
}: Partial<GroupMetadataValue> = {}): GroupMetadataValue {
  const message: GroupMetadataValue = {
    protocolType,
    generation,
    protocol,
    leader,
    currentStateTimestamp,
    members,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readGroupMetadataValue(reader: Reader, version: number): GroupMetadataValue {
  checkVersion('GroupMetadataValue', version, 0, 4);
  const flexible = version >= 4;
  const message: GroupMetadataValue = {
    protocolType: reader.string(flexible),
    generation: reader.int32(),
    protocol: reader.nullableString(flexible),
    leader: reader.nullableString(flexible),
    currentStateTimestamp: version >= 2 ? reader.int64() : -1,
    members: readMemberMetadataArray(reader, version),
  };
  if (version >= 4) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeGroupMetadataValue(
  writer: Writer,
  message: GroupMetadataValue,
  version: number,
): void {
  checkVersion('GroupMetadataValue', version, 0, 4);
  const flexible = version >= 4;
  writer.string(message.protocolType, flexible);
  writer.int32(message.generation);
  writer.nullableString(message.protocol, flexible);
  writer.nullableString(message.leader, flexible);
  if (version >= 2) {
    writer.int64(message.currentStateTimestamp);
  }
  writeMemberMetadataArray(writer, message.members, version);
  if (version >= 4) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

export function createMemberMetadata({
  memberId = '',
  groupInstanceId = null,
  clientId = '',
  clientHost = '',
  rebalanceTimeout = -1,
  sessionTimeout = 0,
  subscription = EMPTY_BYTES,
  assignment = EMPTY_BYTES,
  unknownTaggedFields,
}: Partial<MemberMetadata> = {}): MemberMetadata {
  const message: MemberMetadata = {
    memberId,
    groupInstanceId,
    clientId,
    clientHost,
    rebalanceTimeout,
    sessionTimeout,
    subscription,
    assignment,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readMemberMetadata(reader: Reader, version: number): MemberMetadata {
  const flexible = version >= 4;
  const message: MemberMetadata = {
    memberId: reader.string(flexible),
    groupInstanceId: version >= 3 ? reader.nullableString(flexible) : null,
    clientId: reader.string(flexible),
    clientHost: reader.string(flexible),
    rebalanceTimeout: version >= 1 ? reader.int32() : -1,
    sessionTimeout: reader.int32(),
    subscription: reader.bytes(flexible),
    assignment: reader.bytes(flexible),
  };
  if (version >= 4) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeMemberMetadata(writer: Writer, message: MemberMetadata, version: number): void {
  const flexible = version >= 4;
  writer.string(message.memberId, flexible);
  if (version >= 3) {
    writer.nullableString(message.groupInstanceId, flexible);
  }
  writer.string(message.clientId, flexible);
  writer.string(message.clientHost, flexible);
  if (version >= 1) {
    writer.int32(message.rebalanceTimeout);
  }
  writer.int32(message.sessionTimeout);
  writer.bytes(message.subscription, flexible);
  writer.bytes(message.assignment, flexible);
  if (version >= 4) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readMemberMetadataArray(reader: Reader, version: number): MemberMetadata[] {
  const flexible = version >= 4;
  const length = reader.arrayLength(flexible, 15);
  const elements: MemberMetadata[] = [];
  for (let i = 0; i < length; i++) elements.push(readMemberMetadata(reader, version));
  return elements;
}

function writeMemberMetadataArray(
  writer: Writer,
  elements: readonly MemberMetadata[],
  version: number,
): void {
  const flexible = version >= 4;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeMemberMetadata(writer, element, version);
}

