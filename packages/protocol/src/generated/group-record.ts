// GroupRecord: every record of __consumer_offsets, with its key and its value.
// Generated from the record schemas by generator/main.ts.

import {
  type CoordinatorRecordType,
  decodeCoordinatorRecord,
  encodeCoordinatorRecord,
  type EncodedCoordinatorRecord,
} from '../coordinator-record.ts';
import { LegacyOffsetCommitKey } from './records/legacy-offset-commit-key.ts';
import { LegacyOffsetCommitValue } from './records/legacy-offset-commit-value.ts';
import { OffsetCommitKey } from './records/offset-commit-key.ts';
import { OffsetCommitValue } from './records/offset-commit-value.ts';
import { GroupMetadataKey } from './records/group-metadata-key.ts';
import { GroupMetadataValue } from './records/group-metadata-value.ts';
import { ConsumerGroupMetadataKey } from './records/consumer-group-metadata-key.ts';
import { ConsumerGroupMetadataValue } from './records/consumer-group-metadata-value.ts';
import { ConsumerGroupPartitionMetadataKey } from './records/consumer-group-partition-metadata-key.ts';
import { ConsumerGroupPartitionMetadataValue } from './records/consumer-group-partition-metadata-value.ts';
import { ConsumerGroupMemberMetadataKey } from './records/consumer-group-member-metadata-key.ts';
import { ConsumerGroupMemberMetadataValue } from './records/consumer-group-member-metadata-value.ts';
import { ConsumerGroupTargetAssignmentMetadataKey } from './records/consumer-group-target-assignment-metadata-key.ts';
import { ConsumerGroupTargetAssignmentMetadataValue } from './records/consumer-group-target-assignment-metadata-value.ts';
import { ConsumerGroupTargetAssignmentMemberKey } from './records/consumer-group-target-assignment-member-key.ts';
import { ConsumerGroupTargetAssignmentMemberValue } from './records/consumer-group-target-assignment-member-value.ts';
import { ConsumerGroupCurrentMemberAssignmentKey } from './records/consumer-group-current-member-assignment-key.ts';
import { ConsumerGroupCurrentMemberAssignmentValue } from './records/consumer-group-current-member-assignment-value.ts';
import { ShareGroupMemberMetadataKey } from './records/share-group-member-metadata-key.ts';
import { ShareGroupMemberMetadataValue } from './records/share-group-member-metadata-value.ts';
import { ShareGroupMetadataKey } from './records/share-group-metadata-key.ts';
import { ShareGroupMetadataValue } from './records/share-group-metadata-value.ts';
import { ShareGroupTargetAssignmentMetadataKey } from './records/share-group-target-assignment-metadata-key.ts';
import { ShareGroupTargetAssignmentMetadataValue } from './records/share-group-target-assignment-metadata-value.ts';
import { ShareGroupTargetAssignmentMemberKey } from './records/share-group-target-assignment-member-key.ts';
import { ShareGroupTargetAssignmentMemberValue } from './records/share-group-target-assignment-member-value.ts';
import { ShareGroupCurrentMemberAssignmentKey } from './records/share-group-current-member-assignment-key.ts';
import { ShareGroupCurrentMemberAssignmentValue } from './records/share-group-current-member-assignment-value.ts';
import { ShareGroupStatePartitionMetadataKey } from './records/share-group-state-partition-metadata-key.ts';
import { ShareGroupStatePartitionMetadataValue } from './records/share-group-state-partition-metadata-value.ts';
import { ConsumerGroupRegularExpressionKey } from './records/consumer-group-regular-expression-key.ts';
import { ConsumerGroupRegularExpressionValue } from './records/consumer-group-regular-expression-value.ts';
import { StreamsGroupMetadataKey } from './records/streams-group-metadata-key.ts';
import { StreamsGroupMetadataValue } from './records/streams-group-metadata-value.ts';
import { StreamsGroupMemberMetadataKey } from './records/streams-group-member-metadata-key.ts';
import { StreamsGroupMemberMetadataValue } from './records/streams-group-member-metadata-value.ts';
import { StreamsGroupTargetAssignmentMetadataKey } from './records/streams-group-target-assignment-metadata-key.ts';
import { StreamsGroupTargetAssignmentMetadataValue } from './records/streams-group-target-assignment-metadata-value.ts';
import { StreamsGroupTargetAssignmentMemberKey } from './records/streams-group-target-assignment-member-key.ts';
import { StreamsGroupTargetAssignmentMemberValue } from './records/streams-group-target-assignment-member-value.ts';
import { StreamsGroupCurrentMemberAssignmentKey } from './records/streams-group-current-member-assignment-key.ts';
import { StreamsGroupCurrentMemberAssignmentValue } from './records/streams-group-current-member-assignment-value.ts';
import { StreamsGroupTopologyKey } from './records/streams-group-topology-key.ts';
import { StreamsGroupTopologyValue } from './records/streams-group-topology-value.ts';

