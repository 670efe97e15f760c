// IncrementalAlterConfigs (api 44): changes single configs of topics and brokers.
//
// v1 flexible

import { IncrementalAlterConfigs } from '@samsa/protocol/apis/incremental-alter-configs';

import { defineForwarded } from './forwarded.ts';

export const incrementalAlterConfigs = defineForwarded(IncrementalAlterConfigs, {
  versions: [0, 1],

  decide(request, context) {
    return context.node.controller.incrementalAlterConfigs(request);
  },

  refuse(errorCode, request, message) {
    return {
      throttleTimeMs: 0,
      responses: request.resources.map(({ resourceType, resourceName }) => ({
        errorCode,
        errorMessage: message,
        resourceType,
        resourceName,
      })),
    };
  },
});
