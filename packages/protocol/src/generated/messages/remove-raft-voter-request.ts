// RemoveRaftVoterRequest: request of API 81; version 0, flexible from 0.
// Generated from schema/messages/remove-raft-voter-request.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface RemoveRaftVoterRequest {
  clusterId: string | null;
  voterId: number;
  voterDirectoryId: string;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const RemoveRaftVoterRequest: MessageCodec<RemoveRaftVoterRequest> = {
  name: 'RemoveRaftVoterRequest',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readRemoveRaftVoterRequest,
  write: writeRemoveRaftVoterRequest,
  create: createRemoveRaftVoterRequest,
};

function createRemoveRaftVoterRequest({
  clusterId = '',
  voterId = 0,
  voterDirectoryId = ZERO_UUID,
  unknownTaggedFields,
}: Partial<RemoveRaftVoterRequest> = {}): RemoveRaftVoterRequest {
  const message: RemoveRaftVoterRequest = { clusterId, voterId, voterDirectoryId };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readRemoveRaftVoterRequest(reader: Reader, version: number): RemoveRaftVoterRequest {
  checkVersion('RemoveRaftVoterRequest', version, 0, 0);
  const message: RemoveRaftVoterRequest = {
    clusterId: reader.nullableString(true),
    voterId: reader.int32(),
    voterDirectoryId: reader.uuid(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeRemoveRaftVoterRequest(
  writer: Writer,
  message: RemoveRaftVoterRequest,
  version: number,
): void {
  checkVersion('RemoveRaftVoterRequest', version, 0, 0);
  writer.nullableString(message.clusterId, true);
  writer.int32(message.voterId);
  writer.uuid(message.voterDirectoryId);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

