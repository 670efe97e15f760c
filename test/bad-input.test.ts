// What a broken or hostile peer can send: the node refuses it in Kafka's words where there are any,
// hangs up where there are none, and goes on.
//
// SEED and MUTATIONS in the environment try other damage, and more of it.

import assert from 'node:assert/strict';
import { readdir, readlink } from 'node:fs/promises';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync, zstdCompressSync } from 'node:zlib';

import { ErrorCode } from '@samsa/common';
import { ApiKey, BatchBuilder, BatchCursor, crc32c, recompressed } from '@samsa/protocol';
import { ApiVersions } from '@samsa/protocol/apis/api-versions';
import { createCreatableTopic, CreateTopics } from '@samsa/protocol/apis/create-topics';
import { createFetchPartition, createFetchTopic, Fetch } from '@samsa/protocol/apis/fetch';
import { createMetadataRequestTopic, Metadata } from '@samsa/protocol/apis/metadata';
import {
  createPartitionProduceData,
  createTopicProduceData,
  Produce,
} from '@samsa/protocol/apis/produce';

import { servedApis, validFrames } from './support/api-catalogue.ts';
import { Inspector } from './support/inspector.ts';
import { damaged, Dice } from './support/mutation.ts';
import { RawConnection, readAnswer, requestFrame } from './support/raw-connection.ts';
import { freePort, SamsaProcess } from './support/samsa-process.ts';

const SEED = Number(process.env['SEED'] ?? 20_260_101);
const MUTATION_COUNT = Number(process.env['MUTATIONS'] ?? 10_000);
const AT_ONCE = 32;
/** How long a frame may go without an answer: those that ask for a wait have begun it by then. */
const PATIENCE_MS = 20;
const HEAP_GROWTH_LIMIT = 10 * 1024 * 1024;

const TOPIC = 'target';
/** Random damage must not name this node: a client may well take a broker out of its cluster. */
const NODE_ID = 1_987_654_321;

const { INVALID_TOPIC_EXCEPTION, UNKNOWN_TOPIC_OR_PARTITION } = ErrorCode;

let samsa: SamsaProcess;
let metricsPort: number;

before(async () => {
  metricsPort = await freePort();
  samsa = await SamsaProcess.start({
    overrides: {
      'node.id': String(NODE_ID),
      'auto.create.topics.enable': 'false',
      'offsets.topic.num.partitions': '1',
      'metrics.listener': `127.0.0.1:${metricsPort}`,
    },
    environment: { NODE_OPTIONS: '--inspect=127.0.0.1:0' },
  });
  const connection = await RawConnection.open(samsa.port);
  const { topics } = await connection.call(
    CreateTopics,
    7,
    CreateTopics.request.create({
      topics: [createCreatableTopic({ name: TOPIC, numPartitions: 1, replicationFactor: 1 })],
    }),
  );
  assert.equal(topics[0]?.errorCode, ErrorCode.NONE);
  connection.close();
});

after(async () => {
  await samsa.discard();
});

async function withConnection<T>(
  use: (connection: RawConnection) => Promise<T>,
  port = samsa.port,
): Promise<T> {
  const connection = await RawConnection.open(port);
  try {
    return await use(connection);
  } finally {
    connection.close();
  }
}

function metadata(names: readonly string[]) {
  return Metadata.request.create({
    topics: names.map((name) => createMetadataRequestTopic({ name })),
  });
}

async function assertAnswers(): Promise<void> {
  await withConnection(async (connection) => {
    const { topics } = await connection.call(Metadata, 13, metadata([TOPIC]));
    assert.equal(topics[0]?.errorCode, ErrorCode.NONE);
  });
}

/** A batch of three small records. */
function batch(): Buffer {
  const builder = new BatchBuilder();
  for (const value of ['a', 'b', 'c']) builder.add(Date.now(), null, Buffer.from(value));
  return Buffer.from(builder.build());
}

