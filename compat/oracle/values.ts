// Values that the generator puts into fields: plausible ones, borderline ones and wrong ones.

import { type Dice } from '../../test/support/mutation.ts';
import { type Field, type Message } from './message-schema.ts';
import { batchOf, producibleRecords, RECORD_TIME_MS, subscription } from './records.ts';

/** What the generator finds on both brokers, named in Kafka's terms. */
export interface Fixture {
  readonly topics: readonly string[];
  readonly topicIds: readonly string[];
  readonly groups: readonly string[];
  readonly memberId: string;
}

export const ZERO_ID = 'AAAAAAAAAAAAAAAAAAAAAA';
export const UNKNOWN_ID = 'c29tZSBvdGhlciB0b3BpYw';

const MAX_INT32 = 2 ** 31 - 1;
const LONG_TEXT = 'long-'.repeat(60);

/** Values of a field by the path `Api.field.field`, by `field`, or by its type, the first that is known. */
export function valuesFor(api: string, field: Field, fixture: Fixture): readonly unknown[] {
  const byEntity = entityValues(field, fixture);
  return (
    BY_PATH[`${api}.${field.name}`]?.(fixture) ??
    BY_NAME[field.name]?.(fixture) ??
    byEntity ??
    BY_TYPE[field.type]?.(fixture) ?? [field.defaultValue()]
  );
}

/** A value for a field and all that is in it. */
export function randomValue(
  api: string,
  field: Field,
  version: number,
  dice: Dice,
  fixture: Fixture,
): unknown {
  if (field.isNullableIn(version) && dice.below(6) === 0) return null;
  if (!field.isArray) return randomElement(api, field, version, dice, fixture);
  const length = dice.of([0, 1, 1, 1, 2]);
  return Array.from({ length }, () => randomElement(api, field, version, dice, fixture));
}

export function randomElement(
  api: string,
  field: Field,
  version: number,
  dice: Dice,
  fixture: Fixture,
): unknown {
  if (field.fields === undefined) {
    const values = valuesFor(api, field, fixture);
    const allowed = values.filter((value) => value !== null || field.isNullableIn(version));
    return dice.of(allowed.length > 0 ? allowed : [field.defaultValue()]);
  }
  return randomMessage(api, field.fields, version, dice, fixture);
}

export function randomMessage(
  api: string,
  fields: readonly Field[],
  version: number,
  dice: Dice,
  fixture: Fixture,
): Message {
  const message: Message = {};
  for (const field of fields) {
    if (!field.existsIn(version)) continue;
    message[field.name] = randomValue(api, field, version, dice, fixture);
  }
  return message;
}

type Values = (fixture: Fixture) => readonly unknown[];

function entityValues({ entityType }: Field, fixture: Fixture): readonly unknown[] | undefined {
  switch (entityType) {
    case 'topicName':
      return [...fixture.topics, ...fixture.topics, 'nowhere', '', '.', 'bad name', LONG_TEXT];
    case 'groupId':
      return [...fixture.groups, ...fixture.groups, 'no-such-group', '', LONG_TEXT];
    case 'brokerId':
      return [1, 1, -1, 0, 2, MAX_INT32];
    case 'transactionalId':
      return [null];
    default:
      return undefined;
  }
}

const partitions: Values = () => [0, 0, 0, 1, 2, -1, MAX_INT32];
const epochs: Values = () => [-1, -1, 0, 0, 1, MAX_INT32];
const offsets: Values = () => [0, 1, 2, 3, 4, -1, 1_000_000, 2 ** 53];

const BY_PATH: Readonly<Record<string, Values | undefined>> = {
  'ListOffsets.replicaId': () => [-1],
  'ListOffsets.timestamp': () => [
    -1,
    -2,
    -3,
    -4,
    -5,
    -6,
    0,
    RECORD_TIME_MS,
    RECORD_TIME_MS + 5,
    2 ** 52,
  ],
  'Fetch.replicaId': () => [-1],
  'OffsetForLeaderEpoch.replicaId': () => [-1, -2],
  'CreateTopics.name': () => [
    'gamma',
    'fixture',
    '',
    '.',
    'bad name',
    'retention.ms',
    'cleanup.policy',
    'nope',
  ],
  'CreateTopics.value': () => ['1', '100000', 'compact', 'delete', '', '-1', null, 'x'],
  // What other cases stand on is neither deleted nor written to.
  'DeleteTopics.name': () => ['nowhere', 'nowhere', '', '.', 'bad name', null],
  'DeleteTopics.topicNames': () => ['nowhere', 'nowhere', '', '.', 'bad name'],
  'DeleteTopics.topicId': () => [ZERO_ID, ZERO_ID, UNKNOWN_ID],
  'DeleteGroups.groupsNames': () => ['no-such-group', 'no-such-group', '', LONG_TEXT],
  'Produce.name': () => ['fixture-other', 'fixture-other', 'nowhere', '', 'bad name'],
  'Produce.topicId': ({ topicIds }) => [topicIds[1], topicIds[1], ZERO_ID, UNKNOWN_ID],
  // A second member would have to wait for the first.
  'JoinGroup.groupId': () => [''],
  'FindCoordinator.keyType': () => [0, 0, 3, -1],
  'JoinGroup.memberId': () => ['', '', 'made-up'],
  'JoinGroup.protocolType': () => ['consumer', 'consumer', 'connect', ''],
  'JoinGroup.name': () => ['range', 'range', 'roundrobin', ''],
  'ListGroups.statesFilter': () => ['Stable', 'Empty', 'empty', 'Dead', 'nonsense', ''],
  'ListGroups.typesFilter': () => ['classic', 'consumer', 'Classic', 'nonsense', ''],
  'DescribeConfigs.configurationKeys': () => [
    'retention.ms',
    'cleanup.policy',
    'log.dirs',
    'nope',
    '',
  ],
};

