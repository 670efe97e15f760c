// topicPartitionsPage: one page of topics and their partitions, in the order of topic names, and where
// the next one begins. A client with many partitions reads them page by page (KIP-966).

import { ErrorCode, isInternalTopic, topicNameProblem, ZERO_UUID } from '@samsa/common';
import { type MetadataImage } from '@samsa/metadata';
import {
  type DescribeTopicPartitionsResponsePartition,
  type DescribeTopicPartitionsResponseTopic,
} from '@samsa/protocol/apis/describe-topic-partitions';
import { type Cursor } from '@samsa/protocol/messages/describe-topic-partitions-request';

import { describePartition } from './describe-topic.ts';

export interface PageWish {
  /** In the order of the answer, each once, from the cursor's topic on. */
  readonly names: Iterable<string>;
  /** The first partition of the first topic, where that is the cursor's. */
  readonly cursor: Cursor | null;
  /** At least 1. Topics without partitions to tell of do not count. */
  readonly maxPartitions: number;
  readonly listenerName: string;
  readonly authorizedOperations: number;
}

export interface TopicPartitionsPage {
  readonly topics: readonly DescribeTopicPartitionsResponseTopic[];
  /** Null where everything was told. Its topic may be one that does not exist. */
  readonly nextCursor: Cursor | null;
}

export function topicPartitionsPage(image: MetadataImage, wish: PageWish): TopicPartitionsPage {
  const { cursor, listenerName, authorizedOperations } = wish;
  const topics: DescribeTopicPartitionsResponseTopic[] = [];
  let partitionsLeft = wish.maxPartitions;
  for (const name of wish.names) {
    if (partitionsLeft === 0) return { topics, nextCursor: { topicName: name, partitionIndex: 0 } };
    const topic = image.topics.byName(name);
    if (topic === undefined) {
      const errorCode =
        topicNameProblem(name) === undefined
          ? ErrorCode.UNKNOWN_TOPIC_OR_PARTITION
          : ErrorCode.INVALID_TOPIC_EXCEPTION;
      topics.push(describedTopic(errorCode, name, ZERO_UUID, [], authorizedOperations));
      continue;
    }
    const first = cursor?.topicName === name ? cursor.partitionIndex : 0;
    const end = Math.min(topic.partitionCount, first + partitionsLeft);
    const partitions: DescribeTopicPartitionsResponsePartition[] = [];
    for (let index = first; index < end; index++) {
      const registration = topic.partition(index);
      if (registration === undefined) continue;
      partitions.push({
        ...describePartition(image, index, registration, listenerName),
        eligibleLeaderReplicas: registration.elr,
        lastKnownElr: registration.lastKnownElr,
      });
    }
    topics.push(describedTopic(ErrorCode.NONE, name, topic.id, partitions, authorizedOperations));
    if (end < topic.partitionCount) {
      return { topics, nextCursor: { topicName: name, partitionIndex: end } };
    }
    partitionsLeft -= partitions.length;
  }
  return { topics, nextCursor: null };
}

/** @param topicId  zeros where the topic is not known */
export function describedTopic(
  errorCode: ErrorCode,
  name: string,
  topicId: string,
  partitions: readonly DescribeTopicPartitionsResponsePartition[],
  topicAuthorizedOperations: number,
): DescribeTopicPartitionsResponseTopic {
  const isInternal = isInternalTopic(name);
  return { errorCode, name, topicId, isInternal, partitions, topicAuthorizedOperations };
}
