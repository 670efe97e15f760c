// ControllerRegistration (api 70): a controller tells the active one where it is reached.
//
// v0 flexible from the start

import { ControllerRegistration } from '@samsa/protocol/apis/controller-registration';

import { defineHandler } from '../pipeline/handler.ts';

export const controllerRegistration = defineHandler(ControllerRegistration, {
  versions: [0, 0],
  listeners: ['controller'],

  handle(request, context) {
    context.authorize('CLUSTER_ACTION', 'cluster', 'kafka-cluster');
    return context.node.controller.registerController(request);
  },

  refuse(errorCode, _request, message) {
    return { throttleTimeMs: 0, errorCode, errorMessage: message };
  },
});
