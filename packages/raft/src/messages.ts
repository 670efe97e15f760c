// What replicas say to each other, as plain data: the shell turns it into Kafka's requests and back.

import { type Endpoint, type ErrorCode } from '@samsa/common';

import { type OffsetAndEpoch } from './replicated-log.ts';
import { type ReplicaKey } from './replica-key.ts';
import { type ListenerEndpoint } from './voter-set.ts';

// ---- Requests -----------------------------------------------------------------------------------

export interface VoteRequest {
  readonly kind: 'vote';
  /** Whom it is meant for; NO_NODE where the sender does not say. */
  readonly voter: ReplicaKey;
  readonly candidate: ReplicaKey;
  /** The new epoch; in a pre-vote the epoch the asker is in. */
  readonly epoch: number;
  readonly lastEpoch: number;
  readonly endOffset: number;
  readonly preVote: boolean;
}

export interface BeginQuorumEpochRequest {
  readonly kind: 'begin-quorum-epoch';
  readonly voter: ReplicaKey;
  readonly leaderId: number;
  readonly epoch: number;
  readonly leaderEndpoints: readonly ListenerEndpoint[];
}

export interface EndQuorumEpochRequest {
  readonly kind: 'end-quorum-epoch';
  readonly leaderId: number;
  readonly epoch: number;
  /** The best successor first. */
  readonly preferredCandidates: readonly ReplicaKey[];
}

export interface FetchRequest {
  readonly kind: 'fetch';
  readonly replica: ReplicaKey;
  readonly epoch: number;
  readonly fetchOffset: number;
  readonly lastFetchedEpoch: number;
  /** What the follower knows, −1 for nothing; Infinity from one that does not say. */
  readonly highWatermark: number;
  readonly maxWaitMs: number;
}

export interface FetchSnapshotRequest {
  readonly kind: 'fetch-snapshot';
  readonly replica: ReplicaKey;
  readonly epoch: number;
  readonly snapshotId: OffsetAndEpoch;
  readonly position: number;
}

export type RaftRequest =
  | VoteRequest
  | BeginQuorumEpochRequest
  | EndQuorumEpochRequest
  | FetchRequest
  | FetchSnapshotRequest;

// ---- Responses ----------------------------------------------------------------------------------

/** What every response tells about the sender's view of the quorum. */
export interface QuorumView {
  readonly errorCode: ErrorCode;
  readonly epoch: number;
  /** NO_NODE where the sender knows none. */
  readonly leaderId: number;
  readonly leaderEndpoint: Endpoint | undefined;
}

export interface VoteResponse extends QuorumView {
  readonly kind: 'vote';
  readonly granted: boolean;
}

export interface BeginQuorumEpochResponse extends QuorumView {
  readonly kind: 'begin-quorum-epoch';
}

export interface EndQuorumEpochResponse extends QuorumView {
  readonly kind: 'end-quorum-epoch';
}

export interface FetchResponse extends QuorumView {
  readonly kind: 'fetch';
  /** −1 while the leader does not know it. */
  readonly highWatermark: number;
  readonly logStartOffset: number;
  readonly diverging: OffsetAndEpoch | undefined;
  readonly snapshotId: OffsetAndEpoch | undefined;
  /** Whole batches from the fetch offset on. A view: valid until the actions that carry it are done. */
  readonly records: Uint8Array;
}

export interface FetchSnapshotResponse extends QuorumView {
  readonly kind: 'fetch-snapshot';
  readonly snapshotId: OffsetAndEpoch;
  /** Of the whole snapshot, in bytes. */
  readonly size: number;
  readonly position: number;
  readonly bytes: Uint8Array;
}

export type RaftResponse =
  | VoteResponse
  | BeginQuorumEpochResponse
  | EndQuorumEpochResponse
  | FetchResponse
  | FetchSnapshotResponse;

// ---- Answers: responses whose bytes the shell has to read first -----------------------------------

export interface FetchAnswer extends Omit<FetchResponse, 'records'> {
  /** Where the records to send begin; undefined: none are sent. */
  readonly readFrom: number | undefined;
}

export interface FetchSnapshotAnswer extends Omit<FetchSnapshotResponse, 'size' | 'bytes'> {}

export type RaftAnswer =
  | VoteResponse
  | BeginQuorumEpochResponse
  | EndQuorumEpochResponse
  | FetchAnswer
  | FetchSnapshotAnswer;
