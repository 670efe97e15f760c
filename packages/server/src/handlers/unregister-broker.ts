// UnregisterBroker (api 64): forgets a broker that will not come back.
//
// v0 flexible from the start

import { UnregisterBroker } from '@samsa/protocol/apis/unregister-broker';

import { defineForwarded } from './forwarded.ts';

export const unregisterBroker = defineForwarded(UnregisterBroker, {
  versions: [0, 0],

  decide(request, context) {
    context.authorize('ALTER', 'cluster', 'kafka-cluster');
    return context.node.controller.unregisterBroker(request);
  },

  refuse(errorCode, _request, message) {
    return UnregisterBroker.response.create({ errorCode, errorMessage: message });
  },
});
