// Fetch (api 1) on a controller's listener: replicas of the metadata log read on.
//
// The same messages as on a broker; the quorum answers them.

import { Fetch } from '@samsa/protocol/apis/fetch';

import { defineHandler } from '../pipeline/handler.ts';

export const quorumFetch = defineHandler(Fetch, {
  versions: [4, 18],
  listeners: ['controller'],

  handle(request, context) {
    context.authorize('CLUSTER_ACTION', 'cluster', 'kafka-cluster');
    return context.node.quorum.fetch(request);
  },

  refuse(errorCode) {
    return Fetch.response.create({ errorCode });
  },
});
