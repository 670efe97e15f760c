// OffsetForLeaderEpoch (api 23): where the records of a leader epoch end, so that who read under an
// older leader learns what of it is still true (KIP-101, KIP-320).
//
// v2 fences by the reader's leader epoch · v3 replica id · v4 flexible

import { ErrorCode } from '@samsa/common';
import {
  type EpochEndOffset,
  OffsetForLeaderEpoch,
  type OffsetForLeaderPartition,
} from '@samsa/protocol/apis/offset-for-leader-epoch';

import { defineHandler } from '../pipeline/handler.ts';
import { type RequestContext } from '../pipeline/request-context.ts';

export const offsetForLeaderEpoch = defineHandler(OffsetForLeaderEpoch, {
  versions: [2, 4],

  handle(request, context) {
    const topics = request.topics.map(({ topic, partitions }) => {
      const isAllowed = context.isAuthorized('DESCRIBE', 'topic', topic);
      return {
        topic,
        partitions: partitions.map((wanted) =>
          isAllowed
            ? endOfEpoch(topic, wanted, context)
            : failed(wanted.partition, ErrorCode.TOPIC_AUTHORIZATION_FAILED),
        ),
      };
    });
    return { throttleTimeMs: 0, topics };
  },

  refuse(errorCode, request) {
    const topics = request.topics.map(({ topic, partitions }) => ({
      topic,
      partitions: partitions.map(({ partition }) => failed(partition, errorCode)),
    }));
    return { throttleTimeMs: 0, topics };
  },

  countErrors(response, count) {
    for (const { partitions } of response.topics) {
      for (const { errorCode } of partitions) count(errorCode);
    }
  },
});

function endOfEpoch(
  topic: string,
  { partition: index, currentLeaderEpoch, leaderEpoch }: OffsetForLeaderPartition,
  { node }: RequestContext,
): EpochEndOffset {
  const partition = node.broker.partitions.byName(topic, index);
  if (partition === undefined) {
    const isElsewhere = node.metadata.image.topics.partition(topic, index) !== undefined;
    return failed(
      index,
      isElsewhere ? ErrorCode.NOT_LEADER_OR_FOLLOWER : ErrorCode.UNKNOWN_TOPIC_OR_PARTITION,
    );
  }
  const problem = partition.leaderProblem(currentLeaderEpoch);
  if (problem !== ErrorCode.NONE) return failed(index, problem);
  const { log } = partition;
  if (log === undefined) return failed(index, ErrorCode.NOT_LEADER_OR_FOLLOWER);
  const { epoch, endOffset } = log.leaderEpochs.endOffsetFor(leaderEpoch, log.logEndOffset);
  return { errorCode: ErrorCode.NONE, partition: index, leaderEpoch: epoch, endOffset };
}

function failed(partition: number, errorCode: ErrorCode): EpochEndOffset {
  return { errorCode, partition, leaderEpoch: -1, endOffset: -1 };
}
