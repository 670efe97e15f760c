// ShareGroupMemberMetadataValue: coordinator-value in __consumer_offsets, type 10; version 0, flexible from 0.
// Generated from schema/records/share-group-member-metadata-value.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ShareGroupMemberMetadataValue {
  rackId: string | null;
  clientId: string;
  clientHost: string;
  subscribedTopicNames: readonly string[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ShareGroupMemberMetadataValue: MessageCodec<ShareGroupMemberMetadataValue> = {
  name: 'ShareGroupMemberMetadataValue',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readShareGroupMemberMetadataValue,
  write: writeShareGroupMemberMetadataValue,
  create: createShareGroupMemberMetadataValue,
};

function createShareGroupMemberMetadataValue({
  rackId = '',
  clientId = '',
  clientHost = '',
  subscribedTopicNames = [],
  unknownTaggedFields,
}: Partial<ShareGroupMemberMetadataValue> = {}): ShareGroupMemberMetadataValue {
  const message: ShareGroupMemberMetadataValue = {
    rackId,
    clientId,
    clientHost,
    subscribedTopicNames,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readShareGroupMemberMetadataValue(
  reader: Reader,
  version: number,
): ShareGroupMemberMetadataValue {
  checkVersion('ShareGroupMemberMetadataValue', version, 0, 0);
  const message: ShareGroupMemberMetadataValue = {
    rackId: reader.nullableString(true),
    clientId: reader.string(true),
    clientHost: reader.string(true),
    subscribedTopicNames: reader.stringArray(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeShareGroupMemberMetadataValue(
  writer: Writer,
  message: ShareGroupMemberMetadataValue,
  version: number,
): void {
  checkVersion('ShareGroupMemberMetadataValue', version, 0, 0);
  writer.nullableString(message.rackId, true);
  writer.string(message.clientId, true);
  writer.string(message.clientHost, true);
  writer.stringArray(message.subscribedTopicNames, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

