// EndQuorumEpoch (api 54): a leader that stops says who should follow it.
//
// v1 flexible, preferred candidates

import { EndQuorumEpoch } from '@samsa/protocol/apis/end-quorum-epoch';

import { defineHandler } from '../pipeline/handler.ts';

export const endQuorumEpoch = defineHandler(EndQuorumEpoch, {
  versions: [0, 1],
  listeners: ['controller'],

  handle(request, context) {
    context.authorize('CLUSTER_ACTION', 'cluster', 'kafka-cluster');
    return context.node.quorum.endQuorumEpoch(request);
  },

  refuse(errorCode) {
    return EndQuorumEpoch.response.create({ errorCode });
  },
});
