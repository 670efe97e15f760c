// RemoveRaftVoter (api 81): a voter of the metadata quorum stops being one.
//
// v0 flexible from the start

import { RemoveRaftVoter } from '@samsa/protocol/apis/remove-raft-voter';

import { defineForwarded } from './forwarded.ts';

export const removeRaftVoter = defineForwarded(RemoveRaftVoter, {
  versions: [0, 0],

  decide(request, context) {
    context.authorize('ALTER', 'cluster', 'kafka-cluster');
    return context.node.quorum.removeRaftVoter(request);
  },

  refuse(errorCode, _request, errorMessage) {
    return { throttleTimeMs: 0, errorCode, errorMessage };
  },
});
