// RemoteLogRecord: every record of __remote_log_metadata, with its type and version in front.
// Generated from the record schemas by generator/main.ts.

import { decodeFramedRecord, encodeFramedRecord, type RecordType } from '../framed-record.ts';
import { RemoteLogSegmentMetadataRecord } from './records/remote-log-segment-metadata-record.ts';
import { RemoteLogSegmentMetadataUpdateRecord } from './records/remote-log-segment-metadata-update-record.ts';
import { RemotePartitionDeleteMetadataRecord } from './records/remote-partition-delete-metadata-record.ts';
import { RemoteLogSegmentMetadataSnapshotRecord } from './records/remote-log-segment-metadata-snapshot-record.ts';

export type RemoteLogRecord =
  | {
    readonly kind: 'RemoteLogSegmentMetadataRecord';
    readonly version: number;
    readonly value: RemoteLogSegmentMetadataRecord;
    }
  | {
    readonly kind: 'RemoteLogSegmentMetadataUpdateRecord';
    readonly version: number;
    readonly value: RemoteLogSegmentMetadataUpdateRecord;
    }
  | {
    readonly kind: 'RemotePartitionDeleteMetadataRecord';
    readonly version: number;
    readonly value: RemotePartitionDeleteMetadataRecord;
    }
  | {
    readonly kind: 'RemoteLogSegmentMetadataSnapshotRecord';
    readonly version: number;
    readonly value: RemoteLogSegmentMetadataSnapshotRecord;
    };

const TYPES: readonly (RecordType | undefined)[] = [
  { type: 0, codec: RemoteLogSegmentMetadataRecord },
  { type: 1, codec: RemoteLogSegmentMetadataUpdateRecord },
  { type: 2, codec: RemotePartitionDeleteMetadataRecord },
  { type: 3, codec: RemoteLogSegmentMetadataSnapshotRecord },
];

const TYPE_OF_KIND: Readonly<Record<RemoteLogRecord['kind'], number>> = {
  RemoteLogSegmentMetadataRecord: 0,
  RemoteLogSegmentMetadataUpdateRecord: 1,
  RemotePartitionDeleteMetadataRecord: 2,
  RemoteLogSegmentMetadataSnapshotRecord: 3,
};

/** The bytes of a record value, in memory of its own. */
export function encodeRemoteLogRecord(record: RemoteLogRecord): Uint8Array {
  return encodeFramedRecord(TYPES, TYPE_OF_KIND[record.kind], record);
}

/**
 * @param bytes  a record value; byte fields of the result are views into it
 * @throws ProtocolError for a type or version that is not known
 */
export function decodeRemoteLogRecord(bytes: Uint8Array): RemoteLogRecord {
  return decodeFramedRecord(TYPES, bytes) as RemoteLogRecord;
}
