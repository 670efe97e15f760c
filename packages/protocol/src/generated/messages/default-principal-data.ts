// DefaultPrincipalData: data; version 0, flexible from 0.
// Generated from schema/messages/default-principal-data.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface DefaultPrincipalData {
  type: string;
  name: string;
  tokenAuthenticated: boolean;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const DefaultPrincipalData: MessageCodec<DefaultPrincipalData> = {
  name: 'DefaultPrincipalData',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readDefaultPrincipalData,
  write: writeDefaultPrincipalData,
  create: createDefaultPrincipalData,
};

function createDefaultPrincipalData({
  type = '',
  name = '',
  tokenAuthenticated = false,
  unknownTaggedFields,
}: Partial<DefaultPrincipalData> = {}): DefaultPrincipalData {
  const message: DefaultPrincipalData = { type, name, tokenAuthenticated };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readDefaultPrincipalData(reader: Reader, version: number): DefaultPrincipalData {
  checkVersion('DefaultPrincipalData', version, 0, 0);
  const message: DefaultPrincipalData = {
    type: reader.string(true),
    name: reader.string(true),
    tokenAuthenticated: reader.boolean(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeDefaultPrincipalData(
  writer: Writer,
  message: DefaultPrincipalData,
  version: number,
): void {
  checkVersion('DefaultPrincipalData', version, 0, 0);
  writer.string(message.type, true);
  writer.string(message.name, true);
  writer.boolean(message.tokenAuthenticated);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

