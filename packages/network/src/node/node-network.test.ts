import assert from 'node:assert/strict';
import { connect as rawConnect } from 'node:net';
import { afterEach, describe, test } from 'node:test';

import { type CloseReason, type Conn, type Listener } from '@samsa/common';

import { NodeNetwork } from './node-network.ts';

/** Collects what a connection receives, in buffers of the given size that are spoilt after each read. */
class Collector {
  readonly #buffer: Uint8Array;
  #parts: Buffer[] = [];
  #waiters: (() => void)[] = [];
  byteCount = 0;
  afterRead: (() => void) | undefined;

  constructor(bufferBytes: number) {
    this.#buffer = new Uint8Array(bufferBytes);
  }

  buffer(): Uint8Array {
    return this.#buffer;
  }

  filled(n: number): void {
    this.#parts.push(Buffer.from(this.#buffer.subarray(0, n)));
    this.byteCount += n;
    this.#buffer.fill(0xdb);
    this.afterRead?.();
    for (const wake of this.#waiters.splice(0)) wake();
  }

  async got(byteCount: number): Promise<Buffer> {
    while (this.byteCount < byteCount) {
      await new Promise<void>((resolve) => this.#waiters.push(resolve));
    }
    return Buffer.concat(this.#parts);
  }
}

function pattern(byteLength: number): Buffer {
  const bytes = Buffer.allocUnsafe(byteLength);
  for (let i = 0; i < byteLength; i++) bytes[i] = (i * 31 + (i >> 8) * 7) & 0xff;
  return bytes;
}

const closed = (conn: Conn): Promise<CloseReason> =>
  new Promise((resolve) => conn.onClose(resolve));

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

for (const acceptedReads of ['onread', 'data'] as const) {
  describe(`a network whose accepted connections read by ${acceptedReads}`, () => {
    const network = new NodeNetwork({ acceptedReads });
    let listener: Listener;
    let opened: Conn[] = [];

    async function pair(): Promise<{ client: Conn; server: Conn }> {
      let accepted: ((conn: Conn) => void) | undefined;
      const accept = new Promise<Conn>((resolve) => {
        accepted = resolve;
      });
      listener = await network.listen({ host: '127.0.0.1', port: 0 }, (conn) => accepted?.(conn));
      const client = await network.connect(listener.endpoint, { timeoutMs: 1_000 });
      const server = await accept;
      opened.push(client, server);
      return { client, server };
    }

    afterEach(async () => {
      for (const conn of opened) conn.destroy();
      opened = [];
      await listener.close();
    });

    test('bytes arrive whole and in order, both ways, in buffers of any size', async () => {
      const { client, server } = await pair();
      const bytes = pattern(3_000_000);
      for (const bufferBytes of [1_000, 300_000]) {
        const atServer = new Collector(bufferBytes);
        server.receive(atServer);
        client.send([
          bytes.subarray(0, 5),
          bytes.subarray(5, 1_000_000),
          bytes.subarray(1_000_000),
        ]);
        assert.ok((await atServer.got(bytes.length)).equals(bytes));
        const atClient = new Collector(bufferBytes);
        client.receive(atClient);
        server.send([bytes]);
        assert.ok((await atClient.got(bytes.length)).equals(bytes));
      }
    });

    test('nothing is lost that comes before anybody receives', async () => {
      const { client, server } = await pair();
      client.send([pattern(100)]);
      await pause(20);
      const collector = new Collector(64);
      server.receive(collector);
      assert.ok((await collector.got(100)).equals(pattern(100)));
    });

    test('a paused connection receives nothing until it is resumed, and then everything', async () => {
      const { client, server } = await pair();
      const bytes = pattern(500_000);
      const collector = new Collector(10_000);
      collector.afterRead = () => server.pause();
      server.receive(collector);
      client.send([bytes]);
      let reads = 0;
      while (collector.byteCount < bytes.length) {
        const before = collector.byteCount;
        if (reads++ < 3) {
          await pause(15);
          assert.ok(collector.byteCount - before <= 10_000);
        }
        server.resume();
        await new Promise((resolve) => setImmediate(resolve));
      }
      assert.ok((await collector.got(bytes.length)).equals(bytes));
      assert.ok(reads >= 50);
    });

    test('sent chunks are released once, when the system has them', async () => {
      const { client, server } = await pair();
      let released = 0;
      client.send([pattern(10), pattern(20)], () => released++);
      client.send([pattern(10)], () => released++);
      client.send([], () => released++);
      const collector = new Collector(1_000);
      server.receive(collector);
      await collector.got(40);
      await pause(5);
      assert.equal(released, 3);
      assert.equal(client.unsentBytes, 0);
    });

    for (const [how, why] of [
      ['destroy', 'destroyed'],
      ['peer destroy', 'reset'],
    ] as const) {
      test(`chunks that never leave are released once when the connection ends by ${how}`, async () => {
        const { client, server } = await pair();
        let released = 0;
        const sends = 20;
        let hadRoom = true;
        // The peer does not read: the system takes a part, the rest waits here.
        for (let i = 0; i < sends; i++) {
          hadRoom = server.send([pattern(1_000_000), pattern(1_000_000)], () => released++);
        }
        assert.equal(hadRoom, false);
        await pause(20);
        assert.ok(server.unsentBytes > 0);
        assert.ok(released < sends);
        const drained = server.drained();
        const end = closed(server);
        if (how === 'destroy') server.destroy();
        else client.destroy();
        assert.equal(await end, why);
        await drained;
        await pause(5);
        assert.equal(released, sends);
        assert.equal(server.unsentBytes, 0);
        server.send([pattern(5)], () => released++);
        await pause(5);
        assert.equal(released, sends + 1);
      });
    }

    test('a full send buffer says so, and drained resolves when the peer has read', async () => {
      const { client, server } = await pair();
      while (server.send([pattern(1_000_000)]));
      let isDrained = false;
      const drained = server.drained().then(() => (isDrained = true));
      await pause(20);
      assert.equal(isDrained, false);
      client.receive(new Collector(100_000));
      await drained;
      assert.equal(server.unsentBytes, 0);
    });

    test('end sends what is waiting before it closes', async () => {
      const { client, server } = await pair();
      const bytes = pattern(5_000_000);
      const collector = new Collector(100_000);
      client.send([pattern(100)]); // what nobody reads must not reset the connection
      await pause(5);
      server.send([bytes]);
      server.end();
      const end = closed(client);
      client.receive(collector);
      assert.ok((await collector.got(bytes.length)).equals(bytes));
      assert.equal(await end, 'ended');
      assert.equal(await closed(server), 'ended');
    });

    test('a listener that hears of its connection late is told why it closed', async () => {
      const { client, server } = await pair();
      server.receive(new Collector(10));
      client.destroy();
      await pause(20);
      assert.match(await closed(server), /ended|reset/);
    });

    test('the peer is known by address, and no two connections have the same id', async () => {
      const { client, server } = await pair();
      assert.equal(server.remote, '127.0.0.1');
      assert.equal(client.remotePort, listener.endpoint.port);
      assert.notEqual(client.id, server.id);
    });
  });
}

test('a port that is taken is reported with its code', async () => {
  const network = new NodeNetwork();
  const listener = await network.listen({ host: '127.0.0.1', port: 0 }, () => {});
  await assert.rejects(
    network.listen(listener.endpoint, () => {}),
    { code: 'EADDRINUSE' },
  );
  await listener.close();
  // At once free again.
  await (await network.listen(listener.endpoint, () => {})).close();
});

test('the trial at the first listen finds that onread works on this Node', async () => {
  const network = new NodeNetwork({ acceptedReads: 'auto' });
  const listener = await network.listen({ host: '127.0.0.1', port: 0 }, () => {});
  assert.equal(network.acceptedReads, 'onread');
  await listener.close();
});

test('an IPv4 peer of a listener for both families has its IPv4 address', async () => {
  const network = new NodeNetwork();
  const remote = new Promise<string>((resolve) => {
    void network
      .listen({ host: '', port: 0 }, (conn) => {
        resolve(conn.remote);
        conn.destroy();
      })
      .then((listener) => {
        const client = rawConnect(listener.endpoint.port, '127.0.0.1');
        client.on('error', () => {}); // reset by the server's destroy
        client.on('close', () => void listener.close());
      });
  });
  assert.equal(await remote, '127.0.0.1');
});

test('nobody listening is ECONNREFUSED', async () => {
  const network = new NodeNetwork();
  const listener = await network.listen({ host: '127.0.0.1', port: 0 }, () => {});
  await listener.close();
  await assert.rejects(network.connect(listener.endpoint, { timeoutMs: 1_000 }), {
    code: 'ECONNREFUSED',
  });
});

test('a connection that is not made in time is ETIMEDOUT', async () => {
  const network = new NodeNetwork();
  const listener = await network.listen({ host: '127.0.0.1', port: 0 }, () => {});
  const late = network.connect(listener.endpoint, { timeoutMs: 1 });
  // The loop looks at its timers before it looks at its sockets.
  const busyUntilMs = performance.now() + 5;
  while (performance.now() < busyUntilMs);
  await assert.rejects(late, { code: 'ETIMEDOUT' });
  await listener.close();
});

test('lookup gives addresses', async () => {
  const addresses = await new NodeNetwork().lookup('localhost');
  assert.ok(addresses.some((address) => address === '127.0.0.1' || address === '::1'));
});
