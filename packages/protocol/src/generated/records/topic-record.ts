// TopicRecord: record in __cluster_metadata, type 2; version 0, flexible from 0.
// Generated from schema/records/topic-record.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface TopicRecord {
  name: string;
  topicId: string;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const TopicRecord: MessageCodec<TopicRecord> = {
  name: 'TopicRecord',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readTopicRecord,
  write: writeTopicRecord,
  create: createTopicRecord,
};

function createTopicRecord({
  name = '',
  topicId = ZERO_UUID,
  unknownTaggedFields,
}: Partial<TopicRecord> = {}): TopicRecord {
  const message: TopicRecord = { name, topicId };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTopicRecord(reader: Reader, version: number): TopicRecord {
  checkVersion('TopicRecord', version, 0, 0);
  const message: TopicRecord = {
    name: reader.string(true),
    topicId: reader.uuid(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeTopicRecord(writer: Writer, message: TopicRecord, version: number): void {
  checkVersion('TopicRecord', version, 0, 0);
  writer.string(message.name, true);
  writer.uuid(message.topicId);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

