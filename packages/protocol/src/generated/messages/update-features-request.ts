// UpdateFeaturesRequest: request of API 57; version 0 to 2, flexible from 0.
// Generated from schema/messages/update-features-request.json by generator/main.ts.

import { checkVersion, type MessageCodec, unsupportedField } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface UpdateFeaturesRequest {
  /** default 60000 */
  timeoutMs: number;
  featureUpdates: readonly FeatureUpdateKey[];
  /** version 1+, default false */
  validateOnly: boolean;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface FeatureUpdateKey {
  feature: string;
  maxVersionLevel: number;
  /** version 0 */
  allowDowngrade: boolean;
  /** version 1+, default 1 */
  upgradeType: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const UpdateFeaturesRequest: MessageCodec<UpdateFeaturesRequest> = {
  name: 'UpdateFeaturesRequest',
  versions: [0, 2],
  flexibleFrom: 0,
  read: readUpdateFeaturesRequest,
  write: writeUpdateFeaturesRequest,
  create: createUpdateFeaturesRequest,
};

function createUpdateFeaturesRequest({
  timeoutMs = 60000,
  featureUpdates = [],
  validateOnly = false,
  unknownTaggedFields,
}: Partial<UpdateFeaturesRequest> = {}): UpdateFeaturesRequest {
  const message: UpdateFeaturesRequest = { timeoutMs, featureUpdates, validateOnly };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readUpdateFeaturesRequest(reader: Reader, version: number): UpdateFeaturesRequest {
  checkVersion('UpdateFeaturesRequest', version, 0, 2);
  const message: UpdateFeaturesRequest = {
    timeoutMs: reader.int32(),
    featureUpdates: readFeatureUpdateKeyArray(reader, version),
    validateOnly: version >= 1 ? reader.boolean() : false,
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeUpdateFeaturesRequest(
  writer: Writer,
  message: UpdateFeaturesRequest,
  version: number,
): void {
  checkVersion('UpdateFeaturesRequest', version, 0, 2);
  writer.int32(message.timeoutMs);
  writeFeatureUpdateKeyArray(writer, message.featureUpdates, version);
  if (version >= 1) {
    writer.boolean(message.validateOnly);
  }
  if (version < 1 && message.validateOnly) {
    throw unsupportedField('UpdateFeaturesRequest.validateOnly', version);
  }
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createFeatureUpdateKey({
  feature = '',
  maxVersionLevel = 0,
  allowDowngrade = false,
  upgradeType = 1,
  unknownTaggedFields,
}: Partial<FeatureUpdateKey> = {}): FeatureUpdateKey {
  const message: FeatureUpdateKey = { feature, maxVersionLevel, allowDowngrade, upgradeType };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readFeatureUpdateKey(reader: Reader, version: number): FeatureUpdateKey {
  const message: FeatureUpdateKey = {
    feature: reader.string(true),
    maxVersionLevel: reader.int16(),
    allowDowngrade: version <= 0 ? reader.boolean() : false,
    upgradeType: version >= 1 ? reader.int8() : 1,
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeFeatureUpdateKey(writer: Writer, message: FeatureUpdateKey, version: number): void {
  writer.string(message.feature, true);
  writer.int16(message.maxVersionLevel);
  if (version <= 0) {
    writer.boolean(message.allowDowngrade);
  }
  if (version > 0 && message.allowDowngrade) {
    throw unsupportedField('FeatureUpdateKey.allowDowngrade', version);
  }
  if (version >= 1) {
    writer.int8(message.upgradeType);
  }
  if (version < 1 && message.upgradeType !== 1) {
    throw unsupportedField('FeatureUpdateKey.upgradeType', version);
  }
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readFeatureUpdateKeyArray(reader: Reader, version: number): FeatureUpdateKey[] {
  const length = reader.arrayLength(true, 5);
  const elements: FeatureUpdateKey[] = [];
  for (let i = 0; i < length; i++) elements.push(readFeatureUpdateKey(reader, version));
  return elements;
}

function writeFeatureUpdateKeyArray(
  writer: Writer,
  elements: readonly FeatureUpdateKey[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeFeatureUpdateKey(writer, element, version);
}

