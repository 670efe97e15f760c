// Fetch (api 1): records from given offsets on, for consumers.
//
// v4 isolation levels · v7 sessions · v9 leader epochs · v10 zstd · v12 flexible, diverging epochs · v13 topic
// ids · v15 replica state · v16 node endpoints · v17 directory ids · v18 high watermark of followers

import { ErrorCode, KafkaError, type Uuid, ZERO_UUID } from '@samsa/common';
import {
  Fetch,
  type FetchRequest,
  type FetchResponse,
  type FetchableTopicResponse,
  createPartitionData,
  type PartitionData,
} from '@samsa/protocol/apis/fetch';

import { checkIsolationLevel, READ_COMMITTED } from '../fetch/isolation-level.ts';
import { type FetchPlan } from '../fetch/fetch-sessions.ts';
import { type PartitionFetch, type PartitionNews } from '../fetch/fetch-session.ts';
import {
  type Fetched,
  type FetchedPartition,
  fetchRecords,
  type FetchTarget,
} from '../fetch/fetch-records.ts';
import { defineHandler } from '../pipeline/handler.ts';
import { type RequestContext } from '../pipeline/request-context.ts';
import { endpointsOf } from '../topics/broker-endpoints.ts';

/** Consumers of older versions cannot unpack it (KIP-110). */
const ZSTD_FROM = 10;
const TOPIC_IDS_FROM = 13;
/** The first version that names the new leader beside the error, and the first with its address. */
const LEADERS_FROM = 12;
const ENDPOINTS_FROM = 16;

export const fetch = defineHandler(Fetch, {
  versions: [4, 18],

  handle(request, context) {
    if (request.replicaId >= 0 || request.replicaState.replicaId >= 0) {
      // Only a fetcher of this cluster's brokers may read as a replica (CVE-2018-1288).
      context.authorize('CLUSTER_ACTION', 'cluster', 'kafka-cluster');
      throw new KafkaError(ErrorCode.INVALID_REQUEST, 'this broker serves no followers yet');
    }
    checkIsolationLevel(request.isolationLevel);
    const plan = context.node.broker.fetchSessions.plan({
      sessionId: request.sessionId,
      sessionEpoch: request.sessionEpoch,
      isFollower: false,
      usesTopicIds: context.header.apiVersion >= TOPIC_IDS_FROM,
      partitions: wantedOf(request, context),
      forgotten: request.forgottenTopicsData.flatMap(({ topic, topicId, partitions }) =>
        partitions.map((partition) => ({ topic, topicId, partition })),
      ),
    });
    if (plan.kind === 'refused') return emptyAnswer(plan.errorCode);
    const fetched = fetchRecords(
      plan.partitions.map((each) => targetOf(each, context)),
      {
        maxWaitMs: request.maxWaitMs,
        minBytes: request.minBytes,
        maxBytes: Math.min(request.maxBytes, context.node.config.values.get('fetch.max.bytes')),
        isReadCommitted: request.isolationLevel === READ_COMMITTED,
      },
      context.node.deadlines,
      (run) => context.onDisconnect(run),
    );
    if (fetched instanceof Promise) return fetched.then((done) => answer(plan, done, context));
    return answer(plan, fetched, context);
  },

  refuse(errorCode, request) {
    return { ...emptyAnswer(errorCode), responses: refusedPartitions(request, errorCode) };
  },
});

function wantedOf(request: FetchRequest, context: RequestContext): PartitionFetch[] {
  const { topics } = context.node.metadata.image;
  const wanted: PartitionFetch[] = [];
  for (const { topic, topicId, partitions } of request.topics) {
    const name =
      context.header.apiVersion >= TOPIC_IDS_FROM ? (topics.byId(topicId)?.name ?? '') : topic;
    for (const partition of partitions) {
      wanted.push({
        topic: name,
        topicId,
        partition: partition.partition,
        fetchOffset: partition.fetchOffset,
        maxBytes: partition.partitionMaxBytes,
        currentLeaderEpoch: partition.currentLeaderEpoch,
        lastFetchedEpoch: partition.lastFetchedEpoch,
        logStartOffset: partition.logStartOffset,
      });
    }
  }
  return wanted;
}

