// DeleteGroups: a group that nobody is in goes, with its offsets.

import { ErrorCode } from '@samsa/common';

import { answer, Decision, type GroupOutcome } from './decision.ts';
import { groupMetadataTombstone, offsetCommitTombstone } from './group-records.ts';
import { type Group, type ShardState } from './shard-state.ts';

export function deleteGroup(shard: ShardState, groupId: string): GroupOutcome<ErrorCode> {
  const group = shard.groups.get(groupId);
  if (group === undefined) return answer(ErrorCode.GROUP_ID_NOT_FOUND);
  if (hasMembers(group)) return answer(ErrorCode.NON_EMPTY_GROUP);
  const decision = new Decision();
  // The group comes last: where one batch is too small, a part of it leaves a smaller group.
  decision.isAtomic = false;
  for (const [topic, partitions] of shard.offsets.ofGroup(groupId)) {
    for (const partition of partitions.keys()) {
      decision.records.push(offsetCommitTombstone(groupId, topic, partition));
    }
  }
  if (group.type === 'classic') decision.records.push(groupMetadataTombstone(groupId));
  else decision.records.push(...group.tombstones());
  decision.event('info', 'group deleted', { group: groupId });
  return decision.outcome<ErrorCode>(ErrorCode.NONE);
}

function hasMembers(group: Group): boolean {
  return group.type === 'classic' ? group.state !== 'Empty' : group.hasMembers;
}
