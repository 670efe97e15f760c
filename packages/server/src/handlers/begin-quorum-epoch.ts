// BeginQuorumEpoch (api 53): a new leader announces itself.
//
// v1 flexible, directory ids, endpoints

import { BeginQuorumEpoch } from '@samsa/protocol/apis/begin-quorum-epoch';

import { defineHandler } from '../pipeline/handler.ts';

export const beginQuorumEpoch = defineHandler(BeginQuorumEpoch, {
  versions: [0, 1],
  listeners: ['controller'],

  handle(request, context) {
    context.authorize('CLUSTER_ACTION', 'cluster', 'kafka-cluster');
    return context.node.quorum.beginQuorumEpoch(request);
  },

  refuse(errorCode) {
    return BeginQuorumEpoch.response.create({ errorCode });
  },
});
