// MetadataRecord: every record of __cluster_metadata, with its type and version in front.
// Generated from the record schemas by generator/main.ts.

import { decodeFramedRecord, encodeFramedRecord, type RecordType } from '../framed-record.ts';
import { RegisterBrokerRecord } from './records/register-broker-record.ts';
import { UnregisterBrokerRecord } from './records/unregister-broker-record.ts';
import { TopicRecord } from './records/topic-record.ts';
import { PartitionRecord } from './records/partition-record.ts';
import { ConfigRecord } from './records/config-record.ts';
import { PartitionChangeRecord } from './records/partition-change-record.ts';
import { FenceBrokerRecord } from './records/fence-broker-record.ts';
import { UnfenceBrokerRecord } from './records/unfence-broker-record.ts';
import { RemoveTopicRecord } from './records/remove-topic-record.ts';
import { DelegationTokenRecord } from './records/delegation-token-record.ts';
import { UserScramCredentialRecord } from './records/user-scram-credential-record.ts';
import { FeatureLevelRecord } from './records/feature-level-record.ts';
import { ClientQuotaRecord } from './records/client-quota-record.ts';
import { ProducerIdsRecord } from './records/producer-ids-record.ts';
import { BrokerRegistrationChangeRecord } from './records/broker-registration-change-record.ts';
import { AccessControlEntryRecord } from './records/access-control-entry-record.ts';
import { RemoveAccessControlEntryRecord } from './records/remove-access-control-entry-record.ts';
import { NoOpRecord } from './records/no-op-record.ts';
import { ZkMigrationStateRecord } from './records/zk-migration-state-record.ts';
import { RemoveUserScramCredentialRecord } from './records/remove-user-scram-credential-record.ts';
import { BeginTransactionRecord } from './records/begin-transaction-record.ts';
import { EndTransactionRecord } from './records/end-transaction-record.ts';
import { AbortTransactionRecord } from './records/abort-transaction-record.ts';
import { RemoveDelegationTokenRecord } from './records/remove-delegation-token-record.ts';
import { RegisterControllerRecord } from './records/register-controller-record.ts';
import { ClearElrRecord } from './records/clear-elr-record.ts';

export type MetadataRecord =
  | {
    readonly kind: 'RegisterBrokerRecord';
    readonly version: number;
    readonly value: RegisterBrokerRecord;
    }
  | {
    readonly kind: 'UnregisterBrokerRecord';
    readonly version: number;
    readonly value: UnregisterBrokerRecord;
    }
  | {
    readonly kind: 'TopicRecord';
    readonly version: number;
    readonly value: TopicRecord;
    }
  | {
    readonly kind: 'PartitionRecord';
    readonly version: number;
    readonly value: PartitionRecord;
    }
  | {
    readonly kind: 'ConfigRecord';
    readonly version: number;
    readonly value: ConfigRecord;
    }
  | {
    readonly kind: 'PartitionChangeRecord';
    readonly version: number;
    readonly value: PartitionChangeRecord;
    }
  | {
    readonly kind: 'FenceBrokerRecord';
    readonly version: number;
    readonly value: FenceBrokerRecord;
    }
  | {
    readonly kind: 'UnfenceBrokerRecord';
    readonly version: number;
    readonly value: UnfenceBrokerRecord;
    }
  | {
    readonly kind: 'RemoveTopicRecord';
    readonly version: number;
    readonly value: RemoveTopicRecord;
    }
  | {
    readonly kind: 'DelegationTokenRecord';
    readonly version: number;
    readonly value: DelegationTokenRecord;
    }
  | {
    readonly kind: 'UserScramCredentialRecord';
    readonly version: number;
    readonly value: UserScramCredentialRecord;
    }
  | {
    readonly kind: 'FeatureLevelRecord';
    readonly version: number;
    readonly value: FeatureLevelRecord;
    }
  | {
    readonly kind: 'ClientQuotaRecord';
    readonly version: number;
    readonly value: ClientQuotaRecord;
    }
  | {
    readonly kind: 'ProducerIdsRecord';
    readonly version: number;
    readonly value: ProducerIdsRecord;
    }
  | {
    readonly kind: 'BrokerRegistrationChangeRecord';
    readonly version: number;
    readonly value: BrokerRegistrationChangeRecord;
    }
  | {
    readonly kind: 'AccessControlEntryRecord';
    readonly version: number;
    readonly value: AccessControlEntryRecord;
    }
  | {
    readonly kind: 'RemoveAccessControlEntryRecord';
    readonly version: number;
    readonly value: RemoveAccessControlEntryRecord;
    }
  | {
    readonly kind: 'NoOpRecord';
    readonly version: number;
    readonly value: NoOpRecord;
    }
  | {
    readonly kind: 'ZkMigrationStateRecord';
    readonly version: number;
    readonly value: ZkMigrationStateRecord;
    }
  | {
    readonly kind: 'RemoveUserScramCredentialRecord';
    readonly version: number;
    readonly value: RemoveUserScramCredentialRecord;
    }
  | {
    readonly kind: 'BeginTransactionRecord';
    readonly version: number;
    readonly value: BeginTransactionRecord;
    }
  | {
    readonly kind: 'EndTransactionRecord';
    readonly version: number;
    readonly value: EndTransactionRecord;
    }
  | {
    readonly kind: 'AbortTransactionRecord';
    readonly version: number;
    readonly value: AbortTransactionRecord;
    }
  | {
    readonly kind: 'RemoveDelegationTokenRecord';
    readonly version: number;
    readonly value: RemoveDelegationTokenRecord;
    }
  | {
    readonly kind: 'RegisterControllerRecord';
    readonly version: number;
    readonly value: RegisterControllerRecord;
    }
  | {
    readonly kind: 'ClearElrRecord';
    readonly version: number;
    readonly value: ClearElrRecord;
    };

