// DescribeProducers (api 61): which producers a partition remembers, and their open transactions.
//
// v0 flexible from the start

import { ErrorCode, topicNameProblem } from '@samsa/common';
import { DescribeProducers, type PartitionResponse } from '@samsa/protocol/apis/describe-producers';

import { defineHandler } from '../pipeline/handler.ts';
import { type RequestContext } from '../pipeline/request-context.ts';

export const describeProducers = defineHandler(DescribeProducers, {
  versions: [0, 0],

  handle(request, context) {
    const topics = request.topics.map(({ name, partitionIndexes }) => {
      const problem = topicProblem(name, context);
      return {
        name,
        partitions: partitionIndexes.map((index) =>
          problem === undefined
            ? producersOf(name, index, context)
            : failed(index, problem.errorCode, problem.message),
        ),
      };
    });
    return { throttleTimeMs: 0, topics };
  },

  refuse(errorCode, request, message) {
    const topics = request.topics.map(({ name, partitionIndexes }) => ({
      name,
      partitions: partitionIndexes.map((index) => failed(index, errorCode, message)),
    }));
    return { throttleTimeMs: 0, topics };
  },

  countErrors(response, count) {
    for (const { partitions } of response.topics) {
      for (const { errorCode } of partitions) count(errorCode);
    }
  },
});

function topicProblem(
  name: string,
  context: RequestContext,
): { readonly errorCode: ErrorCode; readonly message: string } | undefined {
  const nameProblem = topicNameProblem(name);
  if (nameProblem !== undefined) {
    return {
      errorCode: ErrorCode.INVALID_TOPIC_EXCEPTION,
      message: `Topic name is invalid: ${nameProblem}`,
    };
  }
  if (!context.isAuthorized('READ', 'topic', name)) {
    return {
      errorCode: ErrorCode.TOPIC_AUTHORIZATION_FAILED,
      message: 'not authorized to access this topic',
    };
  }
  if (context.node.metadata.image.topics.byName(name) === undefined) {
    return {
      errorCode: ErrorCode.UNKNOWN_TOPIC_OR_PARTITION,
      message: `there is no topic ${name}`,
    };
  }
  return undefined;
}

function producersOf(topic: string, index: number, { node }: RequestContext): PartitionResponse {
  const partition = node.broker.partitions.byName(topic, index);
  if (partition === undefined) {
    const isElsewhere = node.metadata.image.topics.partition(topic, index) !== undefined;
    return failed(
      index,
      isElsewhere ? ErrorCode.NOT_LEADER_OR_FOLLOWER : ErrorCode.UNKNOWN_TOPIC_OR_PARTITION,
      null,
    );
  }
  const problem = partition.leaderProblem(-1);
  if (problem !== ErrorCode.NONE) return failed(index, problem, null);
  const producers = partition.log?.producerStates.producers() ?? [];
  return {
    partitionIndex: index,
    errorCode: ErrorCode.NONE,
    errorMessage: null,
    activeProducers: Array.from(producers, (producer) => ({
      producerId: producer.producerId,
      producerEpoch: producer.epoch,
      lastSequence: producer.lastSequence,
      lastTimestamp: producer.lastTimestamp,
      coordinatorEpoch: producer.coordinatorEpoch,
      currentTxnStartOffset: producer.transactionFirstOffset,
    })),
  };
}

function failed(
  partitionIndex: number,
  errorCode: ErrorCode,
  errorMessage: string | null,
): PartitionResponse {
  return { partitionIndex, errorCode, errorMessage, activeProducers: [] };
}