/** `version` is the value's; a tombstone has the value null. */
export type GroupRecord =
  | {
    readonly kind: 'LegacyOffsetCommit';
    readonly key: LegacyOffsetCommitKey;
    readonly value: LegacyOffsetCommitValue | null;
    readonly version: number;
    }
  | {
    readonly kind: 'OffsetCommit';
    readonly key: OffsetCommitKey;
    readonly value: OffsetCommitValue | null;
    readonly version: number;
    }
  | {
    readonly kind: 'GroupMetadata';
    readonly key: GroupMetadataKey;
    readonly value: GroupMetadataValue | null;
    readonly version: number;
    }
  | {
    readonly kind: 'ConsumerGroupMetadata';
    readonly key: ConsumerGroupMetadataKey;
    readonly value: ConsumerGroupMetadataValue | null;
    readonly version: number;
    }
  | {
    readonly kind: 'ConsumerGroupPartitionMetadata';
    readonly key: ConsumerGroupPartitionMetadataKey;
    readonly value: ConsumerGroupPartitionMetadataValue | null;
    readonly version: number;
    }
  | {
    readonly kind: 'ConsumerGroupMemberMetadata';
    readonly key: ConsumerGroupMemberMetadataKey;
    readonly value: ConsumerGroupMemberMetadataValue | null;
    readonly version: number;
    }
  | {
    readonly kind: 'ConsumerGroupTargetAssignmentMetadata';
    readonly key: ConsumerGroupTargetAssignmentMetadataKey;
    readonly value: ConsumerGroupTargetAssignmentMetadataValue | null;
    readonly version: number;
    }
  | {
    readonly kind: 'ConsumerGroupTargetAssignmentMember';
    readonly key: ConsumerGroupTargetAssignmentMemberKey;
    readonly value: ConsumerGroupTargetAssignmentMemberValue | null;
    readonly version: number;
    }
  | {
    readonly kind: 'ConsumerGroupCurrentMemberAssignment';
    readonly key: ConsumerGroupCurrentMemberAssignmentKey;
    readonly value: ConsumerGroupCurrentMemberAssignmentValue | null;
    readonly version: number;
    }
  | {
    readonly kind: 'ShareGroupMemberMetadata';
    readonly key: ShareGroupMemberMetadataKey;
    readonly value: ShareGroupMemberMetadataValue | null;
    readonly version: number;
    }
  | {
    readonly kind: 'ShareGroupMetadata';
    readonly key: ShareGroupMetadataKey;
    readonly value: ShareGroupMetadataValue | null;
    readonly version: number;
    }
  | {
    readonly kind: 'ShareGroupTargetAssignmentMetadata';
    readonly key: ShareGroupTargetAssignmentMetadataKey;
    readonly value: ShareGroupTargetAssignmentMetadataValue | null;
    readonly version: number;
    }
  | {
    readonly kind: 'ShareGroupTargetAssignmentMember';
    readonly key: ShareGroupTargetAssignmentMemberKey;
    readonly value: ShareGroupTargetAssignmentMemberValue | null;
    readonly version: number;
    }
  | {
    readonly kind: 'ShareGroupCurrentMemberAssignment';
    readonly key: ShareGroupCurrentMemberAssignmentKey;
    readonly value: ShareGroupCurrentMemberAssignmentValue | null;
    readonly version: number;
    }
  | {
    readonly kind: 'ShareGroupStatePartitionMetadata';
    readonly key: ShareGroupStatePartitionMetadataKey;
    readonly value: ShareGroupStatePartitionMetadataValue | null;
    readonly version: number;
    }
  | {
    readonly kind: 'ConsumerGroupRegularExpression';
    readonly key: ConsumerGroupRegularExpressionKey;
    readonly value: ConsumerGroupRegularExpressionValue | null;
    readonly version: number;
    }
  | {
    readonly kind: 'StreamsGroupMetadata';
    readonly key: StreamsGroupMetadataKey;
    readonly value: StreamsGroupMetadataValue | null;
    readonly version: number;
    }
  | {
    readonly kind: 'StreamsGroupMemberMetadata';
    readonly key: StreamsGroupMemberMetadataKey;
    readonly value: StreamsGroupMemberMetadataValue | null;
    readonly version: number;
    }
  | {
    readonly kind: 'StreamsGroupTargetAssignmentMetadata';
    readonly key: StreamsGroupTargetAssignmentMetadataKey;
    readonly value: StreamsGroupTargetAssignmentMetadataValue | null;
    readonly version: number;
    }
  | {
    readonly kind: 'StreamsGroupTargetAssignmentMember';
    readonly key: StreamsGroupTargetAssignmentMemberKey;
    readonly value: StreamsGroupTargetAssignmentMemberValue | null;
    readonly version: number;
    }
  | {
    readonly kind: 'StreamsGroupCurrentMemberAssignment';
    readonly key: StreamsGroupCurrentMemberAssignmentKey;
    readonly value: StreamsGroupCurrentMemberAssignmentValue | null;
    readonly version: number;
    }
  | {
    readonly kind: 'StreamsGroupTopology';
    readonly key: StreamsGroupTopologyKey;
    readonly value: StreamsGroupTopologyValue | null;
    readonly version: number;
    };

