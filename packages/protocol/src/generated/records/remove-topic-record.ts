// RemoveTopicRecord: record in __cluster_metadata, type 9; version 0, flexible from 0.
// Generated from schema/records/remove-topic-record.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface RemoveTopicRecord {
  topicId: string;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const RemoveTopicRecord: MessageCodec<RemoveTopicRecord> = {
  name: 'RemoveTopicRecord',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readRemoveTopicRecord,
  write: writeRemoveTopicRecord,
  create: createRemoveTopicRecord,
};

function createRemoveTopicRecord({
  topicId = ZERO_UUID,
  unknownTaggedFields,
}: Partial<RemoveTopicRecord> = {}): RemoveTopicRecord {
  const message: RemoveTopicRecord = { topicId };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readRemoveTopicRecord(reader: Reader, version: number): RemoveTopicRecord {
  checkVersion('RemoveTopicRecord', version, 0, 0);
  const message: RemoveTopicRecord = {
    topicId: reader.uuid(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeRemoveTopicRecord(writer: Writer, message: RemoveTopicRecord, version: number): void {
  checkVersion('RemoveTopicRecord', version, 0, 0);
  writer.uuid(message.topicId);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

