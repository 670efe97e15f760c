// LogClient: the few calls that the log workload makes, over a connection that is renewed when it breaks.
//
// Each call goes out in a version drawn from those that both sides know, so that a run meets many.

import { type Endpoint, ErrorCode, errorName, type Platform } from '@samsa/common';
import { type Api, crc32c, readRecords, batchesIn } from '@samsa/protocol';
import { CreateTopics, createCreatableTopic } from '@samsa/protocol/apis/create-topics';
import { createFetchPartition, createFetchTopic, Fetch } from '@samsa/protocol/apis/fetch';
import { InitProducerId } from '@samsa/protocol/apis/init-producer-id';
import {
  createListOffsetsPartition,
  createListOffsetsTopic,
  ListOffsets,
} from '@samsa/protocol/apis/list-offsets';
import { createMetadataRequestTopic, Metadata } from '@samsa/protocol/apis/metadata';
import {
  createPartitionProduceData,
  createTopicProduceData,
  Produce,
} from '@samsa/protocol/apis/produce';

import { type Partition, partitionKey, type ReadRecord } from './history.ts';
import { BadAnswer, NotSent, WireClient } from './wire-client.ts';

/** Versions in which topics go by id instead of name. */
const PRODUCE_BY_ID = 13;
const FETCH_BY_ID = 13;
const METADATA_WITH_IDS = 10;
const EARLIEST = -2;
const LATEST = -1;
const MAX_DECOMPRESSED_BYTES = 64 * 1024 * 1024;

/** The server answered with an error. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: ErrorCode;

  constructor(code: number, what: string) {
    super(`${what}: ${errorName(code)}`);
    this.code = code as ErrorCode;
  }
}

export interface Fetched {
  readonly errorCode: number;
  readonly highWatermark: number;
  readonly lastStableOffset: number;
  readonly logStartOffset: number;
  readonly records: readonly ReadRecord[];
  /** Where to fetch next. */
  readonly nextOffset: number;
}

export interface ProducerIdentity {
  readonly producerId: number;
  readonly producerEpoch: number;
}

export class LogClient {
  readonly platform: Platform;
  readonly #endpoint: Endpoint;
  readonly #timeoutMs: number;
  readonly #topicIds = new Map<string, string>();
  #connection: Promise<WireClient> | undefined;

  constructor(platform: Platform, endpoint: Endpoint, timeoutMs: number) {
    this.platform = platform;
    this.#endpoint = endpoint;
    this.#timeoutMs = timeoutMs;
  }

  /** Gives the connection up; the next call makes a new one. */
  disconnect(): void {
    const connection = this.#connection;
    this.#connection = undefined;
    void connection?.then(
      (client) => client.close(),
      () => {
        // It never came about, and whoever waited for it was told.
      },
    );
  }

