// Answers of the classic group APIs that several rules give.

import { ErrorCode } from '@samsa/common';
import { type JoinGroupResponse } from '@samsa/protocol/apis/join-group';
import { type SyncGroupResponse } from '@samsa/protocol/apis/sync-group';

import { type ClassicGroup } from './classic-group.ts';

const NO_ASSIGNMENT = new Uint8Array(0);

/** Where the server has not given the client a member id. */
export const UNKNOWN_MEMBER_ID = '';

export function joinFailure(errorCode: ErrorCode, memberId: string): JoinGroupResponse {
  return {
    throttleTimeMs: 0,
    errorCode,
    generationId: -1,
    protocolType: null,
    protocolName: null,
    leader: '',
    skipAssignment: false,
    memberId,
    members: [],
  };
}

export type JoinedMembers = JoinGroupResponse['members'];

/** Tells a member of the present generation; only its leader is told the members. */
export function joinSuccess(
  group: ClassicGroup,
  memberId: string,
  members: JoinedMembers,
): JoinGroupResponse {
  return {
    throttleTimeMs: 0,
    errorCode: ErrorCode.NONE,
    generationId: group.generation,
    protocolType: group.protocolType,
    protocolName: group.protocol,
    leader: group.leader ?? '',
    skipAssignment: false,
    memberId,
    members,
  };
}

export function joinedMembers(group: ClassicGroup): JoinedMembers {
  const { protocol } = group;
  return Array.from(group.members.values(), (member) => ({
    memberId: member.memberId,
    groupInstanceId: member.instanceId,
    metadata: (protocol === null ? undefined : member.metadataFor(protocol)) ?? NO_ASSIGNMENT,
  }));
}

export function syncFailure(errorCode: ErrorCode): SyncGroupResponse {
  return {
    throttleTimeMs: 0,
    errorCode,
    protocolType: null,
    protocolName: null,
    assignment: NO_ASSIGNMENT,
  };
}

export function syncSuccess(group: ClassicGroup, assignment: Uint8Array): SyncGroupResponse {
  return {
    throttleTimeMs: 0,
    errorCode: ErrorCode.NONE,
    protocolType: group.protocolType,
    protocolName: group.protocol,
    assignment,
  };
}