const TYPES: readonly (CoordinatorRecordType | undefined)[] = [
  {
    type: 0,
    kind: 'LegacyOffsetCommit',
    key: LegacyOffsetCommitKey,
    value: LegacyOffsetCommitValue,
  },
  { type: 1, kind: 'OffsetCommit', key: OffsetCommitKey, value: OffsetCommitValue },
  { type: 2, kind: 'GroupMetadata', key: GroupMetadataKey, value: GroupMetadataValue },
  {
    type: 3,
    kind: 'ConsumerGroupMetadata',
    key: ConsumerGroupMetadataKey,
    value: ConsumerGroupMetadataValue,
  },
  {
    type: 4,
    kind: 'ConsumerGroupPartitionMetadata',
    key: ConsumerGroupPartitionMetadataKey,
    value: ConsumerGroupPartitionMetadataValue,
  },
  {
    type: 5,
    kind: 'ConsumerGroupMemberMetadata',
    key: ConsumerGroupMemberMetadataKey,
    value: ConsumerGroupMemberMetadataValue,
  },
  {
    type: 6,
    kind: 'ConsumerGroupTargetAssignmentMetadata',
    key: ConsumerGroupTargetAssignmentMetadataKey,
    value: ConsumerGroupTargetAssignmentMetadataValue,
  },
  {
    type: 7,
    kind: 'ConsumerGroupTargetAssignmentMember',
    key: ConsumerGroupTargetAssignmentMemberKey,
    value: ConsumerGroupTargetAssignmentMemberValue,
  },
  {
    type: 8,
    kind: 'ConsumerGroupCurrentMemberAssignment',
    key: ConsumerGroupCurrentMemberAssignmentKey,
    value: ConsumerGroupCurrentMemberAssignmentValue,
  },
  undefined, // 9
  {
    type: 10,
    kind: 'ShareGroupMemberMetadata',
    key: ShareGroupMemberMetadataKey,
    value: ShareGroupMemberMetadataValue,
  },
  {
    type: 11,
    kind: 'ShareGroupMetadata',
    key: ShareGroupMetadataKey,
    value: ShareGroupMetadataValue,
  },
  {
    type: 12,
    kind: 'ShareGroupTargetAssignmentMetadata',
    key: ShareGroupTargetAssignmentMetadataKey,
    value: ShareGroupTargetAssignmentMetadataValue,
  },
  {
    type: 13,
    kind: 'ShareGroupTargetAssignmentMember',
    key: ShareGroupTargetAssignmentMemberKey,
    value: ShareGroupTargetAssignmentMemberValue,
  },
  {
    type: 14,
    kind: 'ShareGroupCurrentMemberAssignment',
    key: ShareGroupCurrentMemberAssignmentKey,
    value: ShareGroupCurrentMemberAssignmentValue,
  },
  {
    type: 15,
    kind: 'ShareGroupStatePartitionMetadata',
    key: ShareGroupStatePartitionMetadataKey,
    value: ShareGroupStatePartitionMetadataValue,
  },
  {
    type: 16,
    kind: 'ConsumerGroupRegularExpression',
    key: ConsumerGroupRegularExpressionKey,
    value: ConsumerGroupRegularExpressionValue,
  },
  {
    type: 17,
    kind: 'StreamsGroupMetadata',
    key: StreamsGroupMetadataKey,
    value: StreamsGroupMetadataValue,
  },
  undefined, // 18
  {
    type: 19,
    kind: 'StreamsGroupMemberMetadata',
    key: StreamsGroupMemberMetadataKey,
    value: StreamsGroupMemberMetadataValue,
  },
  {
    type: 20,
    kind: 'StreamsGroupTargetAssignmentMetadata',
    key: StreamsGroupTargetAssignmentMetadataKey,
    value: StreamsGroupTargetAssignmentMetadataValue,
  },
  {
    type: 21,
    kind: 'StreamsGroupTargetAssignmentMember',
    key: StreamsGroupTargetAssignmentMemberKey,
    value: StreamsGroupTargetAssignmentMemberValue,
  },
  {
    type: 22,
    kind: 'StreamsGroupCurrentMemberAssignment',
    key: StreamsGroupCurrentMemberAssignmentKey,
    value: StreamsGroupCurrentMemberAssignmentValue,
  },
  {
    type: 23,
    kind: 'StreamsGroupTopology',
    key: StreamsGroupTopologyKey,
    value: StreamsGroupTopologyValue,
  },
];