function targetOf(fetch: PartitionFetch, context: RequestContext): FetchTarget {
  const { metadata } = context.node;
  const { partitions } = context.node.broker;
  const usesIds = context.header.apiVersion >= TOPIC_IDS_FROM;
  const topic = usesIds
    ? metadata.image.topics.byId(fetch.topicId)
    : metadata.image.topics.byName(fetch.topic);
  if (topic === undefined) {
    const refused = usesIds ? ErrorCode.UNKNOWN_TOPIC_ID : ErrorCode.UNKNOWN_TOPIC_OR_PARTITION;
    return { fetch, partition: undefined, refused };
  }
  context.authorize('READ', 'topic', topic.name);
  const partition = partitions.byId(topic.id, fetch.partition);
  if (partition !== undefined) {
    const isZstd = partition.log?.config.compressionType === 'zstd';
    const isReadable = !isZstd || context.header.apiVersion >= ZSTD_FROM;
    const refused = isReadable ? ErrorCode.NONE : ErrorCode.UNSUPPORTED_COMPRESSION_TYPE;
    return { fetch, partition, refused };
  }
  const isElsewhere = topic.partition(fetch.partition) !== undefined;
  const refused = isElsewhere
    ? ErrorCode.NOT_LEADER_OR_FOLLOWER
    : ErrorCode.UNKNOWN_TOPIC_OR_PARTITION;
  return { fetch, partition: undefined, refused };
}

function answer(
  plan: Exclude<FetchPlan, { kind: 'refused' }>,
  fetched: Fetched,
  context: RequestContext,
): FetchResponse {
  context.onSent(fetched.release);
  const { session } = plan;
  const leaders = new Set<number>();
  const responses: { topic: string; topicId: Uuid; partitions: PartitionData[] }[] = [];
  for (const each of fetched.partitions) {
    const news = newsOf(each);
    if (plan.kind === 'incremental' && !plan.session.isNews(each.fetch, news)) continue;
    session?.told(each.fetch, news);
    const { topic, topicId } = each.fetch;
    let last = responses.at(-1);
    if (last === undefined || last.topic !== topic || last.topicId !== topicId) {
      last = { topic, topicId, partitions: [] };
      responses.push(last);
    }
    last.partitions.push(partitionAnswer(each, context, leaders));
    if (each.sizeInBytes > 0) context.node.broker.topicMetrics.fetched(topic, each.sizeInBytes);
  }
  return {
    throttleTimeMs: 0,
    errorCode: ErrorCode.NONE,
    sessionId: session?.id ?? 0,
    responses,
    nodeEndpoints:
      context.header.apiVersion >= ENDPOINTS_FROM
        ? endpointsOf(context.node.metadata.image, leaders, context.listenerName)
        : [],
  };
}

function partitionAnswer(
  each: FetchedPartition,
  context: RequestContext,
  leaders: Set<number>,
): PartitionData {
  const { errorCode } = each;
  const hasMoved =
    errorCode === ErrorCode.NOT_LEADER_OR_FOLLOWER || errorCode === ErrorCode.FENCED_LEADER_EPOCH;
  const currentLeader = { leaderId: -1, leaderEpoch: -1 };
  if (hasMoved && context.header.apiVersion >= LEADERS_FROM) {
    const { topics } = context.node.metadata.image;
    const registration = topics.partition(each.fetch.topic, each.fetch.partition);
    if (registration !== undefined) {
      currentLeader.leaderId = registration.leader;
      currentLeader.leaderEpoch = registration.leaderEpoch;
      leaders.add(registration.leader);
    }
  }
  return {
    partitionIndex: each.fetch.partition,
    errorCode,
    highWatermark: each.highWatermark,
    lastStableOffset: each.lastStableOffset,
    logStartOffset: each.logStartOffset,
    divergingEpoch: { epoch: -1, endOffset: -1 },
    currentLeader,
    snapshotId: { endOffset: -1, epoch: -1 },
    // Empty, not null, where there was nothing to read from.
    abortedTransactions:
      each.partition === undefined
        ? []
        : (each.abortedTransactions?.map(({ producerId, firstOffset }) => ({
            producerId,
            firstOffset,
          })) ?? null),
    preferredReadReplica: -1,
    records: each.chunks,
  };
}

function newsOf(each: FetchedPartition): PartitionNews {
  return {
    errorCode: each.errorCode,
    highWatermark: each.highWatermark,
    logStartOffset: each.logStartOffset,
    recordsBytes: each.sizeInBytes,
    hasDivergingEpoch: false,
    preferredReadReplica: -1,
  };
}

/** Versions that name topics say it of each partition: the oldest have no other place for it. */
function refusedPartitions(request: FetchRequest, errorCode: ErrorCode): FetchableTopicResponse[] {
  return request.topics
    .filter(({ topicId }) => topicId === ZERO_UUID)
    .map(({ topic, topicId, partitions }) => ({
      topic,
      topicId,
      partitions: partitions.map(({ partition }) =>
        createPartitionData({
          partitionIndex: partition,
          errorCode,
          highWatermark: -1,
          records: [],
        }),
      ),
    }));
}

function emptyAnswer(errorCode: ErrorCode): FetchResponse {
  return { throttleTimeMs: 0, errorCode, sessionId: 0, responses: [], nodeEndpoints: [] };
}
