// DeleteTopics (api 20): deletes topics by name or by id.
//
// v3 TOPIC_DELETION_DISABLED · v4 flexible · v5 error messages · v6 topic ids

import { ErrorCode, KafkaError } from '@samsa/common';
import { createDeletableTopicResult, DeleteTopics } from '@samsa/protocol/apis/delete-topics';

import { defineForwarded } from './forwarded.ts';

const DISABLED_ERROR_FROM = 3;

export const deleteTopics = defineForwarded(DeleteTopics, {
  versions: [1, 6],

  decide(request, context) {
    if (!context.node.config.values.get('delete.topic.enable')) {
      throw new KafkaError(
        context.header.apiVersion < DISABLED_ERROR_FROM
          ? ErrorCode.INVALID_REQUEST
          : ErrorCode.TOPIC_DELETION_DISABLED,
        'delete.topic.enable is false on this controller',
      );
    }
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