const TYPE_OF_KIND: Readonly<Record<GroupRecord['kind'], number>> = {
  LegacyOffsetCommit: 0,
  OffsetCommit: 1,
  GroupMetadata: 2,
  ConsumerGroupMetadata: 3,
  ConsumerGroupPartitionMetadata: 4,
  ConsumerGroupMemberMetadata: 5,
  ConsumerGroupTargetAssignmentMetadata: 6,
  ConsumerGroupTargetAssignmentMember: 7,
  ConsumerGroupCurrentMemberAssignment: 8,
  ShareGroupMemberMetadata: 10,
  ShareGroupMetadata: 11,
  ShareGroupTargetAssignmentMetadata: 12,
  ShareGroupTargetAssignmentMember: 13,
  ShareGroupCurrentMemberAssignment: 14,
  ShareGroupStatePartitionMetadata: 15,
  ConsumerGroupRegularExpression: 16,
  StreamsGroupMetadata: 17,
  StreamsGroupMemberMetadata: 19,
  StreamsGroupTargetAssignmentMetadata: 20,
  StreamsGroupTargetAssignmentMember: 21,
  StreamsGroupCurrentMemberAssignment: 22,
  StreamsGroupTopology: 23,
};

/** The bytes of key and value, in memory of their own. */
export function encodeGroupRecord(record: GroupRecord): EncodedCoordinatorRecord {
  return encodeCoordinatorRecord(TYPES, TYPE_OF_KIND[record.kind], record);
}

/**
 * Byte fields of the result are views into `key` and `value`.
 *
 * @param value  null for a tombstone
 * @returns undefined for a type that is not known, which a newer node has written
 */
export function decodeGroupRecord(
  key: Uint8Array,
  value: Uint8Array | null,
): GroupRecord | undefined {
  return decodeCoordinatorRecord(TYPES, key, value) as GroupRecord | undefined;
}
