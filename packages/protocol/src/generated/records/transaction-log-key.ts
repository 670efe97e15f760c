// TransactionLogKey: coordinator-key in __transaction_state, type 0; version 0, never flexible.
// Generated from schema/records/transaction-log-key.json by generator/main.ts.

import { checkVersion, type MessageCodec } from '../../message-codec.ts';
import { type Reader } from '../../reader.ts';
import { type Writer } from '../../writer.ts';

export interface TransactionLogKey {
  transactionalId: string;
}

export const TransactionLogKey: MessageCodec<TransactionLogKey> = {
  name: 'TransactionLogKey',
  versions: [0, 0],
  flexibleFrom: Infinity,
  read: readTransactionLogKey,
  write: writeTransactionLogKey,
  create: createTransactionLogKey,
};

function createTransactionLogKey({
  transactionalId = '',
}: Partial<TransactionLogKey> = {}): TransactionLogKey {
  const message: TransactionLogKey = { transactionalId };
  return message;
}

function readTransactionLogKey(reader: Reader, version: number): TransactionLogKey {
  checkVersion('TransactionLogKey', version, 0, 0);
  const message: TransactionLogKey = {
    transactionalId: reader.string(false),
  };
  return message;
}

function writeTransactionLogKey(writer: Writer, message: TransactionLogKey, version: number): void {
  checkVersion('TransactionLogKey', version, 0, 0);
  writer.string(message.transactionalId, false);
}

