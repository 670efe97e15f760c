// AssignReplicasToDirs (api 73): a broker says in which log directory its replicas lie.
//
// v0 flexible from the start

import { AssignReplicasToDirs } from '@samsa/protocol/apis/assign-replicas-to-dirs';

import { defineHandler } from '../pipeline/handler.ts';

export const assignReplicasToDirs = defineHandler(AssignReplicasToDirs, {
  versions: [0, 0],
  listeners: ['controller'],

  handle(request, context) {
    context.authorize('CLUSTER_ACTION', 'cluster', 'kafka-cluster');
    return context.node.controller.assignReplicasToDirs(request);
  },

  refuse(errorCode) {
    return AssignReplicasToDirs.response.create({ errorCode });
  },
});
