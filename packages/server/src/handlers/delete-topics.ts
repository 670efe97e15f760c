// DeleteTopics (api 20): deletes topics by name or by id.
//
// v4 flexible · v5 error messages · v6 topic ids

import { createDeletableTopicResult, DeleteTopics } from '@samsa/protocol/apis/delete-topics';

import { defineForwarded } from './forwarded.ts';

export const deleteTopics = defineForwarded(DeleteTopics, {
  versions: [1, 6],

  decide(request, context) {
    for (const { name } of request.topics) {
      if (name !== null) context.authorize('DELETE', 'topic', name);
    }
    for (const name of request.topicNames) context.authorize('DELETE', 'topic', name);
    return context.node.controller.deleteTopics(request);
  },

  refuse(errorCode, request, message) {
    const named = request.topicNames.map((name) =>
      createDeletableTopicResult({ name, errorCode, errorMessage: message }),
    );
    const listed = request.topics.map(({ name, topicId }) =>
      createDeletableTopicResult({ name, topicId, errorCode, errorMessage: message }),
    );
    return { throttleTimeMs: 0, responses: [...named, ...listed] };
  },
});
