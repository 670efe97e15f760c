import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ErrorCode, type Network } from '@samsa/common';
import {
  type Api,
  ApiKey,
  Reader,
  readRequestHeader,
  type RequestHeader,
  writeResponse,
} from '@samsa/protocol';
import { ApiVersions } from '@samsa/protocol/apis/api-versions';
import { Fetch } from '@samsa/protocol/apis/fetch';
import { Heartbeat } from '@samsa/protocol/apis/heartbeat';

import { byteByByte, memoryPair, type MemoryConn } from '../test/memory-conn.ts';
import { testPlatform } from '../test/test-platform.ts';
import { Channel, type ChannelOptions } from './channel.ts';

const ENDPOINT = { host: 'peer', port: 9092 };

/** A peer that does what a test says with each request. */
class Peer {
  readonly conn: MemoryConn;
  readonly requests: { header: RequestHeader; reader: Reader }[] = [];
  onRequest: (header: RequestHeader) => void = () => {};
  #bytes = Buffer.alloc(0);

  constructor(conn: MemoryConn) {
    this.conn = conn;
    const buffer = new Uint8Array(1 << 20);
    conn.receive({
      buffer: () => buffer,
      filled: (n) => {
        this.#bytes = Buffer.concat([this.#bytes, buffer.subarray(0, n)]);
        while (this.#bytes.length >= 4 && this.#bytes.length >= 4 + this.#bytes.readInt32BE(0)) {
          const end = 4 + this.#bytes.readInt32BE(0);
          const reader = new Reader(Buffer.from(this.#bytes.subarray(4, end)));
          this.#bytes = this.#bytes.subarray(end);
          const header = readRequestHeader(reader);
          this.requests.push({ header, reader });
          this.onRequest(header);
        }
      },
    });
  }

  answer<Response>(api: Api<unknown, Response>, header: RequestHeader, response: Response): void {
    this.conn.send(writeResponse(api, header.apiVersion, header.correlationId, response));
  }

  /** Answers ApiVersions with these ranges. */
  offer(
    header: RequestHeader,
    ranges: readonly (readonly [key: number, min: number, max: number])[],
  ): void {
    const apiKeys = ranges.map(([apiKey, minVersion, maxVersion]) => ({
      apiKey,
      minVersion,
      maxVersion,
    }));
    this.answer(ApiVersions, header, ApiVersions.response.create({ apiKeys }));
  }
}

const OFFERED = [
  [ApiKey.ApiVersions, 0, 4],
  [ApiKey.Heartbeat, 0, 3],
  [ApiKey.Fetch, 4, 11],
] as const;

function network(made: (peer: Peer) => void): Network {
  return {
    listen: () => Promise.reject(new Error('not here')),
    connect() {
      const [client, served] = memoryPair();
      made(new Peer(served));
      return Promise.resolve(client);
    },
    lookup: () => Promise.resolve([]),
  };
}

/** Connects to a peer that offers some versions; requests after that are the test's. */
async function connected(
  options: Partial<ChannelOptions> = {},
): Promise<{ channel: Channel; peer: Peer }> {
  let peer: Peer | undefined;
  const net = network((made) => {
    peer = made;
    made.onRequest = (header) => made.offer(header, OFFERED);
  });
  const channel = await Channel.connect(testPlatform(net), ENDPOINT, {
    clientId: 'me',
    requestTimeoutMs: 1_000,
    ...options,
  });
  peer!.onRequest = () => {};
  peer!.requests.length = 0;
  return { channel, peer: peer! };
}

const heartbeat = (groupId: string) => Heartbeat.request.create({ groupId });
const turns = async (count = 10): Promise<void> => {
  for (let i = 0; i < count; i++) await new Promise((resolve) => setImmediate(resolve));
};

test('requests carry the client id and the newest version that both sides speak', async () => {
  const { channel, peer } = await connected();
  peer.onRequest = (header) => peer.answer(Heartbeat, header, Heartbeat.response.create());
  await channel.send(Heartbeat, heartbeat('g'));
  assert.equal(peer.requests[0]!.header.clientId, 'me');
  assert.equal(peer.requests[0]!.header.apiVersion, 3);
  await channel.send(Heartbeat, heartbeat('g'), 1);
  assert.equal(peer.requests[1]!.header.apiVersion, 1);
  channel.close();
});

test('a peer that does not know our ApiVersions is asked again in its own version', async () => {
  const asked: number[] = [];
  const net = network((peer) => {
    peer.onRequest = (header) => {
      asked.push(header.apiVersion);
      if (header.apiVersion > 2) {
        const refusal = ApiVersions.response.create({
          errorCode: ErrorCode.UNSUPPORTED_VERSION,
          apiKeys: [{ apiKey: ApiKey.ApiVersions, minVersion: 0, maxVersion: 2 }],
        });
        peer.conn.send(writeResponse(ApiVersions, 0, header.correlationId, refusal));
      } else {
        peer.offer(header, OFFERED);
      }
    };
  });
  const options = { clientId: null, requestTimeoutMs: 1_000 };
  const channel = await Channel.connect(testPlatform(net), ENDPOINT, options);
  assert.deepEqual(asked, [4, 2]);
  assert.equal(channel.versionOf(Heartbeat), 3);
  channel.close();
});

test('an API that the peer lacks is refused without asking', async () => {
  const { channel, peer } = await connected();
  const metadata = { ...Heartbeat, key: ApiKey.Metadata, name: 'Metadata' };
  await assert.rejects(channel.send(metadata, heartbeat('g')), {
    code: ErrorCode.UNSUPPORTED_VERSION,
  });
  const tooNew = { ...Heartbeat, versions: [4, 9] as const };
  await assert.rejects(channel.send(tooNew, heartbeat('g')), {
    code: ErrorCode.UNSUPPORTED_VERSION,
  });
  assert.equal(peer.requests.length, 0);
  channel.close();
});

test('answers that come in single bytes and glued settle the right requests', async () => {
  const { channel, peer } = await connected();
  peer.conn.cut = byteByByte;
  peer.onRequest = (header) => {
    const throttleTimeMs = header.correlationId;
    peer.answer(Heartbeat, header, Heartbeat.response.create({ throttleTimeMs }));
  };
  const answers = await Promise.all(
    ['a', 'b', 'c', 'd'].map((group) => channel.send(Heartbeat, heartbeat(group))),
  );
  const ids = peer.requests.map(({ header }) => header.correlationId);
  assert.deepEqual(
    answers.map((answer) => answer.throttleTimeMs),
    ids,
  );
  assert.equal(new Set(ids).size, 4);
  channel.close();
});

test('the bytes of an answer stay as they are when more arrives', async () => {
  const { channel, peer } = await connected();
  const records = Buffer.alloc(10_000, 7);
  const partition = {
    partitionIndex: 0,
    errorCode: 0,
    highWatermark: 0,
    lastStableOffset: 0,
    logStartOffset: 0,
    divergingEpoch: { epoch: -1, endOffset: -1 },
    currentLeader: { leaderId: -1, leaderEpoch: -1 },
    snapshotId: { endOffset: -1, epoch: -1 },
    abortedTransactions: null,
    preferredReadReplica: -1,
    records,
  };
  const topic = { topic: 't', topicId: 'AAAAAAAAAAAAAAAAAAAAAA', partitions: [partition] };
  peer.onRequest = (header) =>
    peer.answer(Fetch, header, Fetch.response.create({ responses: [topic] }));
  const first = await channel.send(Fetch, Fetch.request.create());
  await channel.send(Fetch, Fetch.request.create());
  const kept = first.responses[0]!.partitions[0]!.records as Uint8Array;
  assert.ok(Buffer.from(kept).equals(records));
  channel.close();
});

test('a request without an answer in time rejects and closes the channel', async () => {
  const { channel, peer } = await connected({ requestTimeoutMs: 40 });
  const slow = channel.send(Heartbeat, heartbeat('slow'), undefined, 500);
  const late = channel.send(Heartbeat, heartbeat('late'));
  const fate = Promise.allSettled([slow, late]);
  let closed = 0;
  channel.onClose(() => closed++);
  await assert.rejects(late, { name: 'RequestTimedOut' });
  const [slowFate] = await fate;
  assert.equal(slowFate.status, 'rejected');
  assert.equal((slowFate.reason as Error).name, 'ChannelClosed');
  assert.equal(channel.isClosed, true);
  assert.equal(closed, 1);
  await assert.rejects(channel.send(Heartbeat, heartbeat('g')), { name: 'ChannelClosed' });
  let peerClosed = false;
  peer.conn.onClose(() => (peerClosed = true));
  assert.equal(peerClosed, true);
});

test('answers in time keep later requests from timing out', async () => {
  const { channel, peer } = await connected({ requestTimeoutMs: 60 });
  peer.onRequest = (header) => {
    setTimeout(() => peer.answer(Heartbeat, header, Heartbeat.response.create()), 30);
  };
  for (let i = 0; i < 4; i++) await channel.send(Heartbeat, heartbeat('g'));
  assert.equal(channel.isClosed, false);
  channel.close();
});

test('when the peer goes away every request without an answer rejects', async () => {
  const { channel, peer } = await connected();
  const fates = Promise.allSettled([
    channel.send(Heartbeat, heartbeat('a')),
    channel.send(Heartbeat, heartbeat('b')),
  ]);
  await turns();
  peer.conn.destroy();
  for (const fate of await fates) {
    assert.equal(fate.status, 'rejected');
    assert.equal((fate.reason as Error).name, 'ChannelClosed');
  }
  let told = 0;
  channel.onClose(() => told++);
  await turns();
  assert.equal(told, 1);
});

test('an answer that is malformed, out of order or not asked for closes the channel', async () => {
  const cases: ((peer: Peer, header: RequestHeader) => void)[] = [
    (peer, header) => {
      const bytes = Buffer.concat(
        writeResponse(Heartbeat, 3, header.correlationId, Heartbeat.response.create()),
      );
      bytes.writeInt32BE(bytes.length - 4 - 3);
      peer.conn.send([bytes.subarray(0, bytes.length - 3)]);
    },
    (peer, header) => {
      const { correlationId } = header;
      peer.answer(
        Heartbeat,
        { ...header, correlationId: correlationId + 1 },
        Heartbeat.response.create(),
      );
    },
    (peer) => peer.conn.send([Buffer.from([0, 0, 0, 1, 9])]),
    (peer) => peer.conn.send([Buffer.from([0xff, 0, 0, 1, 9])]),
  ];
  for (const misbehave of cases) {
    const { channel, peer } = await connected();
    peer.onRequest = (header) => misbehave(peer, header);
    await assert.rejects(channel.send(Heartbeat, heartbeat('g')), {
      name: /ProtocolError|ChannelClosed/,
    });
    assert.equal(channel.isClosed, true);
  }
  const { channel, peer } = await connected();
  const header = { apiKey: 12, apiVersion: 3, correlationId: 5, clientId: null };
  peer.answer(Heartbeat, header, Heartbeat.response.create());
  await turns();
  assert.equal(channel.isClosed, true);
});

test('more requests than the channel may have in flight are refused, not queued', async () => {
  const { channel, peer } = await connected({ maxInFlight: 2 });
  const first = channel.send(Heartbeat, heartbeat('a'));
  const second = channel.send(Heartbeat, heartbeat('b'));
  await assert.rejects(channel.send(Heartbeat, heartbeat('c')), { name: 'ChannelFull' });
  await turns();
  for (const { header } of peer.requests)
    peer.answer(Heartbeat, header, Heartbeat.response.create());
  await Promise.all([first, second]);
  assert.equal(peer.requests.length, 2);
  channel.close();
});

test('a request that its version cannot carry rejects and harms no other', async () => {
  const { channel, peer } = await connected();
  peer.onRequest = (header) => peer.answer(Heartbeat, header, Heartbeat.response.create());
  const member = Heartbeat.request.create({ groupInstanceId: 'static' });
  await assert.rejects(channel.send(Heartbeat, member, 0), { name: 'UnsupportedFieldError' });
  await channel.send(Heartbeat, heartbeat('g'));
  channel.close();
});

test('a peer that never answers ApiVersions fails the connection in time', async () => {
  const net = network(() => {});
  const options = { clientId: null, requestTimeoutMs: 5_000, connectTimeoutMs: 30 };
  await assert.rejects(Channel.connect(testPlatform(net), ENDPOINT, options), {
    name: 'RequestTimedOut',
  });
});
