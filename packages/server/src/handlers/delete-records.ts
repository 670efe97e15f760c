// DeleteRecords (api 21): makes the records before an offset unreadable.
//
// v1 throttles after the response · v2 flexible

import { ErrorCode } from '@samsa/common';
import {
  DeleteRecords,
  type DeleteRecordsPartitionResult,
} from '@samsa/protocol/apis/delete-records';

import { defineHandler } from '../pipeline/handler.ts';
import { type RequestContext } from '../pipeline/request-context.ts';
import { deleteRecords as deleteFrom } from '../replication/delete-records.ts';

export const deleteRecords = defineHandler(DeleteRecords, {
  versions: [0, 2],

  handle(request, context) {
    const topics = request.topics.map(({ name, partitions }) => {
      const isAllowed = context.isAuthorized('DELETE', 'topic', name);
      // A partition that is named twice is cut once, at the offset named last, as in Kafka.
      const offsets = new Map(
        partitions.map(({ partitionIndex, offset }) => [partitionIndex, offset]),
      );
      return {
        name,
        partitions: [...offsets].map(([index, offset]) =>
          isAllowed
            ? deleteBefore(name, index, offset, context)
            : failed(index, ErrorCode.TOPIC_AUTHORIZATION_FAILED),
        ),
      };
    });
    return { throttleTimeMs: 0, topics };
  },

  refuse(errorCode, request) {
    const topics = request.topics.map(({ name, partitions }) => ({
      name,
      partitions: partitions.map(({ partitionIndex }) => failed(partitionIndex, errorCode)),
    }));
    return { throttleTimeMs: 0, topics };
  },

  countErrors(response, count) {
    for (const { partitions } of response.topics) {
      for (const { errorCode } of partitions) count(errorCode);
    }
  },
});

function deleteBefore(
  topic: string,
  partitionIndex: number,
  offset: number,
  { node }: RequestContext,
): DeleteRecordsPartitionResult {
  const partition = node.broker.partitions.byName(topic, partitionIndex);
  if (partition === undefined) {
    const isElsewhere = node.metadata.image.topics.partition(topic, partitionIndex) !== undefined;
    return failed(
      partitionIndex,
      isElsewhere ? ErrorCode.NOT_LEADER_OR_FOLLOWER : ErrorCode.UNKNOWN_TOPIC_OR_PARTITION,
    );
  }
  return { partitionIndex, ...deleteFrom(partition, offset) };
}

function failed(partitionIndex: number, errorCode: ErrorCode): DeleteRecordsPartitionResult {
  return { partitionIndex, lowWatermark: -1, errorCode };
}
