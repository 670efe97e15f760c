import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';

import { ErrorCode } from '@samsa/common';
import { Channel } from '@samsa/network';
import { ApiKey, Reader, readResponseHeader, writeRequestHeader, Writer } from '@samsa/protocol';
import { ApiVersions } from '@samsa/protocol/apis/api-versions';
import { CreateTopics } from '@samsa/protocol/apis/create-topics';
import { Fetch } from '@samsa/protocol/apis/fetch';
import { Heartbeat } from '@samsa/protocol/apis/heartbeat';

import {
  fetchBytes,
  heartbeatBytes,
  produceBytes,
  RawClient,
  requestBytes,
  type Rig,
  startRig,
  until,
} from '../../test/pipeline-rig.ts';

let rig: Rig;
let clients: RawClient[] = [];

afterEach(async () => {
  for (const client of clients) client.close();
  clients = [];
  await rig.close();
});

function connect(): RawClient {
  const client = new RawClient(rig.port);
  clients.push(client);
  return client;
}

function heartbeatError(frame: Buffer): number {
  const reader = new Reader(frame);
  readResponseHeader(reader, ApiKey.Heartbeat, 4);
  return Heartbeat.response.read(reader, 4).errorCode;
}

test('a channel agrees on versions and gets typed answers', async () => {
  rig = await startRig();
  const channel = await Channel.connect(
    rig.platform,
    { host: '127.0.0.1', port: rig.port },
    { clientId: 'c', requestTimeoutMs: 5_000 },
  );
  assert.equal(channel.versionOf(Heartbeat), 4);
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, i) =>
      channel.send(Heartbeat, Heartbeat.request.create({ groupId: 'g', memberId: String(i) })),
    ),
  );
  assert.deepEqual(
    answers.map((answer) => answer.throttleTimeMs),
    Array.from({ length: 50 }, (_, i) => i),
  );
  channel.close();
});

test('requests that are cut at any byte are answered as if they came whole', async () => {
  rig = await startRig();
  const client = connect();
  const bytes = heartbeatBytes(7, 'cut');
  for (let cut = 1; cut < bytes.length; cut++) {
    client.send(bytes.subarray(0, cut));
    await new Promise((resolve) => setImmediate(resolve));
    client.send(bytes.subarray(cut));
    await client.got(cut);
  }
  assert.equal(client.frames.length, bytes.length - 1);
});

test('a request waits until the one before it on its connection is answered', async () => {
  rig = await startRig();
  const client = connect();
  client.send(
    Buffer.concat([
      heartbeatBytes(1, 'a'),
      heartbeatBytes(2, 'later-b'),
      heartbeatBytes(3, 'c'),
      heartbeatBytes(4, 'd'),
    ]),
  );
  await client.got(1);
  await until(() => rig.waiting.length === 1);
  assert.deepEqual(rig.handled, ['a', 'later-b']);
  rig.waiting[0]!();
  await client.got(4);
  assert.deepEqual(client.correlationIds(), [1, 2, 3, 4]);
  assert.deepEqual(rig.handled, ['a', 'later-b', 'c', 'd']);
});

test('a waiting connection does not hold up another one', async () => {
  rig = await startRig();
  const [slow, fast] = [connect(), connect()];
  slow.send(heartbeatBytes(1, 'later'));
  await until(() => rig.waiting.length === 1);
  fast.send(heartbeatBytes(2, 'now'));
  await fast.got(1);
  assert.equal(slow.frames.length, 0);
});

test('produce requests follow each other without waiting and are answered in order', async () => {
  rig = await startRig();
  const client = connect();
  client.send(Buffer.concat([1, 2, 3, 4].map((id) => produceBytes(id, -1))));
  await until(() => rig.waiting.length === 4);
  rig.waiting[2]!();
  rig.waiting[1]!();
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal(client.frames.length, 0);
  rig.waiting[0]!();
  await client.got(3);
  assert.deepEqual(client.correlationIds(), [1, 2, 3]);
  rig.waiting[3]!();
  await client.got(4);
  assert.deepEqual(client.correlationIds(), [1, 2, 3, 4]);
});

