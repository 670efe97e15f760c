// What the raw client asks and what it makes of the front of an answer, per API. The versions chosen are
// the newest without compact lengths, whose fields stand at fixed places.

import { writeRequest } from '@samsa/protocol';
import { ApiVersions } from '@samsa/protocol/apis/api-versions';
import { Fetch } from '@samsa/protocol/apis/fetch';
import { Produce } from '@samsa/protocol/apis/produce';

import { batchOf } from './batches.ts';
import { type FetchJob, type ProduceJob } from './raw-jobs.ts';
import { type Exchange } from './pipelined-connection.ts';

const CLIENT_ID = 'samsa-bench';
const TIMEOUT_MS = 30_000;
const API_VERSIONS_VERSION = 2;
const PRODUCE_VERSION = 8;
const FETCH_VERSION = 11;
/** As Kafka's consumer asks by default. */
const FETCH_PARTITION_BYTES = 1024 * 1024;
const FETCH_BYTES = 50 * 1024 * 1024;
const FETCH_WAIT_MS = 500;

/** Places in an answer, counted from its size; `name` is the length of the topic's name. */
const PING_ERROR_AT = 8;
const produceErrorAt = (name: number): number => 4 + 4 + 4 + (2 + name) + 4 + 4;
const fetchPartitionAt = (name: number): number => 4 + 4 + 4 + 2 + 4 + 4 + (2 + name) + 4;
/** From there: index, error, high watermark, last stable offset, log start offset. */
const FETCH_ABORTED_FROM_PARTITION = 4 + 2 + 8 + 8 + 8;

export function pingExchange(requests: number): Exchange {
  const request = ApiVersions.request.create();
  const frame = Buffer.concat(
    writeRequest(ApiVersions, API_VERSIONS_VERSION, 0, CLIENT_ID, request),
  );
  let left = requests;
  return {
    nextRequest: () => (left-- > 0 ? frame : undefined),
    onAnswer: (front) => accept('ApiVersions', front.readInt16BE(PING_ERROR_AT)),
  };
}

export function produceExchange(job: ProduceJob, partition: number, requests: number): Exchange {
  const request = Produce.request.create({
    acks: 1,
    timeoutMs: TIMEOUT_MS,
    topicData: [
      {
        name: job.topic,
        topicId: '',
        partitionData: [
          { index: partition, records: batchOf(job.recordsPerBatch, job.recordBytes) },
        ],
      },
    ],
  });
  const frame = Buffer.concat(writeRequest(Produce, PRODUCE_VERSION, 0, CLIENT_ID, request));
  const errorAt = produceErrorAt(job.topic.length);
  let left = requests;
  return {
    nextRequest: () => (left-- > 0 ? frame : undefined),
    onAnswer: (front) => accept('Produce', front.readInt16BE(errorAt)),
  };
}

/** @param onBytes  told how many bytes of records each answer carried */
export function fetchExchange(
  job: FetchJob,
  partition: number,
  requests: number,
  onBytes: (count: number) => void,
): Exchange {
  const request = Fetch.request.create({
    maxWaitMs: FETCH_WAIT_MS,
    minBytes: 1,
    maxBytes: FETCH_BYTES,
    topics: [
      {
        topic: job.topic,
        topicId: '',
        partitions: [fetchPartition(partition)],
      },
    ],
  });
  const frame = Buffer.concat(writeRequest(Fetch, FETCH_VERSION, 0, CLIENT_ID, request));
  const offsetAt = frame.indexOf(OFFSET_MARK);
  const partitionAt = fetchPartitionAt(job.topic.length);
  const batchBytes = batchOf(job.recordsPerBatch, job.recordBytes).byteLength;
  const endOffset = job.batchesPerPartition * job.recordsPerBatch;
  let left = requests;
  let offset = 0;
  return {
    nextRequest() {
      if (left-- <= 0) return undefined;
      frame.writeBigInt64BE(BigInt(offset), offsetAt);
      return frame;
    },
    onAnswer(front) {
      accept('Fetch', front.readInt16BE(partitionAt + 4));
      const abortedAt = partitionAt + FETCH_ABORTED_FROM_PARTITION;
      if (front.readInt32BE(abortedAt) > 0) throw new Error('Fetch shows transactions');
      const recordsAt = abortedAt + 4 + 4;
      const bytes = front.readInt32BE(recordsAt);
      const batches = Math.floor(bytes / batchBytes);
      if (batches < 1) throw new Error(`Fetch at ${offset} answers with ${bytes} bytes`);
      const first = Number(front.readBigInt64BE(recordsAt + 4));
      if (first !== offset) throw new Error(`Fetch at ${offset} answers from ${first}`);
      onBytes(bytes);
      offset += batches * job.recordsPerBatch;
      if (offset >= endOffset) offset = 0;
    },
  };
}

/** Stands in the encoded request where the offset goes. */
const MARK_OFFSET = 0x1122_3344_5566;
const OFFSET_MARK = Buffer.from('0000112233445566', 'hex');

function fetchPartition(partition: number) {
  return {
    partition,
    currentLeaderEpoch: -1,
    fetchOffset: MARK_OFFSET,
    lastFetchedEpoch: -1,
    logStartOffset: -1,
    partitionMaxBytes: FETCH_PARTITION_BYTES,
    replicaDirectoryId: ZERO_UUID,
    highWatermark: Number.MAX_SAFE_INTEGER,
  };
}

const ZERO_UUID = 'AAAAAAAAAAAAAAAAAAAAAA';

function accept(what: string, errorCode: number): void {
  if (errorCode !== 0) throw new Error(`${what} answers with error ${errorCode}`);
}
