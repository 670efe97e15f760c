// LeaderChangeMessage: data; version 0 to 1, flexible from 0.
// Generated from schema/messages/leader-change-message.json by generator/main.ts.

import {
  checkVersion,
  type MessageCodec,
  unsupportedField,
  ZERO_UUID,
} from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface LeaderChangeMessage {
  version: number;
  leaderId: number;
  voters: readonly Voter[];
  grantingVoters: readonly Voter[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface Voter {
  voterId: number;
  /** version 1 */
  voterDirectoryId: string;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const LeaderChangeMessage: MessageCodec<LeaderChangeMessage> = {
  name: 'LeaderChangeMessage',
  versions: [0, 1],
  flexibleFrom: 0,
  read: readLeaderChangeMessage,
  write: writeLeaderChangeMessage,
  create: createLeaderChangeMessage,
};

function createLeaderChangeMessage({
  version = 0,
  leaderId = 0,
  voters = [],
  grantingVoters = [],
  unknownTaggedFields,
}: Partial<LeaderChangeMessage> = {}): LeaderChangeMessage {
  const message: LeaderChangeMessage = { version, leaderId, voters, grantingVoters };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readLeaderChangeMessage(reader: Reader, version: number): LeaderChangeMessage {
  checkVersion('LeaderChangeMessage', version, 0, 1);
  const message: LeaderChangeMessage = {
    version: reader.int16(),
    leaderId: reader.int32(),
    voters: readVoterArray(reader, version),
    grantingVoters: readVoterArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeLeaderChangeMessage(
  writer: Writer,
  message: LeaderChangeMessage,
  version: number,
): void {
  checkVersion('LeaderChangeMessage', version, 0, 1);
  writer.int16(message.version);
  writer.int32(message.leaderId);
  writeVoterArray(writer, message.voters, version);
  writeVoterArray(writer, message.grantingVoters, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createVoter({
  voterId = 0,
  voterDirectoryId = ZERO_UUID,
  unknownTaggedFields,
}: Partial<Voter> = {}): Voter {
  const message: Voter = { voterId, voterDirectoryId };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readVoter(reader: Reader, version: number): Voter {
  const message: Voter = {
    voterId: reader.int32(),
    voterDirectoryId: version >= 1 ? reader.uuid() : ZERO_UUID,
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeVoter(writer: Writer, message: Voter, version: number): void {
  writer.int32(message.voterId);
  if (version >= 1) {
    writer.uuid(message.voterDirectoryId);
  }
  if (version < 1 && message.voterDirectoryId !== ZERO_UUID) {
    throw unsupportedField('Voter.voterDirectoryId', version);
  }
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readVoterArray(reader: Reader, version: number): Voter[] {
  const length = reader.arrayLength(true, 5);
  const elements: Voter[] = [];
  for (let i = 0; i < length; i++) elements.push(readVoter(reader, version));
  return elements;
}

function writeVoterArray(writer: Writer, elements: readonly Voter[], version: number): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeVoter(writer, element, version);
}

