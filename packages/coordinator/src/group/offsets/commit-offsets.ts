// OffsetCommit: who may say how far a group has read, and the records that remember it.

import { ErrorCode, type Uuid } from '@samsa/common';

import { type Instant } from '../../coordinator-machine.ts';
import { type ClassicGroup } from '../classic/classic-group.ts';
import { extendSession, memberProblem } from '../classic/sessions.ts';
import { answer, Decision, type GroupOutcome } from '../decision.ts';
import { offsetCommitRecord } from '../group-records.ts';
import { type GroupRequestContext } from '../request-context.ts';
import { type ShardState } from '../shard-state.ts';

/** An OffsetCommit in which every topic has both of its names. */
export interface ResolvedOffsetCommit {
  readonly groupId: string;
  readonly generationIdOrMemberEpoch: number;
  readonly memberId: string;
  readonly groupInstanceId: string | null;
  /** −1 where the server's retention holds; older clients may ask for their own. */
  readonly retentionTimeMs: number;
  readonly topics: readonly ResolvedTopicCommit[];
}

export interface ResolvedTopicCommit {
  readonly name: string;
  readonly topicId: Uuid;
  readonly partitions: readonly PartitionCommit[];
}

export interface PartitionCommit {
  readonly partitionIndex: number;
  readonly committedOffset: number;
  readonly committedLeaderEpoch: number;
  readonly committedMetadata: string | null;
}

/** A code for the whole request, or one per partition in the order of the request. */
export type OffsetCommitResult =
  | { readonly errorCode: ErrorCode }
  | { readonly errorCode: 0; readonly partitionErrors: readonly (readonly ErrorCode[])[] };

/** From here on clients expect GROUP_ID_NOT_FOUND. Source: KIP-848. */
const FIRST_VERSION_WITH_GROUP_ID_NOT_FOUND = 9;

export function commitOffsets(
  shard: ShardState,
  commit: ResolvedOffsetCommit,
  context: GroupRequestContext,
  now: Instant,
): GroupOutcome<OffsetCommitResult> {
  const problem = commitProblem(shard, commit, context);
  if (problem !== ErrorCode.NONE) return answer({ errorCode: problem });

  const group = shard.classicGroup(commit.groupId);
  const member = group?.members.get(commit.memberId);
  if (
    member !== undefined &&
    (group?.state === 'Stable' || group?.state === 'PreparingRebalance')
  ) {
    extendSession(shard, member, now);
  }

  const expireTimestamp = commit.retentionTimeMs < 0 ? -1 : now.nowMs + commit.retentionTimeMs;
  const decision = new Decision();
  const partitionErrors = commit.topics.map(({ name, topicId, partitions }) =>
    partitions.map((partition) => {
      const metadata = partition.committedMetadata ?? '';
      if (metadata.length > shard.settings.maxOffsetMetadataLength) {
        return ErrorCode.OFFSET_METADATA_TOO_LARGE;
      }
      decision.records.push(
        offsetCommitRecord(commit.groupId, name, partition.partitionIndex, {
          offset: partition.committedOffset,
          leaderEpoch: partition.committedLeaderEpoch,
          metadata,
          commitTimestamp: now.nowMs,
          expireTimestamp,
          topicId,
        }),
      );
      return ErrorCode.NONE;
    }),
  );
  return decision.outcome<OffsetCommitResult>({ errorCode: 0, partitionErrors });
}

function commitProblem(
  shard: ShardState,
  commit: ResolvedOffsetCommit,
  context: GroupRequestContext,
): ErrorCode {
  const group = shard.groups.get(commit.groupId);
  if (group === undefined) {
    // Consumers that assign partitions themselves, and administrators, need no group to exist.
    if (commit.generationIdOrMemberEpoch < 0) return ErrorCode.NONE;
    return context.apiVersion >= FIRST_VERSION_WITH_GROUP_ID_NOT_FOUND
      ? ErrorCode.GROUP_ID_NOT_FOUND
      : ErrorCode.ILLEGAL_GENERATION;
  }
  if (group.type !== 'classic') {
    const isAdministrator = commit.generationIdOrMemberEpoch < 0 && commit.memberId === '';
    return isAdministrator && !group.hasMembers ? ErrorCode.NONE : ErrorCode.UNKNOWN_MEMBER_ID;
  }
  return classicCommitProblem(group, commit);
}

function classicCommitProblem(group: ClassicGroup, commit: ResolvedOffsetCommit): ErrorCode {
  const { generationIdOrMemberEpoch: generation, memberId, groupInstanceId } = commit;
  if (generation < 0 && group.state === 'Empty') return ErrorCode.NONE;
  if (generation < 0 && memberId === '' && groupInstanceId === null) {
    return ErrorCode.UNKNOWN_MEMBER_ID;
  }
  const problem = memberProblem(group, { memberId, groupInstanceId });
  if (problem !== ErrorCode.NONE) return problem;
  if (generation !== group.generation) return ErrorCode.ILLEGAL_GENERATION;
  // It has read of the generation and not yet of its assignment, so what it commits is of the last.
  return group.state === 'CompletingRebalance' ? ErrorCode.REBALANCE_IN_PROGRESS : ErrorCode.NONE;
}