test('another request behind produce requests waits for their answers, and they for its answer', async () => {
  rig = await startRig();
  const client = connect();
  client.send(
    Buffer.concat([
      produceBytes(1, -1),
      produceBytes(2, -1),
      heartbeatBytes(3, 'later'),
      produceBytes(4, -1),
    ]),
  );
  await until(() => rig.waiting.length === 2);
  rig.waiting[1]!();
  await new Promise((resolve) => setTimeout(resolve, 10));
  assert.deepEqual(rig.handled, ['produce', 'produce']);
  rig.waiting[0]!();
  await until(() => rig.waiting.length === 3);
  assert.deepEqual(rig.handled, ['produce', 'produce', 'later']);
  rig.waiting[2]!();
  await until(() => rig.waiting.length === 4);
  rig.waiting[3]!();
  await client.got(4);
  assert.deepEqual(client.correlationIds(), [1, 2, 3, 4]);
});

test('a produce request with acks=0 gets no answer and holds up nothing', async () => {
  rig = await startRig();
  const client = connect();
  client.send(Buffer.concat([produceBytes(1, 0), produceBytes(2, 0), heartbeatBytes(3, 'g')]));
  await client.got(1);
  assert.deepEqual(client.correlationIds(), [3]);
  assert.deepEqual(rig.handled, ['produce', 'produce', 'g']);
});

test('errors of a handler become answers, and the connection goes on', async () => {
  rig = await startRig();
  const client = connect();
  client.send(heartbeatBytes(1, 'refused'));
  client.send(heartbeatBytes(2, 'refused-later'));
  client.send(heartbeatBytes(3, 'broken'));
  client.send(heartbeatBytes(4, 'fine'));
  const frames = await client.got(4);
  assert.deepEqual(frames.map(heartbeatError), [
    ErrorCode.UNKNOWN_MEMBER_ID,
    ErrorCode.UNKNOWN_MEMBER_ID,
    ErrorCode.UNKNOWN_SERVER_ERROR,
    ErrorCode.NONE,
  ]);
  assert.equal(rig.logged.filter(({ event }) => event === 'request failed').length, 1);
});

test('ApiVersions in a version from the future is answered in the oldest layout', async () => {
  rig = await startRig();
  const client = connect();
  const writer = new Writer();
  writeRequestHeader(writer, { apiKey: 18, apiVersion: 99, correlationId: 9, clientId: 'x' });
  const header = writer.toBytes();
  const size = Buffer.alloc(4);
  size.writeInt32BE(header.length);
  client.send(Buffer.concat([size, header]));
  client.send(requestBytes(ApiVersions, 0, 10, ApiVersions.request.create()));
  const frames = await client.got(2);
  // Correlation id, error, one entry: ApiVersions from 0 to 4.
  assert.equal(frames[0]!.toString('hex'), '00000009002300000001001200000004');
  assert.deepEqual(client.correlationIds(), [9, 10]);
});

for (const [what, apiKey, apiVersion, reason] of [
  ['an unknown api key', 999, 0, /unknown api key 999/],
  ['a negative api key', -5, 0, /unknown api key -5/],
  ['an API of other listeners', ApiKey.Vote, 0, /Vote request, which this listener does not serve/],
  [
    'a version too high',
    ApiKey.Heartbeat,
    77,
    /Heartbeat request in version 77; served are 0 to 4/,
  ],
  ['a version below zero', ApiKey.Heartbeat, -1, /Heartbeat request in version -1; served/],
  ['a version too low', ApiKey.Produce, 2, /Produce request in version 2; served are 3 to 13/],
] as const) {
  test(`${what} closes the connection and says why`, async () => {
    rig = await startRig();
    const client = connect();
    const writer = new Writer();
    writeRequestHeader(writer, { apiKey, apiVersion, correlationId: 1, clientId: null });
    writer.raw(new Uint8Array(20));
    const body = writer.toBytes();
    const size = Buffer.alloc(4);
    size.writeInt32BE(body.length);
    client.send(Buffer.concat([size, body]));
    await client.closed();
    assert.equal(client.frames.length, 0);
    assert.match(String(rig.logged[0]!.fields['reason']), reason);
    assert.deepEqual(rig.handled, []);
  });
}

test('the controller listener does not serve what only brokers serve', async () => {
  rig = await startRig({}, 'controller');
  const client = connect();
  client.send(heartbeatBytes(1, 'g'));
  await client.closed();
  assert.match(String(rig.logged[0]!.fields['reason']), /Heartbeat request, which this listener/);
});

