// Produce (api 0): batches for the end of partitions this broker leads.
//
// v3–v8 as Kafka 4 still accepts them · v7 zstd · v8 errors per record · v9 flexible · v10 names the current
// leader · v13 topic ids

import { Produce, type ProduceRequest, type ProduceResponse } from '@samsa/protocol/apis/produce';
import { ErrorCode, isInternalTopic, KafkaError, ZERO_UUID } from '@samsa/common';
import { BATCH_HEADER_BYTES, BatchCursor, Codec, inOnePiece } from '@samsa/protocol';
import { type AppendResult } from '@samsa/storage';

import { defineHandler, NO_RESPONSE } from '../pipeline/handler.ts';
import { type RequestContext } from '../pipeline/request-context.ts';
import { appendRecords, type RecordsToAppend } from '../replication/append-records.ts';
import { endpointsOf } from '../topics/broker-endpoints.ts';

/** The first version that names topics by id. */
const TOPIC_IDS_FROM = 13;
/** The first version that names the new leader beside the error. */
const LEADERS_FROM = 10;
const ZSTD_FROM = 7;
const ADMIN_CLIENT_ID = '__admin_client';
const NO_RECORDS = new Uint8Array(0);

export const produce = defineHandler(Produce, {
  versions: [3, 13],

  handle(request, context) {
    const { acks } = request;
    if (request.transactionalId !== null) {
      throw new KafkaError(ErrorCode.INVALID_REQUEST, 'this broker has no transactions yet');
    }
    const entries = entriesOf(request, context);
    const appended = appendRecords(entries, acks, request.timeoutMs, context.node.deadlines);
    if (appended instanceof Promise) {
      return appended.then((results) => answer(request, results, context));
    }
    return answer(request, appended, context);
  },

  refuse(errorCode, request, message) {
    return {
      responses: request.topicData.map(({ name, topicId, partitionData }) => ({
        name,
        topicId,
        partitionResponses: partitionData.map(({ index }) => ({
          index,
          errorCode,
          baseOffset: -1,
          logAppendTimeMs: -1,
          logStartOffset: -1,
          recordErrors: [],
          errorMessage: message,
          currentLeader: { leaderId: -1, leaderEpoch: -1 },
        })),
      })),
      throttleTimeMs: 0,
      nodeEndpoints: [],
    };
  },
});

/** Every partition of the request in order, with what keeps it from being appended to. */
function entriesOf(request: ProduceRequest, context: RequestContext): RecordsToAppend[] {
  const { metadata } = context.node;
  const { partitions } = context.node.broker;
  const byId = context.header.apiVersion >= TOPIC_IDS_FROM;
  const entries: RecordsToAppend[] = [];
  for (const { name, topicId, partitionData } of request.topicData) {
    const topic = byId ? metadata.image.topics.byId(topicId) : metadata.image.topics.byName(name);
    const refused = topic === undefined ? undefined : refusalOf(topic.name, context);
    for (const { index, records } of partitionData) {
      const partition = topic === undefined ? undefined : partitions.byId(topic.id, index);
      const batch = records === null ? NO_RECORDS : inOnePiece(records);
      entries.push({
        partition,
        refused:
          refused ??
          (partition === undefined
            ? missing(byId && topic === undefined, topic?.partition(index) !== undefined)
            : batchProblem(batch, request.acks, context.header.apiVersion)),
        records: batch,
      });
    }
  }
  return entries;
}

function refusalOf(topic: string, context: RequestContext): ErrorCode | undefined {
  context.authorize('WRITE', 'topic', topic);
  return isInternalTopic(topic) && context.clientId !== ADMIN_CLIENT_ID
    ? ErrorCode.INVALID_TOPIC_EXCEPTION
    : undefined;
}

/** What can be said of a batch for a partition of ours before it is looked into. */
function batchProblem(batch: Uint8Array, acks: number, apiVersion: number): ErrorCode {
  return acks === 0 || acks === 1 || acks === -1
    ? codecProblem(batch, apiVersion)
    : ErrorCode.INVALID_REQUIRED_ACKS;
}

/** A producer that speaks an older version cannot have made a zstd batch (KIP-110). */
function codecProblem(batch: Uint8Array, apiVersion: number): ErrorCode {
  if (apiVersion >= ZSTD_FROM || batch.length < BATCH_HEADER_BYTES) return ErrorCode.NONE;
  const isZstd = BatchCursor.over(batch).codec === Codec.ZSTD;
  return isZstd ? ErrorCode.UNSUPPORTED_COMPRESSION_TYPE : ErrorCode.NONE;
}

function missing(isIdUnknown: boolean, isElsewhere: boolean): ErrorCode {
  if (isIdUnknown) return ErrorCode.UNKNOWN_TOPIC_ID;
  return isElsewhere ? ErrorCode.NOT_LEADER_OR_FOLLOWER : ErrorCode.UNKNOWN_TOPIC_OR_PARTITION;
}

function answer(
  request: ProduceRequest,
  results: readonly AppendResult[],
  context: RequestContext,
): ProduceResponse | typeof NO_RESPONSE {
  count(request, results, context);
  if (request.acks === 0) {
    // Nobody reads an answer, so the only way to say that something failed is to hang up.
    const failed = results.find((result) => result.errorCode !== ErrorCode.NONE);
    if (failed !== undefined) {
      context.closeConnection(`a batch sent with acks=0 failed with error ${failed.errorCode}`);
    }
    return NO_RESPONSE;
  }
  const { image } = context.node.metadata;
  const tellsLeader = context.header.apiVersion >= LEADERS_FROM;
  const leaders = new Set<number>();
  let at = 0;
  // A topic without partitions is not mentioned.
  const asked = request.topicData.filter(({ partitionData }) => partitionData.length > 0);
  const responses = asked.map(({ name, topicId, partitionData }) => ({
    name,
    topicId,
    partitionResponses: partitionData.map(({ index }) => {
      const result = results[at++]!; // one per partition of the request
      const currentLeader = { leaderId: -1, leaderEpoch: -1 };
      if (tellsLeader && result.errorCode === ErrorCode.NOT_LEADER_OR_FOLLOWER) {
        const topic =
          topicId === ZERO_UUID ? image.topics.byName(name) : image.topics.byId(topicId);
        const registration = topic?.partition(index);
        if (registration !== undefined) {
          currentLeader.leaderId = registration.leader;
          currentLeader.leaderEpoch = registration.leaderEpoch;
          leaders.add(registration.leader);
        }
      }
      return {
        index,
        errorCode: result.errorCode,
        baseOffset: result.baseOffset,
        logAppendTimeMs: result.logAppendTimeMs,
        logStartOffset: result.logStartOffset,
        recordErrors: result.recordErrors.map(({ batchIndex, message }) => ({
          batchIndex,
          batchIndexErrorMessage: message,
        })),
        errorMessage: result.errorMessage,
        currentLeader,
      };
    }),
  }));
  return {
    responses,
    throttleTimeMs: 0,
    nodeEndpoints: endpointsOf(image, leaders, context.listenerName),
  };
}

function count(
  request: ProduceRequest,
  results: readonly AppendResult[],
  context: RequestContext,
): void {
  const { metadata } = context.node;
  const { topicMetrics } = context.node.broker;
  let at = 0;
  for (const { name, topicId, partitionData } of request.topicData) {
    const topic = topicId === ZERO_UUID ? name : metadata.image.topics.byId(topicId)?.name;
    for (let i = 0; i < partitionData.length; i++) {
      const result = results[at++]!; // one per partition of the request
      if (topic !== undefined) topicMetrics.produced(topic, result);
    }
  }
}
