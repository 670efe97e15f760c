// AddRaftVoterResponse: response of API 80; version 0 to 1, flexible from 0.
// Generated from schema/messages/add-raft-voter-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface AddRaftVoterResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const AddRaftVoterResponse: MessageCodec<AddRaftVoterResponse> = {
  name: 'AddRaftVoterResponse',
  versions: [0, 1],
  flexibleFrom: 0,
  read: readAddRaftVoterResponse,
  write: writeAddRaftVoterResponse,
  create: createAddRaftVoterResponse,
};

function createAddRaftVoterResponse({
  throttleTimeMs = 0,
  errorCode = 0,
  errorMessage = '',
  unknownTaggedFields,
}: Partial<AddRaftVoterResponse> = {}): AddRaftVoterResponse {
  const message: AddRaftVoterResponse = { throttleTimeMs, errorCode, errorMessage };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readAddRaftVoterResponse(reader: Reader, version: number): AddRaftVoterResponse {
  checkVersion('AddRaftVoterResponse', version, 0, 1);
  const message: AddRaftVoterResponse = {
    throttleTimeMs: reader.int32(),
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeAddRaftVoterResponse(
  writer: Writer,
  message: AddRaftVoterResponse,
  version: number,
): void {
  checkVersion('AddRaftVoterResponse', version, 0, 1);
  writer.int32(message.throttleTimeMs);
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