async function produce(records: Uint8Array, topic = TOPIC): Promise<number | undefined> {
  return withConnection(async (connection) => {
    const { responses } = await connection.call(
      Produce,
      9,
      Produce.request.create({
        acks: -1,
        timeoutMs: 5000,
        topicData: [
          createTopicProduceData({
            name: topic,
            partitionData: [createPartitionProduceData({ index: 0, records })],
          }),
        ],
      }),
    );
    return responses[0]?.partitionResponses[0]?.errorCode;
  });
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

/** A request header and whatever comes after it, with its size. */
function rawRequest(apiKey: number, version: number, body: Uint8Array): Buffer {
  const header = Buffer.alloc(10);
  header.writeInt16BE(apiKey, 0);
  header.writeInt16BE(version, 2);
  header.writeInt32BE(1, 4);
  header.writeInt16BE(-1, 8);
  return Buffer.concat([int32(header.length + body.length), header, body]);
}

test('bytes that are no request end the connection, and the reason is logged', async () => {
  const newestMetadata = 13;
  const cases: Readonly<Record<string, Uint8Array>> = {
    'a negative size': int32(-1),
    'the smallest size': int32(-(2 ** 31)),
    'an empty frame': int32(0),
    'a frame too small for a header': Buffer.concat([int32(7), Buffer.alloc(7)]),
    'a frame above socket.request.max.bytes': int32(104_857_601),
    'the largest size': int32(2 ** 31 - 1),
    'a web browser': Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'),
    'a TLS handshake': Buffer.from('16030100c8010000c40303', 'hex'),
    'an unknown key': rawRequest(9999, 0, Buffer.alloc(8)),
    'a negative key': rawRequest(-1, 0, Buffer.alloc(8)),
    'an API of the other listener': rawRequest(ApiKey.Vote, 0, Buffer.alloc(8)),
    'a version that does not exist': rawRequest(ApiKey.Metadata, 99, Buffer.alloc(8)),
    'a negative version': rawRequest(ApiKey.Metadata, -1, Buffer.alloc(8)),
    'a version that Kafka gave up': rawRequest(ApiKey.Fetch, 3, Buffer.alloc(64)),
    'an array of two billion': rawRequest(ApiKey.Metadata, 1, int32(2 ** 31 - 1)),
    'an array of minus two': rawRequest(ApiKey.ListOffsets, 1, Buffer.alloc(8, 0xfe)),
    'a string of minus two': rawRequest(ApiKey.Metadata, 1, Buffer.from('00000001fffe', 'hex')),
    'a string past the end': rawRequest(ApiKey.Metadata, 1, Buffer.from('000000017fff61', 'hex')),
    'a varint of ten bytes': rawRequest(ApiKey.Metadata, newestMetadata, Buffer.alloc(10, 0xff)),
    'a body cut short': rawRequest(ApiKey.Metadata, newestMetadata, Buffer.from([0, 2])),
    'text where a client id should be': Buffer.concat([
      int32(10),
      Buffer.from('00030001000000017fff', 'hex'),
    ]),
  };
  for (const [name, bytes] of Object.entries(cases)) {
    const said = samsa.output.length;
    await withConnection(async (connection) => {
      connection.write(bytes);
      assert.equal(await connection.isCutOff(), true, name);
    });
    if (name === 'a negative size') {
      assert.match(samsa.output.slice(said), /connection closed reason=.*listener=PLAINTEXT/);
    }
  }
  // Lines that a peer can provoke come once a second; the next one says how many were left out.
  await sleep(1_000);
  await withConnection(async (connection) => {
    connection.write(cases['an unknown key'] as Uint8Array);
    await connection.isCutOff();
  });
  await sleep(50);
  assert.match(samsa.output, /unknown api key 9999.* suppressedCount=\d+/);
  await assertAnswers();
});

test('an unknown version of ApiVersions is answered in the oldest layout', async () => {
  await withConnection(async (connection) => {
    connection.write(rawRequest(ApiKey.ApiVersions, 99, Buffer.alloc(8)));
    const frame = await connection.frame();
    assert.ok(frame !== undefined);
    const answer = readAnswer(ApiVersions, 0, frame, 1);
    assert.equal(answer.errorCode, ErrorCode.UNSUPPORTED_VERSION);
    assert.deepEqual(
      answer.apiKeys.map(({ apiKey }) => apiKey),
      [ApiKey.ApiVersions],
    );
  });
});

test('a frame is understood however it is cut, and frames that come glued are answered in order', async () => {
  const frames = [1, 2, 3].map((id) => requestFrame(Metadata, 13, metadata([TOPIC]), id));
  await withConnection(async (connection) => {
    connection.write(Buffer.concat(frames));
    for (const id of [1, 2, 3]) {
      readAnswer(Metadata, 13, (await connection.frame()) as Buffer, id);
    }
    for (const byte of frames[0] as Buffer) {
      connection.write(Buffer.from([byte]));
      await sleep(0);
    }
    readAnswer(Metadata, 13, (await connection.frame()) as Buffer, 1);
  });
});

test('a client that never reads its answers holds nobody up, and gets all of them in order later', async () => {
  const count = 20_000;
  const all = Buffer.concat(
    Array.from({ length: count }, (_, i) => requestFrame(Metadata, 13, metadata([TOPIC]), i)),
  );
  await withConnection(async (connection) => {
    connection.pause();
    connection.write(all);
    await sleep(200);
    const begun = performance.now();
    await assertAnswers();
    assert.ok(performance.now() - begun < 1_000);
    connection.resume();
    for (let id = 0; id < count; id++) {
      readAnswer(Metadata, 13, (await connection.frame()) as Buffer, id);
    }
  });
});

test('client ids cannot write lines of their own into the log', async () => {
  const clientId = 'x\n2026 ERROR all is lost\u001b[31m';
  await sleep(1_000); // the line of an earlier test may be the one of this second
  const said = samsa.output.length;
  await withConnection(async (connection) => {
    connection.write(requestFrame(Metadata, 13, metadata([clientId]), 1, clientId));
    await connection.frame();
    const cut = requestFrame(Metadata, 13, metadata(['t']), 1, clientId).subarray(0, -4);
    connection.write(Buffer.concat([int32(cut.length - 4), cut.subarray(4)]));
    assert.equal(await connection.isCutOff(), true);
  });
  await sleep(50);
  assert.doesNotMatch(samsa.output.slice(said), /^2026 ERROR all is lost/m);
  assert.ok(!samsa.output.includes('\u001b'));
});

test('a topic name that is no topic name is refused wherever it comes from', async () => {
  const names = [
    '',
    '.',
    '..',
    '../outside',
    '/etc/passwd',
    'a/b',
    'a\\b',
    'a\0b',
    'a b',
    'größe',
    'x'.repeat(250),
  ];
  const before = (await readdir(samsa.folder)).toSorted();
  await withConnection(async (connection) => {
    for (const version of [1, 7, 12, 13]) {
      const { topics } = await connection.call(Metadata, version, metadata(names));
      for (const { name, errorCode } of topics) {
        assert.equal(errorCode, INVALID_TOPIC_EXCEPTION, `Metadata v${version} ${String(name)}`);
      }
      assert.equal(topics.length, names.length);
    }
    for (const version of [2, 7]) {
      const { topics } = await connection.call(
        CreateTopics,
        version,
        CreateTopics.request.create({
          topics: names.map((name) =>
            createCreatableTopic({ name, numPartitions: 1, replicationFactor: 1 }),
          ),
        }),
      );
      assert.equal(topics.length, names.length);
      for (const { name, errorCode } of topics) {
        assert.equal(errorCode, INVALID_TOPIC_EXCEPTION, `CreateTopics v${version} ${name}`);
      }
    }
  });
  for (const name of names) assert.equal(await produce(batch(), name), UNKNOWN_TOPIC_OR_PARTITION);
  assert.deepEqual((await readdir(samsa.folder)).toSorted(), before);
});

test('names that objects inherit are topic names like any other', async () => {
  const names = ['__proto__', 'constructor', 'toString', 'x'.repeat(249)];
  await withConnection(async (connection) => {
    const { topics } = await connection.call(
      CreateTopics,
      7,
      CreateTopics.request.create({
        topics: names.map((name) =>
          createCreatableTopic({ name, numPartitions: 1, replicationFactor: 1 }),
        ),
      }),
    );
    for (const { name, errorCode } of topics) assert.equal(errorCode, ErrorCode.NONE, name);
    for (const name of names) assert.equal(await produce(batch(), name), ErrorCode.NONE, name);
  });
});

/** The same batch with a byte changed behind its checksum, which is made right again. */
function resealed(change: (bytes: Buffer) => void): Buffer {
  const bytes = batch();
  change(bytes);
  bytes.writeUInt32BE(crc32c(bytes, 21, bytes.length), 17);
  return bytes;
}

test('a damaged batch is refused with the error that Kafka gives', async () => {
  const { CORRUPT_MESSAGE, INVALID_RECORD, NONE } = ErrorCode;
  const whole = batch();
  const cases: Readonly<Record<string, readonly [Uint8Array, number]>> = {
    'a whole batch': [whole, NONE],
    'a wrong checksum': [Buffer.from(whole).fill(7, 17, 18), CORRUPT_MESSAGE],
    'a flipped bit in a record': [Buffer.from(whole).fill(0x55, whole.length - 1), CORRUPT_MESSAGE],
    'no batch at all': [Buffer.alloc(0), INVALID_RECORD],
    'two batches': [Buffer.concat([whole, whole]), INVALID_RECORD],
    'magic 1': [Buffer.from(whole).fill(1, 16, 17), INVALID_RECORD],
    'magic 0': [Buffer.from(whole).fill(0, 16, 17), INVALID_RECORD],
    'a count above the records': [resealed((bytes) => bytes.writeInt32BE(4, 57)), INVALID_RECORD],
    'a count below zero': [resealed((bytes) => bytes.writeInt32BE(-1, 57)), INVALID_RECORD],
    'a last offset delta beside the count': [
      resealed((bytes) => bytes.writeInt32BE(9, 23)),
      INVALID_RECORD,
    ],
    'a control batch': [resealed((bytes) => bytes.writeUInt16BE(0x20, 21)), INVALID_RECORD],
  };
  for (const [name, [records, expected]] of Object.entries(cases)) {
    assert.equal(await produce(records), expected, name);
  }
  for (const length of [1, 12, 17, 60, whole.length - 1]) {
    const errorCode = await produce(whole.subarray(0, length));
    assert.ok(errorCode === CORRUPT_MESSAGE || errorCode === INVALID_RECORD, `cut to ${length}`);
  }
  for (const length of [-1, 0, 48, 10_000, 2 ** 31 - 1]) {
    const errorCode = await produce(resealed((bytes) => bytes.writeInt32BE(length, 8)));
    assert.ok(errorCode === CORRUPT_MESSAGE || errorCode === INVALID_RECORD, `length ${length}`);
  }
});

test('a batch that would unpack into hundreds of megabytes is refused, and the node goes on', async () => {
  const zeros = Buffer.alloc(256 * 1024 * 1024);
  for (const [codec, packed] of [
    [1, gzipSync(zeros.subarray(0, 64 * 1024 * 1024))],
    [4, zstdCompressSync(zeros)],
  ] as const) {
    const head = recompressed(BatchCursor.over(batch()), Buffer.alloc(0), 'none').subarray(0, 61);
    const bomb = Buffer.concat([head, packed]);
    bomb.writeInt32BE(bomb.length - 12, 8);
    bomb.writeUInt16BE(codec, 21);
    bomb.writeUInt32BE(crc32c(bomb, 21, bomb.length), 17);
    const begun = performance.now();
    assert.notEqual(await produce(bomb), ErrorCode.NONE);
    assert.ok(performance.now() - begun < 2_000);
    await assertAnswers();
  }
});

test(`${MUTATION_COUNT} damaged frames leave the node up, with nothing held open and nothing kept`, async (t) => {
  t.diagnostic(`seed ${SEED}`);
  const targets = await Promise.all(
    [samsa.port, samsa.controllerPort].map(async (port) => {
      const frames = (await servedApis(port)).flatMap((served) => validFrames(served));
      return { port, frames };
    }),
  );
  // What reaches a log is looked at most closely, so it comes more often.
  targets.push({ port: samsa.port, frames: framesForTopic(await topicIdOf(TOPIC)) });
  const dice = new Dice(SEED);
  const storm = async (count: number): Promise<void> => {
    let left = count;
    const lane = async (): Promise<void> => {
      while (left-- > 0) {
        const { port, frames } = dice.of(targets);
        await throwAt(port, damaged(dice.of(frames), dice));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
  };

  // Warm: code is compiled, files of internal topics are open.
  await storm(1_000);
  await settled();
  const inspector = await Inspector.open(samsa.output);
  const { pid } = samsa;
  const answeredBefore = await answeredRequests();
  const handlesBefore = await openHandles();
  const heapBefore = await inspector.usedHeapBytes();

  await storm(MUTATION_COUNT);
  await settled();

  assert.equal(samsa.pid, pid);
  assert.equal(samsa.hasEnded, false);
  await assertAnswers();
  const answered = (await answeredRequests()) - answeredBefore;
  const handlesAfter = await openHandles();
  const heapAfter = await inspector.usedHeapBytes();
  inspector.close();
  t.diagnostic(`heap ${toMegabytes(heapBefore)} → ${toMegabytes(heapAfter)} MB`);
  t.diagnostic(`${answered} were still good enough for an answer`);
  assert.ok(answered > MUTATION_COUNT / 4);
  assert.deepEqual(handlesAfter, handlesBefore);
  assert.ok(heapAfter - heapBefore < HEAP_GROWTH_LIMIT, `heap grew by ${heapAfter - heapBefore}`);
  assert.deepEqual(samsa.output.match(/.* ERROR .*/g) ?? [], []);
});

async function topicIdOf(name: string): Promise<string> {
  return withConnection(async (connection) => {
    const { topics } = await connection.call(Metadata, 13, metadata([name]));
    return topics[0]?.topicId ?? '';
  });
}

/** Produce and Fetch of a topic that is here, at every version. */
function framesForTopic(topicId: string): Buffer[] {
  const frames: Buffer[] = [];
  for (let version = Produce.versions[0]; version <= Produce.versions[1]; version++) {
    const partitionData = [createPartitionProduceData({ records: batch() })];
    const topicData = [createTopicProduceData({ name: TOPIC, topicId, partitionData })];
    const request = Produce.request.create({ acks: -1, timeoutMs: 1_000, topicData });
    frames.push(requestFrame(Produce, version, request));
  }
  for (let version = Fetch.versions[0]; version <= Fetch.versions[1]; version++) {
    const partitions = [createFetchPartition({ partitionMaxBytes: 1024 })];
    const topics = [createFetchTopic({ topic: TOPIC, topicId, partitions })];
    const request = Fetch.request.create({ maxWaitMs: 10, minBytes: 1, maxBytes: 4096, topics });
    frames.push(requestFrame(Fetch, version, request));
  }
  return frames;
}

/** Sends the bytes on a connection of their own, and gives them a moment to do their harm. */
async function throwAt(port: number, bytes: Buffer): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  // What comes back, an answer or the end, is all the same here.
  socket.on('error', () => undefined);
  socket.once('data', () => socket.destroy());
  socket.setTimeout(PATIENCE_MS, () => socket.end());
  socket.write(bytes);
  await once(socket, 'close');
}

/** Resolves when the node has no connection left but the one to itself, and answers. */
async function settled(): Promise<void> {
  const deadlineMs = performance.now() + 10_000;
  for (;;) {
    try {
      await assertAnswers();
      return;
    } catch (error) {
      if (performance.now() > deadlineMs) throw error;
      await sleep(100);
    }
  }
}

async function answeredRequests(): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${metricsPort}/metrics`, {
    headers: { connection: 'close' },
  });
  const counts = (await response.text()).matchAll(
    /^kafka_network_requestmetrics_requests_total\{.*\} (\d+)$/gm,
  );
  return counts.reduce((sum, [, count]) => sum + Number(count), 0);
}

/** What the node's file descriptors point to, sockets counted. */
async function openHandles(): Promise<Record<string, number>> {
  const folder = `/proc/${samsa.pid}/fd`;
  const handles: Record<string, number> = {};
  for (const descriptor of await readdir(folder)) {
    const target = await readlink(`${folder}/${descriptor}`).catch(() => 'gone');
    const kind = target.replace(/:\[\d+\]$/, '');
    handles[kind] = (handles[kind] ?? 0) + 1;
  }
  return handles;
}

function toMegabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}
