// Whether a replica grants a vote or a pre-vote to a candidate of its own epoch. Source: KIP-595,
// KIP-996. Any replica answers, also one that finds neither of the two in its voter set: that set may
// be the older one.

import { type QuorumState } from './quorum-state.ts';
import { isSameReplica, NO_NODE, type ReplicaKey } from './replica-key.ts';
import { type Role } from './role.ts';

export function canGrantVote(
  role: Role,
  state: QuorumState,
  candidate: ReplicaKey,
  isUpToDate: boolean,
  preVote: boolean,
): boolean {
  if (!isUpToDate) return false;
  switch (role.kind) {
    case 'leader':
      return false;
    case 'follower':
      return preVote && !role.hasFetched;
    case 'resigned':
    case 'candidate':
      return preVote;
    case 'unattached':
    case 'prospective':
      if (preVote) return true;
      if (state.voted !== undefined) return isSameReplica(state.voted, candidate);
      return state.leaderId === NO_NODE;
  }
}
