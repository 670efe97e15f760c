// ConsumerGroupRegularExpressionValue: coordinator-value in __consumer_offsets, type 16; version 0, flexible from 0.
// Generated from schema/records/consumer-group-regular-expression-value.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type RawTaggedField } from '../../raw-tagged-field.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ConsumerGroupRegularExpressionValue {
  topics: readonly string[];
  version: number;
  timestamp: number;
  unknownTaggedFields?: readonly RawTaggedField[];
}

export const ConsumerGroupRegularExpressionValue: MessageCodec<ConsumerGroupRegularExpressionValue> = {
  name: 'ConsumerGroupRegularExpressionValue',
  versions: [0, 0],
  flexibleFrom: 0,
  read: readConsumerGroupRegularExpressionValue,
  write: writeConsumerGroupRegularExpressionValue,
  create: createConsumerGroupRegularExpressionValue,
};

function createConsumerGroupRegularExpressionValue({
  topics = [],
  version = 0,
  timestamp = 0,
  unknownTaggedFields,
}: Partial<ConsumerGroupRegularExpressionValue> = {}): ConsumerGroupRegularExpressionValue {
  const message: ConsumerGroupRegularExpressionValue = { topics, version, timestamp };
  if (unknownTaggedFields !== undefined) message.unknownTaggedFields = unknownTaggedFields;
  return message;
}

function readConsumerGroupRegularExpressionValue(
  reader: Reader,
  version: number,
): ConsumerGroupRegularExpressionValue {
  checkVersion('ConsumerGroupRegularExpressionValue', version, 0, 0);
  const message: ConsumerGroupRegularExpressionValue = {
    topics: reader.stringArray(true),
    version: reader.int64(),
    timestamp: reader.int64(),
  };
  const unknown = reader.unknownTaggedFields();
  if (unknown !== undefined) message.unknownTaggedFields = unknown;
  return message;
}

function writeConsumerGroupRegularExpressionValue(
  writer: Writer,
  message: ConsumerGroupRegularExpressionValue,
  version: number,
): void {
  checkVersion('ConsumerGroupRegularExpressionValue', version, 0, 0);
  writer.stringArray(message.topics, true);
  writer.int64(message.version);
  writer.int64(message.timestamp);
  writer.unknownTaggedFields(message.unknownTaggedFields);
}

