// ConsumerGroupRegularExpressionKey: coordinator-key in __consumer_offsets, type 16; version 0, never flexible.
// Generated from schema/records/consumer-group-regular-expression-key.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface ConsumerGroupRegularExpressionKey {
  groupId: string;
  regularExpression: string;
}

export const ConsumerGroupRegularExpressionKey: MessageCodec<ConsumerGroupRegularExpressionKey> = {
  name: 'ConsumerGroupRegularExpressionKey',
  versions: [0, 0],
  flexibleFrom: Infinity,
  read: readConsumerGroupRegularExpressionKey,
  write: writeConsumerGroupRegularExpressionKey,
  create: createConsumerGroupRegularExpressionKey,
};

function createConsumerGroupRegularExpressionKey({
  groupId = '',
  regularExpression = '',
}: Partial<ConsumerGroupRegularExpressionKey> = {}): ConsumerGroupRegularExpressionKey {
  const message: ConsumerGroupRegularExpressionKey = { groupId, regularExpression };
  return message;
}

function readConsumerGroupRegularExpressionKey(
  reader: Reader,
  version: number,
): ConsumerGroupRegularExpressionKey {
  checkVersion('ConsumerGroupRegularExpressionKey', version, 0, 0);
  const message: ConsumerGroupRegularExpressionKey = {
    groupId: reader.string(false),
    regularExpression: reader.string(false),
  };
  return message;
}

function writeConsumerGroupRegularExpressionKey(
  writer: Writer,
  message: ConsumerGroupRegularExpressionKey,
  version: number,
): void {
  checkVersion('ConsumerGroupRegularExpressionKey', version, 0, 0);
  writer.string(message.groupId, false);
  writer.string(message.regularExpression, false);
}

