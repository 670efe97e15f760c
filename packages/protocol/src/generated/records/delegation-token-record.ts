// DelegationTokenRecord: record in __cluster_metadata, type 10; version 0, flexible from 0.
// Generated from schema/records/delegation-token-record.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface DelegationTokenRecord {
  owner: string;
  requester: string;
  renewers: readonly string[];
  issueTimestamp: number;
  maxTimestamp: number;
  expirationTimestamp: number;
  tokenId: string;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const DelegationTokenRecord: MessageCodec<DelegationTokenRecord> = {
  name: 'DelegationTokenRecord',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readDelegationTokenRecord,
  write: writeDelegationTokenRecord,
  create: createDelegationTokenRecord,
};

function createDelegationTokenRecord({
  owner = '',
  requester = '',
  renewers = [],
  issueTimestamp = 0,
  maxTimestamp = 0,
  expirationTimestamp = 0,
  tokenId = '',
  unknownTaggedFields,
}: Partial<DelegationTokenRecord> = {}): DelegationTokenRecord {
  const message: DelegationTokenRecord = {
    owner,
    requester,
    renewers,
    issueTimestamp,
    maxTimestamp,
    expirationTimestamp,
    tokenId,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDelegationTokenRecord(reader: Reader, version: number): DelegationTokenRecord {
  checkVersion('DelegationTokenRecord', version, 0, 0);
  const message: DelegationTokenRecord = {
    owner: reader.string(true),
    requester: reader.string(true),
    renewers: reader.stringArray(true),
    issueTimestamp: reader.int64(),
    maxTimestamp: reader.int64(),
    expirationTimestamp: reader.int64(),
    tokenId: reader.string(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeDelegationTokenRecord(
  writer: Writer,
  message: DelegationTokenRecord,
  version: number,
): void {
  checkVersion('DelegationTokenRecord', version, 0, 0);
  writer.string(message.owner, true);
  writer.string(message.requester, true);
  writer.stringArray(message.renewers, true);
  writer.int64(message.issueTimestamp);
  writer.int64(message.maxTimestamp);
  writer.int64(message.expirationTimestamp);
  writer.string(message.tokenId, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

