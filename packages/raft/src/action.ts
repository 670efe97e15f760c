// What the consensus machine wants done, as data.
//
// The shell first makes `quorumState` durable, then does the actions in their order, and gives the
// machine no other input until both is done (a sync of the log is reported later, by `logSynced`).

import { type Endpoint } from '@samsa/common';

import { type RaftAnswer, type RaftRequest } from './messages.ts';
import { type QuorumState } from './quorum-state.ts';
import { type OffsetAndEpoch } from './replicated-log.ts';
import { type VoterSet } from './voter-set.ts';

export type ControlRecord =
  | {
      readonly kind: 'leader-change';
      readonly leaderId: number;
      readonly voterIds: readonly number[];
      readonly grantingVoterIds: readonly number[];
    }
  | { readonly kind: 'kraft-version'; readonly version: number }
  | { readonly kind: 'voters'; readonly voters: VoterSet };

export interface Destination extends Endpoint {
  /** Negative for a bootstrap server whose node id is not known. */
  readonly id: number;
}

export type RaftAction =
  /** Cut the log; everything at and above `endOffset` goes. */
  | { readonly kind: 'truncate'; readonly endOffset: number }
  /** Write a leader's batches as they are, after checking them. */
  | { readonly kind: 'append'; readonly records: Uint8Array }
  /** Sync the log up to its end offset, then call `logSynced`. */
  | { readonly kind: 'sync' }
  /** Write these as one control batch of `epoch`, which stands at `baseOffset`, and sync it. */
  | {
      readonly kind: 'append-control';
      readonly epoch: number;
      readonly baseOffset: number;
      readonly records: readonly ControlRecord[];
    }
  | {
      readonly kind: 'send';
      /** Comes back with the response or the failure. */
      readonly requestId: number;
      readonly to: Destination;
      readonly request: RaftRequest;
    }
  /** Answers the request that came in with this token. */
  | { readonly kind: 'answer'; readonly token: number; readonly answer: RaftAnswer }
  | { readonly kind: 'leader-changed'; readonly leaderId: number; readonly epoch: number }
  | { readonly kind: 'high-watermark'; readonly offset: number }
  | {
      readonly kind: 'snapshot-chunk';
      readonly id: OffsetAndEpoch;
      readonly position: number;
      readonly bytes: Uint8Array;
    }
  /** All bytes have come: make it durable, replace the log by it, then call `snapshotInstalled`. */
  | { readonly kind: 'install-snapshot'; readonly id: OffsetAndEpoch }
  /** Another snapshot is fetched, or none: what was written of this one is rubbish. */
  | { readonly kind: 'drop-snapshot'; readonly id: OffsetAndEpoch }
  /** A voter change is decided or refused; see voter-change.ts. */
  | {
      readonly kind: 'voter-change-done';
      readonly token: number;
      readonly result: VoterChangeResult;
    };

export interface VoterChangeResult {
  readonly errorCode: number;
  readonly errorMessage: string | null;
}

export interface Ready {
  /** To be durable before any of the actions is done. */
  readonly quorumState: QuorumState | undefined;
  readonly actions: readonly RaftAction[];
}