const TYPES: readonly (RecordType | undefined)[] = [
  { type: 0, codec: RegisterBrokerRecord },
  { type: 1, codec: UnregisterBrokerRecord },
  { type: 2, codec: TopicRecord },
  { type: 3, codec: PartitionRecord },
  { type: 4, codec: ConfigRecord },
  { type: 5, codec: PartitionChangeRecord },
  undefined, // 6
  { type: 7, codec: FenceBrokerRecord },
  { type: 8, codec: UnfenceBrokerRecord },
  { type: 9, codec: RemoveTopicRecord },
  { type: 10, codec: DelegationTokenRecord },
  { type: 11, codec: UserScramCredentialRecord },
  { type: 12, codec: FeatureLevelRecord },
  undefined, // 13
  { type: 14, codec: ClientQuotaRecord },
  { type: 15, codec: ProducerIdsRecord },
  undefined, // 16
  { type: 17, codec: BrokerRegistrationChangeRecord },
  { type: 18, codec: AccessControlEntryRecord },
  { type: 19, codec: RemoveAccessControlEntryRecord },
  { type: 20, codec: NoOpRecord },
  { type: 21, codec: ZkMigrationStateRecord },
  { type: 22, codec: RemoveUserScramCredentialRecord },
  { type: 23, codec: BeginTransactionRecord },
  { type: 24, codec: EndTransactionRecord },
  { type: 25, codec: AbortTransactionRecord },
  { type: 26, codec: RemoveDelegationTokenRecord },
  { type: 27, codec: RegisterControllerRecord },
  { type: 28, codec: ClearElrRecord },
];

const TYPE_OF_KIND: Readonly<Record<MetadataRecord['kind'], number>> = {
  RegisterBrokerRecord: 0,
  UnregisterBrokerRecord: 1,
  TopicRecord: 2,
  PartitionRecord: 3,
  ConfigRecord: 4,
  PartitionChangeRecord: 5,
  FenceBrokerRecord: 7,
  UnfenceBrokerRecord: 8,
  RemoveTopicRecord: 9,
  DelegationTokenRecord: 10,
  UserScramCredentialRecord: 11,
  FeatureLevelRecord: 12,
  ClientQuotaRecord: 14,
  ProducerIdsRecord: 15,
  BrokerRegistrationChangeRecord: 17,
  AccessControlEntryRecord: 18,
  RemoveAccessControlEntryRecord: 19,
  NoOpRecord: 20,
  ZkMigrationStateRecord: 21,
  RemoveUserScramCredentialRecord: 22,
  BeginTransactionRecord: 23,
  EndTransactionRecord: 24,
  AbortTransactionRecord: 25,
  RemoveDelegationTokenRecord: 26,
  RegisterControllerRecord: 27,
  ClearElrRecord: 28,
};

/** The bytes of a record value, in memory of its own. */
export function encodeMetadataRecord(record: MetadataRecord): Uint8Array {
  return encodeFramedRecord(TYPES, TYPE_OF_KIND[record.kind], record);
}

/**
 * @param bytes  a record value; byte fields of the result are views into it
 * @throws ProtocolError for a type or version that is not known
 */
export function decodeMetadataRecord(bytes: Uint8Array): MetadataRecord {
  return decodeFramedRecord(TYPES, bytes) as MetadataRecord;
}
