// CreatePartitions (api 37): adds partitions to topics.
//
// v2 flexible

import {
  createCreatePartitionsTopicResult,
  CreatePartitions,
} from '@samsa/protocol/apis/create-partitions';

import { defineForwarded } from './forwarded.ts';

export const createPartitions = defineForwarded(CreatePartitions, {
  versions: [0, 3],

  decide(request, context) {
    for (const { name } of request.topics) context.authorize('ALTER', 'topic', name);
    return context.node.controller.createPartitions(request);
  },

  refuse(errorCode, request, message) {
    return {
      throttleTimeMs: 0,
      results: request.topics.map(({ name }) =>
        createCreatePartitionsTopicResult({ name, errorCode, errorMessage: message }),
      ),
    };
  },
});
