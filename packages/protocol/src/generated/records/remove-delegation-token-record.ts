// RemoveDelegationTokenRecord: record in __cluster_metadata, type 26; version 0, flexible from 0.
// Generated from schema/records/remove-delegation-token-record.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface RemoveDelegationTokenRecord {
  tokenId: string;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const RemoveDelegationTokenRecord: MessageCodec<RemoveDelegationTokenRecord> = {
  name: 'RemoveDelegationTokenRecord',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readRemoveDelegationTokenRecord,
  write: writeRemoveDelegationTokenRecord,
  create: createRemoveDelegationTokenRecord,
};

function createRemoveDelegationTokenRecord({
  tokenId = '',
  unknownTaggedFields,
}: Partial<RemoveDelegationTokenRecord> = {}): RemoveDelegationTokenRecord {
  const message: RemoveDelegationTokenRecord = { tokenId };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readRemoveDelegationTokenRecord(
  reader: Reader,
  version: number,
): RemoveDelegationTokenRecord {
  checkVersion('RemoveDelegationTokenRecord', version, 0, 0);
  const message: RemoveDelegationTokenRecord = {
    tokenId: reader.string(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeRemoveDelegationTokenRecord(
  writer: Writer,
  message: RemoveDelegationTokenRecord,
  version: number,
): void {
  checkVersion('RemoveDelegationTokenRecord', version, 0, 0);
  writer.string(message.tokenId, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

