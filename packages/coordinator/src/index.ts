export {
  type Completion,
  type CoordinatorMachine,
  type CoordinatorOutcome,
  type Instant,
  PARKED,
  type Parked,
  type RequestToken,
  type ShardEvent,
} from './coordinator-machine.ts';
export { Deadline, Deadlines } from './deadlines.ts';
export { type JoinContext } from './group/classic/join.ts';
export { joinFailure, syncFailure } from './group/classic/responses.ts';
export {
  type DescribedGroup,
  type GroupFilter,
  type ListedGroup,
} from './group/describe-groups.ts';
export { type GroupSettings } from './group/group-settings.ts';
export { GroupShard } from './group/group-shard.ts';
export {
  type OffsetCommitResult,
  type PartitionCommit,
  type ResolvedOffsetCommit,
  type ResolvedTopicCommit,
} from './group/offsets/commit-offsets.ts';
export { type CommittedOffset } from './group/offsets/committed-offsets.ts';
export {
  type FetchedPartition,
  type FetchedTopic,
  type WantedTopic,
} from './group/offsets/fetch-offsets.ts';
export { type GroupRequestContext } from './group/request-context.ts';
