// AddRaftVoter (api 80): a controller becomes a voter of the metadata quorum.
//
// v1 may answer when the change is appended

import { AddRaftVoter } from '@samsa/protocol/apis/add-raft-voter';

import { defineForwarded } from './forwarded.ts';

export const addRaftVoter = defineForwarded(AddRaftVoter, {
  versions: [0, 1],

  decide(request, context) {
    context.authorize('ALTER', 'cluster', 'kafka-cluster');
    return context.node.quorum.addRaftVoter(request);
  },

  refuse(errorCode, _request, errorMessage) {
    return { throttleTimeMs: 0, errorCode, errorMessage };
  },
});
