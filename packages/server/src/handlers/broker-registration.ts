// BrokerRegistration (api 62): a broker that started asks to be part of the cluster.
//
// v2 log directory ids · v3 the epoch of the last clean stop · v4 features from level 0

import { BrokerRegistration } from '@samsa/protocol/apis/broker-registration';

import { defineHandler } from '../pipeline/handler.ts';

export const brokerRegistration = defineHandler(BrokerRegistration, {
  versions: [0, 4],
  listeners: ['controller'],

  handle(request, context) {
    context.authorize('CLUSTER_ACTION', 'cluster', 'kafka-cluster');
    return context.node.controller.registerBroker(request);
  },

  refuse(errorCode) {
    return { throttleTimeMs: 0, errorCode, brokerEpoch: -1 };
  },
});
