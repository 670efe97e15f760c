// AlterPartition (api 56): a leader proposes who is in sync with it.
//
// v2 topic ids · v3 broker epochs

import { AlterPartition } from '@samsa/protocol/apis/alter-partition';

import { defineHandler } from '../pipeline/handler.ts';

export const alterPartition = defineHandler(AlterPartition, {
  versions: [2, 3],
  listeners: ['controller'],

  handle(request, context) {
    context.authorize('CLUSTER_ACTION', 'cluster', 'kafka-cluster');
    return context.node.controller.alterPartition(request);
  },

  refuse(errorCode) {
    return AlterPartition.response.create({ errorCode });
  },
});
