// DescribeTopicPartitions (api 75): topics and their partitions, page by page.
//
// v0 flexible from the start

import { ErrorCode, KafkaError, ZERO_UUID } from '@samsa/common';
import { type MetadataImage } from '@samsa/metadata';
import {
  DescribeTopicPartitions,
  type DescribeTopicPartitionsRequest,
} from '@samsa/protocol/apis/describe-topic-partitions';

import { defineHandler } from '../pipeline/handler.ts';
import { ALL_TOPIC_OPERATIONS } from '../security/authorized-operations.ts';
import { OPERATIONS_NOT_ASKED } from '../topics/describe-topic.ts';
import { describedTopic, topicPartitionsPage } from '../topics/topic-partitions-page.ts';

export const describeTopicPartitions = defineHandler(DescribeTopicPartitions, {
  versions: [0, 0],

  handle(request, context) {
    const { node, listenerName } = context;
    const { image } = node.metadata;
    const isAllowed = (name: string): boolean => context.isAuthorized('DESCRIBE', 'topic', name);
    const names = wantedNames(request, image);
    const most = node.config.values.get('max.request.partition.size.limit');
    const page = topicPartitionsPage(image, {
      names: names.filter(isAllowed),
      cursor: request.cursor,
      maxPartitions: Math.max(1, Math.min(request.responsePartitionLimit, most)),
      listenerName,
      authorizedOperations: ALL_TOPIC_OPERATIONS,
    });
    // Who asks for everything is not told of what it may not see; who asks by name is told that.
    const refused = request.topics.length === 0 ? [] : names.filter((name) => !isAllowed(name));
    const topics = refused.map((name) => refusal(ErrorCode.TOPIC_AUTHORIZATION_FAILED, name));
    return {
      throttleTimeMs: 0,
      topics: topics.length === 0 ? page.topics : [...page.topics, ...topics],
      nextCursor: page.nextCursor,
    };
  },

  refuse(errorCode, request) {
    const topics = request.topics.map(({ name }) => refusal(errorCode, name));
    return { throttleTimeMs: 0, topics, nextCursor: null };
  },
});

/** The names of this page and all later ones, each once, in the order in which pages follow. */
function wantedNames(
  { topics, cursor }: DescribeTopicPartitionsRequest,
  image: MetadataImage,
): string[] {
  if (cursor !== null && cursor.partitionIndex < 0) {
    throw new KafkaError(
      ErrorCode.INVALID_REQUEST,
      `a cursor cannot stand at partition ${cursor.partitionIndex}`,
    );
  }
  const isAll = topics.length === 0;
  const all = new Set<string>();
  for (const { name } of isAll ? image.topics.values() : topics) {
    if (cursor === null || name >= cursor.topicName) all.add(name);
  }
  // Of all topics the cursor's may be deleted by now; of named ones it has to be one.
  if (cursor !== null && !isAll && !all.has(cursor.topicName)) {
    throw new KafkaError(
      ErrorCode.INVALID_REQUEST,
      `the cursor stands at topic ${cursor.topicName}, which is not asked for`,
    );
  }
  return [...all].toSorted();
}

function refusal(errorCode: ErrorCode, name: string) {
  return describedTopic(errorCode, name, ZERO_UUID, [], OPERATIONS_NOT_ASKED);
}
