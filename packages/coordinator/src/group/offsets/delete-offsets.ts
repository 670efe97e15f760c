// OffsetDelete and deleted topics: offsets that shall be forgotten.

import { ErrorCode } from '@samsa/common';
import {
  type OffsetDeleteRequest,
  type OffsetDeleteResponse,
} from '@samsa/protocol/apis/offset-delete';

import { Decision, type GroupOutcome } from '../decision.ts';
import { offsetCommitTombstone } from '../group-records.ts';
import { type Group, type ShardState } from '../shard-state.ts';

export function deleteOffsets(
  shard: ShardState,
  request: OffsetDeleteRequest,
): GroupOutcome<OffsetDeleteResponse> {
  const { groupId } = request;
  const decision = new Decision();
  const group = shard.groups.get(groupId);
  const errorCode = deleteProblem(group);
  if (errorCode !== ErrorCode.NONE || group === undefined) {
    return decision.outcome({ errorCode, throttleTimeMs: 0, topics: [] });
  }
  const topics = request.topics.map(({ name, partitions }) => {
    const partitionError = isSubscribed(group, name)
      ? ErrorCode.GROUP_SUBSCRIBED_TO_TOPIC
      : ErrorCode.NONE;
    return {
      name,
      partitions: partitions.map(({ partitionIndex }) => {
        const isThere = shard.offsets.get(groupId, name, partitionIndex) !== undefined;
        if (partitionError === ErrorCode.NONE && isThere) {
          decision.records.push(offsetCommitTombstone(groupId, name, partitionIndex));
        }
        return { partitionIndex, errorCode: partitionError };
      }),
    };
  });
  return decision.outcome({ errorCode: ErrorCode.NONE, throttleTimeMs: 0, topics });
}

function deleteProblem(group: Group | undefined): ErrorCode {
  if (group === undefined) return ErrorCode.GROUP_ID_NOT_FOUND;
  // Of other protocols the coordinator cannot tell which topics their members use.
  if (group.type === 'classic') {
    return group.state === 'Empty' || group.usesConsumerProtocol
      ? ErrorCode.NONE
      : ErrorCode.NON_EMPTY_GROUP;
  }
  return group.hasMembers ? ErrorCode.NON_EMPTY_GROUP : ErrorCode.NONE;
}

function isSubscribed(group: Group, topic: string): boolean {
  return group.type === 'classic' && group.isSubscribedTo(topic);
}

/** Topics were deleted: no group has read anything of them. */
export function forgetTopics(shard: ShardState, topics: ReadonlySet<string>): GroupOutcome<void> {
  const decision = new Decision();
  decision.isAtomic = false;
  for (const groupId of shard.offsets.groups()) {
    const offsets = shard.offsets.ofGroup(groupId);
    for (const topic of topics) {
      for (const partition of offsets.get(topic)?.keys() ?? []) {
        decision.records.push(offsetCommitTombstone(groupId, topic, partition));
      }
    }
  }
  return decision.outcome(undefined);
}
