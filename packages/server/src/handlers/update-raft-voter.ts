// UpdateRaftVoter (api 82): a voter tells the leader that its endpoints changed.
//
// v0 flexible from the start

import { UpdateRaftVoter } from '@samsa/protocol/apis/update-raft-voter';

import { defineHandler } from '../pipeline/handler.ts';

export const updateRaftVoter = defineHandler(UpdateRaftVoter, {
  versions: [0, 0],
  listeners: ['controller'],

  handle(request, context) {
    context.authorize('CLUSTER_ACTION', 'cluster', 'kafka-cluster');
    return context.node.quorum.updateRaftVoter(request);
  },

  refuse(errorCode) {
    return UpdateRaftVoter.response.create({ errorCode });
  },
});
