// AddRaftVoterRequest: request of API 80; version 0 to 1, flexible from 0.
// Generated from schema/messages/add-raft-voter-request.json by generator/main.ts.

import {
  checkVersion,
  type MessageCodec,
  unsupportedField,
  ZERO_UUID,
} from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface AddRaftVoterRequest {
  clusterId: string | null;
  timeoutMs: number;
  voterId: number;
  voterDirectoryId: string;
  listeners: readonly Listener[];
  /** version 1, default true */
  ackWhenCommitted: boolean;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface Listener {
  name: string;
  host: string;
  port: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const AddRaftVoterRequest: MessageCodec<AddRaftVoterRequest> = {
  name: 'AddRaftVoterRequest',
  versions: [0, 1],
  flexibleFrom: 0,
  read: readAddRaftVoterRequest,
  write: writeAddRaftVoterRequest,
  create: createAddRaftVoterRequest,
};

function createAddRaftVoterRequest({
  clusterId = '',
  timeoutMs = 0,
  voterId = 0,
  voterDirectoryId = ZERO_UUID,
  listeners = [],
  ackWhenCommitted = true,
  unknownTaggedFields,
}: Partial<AddRaftVoterRequest> = {}): AddRaftVoterRequest {
  const message: AddRaftVoterRequest = {
    clusterId,
    timeoutMs,
    voterId,
    voterDirectoryId,
    listeners,
    ackWhenCommitted,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAddRaftVoterRequest(reader: Reader, version: number): AddRaftVoterRequest {
  checkVersion('AddRaftVoterRequest', version, 0, 1);
  const message: AddRaftVoterRequest = {
    clusterId: reader.nullableString(true),
    timeoutMs: reader.int32(),
    voterId: reader.int32(),
    voterDirectoryId: reader.uuid(),
    listeners: readListenerArray(reader, version),
    ackWhenCommitted: version >= 1 ? reader.boolean() : true,
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeAddRaftVoterRequest(
  writer: Writer,
  message: AddRaftVoterRequest,
  version: number,
): void {
  checkVersion('AddRaftVoterRequest', version, 0, 1);
  writer.nullableString(message.clusterId, true);
  writer.int32(message.timeoutMs);
  writer.int32(message.voterId);
  writer.uuid(message.voterDirectoryId);
  writeListenerArray(writer, message.listeners, version);
  if (version >= 1) {
    writer.boolean(message.ackWhenCommitted);
  }
  if (version < 1 && !message.ackWhenCommitted) {
    throw unsupportedField('AddRaftVoterRequest.ackWhenCommitted', version);
  }
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

