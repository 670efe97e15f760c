// OffsetFetch: how far a group has read, of named partitions or of all.

import { type Uuid, ZERO_UUID } from '@samsa/common';

import { answer, type GroupOutcome } from '../decision.ts';
import { type ShardState } from '../shard-state.ts';
import { type CommittedOffset } from './committed-offsets.ts';

export interface WantedTopic {
  readonly name: string;
  /** The id that the client asks for; all zeros where it asks by name. */
  readonly topicId: Uuid;
  readonly partitionIndexes: readonly number[];
}

export interface FetchedTopic {
  readonly name: string;
  readonly topicId: Uuid;
  readonly partitions: readonly FetchedPartition[];
}

export interface FetchedPartition {
  readonly partitionIndex: number;
  /** Undefined where the group has committed none. */
  readonly committed: CommittedOffset | undefined;
}

/** @param wanted  null for everything that the group has committed */
export function fetchOffsets(
  shard: ShardState,
  groupId: string,
  wanted: readonly WantedTopic[] | null,
): GroupOutcome<readonly FetchedTopic[]> {
  return answer(wanted === null ? allOf(shard, groupId) : these(shard, groupId, wanted));
}

function these(
  shard: ShardState,
  groupId: string,
  wanted: readonly WantedTopic[],
): readonly FetchedTopic[] {
  const topics = shard.offsets.ofGroup(groupId);
  return wanted.map(({ name, topicId, partitionIndexes }) => ({
    name,
    topicId,
    partitions: partitionIndexes.map((partitionIndex) => {
      const committed = topics.get(name)?.get(partitionIndex);
      return {
        partitionIndex,
        committed: committed !== undefined && isOf(topicId, committed) ? committed : undefined,
      };
    }),
  }));
}

/** What was committed for a deleted topic says nothing about a new one of the same name. */
function isOf(topicId: Uuid, committed: CommittedOffset): boolean {
  return topicId === ZERO_UUID || committed.topicId === ZERO_UUID || topicId === committed.topicId;
}

function allOf(shard: ShardState, groupId: string): readonly FetchedTopic[] {
  return Array.from(shard.offsets.ofGroup(groupId), ([name, partitions]) => ({
    name,
    topicId: ZERO_UUID,
    partitions: Array.from(partitions, ([partitionIndex, committed]) => ({
      partitionIndex,
      committed,
    })),
  }));
}
