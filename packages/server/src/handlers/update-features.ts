// UpdateFeatures (api 57): raises or lowers the feature levels of the cluster.
//
// v1 upgrade types, validation only · v2 no result per feature

import { UpdateFeatures } from '@samsa/protocol/apis/update-features';

import { defineForwarded } from './forwarded.ts';

export const updateFeatures = defineForwarded(UpdateFeatures, {
  versions: [0, 2],

  decide(request, context) {
    context.authorize('ALTER', 'cluster', 'kafka-cluster');
    return context.node.controller.updateFeatures(request);
  },

  refuse(errorCode, _request, message) {
    return UpdateFeatures.response.create({ errorCode, errorMessage: message });
  },
});