test('a malformed body closes its connection and no other', async () => {
  rig = await startRig();
  const other = connect();
  other.send(heartbeatBytes(1, 'g'));
  await other.got(1);
  const good = heartbeatBytes(5, 'group');
  for (let length = 8; length < good.length - 4; length++) {
    const client = connect();
    const bytes = Buffer.from(good.subarray(0, 4 + length));
    bytes.writeInt32BE(length);
    client.send(bytes);
    await client.closed();
  }
  assert.match(String(rig.logged[0]!.fields['reason']), /malformed/);
  assert.equal(rig.logged.filter(({ event }) => event === 'connection closed').length, 1);
  other.send(heartbeatBytes(2, 'g'));
  await other.got(2);
});

test('random bytes in a frame never reach the loop as an error', async () => {
  rig = await startRig();
  let seed = 12345;
  const random = (): number => (seed = (seed * 1103515245 + 12345) & 0x7fffffff);
  for (let round = 0; round < 60; round++) {
    const client = connect();
    const base = round % 2 === 0 ? fetchBytes(1, 0) : heartbeatBytes(1, 'group', 3);
    const bytes = Buffer.from(base);
    for (let i = 0; i < 6; i++) bytes[4 + 8 + (random() % (bytes.length - 12))] = random() & 0xff;
    client.send(bytes);
    client.socket.end();
    await client.closed();
  }
  assert.deepEqual(
    rig.logged.filter(({ event }) => event !== 'connection closed'),
    [],
  );
});

test('what an answer points to is released once it is sent', async () => {
  rig = await startRig();
  rig.records = [Buffer.alloc(100_000, 1), Buffer.alloc(200_000, 2)];
  const client = connect();
  client.send(fetchBytes(1, 0));
  const [frame] = await client.got(1);
  const reader = new Reader(frame!);
  readResponseHeader(reader, ApiKey.Fetch, 11);
  const response = Fetch.response.read(reader, 11);
  assert.deepEqual(
    Buffer.from(response.responses[0]!.partitions[0]!.records as Uint8Array),
    Buffer.concat(rig.records),
  );
  await until(() => rig.releasedCount === 1);
});

test('a connection that dies while its request is in work releases the answer once it is ready', async () => {
  rig = await startRig();
  const client = connect();
  client.send(fetchBytes(1, 500));
  await until(() => rig.waiting.length === 1);
  client.close();
  await until(() => rig.server.connectionCount === 0);
  assert.equal(rig.releasedCount, 0);
  rig.waiting[0]!();
  await until(() => rig.releasedCount === 1);
});

test('a handler hears that its client is gone', async () => {
  rig = await startRig();
  let gone = 0;
  let context: { readonly isConnected: boolean } | undefined;
  rig.onHeartbeat = (given) => {
    context = given;
    given.onDisconnect(() => gone++);
  };
  const client = connect();
  client.send(heartbeatBytes(1, 'later'));
  await until(() => rig.waiting.length === 1);
  assert.equal(context!.isConnected, true);
  client.close();
  await until(() => gone === 1);
  assert.equal(context!.isConnected, false);
});

