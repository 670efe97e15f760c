// StreamsGroupTopologyValue: coordinator-value in __consumer_offsets, type 23; version 0, flexible from 0.
// Generated from schema/records/streams-group-topology-value.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface StreamsGroupTopologyValue {
  epoch: number;
  subtopologies: readonly Subtopology[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface Subtopology {
  subtopologyId: string;
  sourceTopics: readonly string[];
  sourceTopicRegex: readonly string[];
  stateChangelogTopics: readonly TopicInfo[];
  repartitionSinkTopics: readonly string[];
  repartitionSourceTopics: readonly TopicInfo[];
  copartitionGroups: readonly CopartitionGroup[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface CopartitionGroup {
  sourceTopics: readonly number[];
  sourceTopicRegex: readonly number[];
  repartitionSourceTopics: readonly number[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TopicConfig {
  key: string;
  value: string;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export interface TopicInfo {
  name: string;
  partitions: number;
  replicationFactor: number;
  topicConfigs: readonly TopicConfig[];
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const StreamsGroupTopologyValue: MessageCodec<StreamsGroupTopologyValue> = {
  name: 'StreamsGroupTopologyValue',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readStreamsGroupTopologyValue,
  write: writeStreamsGroupTopologyValue,
  create: createStreamsGroupTopologyValue,
};

function createStreamsGroupTopologyValue({
  epoch = 0,
  subtopologies = [],
  unknownTaggedFields,
}: Partial<StreamsGroupTopologyValue> = {}): StreamsGroupTopologyValue {
  const message: StreamsGroupTopologyValue = { epoch, subtopologies };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readStreamsGroupTopologyValue(reader: Reader, version: number): StreamsGroupTopologyValue {
  checkVersion('StreamsGroupTopologyValue', version, 0, 0);
  const message: StreamsGroupTopologyValue = {
    epoch: reader.int32(),
    subtopologies: readSubtopologyArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeStreamsGroupTopologyValue(
  writer: Writer,
  message: StreamsGroupTopologyValue,
  version: number,
): void {
  checkVersion('StreamsGroupTopologyValue', version, 0, 0);
  writer.int32(message.epoch);
  writeSubtopologyArray(writer, message.subtopologies, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

export function createSubtopology({
  subtopologyId = '',
  sourceTopics = [],
  sourceTopicRegex = [],
  stateChangelogTopics = [],
  repartitionSinkTopics = [],
  repartitionSourceTopics = [],
  copartitionGroups = [],
  unknownTaggedFields,
}: Partial<Subtopology> = {}): Subtopology {
  const message: Subtopology = {
    subtopologyId,
    sourceTopics,
    sourceTopicRegex,
    stateChangelogTopics,
    repartitionSinkTopics,
    repartitionSourceTopics,
    copartitionGroups,
  };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readSubtopology(reader: Reader, version: number): Subtopology {
  const message: Subtopology = {
    subtopologyId: reader.string(true),
    sourceTopics: reader.stringArray(true),
    sourceTopicRegex: reader.stringArray(true),
    stateChangelogTopics: readTopicInfoArray(reader, version),
    repartitionSinkTopics: reader.stringArray(true),
    repartitionSourceTopics: readTopicInfoArray(reader, version),
    copartitionGroups: readCopartitionGroupArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeSubtopology(writer: Writer, message: Subtopology, version: number): void {
  writer.string(message.subtopologyId, true);
  writer.stringArray(message.sourceTopics, true);
  writer.stringArray(message.sourceTopicRegex, true);
  writeTopicInfoArray(writer, message.stateChangelogTopics, version);
  writer.stringArray(message.repartitionSinkTopics, true);
  writeTopicInfoArray(writer, message.repartitionSourceTopics, version);
  writeCopartitionGroupArray(writer, message.copartitionGroups, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readSubtopologyArray(reader: Reader, version: number): Subtopology[] {
  const length = reader.arrayLength(true, 8);
  const elements: Subtopology[] = [];
  for (let i = 0; i < length; i++) elements.push(readSubtopology(reader, version));
  return elements;
}

function writeSubtopologyArray(
  writer: Writer,
  elements: readonly Subtopology[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeSubtopology(writer, element, version);
}

export function createCopartitionGroup({
  sourceTopics = [],
  sourceTopicRegex = [],
  repartitionSourceTopics = [],
  unknownTaggedFields,
}: Partial<CopartitionGroup> = {}): CopartitionGroup {
  const message: CopartitionGroup = { sourceTopics, sourceTopicRegex, repartitionSourceTopics };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readCopartitionGroup(reader: Reader, version: number): CopartitionGroup {
  const message: CopartitionGroup = {
    sourceTopics: reader.int16Array(true),
    sourceTopicRegex: reader.int16Array(true),
    repartitionSourceTopics: reader.int16Array(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeCopartitionGroup(writer: Writer, message: CopartitionGroup, version: number): void {
  writer.int16Array(message.sourceTopics, true);
  writer.int16Array(message.sourceTopicRegex, true);
  writer.int16Array(message.repartitionSourceTopics, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readCopartitionGroupArray(reader: Reader, version: number): CopartitionGroup[] {
  const length = reader.arrayLength(true, 4);
  const elements: CopartitionGroup[] = [];
  for (let i = 0; i < length; i++) elements.push(readCopartitionGroup(reader, version));
  return elements;
}

function writeCopartitionGroupArray(
  writer: Writer,
  elements: readonly CopartitionGroup[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeCopartitionGroup(writer, element, version);
}

export function createTopicConfig({
  key = '',
  value = '',
  unknownTaggedFields,
}: Partial<TopicConfig> = {}): TopicConfig {
  const message: TopicConfig = { key, value };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTopicConfig(reader: Reader, version: number): TopicConfig {
  const message: TopicConfig = {
    key: reader.string(true),
    value: reader.string(true),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeTopicConfig(writer: Writer, message: TopicConfig, version: number): void {
  writer.string(message.key, true);
  writer.string(message.value, true);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readTopicConfigArray(reader: Reader, version: number): TopicConfig[] {
  const length = reader.arrayLength(true, 3);
  const elements: TopicConfig[] = [];
  for (let i = 0; i < length; i++) elements.push(readTopicConfig(reader, version));
  return elements;
}

function writeTopicConfigArray(
  writer: Writer,
  elements: readonly TopicConfig[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeTopicConfig(writer, element, version);
}

export function createTopicInfo({
  name = '',
  partitions = 0,
  replicationFactor = 0,
  topicConfigs = [],
  unknownTaggedFields,
}: Partial<TopicInfo> = {}): TopicInfo {
  const message: TopicInfo = { name, partitions, replicationFactor, topicConfigs };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readTopicInfo(reader: Reader, version: number): TopicInfo {
  const message: TopicInfo = {
    name: reader.string(true),
    partitions: reader.int32(),
    replicationFactor: reader.int16(),
    topicConfigs: readTopicConfigArray(reader, version),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeTopicInfo(writer: Writer, message: TopicInfo, version: number): void {
  writer.string(message.name, true);
  writer.int32(message.partitions);
  writer.int16(message.replicationFactor);
  writeTopicConfigArray(writer, message.topicConfigs, version);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

function readTopicInfoArray(reader: Reader, version: number): TopicInfo[] {
  const length = reader.arrayLength(true, 9);
  const elements: TopicInfo[] = [];
  for (let i = 0; i < length; i++) elements.push(readTopicInfo(reader, version));
  return elements;
}

function writeTopicInfoArray(
  writer: Writer,
  elements: readonly TopicInfo[],
  version: number,
): void {
  writer.arrayLength(elements.length, true);
  for (const element of elements) writeTopicInfo(writer, element, version);
}

