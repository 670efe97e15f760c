// Vote (api 52): a voter asks to be elected.
//
// v1 directory ids · v2 pre-votes

import { Vote } from '@samsa/protocol/apis/vote';

import { defineHandler } from '../pipeline/handler.ts';

export const vote = defineHandler(Vote, {
  versions: [0, 2],
  listeners: ['controller'],

  handle(request, context) {
    context.authorize('CLUSTER_ACTION', 'cluster', 'kafka-cluster');
    return context.node.quorum.vote(request);
  },

  refuse(errorCode) {
    return Vote.response.create({ errorCode });
  },
});
