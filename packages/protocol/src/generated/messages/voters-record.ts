// VotersRecord: data; version 0, flexible from 0.
// Generated from schema/messages/voters-record.json by generator/main.ts.

import { checkVersion, type MessageCodec, ZERO_UUID } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface VotersRecord {
  version: number;
  voters: readonly Voter[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface Voter {
  voterId: number;
  voterDirectoryId: string;
  endpoints: readonly Endpoint[];
  kRaftVersionFeature: KRaftVersionFeature;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface Endpoint {
  name: string;
  host: string;
  port: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface KRaftVersionFeature {
  minSupportedVersion: number;
  maxSupportedVersion: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const VotersRecord: MessageCodec<VotersRecord> = {
  name: 'VotersRecord',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readVotersRecord,
  write: writeVotersRecord,
  create: createVotersRecord,
};

function createVotersRecord({
  version = 0,
  voters = [],
  unknownTaggedFields,
}: Partial<VotersRecord> = {}): VotersRecord {
  const message: VotersRecord = { version, voters };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readVotersRecord(reader: Reader, version: number): VotersRecord {
  checkVersion('VotersRecord', version, 0, 0);
  const message: VotersRecord = {
    version: reader.int16(),
    voters: readVoterArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeVotersRecord(writer: Writer, message: VotersRecord, version: number): void {
  checkVersion('VotersRecord', version, 0, 0);
  writer.int16(message.version);
  writeVoterArray(writer, message.voters, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createVoter({
  voterId = 0,
  voterDirectoryId = ZERO_UUID,
  endpoints = [],
  kRaftVersionFeature = createKRaftVersionFeature(),
  unknownTaggedFields,
}: Partial<Voter> = {}): Voter {
  const message: Voter = { voterId, voterDirectoryId, endpoints, kRaftVersionFeature };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readVoter(reader: Reader, version: number): Voter {
  const message: Voter = {
    voterId: reader.int32(),
    voterDirectoryId: reader.uuid(),
    endpoints: readEndpointArray(reader, version),
    kRaftVersionFeature: readKRaftVersionFeature(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeVoter(writer: Writer, message: Voter, version: number): void {
  writer.int32(message.voterId);
  writer.uuid(message.voterDirectoryId);
  writeEndpointArray(writer, message.endpoints, version);
  writeKRaftVersionFeature(writer, message.kRaftVersionFeature, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readVoterArray(reader: Reader, version: number): Voter[] {
  const length = reader.arrayLength(true, 27);
  const elements: Voter[] = [];
  for (let i = 0; i < length; i++) elements.push(readVoter(reader, version));
  return elements;
}

function writeVoterArray(writer: Writer, elements: readonly Voter[], version: number): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeVoter(writer, element, version);
}

export function createEndpoint({
  name = '',
  host = '',
  port = 0,
  unknownTaggedFields,
}: Partial<Endpoint> = {}): Endpoint {
  const message: Endpoint = { name, host, port };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readEndpoint(reader: Reader, version: number): Endpoint {
  const message: Endpoint = {
    name: reader.string(true),
    host: reader.string(true),
    port: reader.uint16(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeEndpoint(writer: Writer, message: Endpoint, version: number): void {
  writer.string(message.name, true);
  writer.string(message.host, true);
  writer.uint16(message.port);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readEndpointArray(reader: Reader, version: number): Endpoint[] {
  const length = reader.arrayLength(true, 5);
  const elements: Endpoint[] = [];
  for (let i = 0; i < length; i++) elements.push(readEndpoint(reader, version));
  return elements;
}

function writeEndpointArray(writer: Writer, elements: readonly Endpoint[], version: number): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeEndpoint(writer, element, version);
}

export function createKRaftVersionFeature({
  minSupportedVersion = 0,
  maxSupportedVersion = 0,
  unknownTaggedFields,
}: Partial<KRaftVersionFeature> = {}): KRaftVersionFeature {
  const message: KRaftVersionFeature = { minSupportedVersion, maxSupportedVersion };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readKRaftVersionFeature(reader: Reader, version: number): KRaftVersionFeature {
  const message: KRaftVersionFeature = {
    minSupportedVersion: reader.int16(),
    maxSupportedVersion: reader.int16(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeKRaftVersionFeature(
  writer: Writer,
  message: KRaftVersionFeature,
  version: number,
): void {
  writer.int16(message.minSupportedVersion);
  writer.int16(message.maxSupportedVersion);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

