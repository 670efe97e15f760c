// BrokerHeartbeat (api 63): a broker says that it is alive and what it wants.
//
// v1 offline log directories · v2 cordoned log directories

import { BrokerHeartbeat } from '@samsa/protocol/apis/broker-heartbeat';

import { defineHandler } from '../pipeline/handler.ts';

export const brokerHeartbeat = defineHandler(BrokerHeartbeat, {
  versions: [0, 2],
  listeners: ['controller'],

  handle(request, context) {
    context.authorize('CLUSTER_ACTION', 'cluster', 'kafka-cluster');
    return context.node.controller.brokerHeartbeat(request);
  },

  refuse(errorCode) {
    return BrokerHeartbeat.response.create({ errorCode });
  },
});
