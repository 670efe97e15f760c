// StreamsGroupTopologyKey: coordinator-key in __consumer_offsets, type 23; version 0, never flexible.
// Generated from schema/records/streams-group-topology-key.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface StreamsGroupTopologyKey {
  groupId: string;
}

export const StreamsGroupTopologyKey: MessageCodec<StreamsGroupTopologyKey> = {
  name: 'StreamsGroupTopologyKey',
  versions: [0, 0],
  flexibleFrom: Infinity,
  read: readStreamsGroupTopologyKey,
  write: writeStreamsGroupTopologyKey,
  create: createStreamsGroupTopologyKey,
};

function createStreamsGroupTopologyKey({
  groupId = '',
}: Partial<StreamsGroupTopologyKey> = {}): StreamsGroupTopologyKey {
  const message: StreamsGroupTopologyKey = { groupId };
  return message;
}

function readStreamsGroupTopologyKey(reader: Reader, version: number): StreamsGroupTopologyKey {
  checkVersion('StreamsGroupTopologyKey', version, 0, 0);
  const message: StreamsGroupTopologyKey = {
    groupId: reader.string(false),
  };
  return message;
}

function writeStreamsGroupTopologyKey(
  writer: Writer,
  message: StreamsGroupTopologyKey,
  version: number,
): void {
  checkVersion('StreamsGroupTopologyKey', version, 0, 0);
  writer.string(message.groupId, false);
}

