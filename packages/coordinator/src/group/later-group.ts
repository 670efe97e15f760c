// LaterGroup: a group of a kind that this coordinator reads from the log and does not serve yet —
// consumer groups of KIP-848, share groups, streams groups.
//
// A log that Apache Kafka wrote may hold them. They are not ignored: without them, a JoinGroup could
// make a classic group under the same id, and committed offsets would look like those of a group
// without members. Only the keys are kept, which is enough to list the group, to know whether it has
// members, to refuse requests of other kinds, and to delete it with tombstones for all it has.

import { type GroupRecord } from '@samsa/protocol/group-record';

export type LaterGroupType = 'consumer' | 'share' | 'streams';

type LaterRecord = Extract<GroupRecord, { key: { groupId: string } }>;

const PREFIX_OF_TYPE = [
  ['ConsumerGroup', 'consumer'],
  ['ShareGroup', 'share'],
  ['StreamsGroup', 'streams'],
] as const;

/** The type of group that a record belongs to, or undefined if it is none of these. */
export function laterGroupTypeOf(record: GroupRecord): LaterGroupType | undefined {
  return PREFIX_OF_TYPE.find(([prefix]) => record.kind.startsWith(prefix))?.[1];
}

export class LaterGroup {
  readonly type: LaterGroupType;
  readonly groupId: string;
  /** The newest record of each key without its value, in the order in which the keys appeared. */
  readonly #keys = new Map<string, LaterRecord>();
  #memberCount = 0;

  constructor(groupId: string, type: LaterGroupType) {
    this.groupId = groupId;
    this.type = type;
  }

  /** `Unknown` is one of Kafka's own names for a state: that of members is in values not read here. */
  get state(): 'Empty' | 'Unknown' {
    return this.#memberCount === 0 ? 'Empty' : 'Unknown';
  }

  get protocolType(): string {
    return this.type === 'streams' ? 'consumer' : this.type;
  }

  get hasMembers(): boolean {
    return this.#memberCount > 0;
  }

  /** Nothing of it is left in the log. */
  get isGone(): boolean {
    return this.#keys.size === 0;
  }

  replay(record: LaterRecord): void {
    const key = `${record.kind} ${JSON.stringify(record.key)}`;
    const isKnown = this.#keys.has(key);
    if (record.value === null) this.#keys.delete(key);
    else this.#keys.set(key, withoutValue(record));
    if (record.kind.endsWith('MemberMetadata') && isKnown !== (record.value !== null)) {
      this.#memberCount += isKnown ? -1 : 1;
    }
  }

  /** What deletes it: a tombstone for each key, those that came first last. */
  tombstones(): GroupRecord[] {
    return [...this.#keys.values()].reverse();
  }
}

function withoutValue(record: LaterRecord): LaterRecord {
  return { ...record, value: null };
}
