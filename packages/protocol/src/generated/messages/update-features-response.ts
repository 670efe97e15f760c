// UpdateFeaturesResponse: response of API 57; version 0 to 2, flexible from 0.
// Generated from schema/messages/update-features-response.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface UpdateFeaturesResponse {
  throttleTimeMs: number;
  errorCode: number;
  errorMessage: string | null;
  /** version 0-1 */
  results: readonly UpdatableFeatureResult[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface UpdatableFeatureResult {
  feature: string;
  errorCode: number;
  errorMessage: string | null;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const UpdateFeaturesResponse: MessageCodec<UpdateFeaturesResponse> = {
  name: 'UpdateFeaturesResponse',
  versions: [0, 2],
  flexibleFrom: 0,
  read: readUpdateFeaturesResponse,
  write: writeUpdateFeaturesResponse,
  create: createUpdateFeaturesResponse,
};

function createUpdateFeaturesResponse({
  throttleTimeMs = 0,
  errorCode = 0,
  errorMessage = '',
  results = [],
  unknownTaggedFields,
}: Partial<UpdateFeaturesResponse> = {}): UpdateFeaturesResponse {
  const message: UpdateFeaturesResponse = { throttleTimeMs, errorCode, errorMessage, results };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readUpdateFeaturesResponse(reader: Reader, version: number): UpdateFeaturesResponse {
  checkVersion('UpdateFeaturesResponse', version, 0, 2);
  const message: UpdateFeaturesResponse = {
    throttleTimeMs: reader.int32(),
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(true),
    results: version <= 1 ? readUpdatableFeatureResultArray(reader, version) : [],
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeUpdateFeaturesResponse(
  writer: Writer,
  message: UpdateFeaturesResponse,
  version: number,
): void {
  checkVersion('UpdateFeaturesResponse', version, 0, 2);
  writer.int32(message.throttleTimeMs);
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, true);
  if (version <= 1) {
    writeUpdatableFeatureResultArray(writer, message.results, version);
  }
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createUpdatableFeatureResult({
  feature = '',
  errorCode = 0,
  errorMessage = '',
  unknownTaggedFields,
}: Partial<UpdatableFeatureResult> = {}): UpdatableFeatureResult {
  const message: UpdatableFeatureResult = { feature, errorCode, errorMessage };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readUpdatableFeatureResult(reader: Reader, version: number): UpdatableFeatureResult {
  const message: UpdatableFeatureResult = {
    feature: reader.string(true),
    errorCode: reader.int16(),
    errorMessage: reader.nullableString(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeUpdatableFeatureResult(
  writer: Writer,
  message: UpdatableFeatureResult,
  version: number,
): void {
  writer.string(message.feature, true);
  writer.int16(message.errorCode);
  writer.nullableString(message.errorMessage, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readUpdatableFeatureResultArray(
  reader: Reader,
  version: number,
): UpdatableFeatureResult[] {
  const length = reader.arrayLength(true, 5);
  const elements: UpdatableFeatureResult[] = [];
  for (let i = 0; i < length; i++) elements.push(readUpdatableFeatureResult(reader, version));
  return elements;
}

function writeUpdatableFeatureResultArray(
  writer: Writer,
  elements: readonly UpdatableFeatureResult[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeUpdatableFeatureResult(writer, element, version);
}

