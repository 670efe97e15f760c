// RemoveRaftVoterResponse: response of API 81; version 0, flexible from 0.
// Generated from schema/messages/remove-raft-voter-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface RemoveRaftVoterResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const RemoveRaftVoterResponse: MessageCodec<RemoveRaftVoterResponse> = {
  name: 'RemoveRaftVoterResponse',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readRemoveRaftVoterResponse,
  write: writeRemoveRaftVoterResponse,
  create: createRemoveRaftVoterResponse,
};

function createRemoveRaftVoterResponse({
  throttleTimeMs = 0,
  errorCode = 0,
  errorMessage = '',
  unknownTaggedFields,
}: Partial<RemoveRaftVoterResponse> = {}): RemoveRaftVoterResponse {
  const message: RemoveRaftVoterResponse = { throttleTimeMs, errorCode, errorMessage };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readRemoveRaftVoterResponse(reader: Reader, version: number): RemoveRaftVoterResponse {
  checkVersion('RemoveRaftVoterResponse', version, 0, 0);
  const message: RemoveRaftVoterResponse = {
    throttleTimeMs: reader.int32(),
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeRemoveRaftVoterResponse(
  writer: Writer,
  message: RemoveRaftVoterResponse,
  version: number,
): void {
  checkVersion('RemoveRaftVoterResponse', version, 0, 0);
  writer.int32(message.throttleTimeMs);
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

