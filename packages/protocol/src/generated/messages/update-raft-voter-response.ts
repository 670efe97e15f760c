// UpdateRaftVoterResponse: response of API 82; version 0, flexible from 0.
// Generated from schema/messages/update-raft-voter-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface UpdateRaftVoterResponse {
  throttleTimeMs: number;
  errorCode: number;
  /** tag 0 */
  currentLeader: CurrentLeader;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface CurrentLeader {
  /** default -1 */
  leaderId: number;
  /** default -1 */
  leaderEpoch: number;
  host: string;
  port: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const UpdateRaftVoterResponse: MessageCodec<UpdateRaftVoterResponse> = {
  name: 'UpdateRaftVoterResponse',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readUpdateRaftVoterResponse,
  write: writeUpdateRaftVoterResponse,
  create: createUpdateRaftVoterResponse,
};

function createUpdateRaftVoterResponse({
  throttleTimeMs = 0,
  errorCode = 0,
  currentLeader = createCurrentLeader(),
  unknownTaggedFields,
}: Partial<UpdateRaftVoterResponse> = {}): UpdateRaftVoterResponse {
  const message: UpdateRaftVoterResponse = { throttleTimeMs, errorCode, currentLeader };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readUpdateRaftVoterResponse(reader: Reader, version: number): UpdateRaftVoterResponse {
  checkVersion('UpdateRaftVoterResponse', version, 0, 0);
  const message: UpdateRaftVoterResponse = {
    throttleTimeMs: reader.int32(),
    errorCode: reader.int16(),
    currentLeader: createCurrentLeader(),
  };
  let tag = -1;
  let unknown: RawTaggedField[] | undefined;
  for (let left = reader.taggedFieldCount(); left > 0; left--) {
    tag = reader.tag(tag);
    const end = reader.taggedFieldEnd();
    if (tag === 0) message.currentLeader = readCurrentLeader(reader, version);
    else (unknown ??= []).push({ tag, data: reader.take(end - reader.position) });
    reader.closeTaggedField(tag, end);
  }
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeUpdateRaftVoterResponse(
  writer: Writer,
  message: UpdateRaftVoterResponse,
  version: number,
): void {
  checkVersion('UpdateRaftVoterResponse', version, 0, 0);
  writer.int32(message.throttleTimeMs);
  writer.int16(message.errorCode);
  const unknown = message.unknownTaggedFields;
  let tagCount = unknown === undefined ? 0 : unknown.length;
  const hasCurrentLeader = !isDefaultCurrentLeader(message.currentLeader);
  if (hasCurrentLeader) tagCount++;
  writer.uvarint(tagCount);
  let next = 0;
  if (hasCurrentLeader) {
    next = writer.unknownTaggedFieldsBelow(unknown, next, 0);
    const opened = writer.openTaggedField(0);
    writeCurrentLeader(writer, message.currentLeader, version);
    writer.closeTaggedField(opened);
  }
  writer.unknownTaggedFieldsBelow(unknown, next, Infinity);
}

export function createCurrentLeader({
  leaderId = -1,
  leaderEpoch = -1,
  host = '',
  port = 0,
  unknownTaggedFields,
}: Partial<CurrentLeader> = {}): CurrentLeader {
  const message: CurrentLeader = { leaderId, leaderEpoch, host, port };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readCurrentLeader(reader: Reader, version: number): CurrentLeader {
  const message: CurrentLeader = {
    leaderId: reader.int32(),
    leaderEpoch: reader.int32(),
    host: reader.string(true),
    port: reader.int32(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeCurrentLeader(writer: Writer, message: CurrentLeader, version: number): void {
  writer.int32(message.leaderId);
  writer.int32(message.leaderEpoch);
  writer.string(message.host, true);
  writer.int32(message.port);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function isDefaultCurrentLeader(message: CurrentLeader): boolean {
  return (
    message.leaderId === -1 &&
    message.leaderEpoch === -1 &&
    message.host === '' &&
    message.port === 0 &&
    message.unknownTaggedFields === undefined
  );
}

