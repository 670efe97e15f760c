// AllocateProducerIds (api 67): a broker takes a block of producer ids (KIP-730).
//
// v0 flexible from the start

import { AllocateProducerIds } from '@samsa/protocol/apis/allocate-producer-ids';

import { defineHandler } from '../pipeline/handler.ts';

export const allocateProducerIds = defineHandler(AllocateProducerIds, {
  versions: [0, 0],
  listeners: ['controller'],

  handle(request, context) {
    context.authorize('CLUSTER_ACTION', 'cluster', 'kafka-cluster');
    return context.node.controller.allocateProducerIds(request);
  },

  refuse(errorCode) {
    return AllocateProducerIds.response.create({ errorCode });
  },
});