const BY_NAME: Readonly<Record<string, Values | undefined>> = {
  acks: () => [-1, -1, 1, 2, -2],
  afterMs: () => [0],
  brokerIds: () => [1, 1, 2, -1],
  clientSoftwareName: () => ['oracle', 'a-b', '', 'bad name', '-x'],
  clientSoftwareVersion: () => ['1.0', '', 'v 1'],
  committedLeaderEpoch: epochs,
  committedMetadata: () => ['', 'note', null, 'm'.repeat(5_000)],
  committedOffset: offsets,
  configOperation: () => [0, 0, 1, 2, 3],
  coordinatorKeys: () => ['some-key', 'g', '', LONG_TEXT],
  count: () => [0, 1, 2, 3, -1],
  currentLeaderEpoch: epochs,
  endpointType: () => [1, 1, 2, 0, 3],
  fetchOffset: offsets,
  generationId: () => [1, 0, -1, 2],
  generationIdOrMemberEpoch: () => [-1, -1, 1, 0, 2],
  groupInstanceId: () => [null, null, 'instance'],
  isolationLevel: () => [0, 1],
  keyType: () => [0, 0, 3, -1],
  lastFetchedEpoch: () => [-1, -1, 0],
  leaderEpoch: epochs,
  maxBytes: () => [1_000_000, 1, 0, MAX_INT32],
  maxWaitMs: () => [0, 50],
  memberEpoch: () => [-1, -1, 0, 1],
  memberId: (fixture) => [fixture.memberId, fixture.memberId, '', 'nobody'],
  metadata: () => [subscription('fixture')],
  minBytes: () => [0, 1, -1],
  numPartitions: () => [1, 2, -1, 0, -2],
  offset: offsets,
  partition: partitions,
  partitionIndex: partitions,
  partitionIndexes: partitions,
  partitionMaxBytes: () => [100_000, 1, 0],
  partitions,
  producerEpoch: () => [-1, 0, 5],
  producerId: () => [-1],
  protocolName: () => ['range', null, 'other'],
  protocolType: () => ['consumer', null, 'other'],
  rebalanceTimeoutMs: () => [1_000, 60_000, -1],
  records: () => producibleRecords().filter(isReadable),
  replicationFactor: () => [1, 1, -1, 0, 2, -2],
  resourceName: (fixture) => [...fixture.topics, '1', '1', '', '2', 'x', 'nowhere'],
  resourceType: () => [2, 2, 4, 8, 16, 32, 0, 1, 99],
  resourceTypes: () => [2, 4, 8, 16, 32, 0, 1, 99],
  responsePartitionLimit: () => [2_000, 1, 2],
  retentionTimeMs: () => [-1, 1_000_000],
  sessionEpoch: () => [-1, -1, -1, 0, 1],
  sessionId: () => [0, 0, 0, 77],
  sessionTimeoutMs: () => [6_000, 60_000, 1, -1],
  timeoutMs: () => [10_000],
  topicId: (fixture) => [...fixture.topicIds, ...fixture.topicIds, ZERO_ID, UNKNOWN_ID],
  transactionTimeoutMs: () => [60_000, 0, -1],
  transactionalId: () => [null],
  validateOnly: () => [true, false],
  value: () => ['1', '100000', 'compact', 'delete', 'x', '', '-1', null],
};

/** Apache Kafka refuses a whole request for one batch of an unknown magic: flows ask that alone. */
function isReadable(batch: Uint8Array): boolean {
  return batch.length < BATCH_HEADER_BYTES || (batch[16] ?? 0) <= 2;
}

const BATCH_HEADER_BYTES = 61;

const BY_TYPE: Readonly<Record<string, Values | undefined>> = {
  bool: () => [true, false],
  int8: () => [0, 1, 2, -1, 127],
  int16: () => [0, 1, -1, 32_767],
  uint16: () => [0, 1, 65_535],
  int32: () => [0, 1, -1, MAX_INT32],
  uint32: () => [0, 1, 2 ** 32 - 1],
  int64: () => [0, 1, -1, 2 ** 53],
  float64: () => [0, 0.5, -1],
  string: () => ['', 'x', 'some-text', 'ümläut', null],
  uuid: () => [ZERO_ID, UNKNOWN_ID],
  bytes: () => [new Uint8Array(0), Buffer.from('some bytes')],
  records: () => [batchOf([{ value: 'v' }])],
};
