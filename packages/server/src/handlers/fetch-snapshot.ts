// FetchSnapshot (api 59): a replica of the metadata log reads a snapshot, piece by piece.
//
// v1 directory ids, endpoints

import { FetchSnapshot } from '@samsa/protocol/apis/fetch-snapshot';

import { defineHandler } from '../pipeline/handler.ts';

export const fetchSnapshot = defineHandler(FetchSnapshot, {
  versions: [0, 1],
  listeners: ['controller'],

  handle(request, context) {
    context.authorize('CLUSTER_ACTION', 'cluster', 'kafka-cluster');
    return context.node.quorum.fetchSnapshot(request);
  },

  refuse(errorCode) {
    return FetchSnapshot.response.create({ errorCode });
  },
});
