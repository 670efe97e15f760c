// TransactionRecord: every record of __transaction_state, with its key and its value.
// Generated from the record schemas by generator/main.ts.

import {
  type CoordinatorRecordType,
  decodeCoordinatorRecord,
  encodeCoordinatorRecord,
  type EncodedCoordinatorRecord,
} from '../coordinator-record.ts';
import { TransactionLogKey } from './records/transaction-log-key.ts';
import { TransactionLogValue } from './records/transaction-log-value.ts';

/** `version` is the value's; a tombstone has the value null. */
export type TransactionRecord =
  | {
    readonly kind: 'TransactionLog';
    readonly key: TransactionLogKey;
    readonly value: TransactionLogValue | null;
    readonly version: number;
    };

const TYPES: readonly (CoordinatorRecordType | undefined)[] = [
  { type: 0, kind: 'TransactionLog', key: TransactionLogKey, value: TransactionLogValue },
];

const TYPE_OF_KIND: Readonly<Record<TransactionRecord['kind'], number>> = {
  TransactionLog: 0,
};

/** The bytes of key and value, in memory of their own. */
export function encodeTransactionRecord(record: TransactionRecord): EncodedCoordinatorRecord {
  return encodeCoordinatorRecord(TYPES, TYPE_OF_KIND[record.kind], record);
}

/**
 * Byte fields of the result are views into `key` and `value`.
 *
 * @param value  null for a tombstone
 * @returns undefined for a type that is not known, which a newer node has written
 */
export function decodeTransactionRecord(
  key: Uint8Array,
  value: Uint8Array | null,
): TransactionRecord | undefined {
  return decodeCoordinatorRecord(TYPES, key, value) as TransactionRecord | undefined;
}
