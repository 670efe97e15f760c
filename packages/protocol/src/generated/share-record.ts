// ShareRecord: every record of __share_group_state, with its key and its value.
// Generated from the record schemas by generator/main.ts.

import {
  type CoordinatorRecordType,
  decodeCoordinatorRecord,
  encodeCoordinatorRecord,
  type EncodedCoordinatorRecord,
} from '../coordinator-record.ts';
import { ShareSnapshotKey } from './records/share-snapshot-key.ts';
import { ShareSnapshotValue } from './records/share-snapshot-value.ts';
import { ShareUpdateKey } from './records/share-update-key.ts';
import { ShareUpdateValue } from './records/share-update-value.ts';

/** `version` is the value's; a tombstone has the value null. */
export type ShareRecord =
  | {
    readonly kind: 'ShareSnapshot';
    readonly key: ShareSnapshotKey;
    readonly value: ShareSnapshotValue | null;
    readonly version: number;
    }
  | {
    readonly kind: 'ShareUpdate';
    readonly key: ShareUpdateKey;
    readonly value: ShareUpdateValue | null;
    readonly version: number;
    };

const TYPES: readonly (CoordinatorRecordType | undefined)[] = [
  { type: 0, kind: 'ShareSnapshot', key: ShareSnapshotKey, value: ShareSnapshotValue },
  { type: 1, kind: 'ShareUpdate', key: ShareUpdateKey, value: ShareUpdateValue },
];

const TYPE_OF_KIND: Readonly<Record<ShareRecord['kind'], number>> = {
  ShareSnapshot: 0,
  ShareUpdate: 1,
};

/** The bytes of key and value, in memory of their own. */
export function encodeShareRecord(record: ShareRecord): EncodedCoordinatorRecord {
  return encodeCoordinatorRecord(TYPES, TYPE_OF_KIND[record.kind], record);
}

/**
 * Byte fields of the result are views into `key` and `value`.
 *
 * @param value  null for a tombstone
 * @returns undefined for a type that is not known, which a newer node has written
 */
export function decodeShareRecord(
  key: Uint8Array,
  value: Uint8Array | null,
): ShareRecord | undefined {
  return decodeCoordinatorRecord(TYPES, key, value) as ShareRecord | undefined;
}
