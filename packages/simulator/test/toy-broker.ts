// ToyBroker: the smallest server that the log workload can run against, with bugs that can be switched
// on. It proves that the simulation catches them; nothing of Samsa is in it but the codecs.

import {
  type Conn,
  ErrorCode,
  type File,
  METADATA_TOPIC_ID,
  type Platform,
  randomUuid,
} from '@samsa/common';
import {
  type Api,
  BatchCursor,
  crc32c,
  inOnePiece,
  Reader,
  readRequestHeader,
  writeResponse,
} from '@samsa/protocol';
import { ApiVersions, createApiVersion } from '@samsa/protocol/apis/api-versions';
import { createCreatableTopicResult, CreateTopics } from '@samsa/protocol/apis/create-topics';
import {
  createFetchableTopicResponse,
  createPartitionData,
  Fetch,
} from '@samsa/protocol/apis/fetch';
import { InitProducerId } from '@samsa/protocol/apis/init-producer-id';
import {
  createListOffsetsPartitionResponse,
  createListOffsetsTopicResponse,
  ListOffsets,
} from '@samsa/protocol/apis/list-offsets';
import {
  createMetadataResponseBroker,
  createMetadataResponsePartition,
  createMetadataResponseTopic,
  Metadata,
} from '@samsa/protocol/apis/metadata';
import {
  createPartitionProduceResponse,
  createTopicProduceResponse,
  Produce,
} from '@samsa/protocol/apis/produce';

import { type NodePlan } from '../src/run/cluster-plan.ts';

export type Bug =
  | 'acks-before-write'
  | 'cuts-on-restart'
  | 'forgets-sync'
  | 'forgets-sequences'
  | 'leaves-records-out'
  | 'rejects-unhandled';

/** By name only: the ids of the newer versions would need a table of their own. */
const OFFERED: readonly [Api<never, unknown>, number, number][] = [
  [ApiVersions, 0, 3],
  [Produce, 3, 12],
  [Fetch, 5, 12],
  [ListOffsets, 1, 9],
  [Metadata, 4, 12],
  [CreateTopics, 2, 6],
  [InitProducerId, 0, 4],
] as unknown as readonly [Api<never, unknown>, number, number][];

const DATA = '/data';
const MAX_READ_BYTES = 64 * 1024;

interface Answer {
  readonly errorCode: number;
  readonly baseOffset: number;
}

class ToyLog {
  readonly #file: File;
  readonly #bugs: ReadonlySet<Bug>;
  readonly #syncs: boolean;
  readonly positions: { offset: number; next: number; position: number; sizeInBytes: number }[] =
    [];
  readonly #sequences = new Map<number, { last: number; answers: Map<number, number> }>();
  #position = 0;
  nextOffset = 0;

  constructor(file: File, bugs: ReadonlySet<Bug>, syncs: boolean) {
    this.#file = file;
    this.#bugs = bugs;
    this.#syncs = syncs;
  }

