// EndTxnMarker: data; version 0, never flexible.
// Generated from schema/messages/end-txn-marker.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface EndTxnMarker {
  coordinatorEpoch: number;
}

export const EndTxnMarker: MessageCodec<EndTxnMarker> = {
  name: 'EndTxnMarker',
  versions: [0, 0],
  flexibleFrom: Infinity,
  read: readEndTxnMarker,
  write: writeEndTxnMarker,
  create: createEndTxnMarker,
};

function createEndTxnMarker({
  coordinatorEpoch = 0,
}: Partial<EndTxnMarker> = {}): EndTxnMarker {
  const message: EndTxnMarker = { coordinatorEpoch };
  return message;
}

function readEndTxnMarker(reader: Reader, version: number): EndTxnMarker {
  checkVersion('EndTxnMarker', version, 0, 0);
  const message: EndTxnMarker = {
    coordinatorEpoch: reader.int32(),
  };
  return message;
}

function writeEndTxnMarker(writer: Writer, message: EndTxnMarker, version: number): void {
  checkVersion('EndTxnMarker', version, 0, 0);
  writer.int32(message.coordinatorEpoch);
}

