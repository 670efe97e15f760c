// ListOffsets (api 2): the offset at a point in time, or at an end of a partition.
//
// v1 one offset · v2 isolation levels · v4 leader epochs · v6 flexible · v7 max timestamp (−3) · v8
// local start (−4) · v9 tiered end (−5) · v10 timeout · v11 earliest pending upload (−6)

import { ErrorCode } from '@samsa/common';
import { ListOffsets, type ListOffsetsPartitionResponse } from '@samsa/protocol/apis/list-offsets';

import { checkIsolationLevel, READ_COMMITTED } from '../fetch/isolation-level.ts';
import { defineHandler } from '../pipeline/handler.ts';
import { type RequestContext } from '../pipeline/request-context.ts';
import { type Partition } from '../replication/partition.ts';

/** Timestamps that stand for a place. Source: Kafka's ListOffsetsRequest. */
const Place = {
  LATEST: -1,
  EARLIEST: -2,
  MAX_TIMESTAMP: -3,
  EARLIEST_LOCAL: -4,
  LATEST_TIERED: -5,
  EARLIEST_PENDING_UPLOAD: -6,
} as const;

/** The first version that may ask for each place. */
const PLACE_SINCE: ReadonlyMap<number, number> = new Map([
  [Place.MAX_TIMESTAMP, 7],
  [Place.EARLIEST_LOCAL, 8],
  [Place.LATEST_TIERED, 9],
  [Place.EARLIEST_PENDING_UPLOAD, 11],
]);

const LEADER_EPOCHS_FROM = 4;
/** Followers and debugging consumers say who they are; both see the end of the leader's log. */
const CONSUMER_REPLICA_ID = -1;

interface Found {
  readonly timestamp: number;
  readonly offset: number;
  readonly leaderEpoch: number;
}

const NOTHING: Found = { timestamp: -1, offset: -1, leaderEpoch: -1 };

export const listOffsets = defineHandler(ListOffsets, {
  versions: [1, 11],

  async handle(request, context) {
    checkIsolationLevel(request.isolationLevel);
    const topics = [];
    for (const { name, partitions } of request.topics) {
      context.authorize('DESCRIBE', 'topic', name);
      const twice = askedTwice(partitions);
      const answers: ListOffsetsPartitionResponse[] = [];
      for (const wanted of partitions) {
        const isAnswered = answers.some((each) => each.partitionIndex === wanted.partitionIndex);
        if (isAnswered) continue;
        answers.push(
          twice.has(wanted.partitionIndex)
            ? failed(wanted.partitionIndex, ErrorCode.INVALID_REQUEST)
            : await locate(name, wanted, request, context),
        );
      }
      // A topic without partitions is not mentioned.
      if (answers.length > 0) topics.push({ name, partitions: answers });
    }
    return { throttleTimeMs: 0, topics };
  },

  refuse(errorCode, request) {
    return {
      throttleTimeMs: 0,
      topics: request.topics.map(({ name, partitions }) => ({
        name,
        partitions: partitions.map(({ partitionIndex }) => failed(partitionIndex, errorCode)),
      })),
    };
  },
});

function askedTwice(partitions: readonly { readonly partitionIndex: number }[]): Set<number> {
  const seen = new Set<number>();
  const twice = new Set<number>();
  for (const { partitionIndex } of partitions) {
    (seen.has(partitionIndex) ? twice : seen).add(partitionIndex);
  }
  return twice;
}

async function locate(
  topic: string,
  wanted: {
    readonly partitionIndex: number;
    readonly currentLeaderEpoch: number;
    readonly timestamp: number;
  },
  request: { readonly isolationLevel: number; readonly replicaId: number },
  context: RequestContext,
): Promise<ListOffsetsPartitionResponse> {
  const index = wanted.partitionIndex;
  if (wanted.timestamp < 0) {
    const since = PLACE_SINCE.get(wanted.timestamp) ?? 0;
    const isKnown = wanted.timestamp >= Place.EARLIEST_PENDING_UPLOAD;
    if (!isKnown || context.header.apiVersion < since)
      return failed(index, ErrorCode.UNSUPPORTED_VERSION);
  }
  const partition = context.node.broker.partitions.byName(topic, index);
  if (partition === undefined) {
    const isElsewhere = context.node.metadata.image.topics.partition(topic, index) !== undefined;
    return failed(
      index,
      isElsewhere ? ErrorCode.NOT_LEADER_OR_FOLLOWER : ErrorCode.UNKNOWN_TOPIC_OR_PARTITION,
    );
  }
  const problem = partition.leaderProblem(wanted.currentLeaderEpoch);
  if (problem !== ErrorCode.NONE) return failed(index, problem);
  const end = visibleEnd(partition, request.isolationLevel, request.replicaId);
  const found = await find(partition, wanted.timestamp, end);
  // Leadership may have moved while the disk was read.
  const problemNow = partition.leaderProblem(wanted.currentLeaderEpoch);
  if (problemNow !== ErrorCode.NONE) return failed(index, problemNow);
  const leaderEpoch = context.header.apiVersion >= LEADER_EPOCHS_FROM ? found.leaderEpoch : -1;
  return { partitionIndex: index, errorCode: ErrorCode.NONE, ...found, leaderEpoch };
}

function visibleEnd(partition: Partition, isolationLevel: number, replicaId: number): number {
  const { log } = partition;
  if (log === undefined) return 0;
  if (replicaId !== CONSUMER_REPLICA_ID) return log.logEndOffset;
  return isolationLevel === READ_COMMITTED ? log.lastStableOffset : log.highWatermark;
}

async function find(partition: Partition, timestamp: number, end: number): Promise<Found> {
  const { log } = partition;
  if (log === undefined) return NOTHING;
  switch (timestamp) {
    case Place.LATEST:
      return { timestamp: -1, offset: end, leaderEpoch: partition.leaderEpoch };
    case Place.EARLIEST:
    case Place.EARLIEST_LOCAL: {
      const start = log.logStartOffset;
      return { timestamp: -1, offset: start, leaderEpoch: log.leaderEpochs.epochAt(start) };
    }
    case Place.LATEST_TIERED:
    case Place.EARLIEST_PENDING_UPLOAD:
      return NOTHING; // nothing is tiered
    case Place.MAX_TIMESTAMP:
      return visible(await log.offsetOfMaxTimestamp(), end);
    default:
      return visible(await log.offsetForTimestamp(timestamp), end);
  }
}

/** What the reader may not see yet is not found. */
function visible(found: Found | undefined, end: number): Found {
  return found === undefined || found.offset >= end ? NOTHING : found;
}

function failed(partitionIndex: number, errorCode: ErrorCode): ListOffsetsPartitionResponse {
  return {
    partitionIndex,
    errorCode,
    timestamp: -1,
    offset: -1,
    leaderEpoch: -1,
  };
}
