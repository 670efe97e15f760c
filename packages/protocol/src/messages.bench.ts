// How long it takes to read and write the messages that a broker sees most.
//
// Run with: node packages/protocol/src/messages.bench.ts [part of a case's name]

import { writeRequest, writeResponse } from './frame.ts';
import {
  createFetchableTopicResponse,
  createFetchPartition,
  createFetchTopic,
  createPartitionData,
  Fetch,
} from './generated/apis/fetch.ts';
import {
  createMetadataResponsePartition,
  createMetadataResponseTopic,
  Metadata,
} from './generated/apis/metadata.ts';
import {
  createOffsetCommitRequestPartition,
  createOffsetCommitRequestTopic,
  OffsetCommit,
} from './generated/apis/offset-commit.ts';
import {
  createPartitionProduceData,
  createPartitionProduceResponse,
  createTopicProduceData,
  createTopicProduceResponse,
  Produce,
} from './generated/apis/produce.ts';
import { type Api } from './message-codec.ts';
import { Reader } from './reader.ts';

const MEASURED_MS = 300;
const TOPIC_ID = 'EjRWeJCrzfGAAAAAAAAAAg';
const RECORDS = new Uint8Array(1024).fill(7);
const wanted = process.argv[2] ?? '';

const produceRequest = Produce.request.create({
  acks: -1,
  timeoutMs: 30_000,
  topicData: [
    createTopicProduceData({
      name: 'orders',
      topicId: TOPIC_ID,
      partitionData: [createPartitionProduceData({ index: 3, records: RECORDS })],
    }),
  ],
});
const produceResponse = Produce.response.create({
  responses: [
    createTopicProduceResponse({
      topicId: TOPIC_ID,
      name: 'orders',
      partitionResponses: [createPartitionProduceResponse({ index: 3, baseOffset: 1_234_567 })],
    }),
  ],
});
const fetchRequest = Fetch.request.create({
  topics: [
    createFetchTopic({
      topicId: TOPIC_ID,
      partitions: times(10, (partition) =>
        createFetchPartition({ partition, fetchOffset: 1_234_567, partitionMaxBytes: 1 << 20 }),
      ),
    }),
  ],
});
const fetchResponse = Fetch.response.create({
  responses: [
    createFetchableTopicResponse({
      topicId: TOPIC_ID,
      partitions: times(10, (partitionIndex) =>
        createPartitionData({ partitionIndex, highWatermark: 1_234_567, records: RECORDS }),
      ),
    }),
  ],
});
const metadataResponse = Metadata.response.create({
  topics: times(100, (i) =>
    createMetadataResponseTopic({
      name: `topic-number-${i}`,
      topicId: TOPIC_ID,
      partitions: times(10, (partitionIndex) =>
        createMetadataResponsePartition({
          partitionIndex,
          leaderId: 1,
          replicaNodes: [1, 2, 3],
          isrNodes: [1, 2, 3],
        }),
      ),
    }),
  ),
});
const offsetCommitRequest = OffsetCommit.request.create({
  groupId: 'billing',
  memberId: 'billing-consumer-1',
  topics: [
    createOffsetCommitRequestTopic({
      name: 'orders',
      partitions: times(10, (partitionIndex) =>
        createOffsetCommitRequestPartition({ partitionIndex, committedOffset: 99_999 }),
      ),
    }),
  ],
});

measureRequest('produce request, 1 partition', Produce, 13, produceRequest);
measureRequest('produce request v9 (by name)', Produce, 9, { ...produceRequest });
measureResponse('produce response, 1 partition', Produce, 13, produceResponse);
measureRequest('fetch request, 10 partitions', Fetch, 17, fetchRequest);
measureResponse('fetch response, 10 partitions', Fetch, 17, fetchResponse);
measureResponse('metadata response, 1000 partitions', Metadata, 13, metadataResponse);
measureRequest('offset commit request, 10 partitions', OffsetCommit, 9, offsetCommitRequest);

function measureRequest<Q>(what: string, api: Api<Q, unknown>, version: number, request: Q): void {
  const bytes = Buffer.concat(writeRequest(api, version, 7, 'client', request)).subarray(
    4 + 8 + 8 + 1,
  );
  measure(`write ${what}`, () => writeRequest(api, version, 7, 'client', request).length);
  measure(`read ${what}`, () => (api.request.read(new Reader(bytes), version) === null ? 0 : 1));
}

function measureResponse<R>(
  what: string,
  api: Api<unknown, R>,
  version: number,
  response: R,
): void {
  const bytes = Buffer.concat(writeResponse(api, version, 7, response)).subarray(4 + 4 + 1);
  measure(`write ${what}`, () => writeResponse(api, version, 7, response).length);
  measure(`read ${what}`, () => (api.response.read(new Reader(bytes), version) === null ? 0 : 1));
}

function measure(what: string, run: () => number): void {
  if (!what.includes(wanted)) return;
  let sum = 0;
  for (let i = 0; i < 2000; i++) sum += run();
  let rounds = 0;
  const start = performance.now();
  let elapsedMs = 0;
  while (elapsedMs < MEASURED_MS) {
    for (let i = 0; i < 100; i++) sum += run();
    rounds += 100;
    elapsedMs = performance.now() - start;
  }
  const ns = Math.round((elapsedMs * 1e6) / rounds);
  console.log(`${what.padEnd(48)} ${String(ns).padStart(8)} ns${sum === 0 ? ' ' : ''}`);
}

function times<T>(count: number, make: (i: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(i));
}