  async createTopic(
    name: string,
    partitionCount: number,
    configs: Readonly<Record<string, string>>,
  ): Promise<void> {
    const topic = createCreatableTopic({
      name,
      numPartitions: partitionCount,
      replicationFactor: 1,
      configs: Object.entries(configs).map(([key, value]) => ({ name: key, value })),
    });
    const request = CreateTopics.request.create({ topics: [topic], timeoutMs: this.#timeoutMs });
    const answer = await this.#call(CreateTopics, request);
    const result = answer.topics.find((one) => one.name === name);
    if (result === undefined) throw new BadAnswer(`CreateTopics forgot ${name}`);
    if (result.errorCode === ErrorCode.TOPIC_ALREADY_EXISTS) return;
    if (result.errorCode !== ErrorCode.NONE) throw new Refused(result.errorCode, name);
  }

  /** How many partitions of the topic have a leader; keeps the topic's id. */
  async partitionsOnline(name: string): Promise<number> {
    const request = Metadata.request.create({
      topics: [createMetadataRequestTopic({ name })],
      allowAutoTopicCreation: false,
    });
    const answer = await this.#call(Metadata, request, METADATA_WITH_IDS);
    const topic = answer.topics.find((one) => one.name === name);
    if (topic === undefined) throw new BadAnswer(`Metadata forgot ${name}`);
    if (topic.errorCode !== ErrorCode.NONE) throw new Refused(topic.errorCode, name);
    this.#topicIds.set(name, topic.topicId);
    return topic.partitions.filter(
      (partition) => partition.errorCode === ErrorCode.NONE && partition.leaderId >= 0,
    ).length;
  }

  async initProducerId(): Promise<ProducerIdentity> {
    const answer = await this.#call(
      InitProducerId,
      InitProducerId.request.create({ transactionalId: null, transactionTimeoutMs: 60_000 }),
    );
    if (answer.errorCode !== ErrorCode.NONE) throw new Refused(answer.errorCode, 'InitProducerId');
    return { producerId: answer.producerId, producerEpoch: answer.producerEpoch };
  }

  /** @returns error code and base offset; with acks 0 nothing is known: code 0, offset −1 */
  async produce(
    at: Partition,
    batch: Uint8Array,
    acks: number,
  ): Promise<{ errorCode: number; baseOffset: number }> {
    const client = await this.#connected();
    const version = this.#version(client, Produce);
    const topicId = version >= PRODUCE_BY_ID ? await this.#topicId(at.topic) : '';
    const request = Produce.request.create({
      acks,
      timeoutMs: this.#timeoutMs,
      topicData: [
        createTopicProduceData({
          ...(topicId === '' ? { name: at.topic } : { topicId }),
          partitionData: [createPartitionProduceData({ index: at.partition, records: batch })],
        }),
      ],
    });
    if (acks === 0) {
      await client.sendOnly(Produce, version, request);
      return { errorCode: ErrorCode.NONE, baseOffset: -1 };
    }
    const answer = await this.#answered(client.request(Produce, version, request, this.#timeoutMs));
    const partition = answer.responses[0]?.partitionResponses[0];
    if (partition === undefined || partition.index !== at.partition) {
      throw new BadAnswer(`Produce answered for something else than ${at.topic}-${at.partition}`);
    }
    return { errorCode: partition.errorCode, baseOffset: partition.baseOffset };
  }

  async fetch(
    at: Partition,
    offset: number,
    options: { maxWaitMs: number; maxBytes: number; isCommittedOnly: boolean },
  ): Promise<Fetched> {
    const client = await this.#connected();
    const version = this.#version(client, Fetch);
    const topicId = version >= FETCH_BY_ID ? await this.#topicId(at.topic) : '';
    const request = Fetch.request.create({
      maxWaitMs: options.maxWaitMs,
      minBytes: 1,
      maxBytes: options.maxBytes,
      isolationLevel: options.isCommittedOnly ? 1 : 0,
      topics: [
        createFetchTopic({
          ...(topicId === '' ? { topic: at.topic } : { topicId }),
          partitions: [
            createFetchPartition({
              partition: at.partition,
              fetchOffset: offset,
              partitionMaxBytes: options.maxBytes,
            }),
          ],
        }),
      ],
    });
    const answer = await this.#answered(
      client.request(Fetch, version, request, this.#timeoutMs + options.maxWaitMs),
    );
    if (answer.errorCode !== ErrorCode.NONE) throw new Refused(answer.errorCode, 'Fetch');
    const partition = answer.responses[0]?.partitions[0];
    if (partition === undefined || partition.partitionIndex !== at.partition) {
      throw new BadAnswer(`Fetch answered for something else than ${at.topic}-${at.partition}`);
    }
    const { errorCode, highWatermark, lastStableOffset, logStartOffset } = partition;
    const bytes = inOnePiece(partition.records);
    const { records, nextOffset } = recordsOf(at, bytes, offset);
    return { errorCode, highWatermark, lastStableOffset, logStartOffset, records, nextOffset };
  }

  async listOffset(at: Partition, which: 'earliest' | 'latest'): Promise<number> {
    const partition = createListOffsetsPartition({
      partitionIndex: at.partition,
      timestamp: which === 'earliest' ? EARLIEST : LATEST,
    });
    const request = ListOffsets.request.create({
      replicaId: -1,
      topics: [createListOffsetsTopic({ name: at.topic, partitions: [partition] })],
    });
    const answer = await this.#call(ListOffsets, request);
    const result = answer.topics[0]?.partitions[0];
    if (result === undefined) throw new BadAnswer('ListOffsets answered for nothing');
    if (result.errorCode !== ErrorCode.NONE) throw new Refused(result.errorCode, 'ListOffsets');
    return result.offset;
  }

  async #topicId(name: string): Promise<string> {
    if (!this.#topicIds.has(name)) await this.partitionsOnline(name);
    return this.#topicIds.get(name) as string;
  }

  /** @param lowest  the first version that can carry the request */
  async #call<Q, R>(api: Api<Q, R>, request: Q, lowest = 0): Promise<R> {
    const client = await this.#connected();
    const version = this.#version(client, api, lowest);
    return this.#answered(client.request(api, version, request, this.#timeoutMs));
  }

