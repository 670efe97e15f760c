// ApiVersionsResponse: response of API 18; version 0 to 4, flexible from 3.
// Generated from schema/messages/api-versions-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ApiVersionsResponse {
  errorCode: number;
  apiKeys: readonly ApiVersion[];
  /** version 1+ */
  throttleTimeMs: number;
  /** version 3+, tag 0 */
  supportedFeatures: readonly SupportedFeatureKey[];
  /** version 3+, tag 1, default -1 */
  finalizedFeaturesEpoch: number;
  /** version 3+, tag 2 */
  finalizedFeatures: readonly FinalizedFeatureKey[];
  /** version 3+, tag 3, default false */
  zkMigrationReady: boolean;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface ApiVersion {
  apiKey: number;
  minVersion: number;
  maxVersion: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface SupportedFeatureKey {
  name: string;
  minVersion: number;
  maxVersion: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface FinalizedFeatureKey {
  name: string;
  maxVersionLevel: number;
  minVersionLevel: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ApiVersionsResponse: MessageCodec<ApiVersionsResponse> = {
  name: 'ApiVersionsResponse',
  versions: [0, 4],
  flexibleFrom: 3,
  read: readApiVersionsResponse,
  write: writeApiVersionsResponse,
  create: createApiVersionsResponse,
};

function createApiVersionsResponse({
  errorCode = 0,
  apiKeys = [],
  throttleTimeMs = 0,
  supportedFeatures = [],
  finalizedFeaturesEpoch = -1,
  finalizedFeatures = [],
  zkMigrationReady = false,
  unknownTaggedFields,
}: Partial<ApiVersionsResponse> = {}): ApiVersionsResponse {
  const message: ApiVersionsResponse = {
    errorCode,
    apiKeys,
    throttleTimeMs,
    supportedFeatures,
    finalizedFeaturesEpoch,
    finalizedFeatures,
    zkMigrationReady,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readApiVersionsResponse(reader: Reader, version: number): ApiVersionsResponse {
  checkVersion('ApiVersionsResponse', version, 0, 4);
  const message: ApiVersionsResponse = {
    errorCode: reader.int16(),
    apiKeys: readApiVersionArray(reader, version),
    throttleTimeMs: version >= 1 ? reader.int32() : 0,
    supportedFeatures: [],
    finalizedFeaturesEpoch: -1,
    finalizedFeatures: [],
    zkMigrationReady: false,
  };
  if (version >= 3) {
    let tag = -1;
    let unknown: RawTaggedField[] | undefined;
    for (let left = reader.taggedFieldCount(); left > 0; left--) {
      tag = reader.tag(tag);
      const end = reader.taggedFieldEnd();
      if (tag === 0) message.supportedFeatures = readSupportedFeatureKeyArray(reader, version);
      else if (tag === 1) message.finalizedFeaturesEpoch = reader.int64();
      else if (tag === 2) message.finalizedFeatures = readFinalizedFeatureKeyArray(reader, version);
      else if (tag === 3) message.zkMigrationReady = reader.boolean();
      else (unknown ??= []).push({ tag, data: reader.take(end - reader.position) });
      reader.closeTaggedField(tag, end);
    }
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeApiVersionsResponse(
  writer: Writer,
  message: ApiVersionsResponse,
  version: number,
): void {
  checkVersion('ApiVersionsResponse', version, 0, 4);
  writer.int16(message.errorCode);
  writeApiVersionArray(writer, message.apiKeys, version);
  if (version >= 1) {
    writer.int32(message.throttleTimeMs);
  }
  if (version >= 3) {
    const unknown = message.unknownTaggedFields;
    let tagCount = unknown === undefined ? 0 : unknown.length;
    const hasSupportedFeatures = message.supportedFeatures.length !== 0;
    if (hasSupportedFeatures) tagCount++;
    const hasFinalizedFeaturesEpoch = message.finalizedFeaturesEpoch !== -1;
    if (hasFinalizedFeaturesEpoch) tagCount++;
    const hasFinalizedFeatures = message.finalizedFeatures.length !== 0;
    if (hasFinalizedFeatures) tagCount++;
    const hasZkMigrationReady = message.zkMigrationReady;
    if (hasZkMigrationReady) tagCount++;
    writer.uvarint(tagCount);
    let next = 0;
    if (hasSupportedFeatures) {
      next = writer.unknownTaggedFieldsBelow(unknown, next, 0);
      const opened = writer.openTaggedField(0);
      writeSupportedFeatureKeyArray(writer, message.supportedFeatures, version);
      writer.closeTaggedField(opened);
    }
    if (hasFinalizedFeaturesEpoch) {
      next = writer.unknownTaggedFieldsBelow(unknown, next, 1);
      const opened = writer.openTaggedField(1);
      writer.int64(message.finalizedFeaturesEpoch);
      writer.closeTaggedField(opened);
    }
    if (hasFinalizedFeatures) {
      next = writer.unknownTaggedFieldsBelow(unknown, next, 2);
      const opened = writer.openTaggedField(2);
      writeFinalizedFeatureKeyArray(writer, message.finalizedFeatures, version);
      writer.closeTaggedField(opened);
    }
    if (hasZkMigrationReady) {
      next = writer.unknownTaggedFieldsBelow(unknown, next, 3);
      const opened = writer.openTaggedField(3);
      writer.boolean(message.zkMigrationReady);
      writer.closeTaggedField(opened);
    }
    writer.unknownTaggedFieldsBelow(unknown, next, Infinity);
  }
}

export function createApiVersion({
  apiKey = 0,
  minVersion = 0,
  maxVersion = 0,
  unknownTaggedFields,
}: Partial<ApiVersion> = {}): ApiVersion {
  const message: ApiVersion = { apiKey, minVersion, maxVersion };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readApiVersion(reader: Reader, version: number): ApiVersion {
  const message: ApiVersion = {
    apiKey: reader.int16(),
    minVersion: reader.int16(),
    maxVersion: reader.int16(),
  };
  if (version >= 3) {
    const unknown = reader.unknownTaggedFields();
    if (unknown !== undefined) message.unknownTaggedFields = unknown;
  }
  return message;
}

function writeApiVersion(writer: Writer, message: ApiVersion, version: number): void {
  writer.int16(message.apiKey);
  writer.int16(message.minVersion);
  writer.int16(message.maxVersion);
  if (version >= 3) {
    writer.unknownTaggedFields(message.unknownTaggedFields);
  }
}

function readApiVersionArray(reader: Reader, version: number): ApiVersion[] {
  const flexible = version >= 3;
  const length = reader.arrayLength(flexible, 6);
  const elements: ApiVersion[] = [];
  for (let i = 0; i < length; i++) elements.push(readApiVersion(reader, version));
  return elements;
}

function writeApiVersionArray(
  writer: Writer,
  elements: readonly ApiVersion[],
  version: number,
): void {
  const flexible = version >= 3;
  writer.arrayLength(elements.length, flexible);
  for (const element of elements) writeApiVersion(writer, element, version);
}

export function createSupportedFeatureKey({
  name = '',
  minVersion = 0,
  maxVersion = 0,
  unknownTaggedFields,
}: Partial<SupportedFeatureKey> = {}): SupportedFeatureKey {
  const message: SupportedFeatureKey = { name, minVersion, maxVersion };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readSupportedFeatureKey(reader: Reader, version: number): SupportedFeatureKey {
  const message: SupportedFeatureKey = {
    name: reader.string(true),
    minVersion: reader.int16(),
    maxVersion: reader.int16(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeSupportedFeatureKey(
  writer: Writer,
  message: SupportedFeatureKey,
  version: number,
): void {
  writer.string(message.name, true);
  writer.int16(message.minVersion);
  writer.int16(message.maxVersion);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readSupportedFeatureKeyArray(reader: Reader, version: number): SupportedFeatureKey[] {
  const length = reader.arrayLength(true, 6);
  const elements: SupportedFeatureKey[] = [];
  for (let i = 0; i < length; i++) elements.push(readSupportedFeatureKey(reader, version));
  return elements;
}

function writeSupportedFeatureKeyArray(
  writer: Writer,
  elements: readonly SupportedFeatureKey[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeSupportedFeatureKey(writer, element, version);
}

export function createFinalizedFeatureKey({
  name = '',
  maxVersionLevel = 0,
  minVersionLevel = 0,
  unknownTaggedFields,
}: Partial<FinalizedFeatureKey> = {}): FinalizedFeatureKey {
  const message: FinalizedFeatureKey = { name, maxVersionLevel, minVersionLevel };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readFinalizedFeatureKey(reader: Reader, version: number): FinalizedFeatureKey {
  const message: FinalizedFeatureKey = {
    name: reader.string(true),
    maxVersionLevel: reader.int16(),
    minVersionLevel: reader.int16(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeFinalizedFeatureKey(
  writer: Writer,
  message: FinalizedFeatureKey,
  version: number,
): void {
  writer.string(message.name, true);
  writer.int16(message.maxVersionLevel);
  writer.int16(message.minVersionLevel);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readFinalizedFeatureKeyArray(reader: Reader, version: number): FinalizedFeatureKey[] {
  const length = reader.arrayLength(true, 6);
  const elements: FinalizedFeatureKey[] = [];
  for (let i = 0; i < length; i++) elements.push(readFinalizedFeatureKey(reader, version));
  return elements;
}

function writeFinalizedFeatureKeyArray(
  writer: Writer,
  elements: readonly FinalizedFeatureKey[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeFinalizedFeatureKey(writer, element, version);
}