test('a peer that never reads is no longer read from, and what waits for it is bounded', async () => {
  rig = await startRig();
  rig.records = [Buffer.alloc(900_000, 3)];
  const client = connect();
  client.socket.pause();
  const requests = Buffer.concat(Array.from({ length: 100 }, (_, i) => fetchBytes(i, 0)));
  client.send(requests);
  await until(() => rig.handled.length > 0);
  // It stops by itself: two looks apart see the same count.
  let before = -1;
  while (before !== rig.handled.length) {
    before = rig.handled.length;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  assert.ok(rig.handled.length < 60, `${rig.handled.length} handled`);
  client.socket.resume();
  await client.got(100);
  assert.deepEqual(
    client.correlationIds(),
    Array.from({ length: 100 }, (_, i) => i),
  );
  await until(() => rig.releasedCount === 100);
});

test('a hundred thousand pipelined requests are answered in order in bounded memory', async () => {
  rig = await startRig();
  const count = 100_000;
  const client = connect();
  const one = heartbeatBytes(0, 'g');
  let peakBytes = 0;
  rig.onHeartbeat = () => {
    peakBytes = Math.max(peakBytes, rig.server.receiveMemory.usedBytes);
  };
  const all = Buffer.concat(Array.from({ length: count }, () => one));
  for (let i = 0; i < count; i++) all.writeInt32BE(i, i * one.length + 8);
  client.send(all);
  await client.got(count);
  assert.ok(client.correlationIds().every((id, i) => id === i));
  assert.ok(peakBytes <= 512 * 1024, `${peakBytes} bytes kept`);
  assert.equal(rig.server.receiveMemory.usedBytes, 0);
});

test('a throttled client gets its answer with the time, and is not read from until then', async () => {
  rig = await startRig();
  rig.onHeartbeat = (context) => context.throttle(150);
  const client = connect();
  const startMs = performance.now();
  client.send(Buffer.concat([heartbeatBytes(1, 'g'), heartbeatBytes(2, 'h')]));
  const [first] = await client.got(1);
  assert.ok(performance.now() - startMs < 100);
  const reader = new Reader(first!);
  readResponseHeader(reader, ApiKey.Heartbeat, 4);
  assert.equal(Heartbeat.response.read(reader, 4).throttleTimeMs, 150);
  await client.got(2);
  assert.ok(performance.now() - startMs >= 149);
});

test('a forwarded request is carried out for its own principal', async () => {
  rig = await startRig({}, 'broker');
  let forwarded: Promise<Uint8Array> | undefined;
  const inner = requestBytes(CreateTopics, 7, 42, CreateTopics.request.create({ timeoutMs: 17 }));
  rig.onHeartbeat = (context) => {
    const body = inner.subarray(4);
    forwarded = context.handleForwarded(body, { type: 'User', name: 'alice' }, '10.1.1.1');
  };
  const client = connect();
  client.send(heartbeatBytes(1, 'g'));
  await client.got(1);
  const reader = new Reader(await forwarded!);
  assert.equal(readResponseHeader(reader, ApiKey.CreateTopics, 7).correlationId, 42);
  assert.equal(CreateTopics.response.read(reader, 7).throttleTimeMs, 17);
  assert.ok(rig.handled.includes('create by alice@10.1.1.1'));
});

test('a request that is not forwardable is refused in an Envelope', async () => {
  rig = await startRig();
  let forwarded: Promise<unknown> | undefined;
  rig.onHeartbeat = (context) => {
    const body = heartbeatBytes(1, 'g').subarray(4);
    forwarded = context
      .handleForwarded(body, { type: 'User', name: 'alice' }, '10.1.1.1')
      .catch((error: unknown) => error);
  };
  const client = connect();
  client.send(heartbeatBytes(1, 'g'));
  await client.got(1);
  assert.equal(((await forwarded!) as { code: number }).code, ErrorCode.INVALID_REQUEST);
});

test('requests are counted under the names and tags of Kafka', async () => {
  rig = await startRig();
  const client = connect();
  client.send(
    Buffer.concat([heartbeatBytes(1, 'refused'), heartbeatBytes(2, 'g'), fetchBytes(3, 0)]),
  );
  await client.got(3);
  const tagged = (name: string, tags: Record<string, string>) => ({
    group: 'kafka.network',
    type: 'RequestMetrics',
    name,
    tags,
  });
  const count = (name: string, tags: Record<string, string>) =>
    rig.metrics.meter(tagged(name, tags)).count;
  assert.equal(count('RequestsPerSec', { request: 'Heartbeat', version: '4' }), 2);
  assert.equal(count('ErrorsPerSec', { request: 'Heartbeat', error: 'UNKNOWN_MEMBER_ID' }), 1);
  assert.equal(count('ErrorsPerSec', { request: 'Heartbeat', error: 'NONE' }), 1);
  assert.equal(count('RequestsPerSec', { request: 'FetchConsumer', version: '11' }), 1);
  assert.equal(count('RequestsPerSec', { request: 'Fetch', version: '11' }), 1);
  const total = rig.metrics.histogram(tagged('TotalTimeMs', { request: 'Heartbeat' }));
  assert.equal(total.count, 2);
  const listener = {
    group: 'kafka.server',
    type: 'socket-server-metrics',
    tags: { listener: 'PLAINTEXT' },
  };
  const sent =
    heartbeatBytes(1, 'refused').length + heartbeatBytes(2, 'g').length + fetchBytes(3, 0).length;
  assert.equal(rig.metrics.meter({ ...listener, name: 'incoming-byte' }).count, sent);
});