  async recover(): Promise<void> {
    const bytes = new Uint8Array(this.#file.size);
    await this.#file.read(bytes, 0);
    const cursor = BatchCursor.over(bytes);
    while (cursor.isWhole && !cursor.isMalformed && cursor.isCrcValid(crc32c)) {
      if (cursor.baseOffset !== this.nextOffset) break;
      this.#appended(cursor);
      cursor.advance();
    }
    if (this.#bugs.has('cuts-on-restart') && this.positions.length > 1) {
      const last = this.positions.pop();
      this.#position -= last?.sizeInBytes ?? 0;
      this.nextOffset = last?.offset ?? 0;
    }
    await this.#file.truncate(this.#position);
    await this.#file.sync('all');
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  async append(records: Uint8Array): Promise<Answer> {
    const bytes = records.slice();
    const cursor = BatchCursor.over(bytes);
    if (cursor.hasProducerId && !this.#bugs.has('forgets-sequences')) {
      const known = this.#sequences.get(cursor.producerId);
      const earlier = known?.answers.get(cursor.baseSequence);
      if (earlier !== undefined) {
        if (this.#syncs) await this.#file.sync('data');
        return { errorCode: ErrorCode.NONE, baseOffset: earlier };
      }
      if (cursor.baseSequence !== (known === undefined ? 0 : known.last + 1)) {
        return { errorCode: ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER, baseOffset: -1 };
      }
    }
    const baseOffset = this.nextOffset;
    cursor.assign(baseOffset, 0);
    let written = 0;
    if (!this.#bugs.has('acks-before-write') || this.positions.length % 10 !== 9) {
      written = this.#file.writeNow([bytes], this.#position);
      if (written < bytes.length) {
        this.#file.truncateNow(this.#position);
        return { errorCode: ErrorCode.KAFKA_STORAGE_ERROR, baseOffset: -1 };
      }
      this.#appended(cursor);
    }
    if (this.#syncs && !this.#bugs.has('forgets-sync')) await this.#file.sync('data');
    return { errorCode: ErrorCode.NONE, baseOffset };
  }

  #appended(cursor: BatchCursor): void {
    const { baseOffset, nextOffset, sizeInBytes } = cursor;
    this.positions.push({
      offset: baseOffset,
      next: nextOffset,
      position: this.#position,
      sizeInBytes,
    });
    this.#position += sizeInBytes;
    this.nextOffset = nextOffset;
    if (!cursor.hasProducerId) return;
    const known = this.#sequences.get(cursor.producerId) ?? {
      last: -1,
      answers: new Map<number, number>(),
    };
    known.answers.set(cursor.baseSequence, baseOffset);
    known.last = cursor.lastSequence;
    this.#sequences.set(cursor.producerId, known);
  }

  read(offset: number): Uint8Array {
    let from = this.positions.findIndex((one) => one.next > offset);
    if (from < 0) return new Uint8Array(0);
    if (
      this.#bugs.has('leaves-records-out') &&
      from % 7 === 6 &&
      this.positions.length > from + 1
    ) {
      from++;
    }
    const first = this.positions[from];
    const position = first?.position ?? 0;
    const wanted = Math.max(
      first?.sizeInBytes ?? 0,
      Math.min(MAX_READ_BYTES, this.#position - position),
    );
    const bytes = new Uint8Array(wanted);
    this.#file.readNow(bytes, position);
    return bytes;
  }
}

export class ToyBroker {
  readonly #platform: Platform;
  readonly #plan: NodePlan;
  readonly #bugs: ReadonlySet<Bug>;
  readonly #logs = new Map<string, ToyLog>();
  readonly #partitionCounts = new Map<string, number>();
  #producerIds = 0;
  #requestCount = 0;

  static async start(
    platform: Platform,
    plan: NodePlan,
    bugs: ReadonlySet<Bug>,
  ): Promise<{ stop(): Promise<void> }> {
    const broker = new ToyBroker(platform, plan, bugs);
    await broker.#load();
    const listener = await platform.net.listen({ host: '', port: 9092 }, (connection) =>
      broker.#serve(connection),
    );
    return {
      stop: async () => {
        await listener.close();
        for (const log of broker.#logs.values()) await log.close();
      },
    };
  }

  private constructor(platform: Platform, plan: NodePlan, bugs: ReadonlySet<Bug>) {
    this.#platform = platform;
    this.#plan = plan;
    this.#bugs = bugs;
    // Unique without a register: one start of the process owns one block.
    this.#producerIds = platform.self.incarnation * 1_000_000;
  }

  async #load(): Promise<void> {
    const { disk } = this.#platform;
    await disk.mkdir(DATA);
    await disk.syncDir('/');
    for (const name of await disk.list(DATA)) {
      const cut = name.lastIndexOf('-');
      await this.#open(name.slice(0, cut), Number(name.slice(cut + 1)));
    }
  }

  async #open(topic: string, partition: number): Promise<void> {
    const { disk } = this.#platform;
    const folder = `${DATA}/${topic}-${partition}`;
    const path = `${folder}/00000000000000000000.log`;
    await disk.mkdir(folder);
    const exists = (await disk.list(folder)).length > 0;
    const file = await disk.open(path, exists ? 'rw' : 'create');
    await disk.syncDir(folder);
    await disk.syncDir(DATA);
    const syncs = this.#plan.properties['log.flush.interval.messages'] === '1';
    const log = new ToyLog(file, this.#bugs, syncs);
    await log.recover();
    this.#logs.set(`${topic}-${partition}`, log);
    const count = this.#partitionCounts.get(topic) ?? 0;
    this.#partitionCounts.set(topic, Math.max(count, partition + 1));
  }

  #serve(connection: Conn): void {
    const landing = new Uint8Array(65_536);
    let kept: Uint8Array = new Uint8Array(0);
    let previous: Promise<void> = Promise.resolve();
    connection.receive({
      buffer: () => landing,
      filled: (n) => {
        kept = Buffer.concat([kept, landing.subarray(0, n)]);
        while (kept.length >= 4) {
          const size = new DataView(kept.buffer, kept.byteOffset).getInt32(0);
          if (kept.length < 4 + size) break;
          const frame = kept.slice(4, 4 + size);
          kept = kept.subarray(4 + size);
          previous = previous
            .then(() => this.#answer(connection, frame))
            .catch((error: unknown) => {
              this.#platform.fatal('the disk failed', error);
            });
        }
      },
    });
  }

  async #answer(connection: Conn, frame: Uint8Array): Promise<void> {
    if (this.#bugs.has('rejects-unhandled') && ++this.#requestCount === 200) {
      void Promise.reject(new Error('a toy bug'));
    }
    const reader = new Reader(frame);
    const { apiKey, apiVersion, correlationId } = readRequestHeader(reader);
    const reply = <Q, R>(api: Api<Q, R>, response: R): void => {
      connection.send(writeResponse(api, apiVersion, correlationId, response));
    };
    switch (apiKey) {
      case ApiVersions.key:
        reply(
          ApiVersions,
          ApiVersions.response.create({
            apiKeys: OFFERED.map(([api, minVersion, maxVersion]) =>
              createApiVersion({ apiKey: api.key, minVersion, maxVersion }),
            ),
          }),
        );
        return;
      case Metadata.key:
        reply(Metadata, this.#metadata(Metadata.request.read(reader, apiVersion)));
        return;
      case CreateTopics.key: {
        const request = CreateTopics.request.read(reader, apiVersion);
        for (const { name, numPartitions } of request.topics) {
          for (let partition = 0; partition < numPartitions; partition++) {
            if (!this.#logs.has(`${name}-${partition}`)) await this.#open(name, partition);
          }
        }
        const topics = request.topics.map(({ name }) => createCreatableTopicResult({ name }));
        reply(CreateTopics, CreateTopics.response.create({ topics }));
        return;
      }
      case InitProducerId.key:
        reply(
          InitProducerId,
          InitProducerId.response.create({ producerId: ++this.#producerIds, producerEpoch: 0 }),
        );
        return;
      case ListOffsets.key: {
        const [topic] = ListOffsets.request.read(reader, apiVersion).topics;
        const [partition] = topic?.partitions ?? [];
        const { partitionIndex = 0, timestamp = -1 } = partition ?? {};
        const log = this.#logs.get(`${topic?.name}-${partitionIndex}`);
        const offset = timestamp === -2 ? 0 : (log?.nextOffset ?? 0);
        const answer = createListOffsetsPartitionResponse({ partitionIndex, offset });
        const name = topic?.name ?? '';
        const topics = [createListOffsetsTopicResponse({ name, partitions: [answer] })];
        reply(ListOffsets, ListOffsets.response.create({ topics }));
        return;
      }
      case Produce.key: {
        const request = Produce.request.read(reader, apiVersion);
        const [topic] = request.topicData;
        const [partition] = topic?.partitionData ?? [];
        const log = this.#logs.get(`${topic?.name}-${partition?.index}`);
        const records = partition?.records ?? null;
        const answer =
          log === undefined || records === null
            ? { errorCode: ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, baseOffset: -1 }
            : await log.append(inOnePiece(records));
        if (request.acks === 0) return;
        const index = partition?.index ?? 0;
        const partitionResponses = [createPartitionProduceResponse({ index, ...answer })];
        const name = topic?.name ?? '';
        const responses = [createTopicProduceResponse({ name, partitionResponses })];
        reply(Produce, Produce.response.create({ responses }));
        return;
      }
      case Fetch.key: {
        const request = Fetch.request.read(reader, apiVersion);
        const [topic] = request.topics;
        const [partition] = topic?.partitions ?? [];
        const log = this.#logs.get(`${topic?.topic}-${partition?.partition}`);
        const end = log?.nextOffset ?? 0;
        const offset = partition?.fetchOffset ?? 0;
        if (offset === end) await this.#platform.timers.sleep(Math.min(request.maxWaitMs, 50));
        const data = createPartitionData({
          partitionIndex: partition?.partition ?? 0,
          errorCode: offset > end ? ErrorCode.OFFSET_OUT_OF_RANGE : ErrorCode.NONE,
          highWatermark: end,
          lastStableOffset: end,
          logStartOffset: 0,
          records: offset < end && log !== undefined ? log.read(offset) : new Uint8Array(0),
        });
        const responses = [
          createFetchableTopicResponse({ topic: topic?.topic ?? '', partitions: [data] }),
        ];
        reply(Fetch, Fetch.response.create({ responses }));
        return;
      }
      default:
        connection.destroy();
    }
  }

  #metadata(request: { topics: readonly { name: string | null }[] | null }) {
    const topics = (request.topics ?? []).map(({ name }) => {
      const count = this.#partitionCounts.get(name ?? '') ?? 0;
      return createMetadataResponseTopic({
        name,
        topicId: count > 0 ? METADATA_TOPIC_ID : randomUuid(() => new Uint8Array(16)),
        errorCode: count > 0 ? ErrorCode.NONE : ErrorCode.UNKNOWN_TOPIC_OR_PARTITION,
        partitions: Array.from({ length: count }, (_, partitionIndex) =>
          createMetadataResponsePartition({ partitionIndex, leaderId: 1 }),
        ),
      });
    });
    const brokers = [createMetadataResponseBroker({ nodeId: 1, host: 'b1', port: 9092 })];
    return Metadata.response.create({ brokers, topics, controllerId: 1 });
  }
}
