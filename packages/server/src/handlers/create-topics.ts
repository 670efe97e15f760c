// CreateTopics (api 19): makes topics, or says whether they could be made.
//
// v4 −1 = the defaults of the cluster · v5 flexible, configs in the answer · v7 topic ids

import { createCreatableTopicResult, CreateTopics } from '@samsa/protocol/apis/create-topics';

import { defineForwarded } from './forwarded.ts';

export const createTopics = defineForwarded(CreateTopics, {
  versions: [2, 7],

  decide(request, context) {
    for (const { name } of request.topics) context.authorize('CREATE', 'topic', name);
    return context.node.controller.createTopics(request, {
      mayDescribeConfigs: (topic) => context.isAuthorized('DESCRIBE_CONFIGS', 'topic', topic),
    });
  },

  refuse(errorCode, request, message) {
    return {
      throttleTimeMs: 0,
      topics: request.topics.map(({ name }) =>
        createCreatableTopicResult({ name, errorCode, errorMessage: message }),
      ),
    };
  },
});
