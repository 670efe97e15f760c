export {
  type ControlRecord,
  type Destination,
  type RaftAction,
  type Ready,
  type VoterChangeResult,
} from './action.ts';
export {
  type BeginQuorumEpochRequest,
  type BeginQuorumEpochResponse,
  type EndQuorumEpochRequest,
  type EndQuorumEpochResponse,
  type FetchAnswer,
  type FetchRequest,
  type FetchResponse,
  type FetchSnapshotAnswer,
  type FetchSnapshotRequest,
  type FetchSnapshotResponse,
  type QuorumView,
  type RaftAnswer,
  type RaftRequest,
  type RaftResponse,
  type VoteRequest,
  type VoteResponse,
} from './messages.ts';
export {
  formatQuorumState,
  NO_QUORUM_STATE,
  parseQuorumState,
  type QuorumState,
} from './quorum-state.ts';
export { type RaftOptions } from './raft-options.ts';
export { type QuorumDescription, RaftReplica } from './raft-replica.ts';
export { isSameReplica, NO_NODE, type ReplicaKey, replicaKey } from './replica-key.ts';
export { type Progress } from './replica-progress.ts';
export {
  checkFetchPosition,
  type FetchPosition,
  type OffsetAndEpoch,
  type ReplicatedLog,
} from './replicated-log.ts';
export { type Role } from './role.ts';
export { DEFAULT_TIMING, type RaftTiming } from './timing.ts';
export { type VoterChange } from './voter-change.ts';
export { VoterHistory } from './voter-history.ts';
export { type ListenerEndpoint, type Voter, VoterSet } from './voter-set.ts';
