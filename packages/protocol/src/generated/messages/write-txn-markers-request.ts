// WriteTxnMarkersRequest: request of API 27; version 1 to 2, flexible from 1.
// Generated from schema/messages/write-txn-markers-request.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface WriteTxnMarkersRequest {
  markers: readonly WritableTxnMarker[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface WritableTxnMarker {
  producerId: number;
  producerEpoch: number;
  transactionResult: boolean;
  topics: readonly WritableTxnMarkerTopic[];
  coordinatorEpoch: number;
  /** version 2, default 0 */
  transactionVersion: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface WritableTxnMarkerTopic {
  name: string;
  partitionIndexes: readonly number[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const WriteTxnMarkersRequest: MessageCodec<WriteTxnMarkersRequest> = {
  name: 'WriteTxnMarkersRequest',
  versions: [1, 2],
  flexibleFrom: 1,
  read: readWriteTxnMarkersRequest,
  write: writeWriteTxnMarkersRequest,
  create: createWriteTxnMarkersRequest,
};

function createWriteTxnMarkersRequest({
  markers = [],
  unknownTaggedFields,
}: Partial<WriteTxnMarkersRequest> = {}): WriteTxnMarkersRequest {
  const message: WriteTxnMarkersRequest = { markers };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readWriteTxnMarkersRequest(reader: Reader, version: number): WriteTxnMarkersRequest {
  checkVersion('WriteTxnMarkersRequest', version, 1, 2);
  const message: WriteTxnMarkersRequest = {
    markers: readWritableTxnMarkerArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeWriteTxnMarkersRequest(
  writer: Writer,
  message: WriteTxnMarkersRequest,
  version: number,
): void {
  checkVersion('WriteTxnMarkersRequest', version, 1, 2);
  writeWritableTxnMarkerArray(writer, message.markers, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createWritableTxnMarker({
  producerId = 0,
  producerEpoch = 0,
  transactionResult = false,
  topics = [],
  coordinatorEpoch = 0,
  transactionVersion = 0,
  unknownTaggedFields,
}: Partial<WritableTxnMarker> = {}): WritableTxnMarker {
  const message: WritableTxnMarker = {
    producerId,
    producerEpoch,
    transactionResult,
    topics,
    coordinatorEpoch,
    transactionVersion,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readWritableTxnMarker(reader: Reader, version: number): WritableTxnMarker {
  const message: WritableTxnMarker = {
    producerId: reader.int64(),
    producerEpoch: reader.int16(),
    transactionResult: reader.boolean(),
    topics: readWritableTxnMarkerTopicArray(reader, version),
    coordinatorEpoch: reader.int32(),
    transactionVersion: version >= 2 ? reader.int8() : 0,
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeWritableTxnMarker(writer: Writer, message: WritableTxnMarker, version: number): void {
  writer.int64(message.producerId);
  writer.int16(message.producerEpoch);
  writer.boolean(message.transactionResult);
  writeWritableTxnMarkerTopicArray(writer, message.topics, version);
  writer.int32(message.coordinatorEpoch);
  if (version >= 2) {
    writer.int8(message.transactionVersion);
  }
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readWritableTxnMarkerArray(reader: Reader, version: number): WritableTxnMarker[] {
  const length = reader.arrayLength(true, 17);
  const elements: WritableTxnMarker[] = [];
  for (let i = 0; i < length; i++) elements.push(readWritableTxnMarker(reader, version));
  return elements;
}

function writeWritableTxnMarkerArray(
  writer: Writer,
  elements: readonly WritableTxnMarker[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeWritableTxnMarker(writer, element, version);
}

export function createWritableTxnMarkerTopic({
  name = '',
  partitionIndexes = [],
  unknownTaggedFields,
}: Partial<WritableTxnMarkerTopic> = {}): WritableTxnMarkerTopic {
  const message: WritableTxnMarkerTopic = { name, partitionIndexes };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readWritableTxnMarkerTopic(reader: Reader, version: number): WritableTxnMarkerTopic {
  const message: WritableTxnMarkerTopic = {
    name: reader.string(true),
    partitionIndexes: reader.int32Array(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeWritableTxnMarkerTopic(
  writer: Writer,
  message: WritableTxnMarkerTopic,
  version: number,
): void {
  writer.string(message.name, true);
  writer.int32Array(message.partitionIndexes, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readWritableTxnMarkerTopicArray(
  reader: Reader,
  version: number,
): WritableTxnMarkerTopic[] {
  const length = reader.arrayLength(true, 3);
  const elements: WritableTxnMarkerTopic[] = [];
  for (let i = 0; i < length; i++) elements.push(readWritableTxnMarkerTopic(reader, version));
  return elements;
}

function writeWritableTxnMarkerTopicArray(
  writer: Writer,
  elements: readonly WritableTxnMarkerTopic[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeWritableTxnMarkerTopic(writer, element, version);
}

