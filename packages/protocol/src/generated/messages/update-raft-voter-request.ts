// UpdateRaftVoterRequest: request of API 82; version 0, flexible from 0.
// Generated from schema/messages/update-raft-voter-request.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface UpdateRaftVoterRequest {
  clusterId: string | null;
  currentLeaderEpoch: number;
  voterId: number;
  voterDirectoryId: string;
  listeners: readonly Listener[];
  kRaftVersionFeature: KRaftVersionFeature;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface Listener {
  name: string;
  host: string;
  port: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface KRaftVersionFeature {
  minSupportedVersion: number;
  maxSupportedVersion: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const UpdateRaftVoterRequest: MessageCodec<UpdateRaftVoterRequest> = {
  name: 'UpdateRaftVoterRequest',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readUpdateRaftVoterRequest,
  write: writeUpdateRaftVoterRequest,
  create: createUpdateRaftVoterRequest,
};

function createUpdateRaftVoterRequest({
  clusterId = '',
  currentLeaderEpoch = 0,
  voterId = 0,
  voterDirectoryId = ZERO_UUID,
  listeners = [],
  kRaftVersionFeature = createKRaftVersionFeature(),
  unknownTaggedFields,
}: Partial<UpdateRaftVoterRequest> = {}): UpdateRaftVoterRequest {
  const message: UpdateRaftVoterRequest = {
    clusterId,
    currentLeaderEpoch,
    voterId,
    voterDirectoryId,
    listeners,
    kRaftVersionFeature,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readUpdateRaftVoterRequest(reader: Reader, version: number): UpdateRaftVoterRequest {
  checkVersion('UpdateRaftVoterRequest', version, 0, 0);
  const message: UpdateRaftVoterRequest = {
    clusterId: reader.nullableString(true),
    currentLeaderEpoch: reader.int32(),
    voterId: reader.int32(),
    voterDirectoryId: reader.uuid(),
    listeners: readListenerArray(reader, version),
    kRaftVersionFeature: readKRaftVersionFeature(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeUpdateRaftVoterRequest(
  writer: Writer,
  message: UpdateRaftVoterRequest,
  version: number,
): void {
  checkVersion('UpdateRaftVoterRequest', version, 0, 0);
  writer.nullableString(message.clusterId, true);
  writer.int32(message.currentLeaderEpoch);
  writer.int32(message.voterId);
  writer.uuid(message.voterDirectoryId);
  writeListenerArray(writer, message.listeners, version);
  writeKRaftVersionFeature(writer, message.kRaftVersionFeature, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createListener({
  name = '',
  host = '',
  port = 0,
  unknownTaggedFields,
}: Partial<Listener> = {}): Listener {
  const message: Listener = { name, host, port };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readListener(reader: Reader, version: number): Listener {
  const message: Listener = {
    name: reader.string(true),
    host: reader.string(true),
    port: reader.uint16(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeListener(writer: Writer, message: Listener, version: number): void {
  writer.string(message.name, true);
  writer.string(message.host, true);
  writer.uint16(message.port);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readListenerArray(reader: Reader, version: number): Listener[] {
  const length = reader.arrayLength(true, 5);
  const elements: Listener[] = [];
  for (let i = 0; i < length; i++) elements.push(readListener(reader, version));
  return elements;
}

function writeListenerArray(writer: Writer, elements: readonly Listener[], version: number): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeListener(writer, element, version);
}

export function createKRaftVersionFeature({
  minSupportedVersion = 0,
  maxSupportedVersion = 0,
  unknownTaggedFields,
}: Partial<KRaftVersionFeature> = {}): KRaftVersionFeature {
  const message: KRaftVersionFeature = { minSupportedVersion, maxSupportedVersion };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readKRaftVersionFeature(reader: Reader, version: number): KRaftVersionFeature {
  const message: KRaftVersionFeature = {
    minSupportedVersion: reader.int16(),
    maxSupportedVersion: reader.int16(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeKRaftVersionFeature(
  writer: Writer,
  message: KRaftVersionFeature,
  version: number,
): void {
  writer.int16(message.minSupportedVersion);
  writer.int16(message.maxSupportedVersion);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

