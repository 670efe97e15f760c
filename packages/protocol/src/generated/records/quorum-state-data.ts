// QuorumStateData: data in quorum-state file; version 0 to 1, flexible from 0.
// Generated from schema/records/quorum-state-data.json by generator/main.ts.

import {
  checkVersion,
  type MessageCodec,
  unsupportedField,
  ZERO_UUID,
} from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface QuorumStateData {
  /** version 0 */
  clusterId: string;
  /** default -1 */
  leaderId: number;
  /** default -1 */
  leaderEpoch: number;
  /** default -1 */
  votedId: number;
  /** version 1 */
  votedDirectoryId: string;
  /** version 0 */
  appliedOffset: number;
  /** version 0 */
  currentVoters: readonly Voter[] | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface Voter {
  voterId: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const QuorumStateData: MessageCodec<QuorumStateData> = {
  name: 'QuorumStateData',
  versions: [0, 1],
  flexibleFrom: 0,
  read: readQuorumStateData,
  write: writeQuorumStateData,
  create: createQuorumStateData,
};

function createQuorumStateData({
  clusterId = '',
  leaderId = -1,
  leaderEpoch = -1,
  votedId = -1,
  votedDirectoryId = ZERO_UUID,
  appliedOffset = 0,
  currentVoters = [],
  unknownTaggedFields,
}: Partial<QuorumStateData> = {}): QuorumStateData {
  const message: QuorumStateData = {
    clusterId,
    leaderId,
    leaderEpoch,
    votedId,
    votedDirectoryId,
    appliedOffset,
    currentVoters,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readQuorumStateData(reader: Reader, version: number): QuorumStateData {
  checkVersion('QuorumStateData', version, 0, 1);
  const message: QuorumStateData = {
    clusterId: version <= 0 ? reader.string(true) : '',
    leaderId: reader.int32(),
    leaderEpoch: reader.int32(),
    votedId: reader.int32(),
    votedDirectoryId: version >= 1 ? reader.uuid() : ZERO_UUID,
    appliedOffset: version <= 0 ? reader.int64() : 0,
    currentVoters: version <= 0 ? readNullableVoterArray(reader, version) : [],
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeQuorumStateData(writer: Writer, message: QuorumStateData, version: number): void {
  checkVersion('QuorumStateData', version, 0, 1);
  if (version <= 0) {
    writer.string(message.clusterId, true);
  }
  if (version > 0 && message.clusterId !== '') {
    throw unsupportedField('QuorumStateData.clusterId', version);
  }
  writer.int32(message.leaderId);
  writer.int32(message.leaderEpoch);
  writer.int32(message.votedId);
  if (version >= 1) {
    writer.uuid(message.votedDirectoryId);
  }
  if (version < 1 && message.votedDirectoryId !== ZERO_UUID) {
    throw unsupportedField('QuorumStateData.votedDirectoryId', version);
  }
  if (version <= 0) {
    writer.int64(message.appliedOffset);
  }
  if (version > 0 && message.appliedOffset !== 0) {
    throw unsupportedField('QuorumStateData.appliedOffset', version);
  }
  if (version <= 0) {
    writeNullableVoterArray(writer, message.currentVoters, version);
  }
  if (version > 0 && !(message.currentVoters !== null && message.currentVoters.length === 0)) {
    throw unsupportedField('QuorumStateData.currentVoters', version);
  }
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createVoter({
  voterId = 0,
  unknownTaggedFields,
}: Partial<Voter> = {}): Voter {
  const message: Voter = { voterId };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readVoter(reader: Reader, version: number): Voter {
  const message: Voter = {
    voterId: reader.int32(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeVoter(writer: Writer, message: Voter, version: number): void {
  writer.int32(message.voterId);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readNullableVoterArray(reader: Reader, version: number): Voter[] | null {
  const length = reader.nullableArrayLength(true, 5);
  if (length < 0) return null;
  const elements: Voter[] = [];
  for (let i = 0; i < length; i++) elements.push(readVoter(reader, version));
  return elements;
}

function writeNullableVoterArray(
  writer: Writer,
  elements: readonly Voter[] | null,
  version: number,
): void {
  writer.arrayLength(elements === null ? -1 : elements.length, true);
  if (elements === null) return;
  for (const element of elements) writeVoter(writer, element, version);
}

