// ControlRecordTypeSchema: data; version 0, never flexible.
// Generated from schema/messages/control-record-type-schema.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ControlRecordTypeSchema {
  type: number;
}

export const ControlRecordTypeSchema: MessageCodec<ControlRecordTypeSchema> = {
  name: 'ControlRecordTypeSchema',
  versions: [0, 0],
  flexibleFrom: Infinity,
  read: readControlRecordTypeSchema,
  write: writeControlRecordTypeSchema,
  create: createControlRecordTypeSchema,
};

function createControlRecordTypeSchema({
  type = 0,
}: Partial<ControlRecordTypeSchema> = {}): ControlRecordTypeSchema {
  const message: ControlRecordTypeSchema = { type };
  return message;
}

function readControlRecordTypeSchema(reader: Reader, version: number): ControlRecordTypeSchema {
  checkVersion('ControlRecordTypeSchema', version, 0, 0);
  const message: ControlRecordTypeSchema = {
    type: reader.int16(),
  };
  return message;
}

function writeControlRecordTypeSchema(
  writer: Writer,
  message: ControlRecordTypeSchema,
  version: number,
): void {
  checkVersion('ControlRecordTypeSchema', version, 0, 0);
  writer.int16(message.type);
}