  async #answered<R>(answer: Promise<R>): Promise<R> {
    try {
      return await answer;
    } catch (error) {
      this.disconnect();
      throw error;
    }
  }

  #version(
    client: WireClient,
    api: Pick<Api<unknown, unknown>, 'key' | 'name' | 'versions'>,
    lowest = 0,
  ): number {
    const versions = client.versionsOf(api);
    if (versions === undefined) throw new NotSent(`the server does not offer ${api.name} yet`);
    const min = Math.max(versions[0], lowest);
    return min + this.platform.random.int(versions[1] - min + 1);
  }

  async #connected(): Promise<WireClient> {
    const known = await this.#connection?.catch(() => undefined);
    if (known !== undefined && !known.isClosed) return known;
    const { process } = this.platform.self;
    const connection = WireClient.connect(this.platform, this.#endpoint, process, this.#timeoutMs);
    this.#connection = connection;
    try {
      return await connection;
    } catch (error) {
      if (this.#connection === connection) this.#connection = undefined;
      if (error instanceof BadAnswer) throw error;
      throw new NotSent('no connection', { cause: error });
    }
  }
}

function inOnePiece(records: Uint8Array | readonly Uint8Array[] | null): Uint8Array {
  if (records === null) return new Uint8Array(0);
  return records instanceof Uint8Array ? records : Buffer.concat(records);
}

function recordsOf(at: Partition, bytes: Uint8Array, fromOffset: number) {
  try {
    return recordsFrom(bytes, fromOffset);
  } catch (error) {
    throw new BadAnswer(`${partitionKey(at)} fetched from ${fromOffset}`, { cause: error });
  }
}

/** The records at and after `fromOffset`. What the batch holds before it was asked for by nobody. */
export function recordsFrom(
  bytes: Uint8Array,
  fromOffset: number,
): { records: ReadRecord[]; nextOffset: number } {
  const records: ReadRecord[] = [];
  let nextOffset = fromOffset;
  for (const batch of batchesIn(bytes)) {
    if (!batch.isCrcValid(crc32c)) throw new BadAnswer(`wrong CRC at offset ${batch.baseOffset}`);
    nextOffset = Math.max(nextOffset, batch.nextOffset);
    if (batch.isControl) continue;
    for (const record of readRecords(batch, { maxDecompressedBytes: MAX_DECOMPRESSED_BYTES })) {
      if (record.offset < fromOffset) continue;
      const value = record.value();
      records.push({
        offset: record.offset,
        value: value === null ? 'null' : Buffer.from(value).toString('latin1'),
      });
    }
  }
  return { records, nextOffset };
}
