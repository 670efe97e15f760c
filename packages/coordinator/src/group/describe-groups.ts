// DescribeGroups and ListGroups: what an operator sees of a group.

import { ErrorCode } from '@samsa/common';
import { type DescribeGroupsResponse } from '@samsa/protocol/apis/describe-groups';
import { type ListGroupsResponse } from '@samsa/protocol/apis/list-groups';

import { type ClassicGroup } from './classic/classic-group.ts';
import { answer, type GroupOutcome } from './decision.ts';
import { type GroupRequestContext } from './request-context.ts';
import { type Group, type ShardState } from './shard-state.ts';

export type DescribedGroup = DescribeGroupsResponse['groups'][number];
export type ListedGroup = ListGroupsResponse['groups'][number];

/** Authorized operations were not asked for, or are filled in by the caller. */
const OPERATIONS_NOT_TOLD = -2147483648;
const FIRST_VERSION_WITH_GROUP_ID_NOT_FOUND = 6;
const NO_BYTES = new Uint8Array(0);

export function describeGroup(
  shard: ShardState,
  groupId: string,
  context: GroupRequestContext,
): GroupOutcome<DescribedGroup> {
  const group = shard.groups.get(groupId);
  if (group === undefined) {
    return answer(deadGroup(groupId, `Group ${groupId} not found.`, context));
  }
  if (group.type !== 'classic') {
    return answer(deadGroup(groupId, `Group ${groupId} is not a classic group.`, context));
  }
  return answer(describedGroup(group));
}

/** Older clients read from the state that there is no such group. */
function deadGroup(groupId: string, message: string, context: GroupRequestContext): DescribedGroup {
  const isToldByError = context.apiVersion >= FIRST_VERSION_WITH_GROUP_ID_NOT_FOUND;
  return {
    errorCode: isToldByError ? ErrorCode.GROUP_ID_NOT_FOUND : ErrorCode.NONE,
    errorMessage: isToldByError ? message : null,
    groupId,
    groupState: 'Dead',
    protocolType: '',
    protocolData: '',
    members: [],
    authorizedOperations: OPERATIONS_NOT_TOLD,
  };
}

function describedGroup(group: ClassicGroup): DescribedGroup {
  // In a rebalance the members have no common protocol; what each was assigned last is still its own.
  const protocol = group.state === 'Stable' ? group.protocol : null;
  return {
    errorCode: ErrorCode.NONE,
    errorMessage: null,
    groupId: group.groupId,
    groupState: group.state,
    protocolType: group.protocolType ?? '',
    protocolData: protocol ?? '',
    members: Array.from(group.members.values(), (member) => ({
      memberId: member.memberId,
      groupInstanceId: member.instanceId,
      clientId: member.clientId,
      clientHost: member.clientHost,
      memberMetadata: protocol === null ? NO_BYTES : (member.metadataFor(protocol) ?? NO_BYTES),
      memberAssignment: member.assignment,
    })),
    authorizedOperations: OPERATIONS_NOT_TOLD,
  };
}

export interface GroupFilter {
  /** Names of states and types in any case; an empty list lets every group through. */
  readonly states: readonly string[];
  readonly types: readonly string[];
}

export function listGroups(
  shard: ShardState,
  filter: GroupFilter,
): GroupOutcome<readonly ListedGroup[]> {
  const states = new Set(filter.states.map(normalized));
  const types = new Set(filter.types.map(normalized));
  const listed: ListedGroup[] = [];
  for (const group of shard.groups.values()) {
    if (states.size > 0 && !states.has(normalized(group.state))) continue;
    if (types.size > 0 && !types.has(group.type)) continue;
    listed.push(listedGroup(group));
  }
  return answer(listed);
}

function normalized(name: string): string {
  return name.trim().toLowerCase();
}

function listedGroup(group: Group): ListedGroup {
  return {
    groupId: group.groupId,
    protocolType: group.protocolType ?? '',
    groupState: group.state,
    groupType: group.type,
  };
}
