// The simulated network, driven by toy programs.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { type Conn, type Platform } from '@samsa/common';
import { simulate, SimulationFailure, type World } from '@samsa/simulator';

const PORT = 9092;

function receiveAll(connection: Conn, onBytes: (bytes: Uint8Array) => void): void {
  const landing = new Uint8Array(4096);
  connection.receive({ buffer: () => landing, filled: (n) => onBytes(landing.slice(0, n)) });
}

/** Sends back what it gets. */
async function echoServer(platform: Platform): Promise<{ stop(): Promise<void> }> {
  const listener = await platform.net.listen({ host: '', port: PORT }, (connection) => {
    receiveAll(connection, (bytes) => connection.send([bytes]));
  });
  return { stop: () => listener.close() };
}

interface Client {
  send(text: string): void;
  readonly received: () => string;
  readonly closed: () => string | undefined;
  readonly connection: Conn;
}

function client(host: string): (platform: Platform) => Promise<Client> {
  return async (platform) => {
    const connection = await platform.net.connect({ host, port: PORT }, { timeoutMs: 5000 });
    let text = '';
    let why: string | undefined;
    receiveAll(connection, (bytes) => (text += Buffer.from(bytes).toString()));
    connection.onClose((reason) => (why = reason));
    return {
      connection,
      send: (part) => connection.send([Buffer.from(part)]),
      received: () => text,
      closed: () => why,
    };
  };
}

function running<T>(process: { running: T | undefined }): T {
  assert.ok(process.running !== undefined, 'the program is up');
  return process.running;
}

async function pair(world: World): Promise<{
  server: Awaited<ReturnType<typeof startServer>>;
  sender: Awaited<ReturnType<typeof startClient>>;
}> {
  const server = await startServer(world);
  return { server, sender: await startClient(world) };
}

const startServer = (world: World) => world.host('s').start('server', echoServer);
const startClient = (world: World) => world.host('c').start('client', client('s'));

for (let seed = 1; seed <= 20; seed++) {
  test(`an echo comes back whole and in order, seed ${seed}`, async () => {
    await simulate(seed, async (world) => {
      const { sender } = await pair(world);
      let sent = '';
      for (let i = 0; i < 50; i++) {
        const part = `${i}:${'x'.repeat(i * 37)};`;
        sent += part;
        sender.run(() => running(sender).send(part));
        if (i % 7 === 0) await world.sleep(1);
      }
      assert.ok(await world.until(() => running(sender).received().length >= sent.length, 5000));
      assert.equal(running(sender).received(), sent);
      assert.equal(world.network.chunksHeld, 0);
    });
  });
}

test('two runs of one seed end with the same digest, and another seed with another', async () => {
  const run = async (seed: number): Promise<string> => {
    const world = await simulate(seed, async (w) => {
      const { sender } = await pair(w);
      sender.run(() => running(sender).send('x'.repeat(100_000)));
      await w.sleep(500);
    });
    return `${world.digest} ${world.scheduler.eventCount}`;
  };
  const first = await run(1);
  assert.equal(await run(1), first);
  assert.notEqual(await run(2), first);
});

test('a killed server is seen at once by its client', async () => {
  await simulate(3, async (world) => {
    const { server, sender } = await pair(world);
    server.kill();
    await world.sleep(100);
    assert.match(String(running(sender).closed()), /ended|reset/);
  });
});

test('a server without power is not seen, until it is up again and answers with a reset', async () => {
  await simulate(4, async (world) => {
    const { server, sender } = await pair(world);
    server.host.losePower();
    sender.run(() => running(sender).send('anybody there?'));
    await world.sleep(20_000);
    assert.equal(running(sender).closed(), undefined);
    server.host.boot();
    await world.sleep(5000);
    assert.equal(running(sender).closed(), 'reset');
  });
});

test('bytes lost on a dropping link arrive after it is open again, in order', async () => {
  await simulate(5, async (world) => {
    const { sender } = await pair(world);
    world.network.link('c', 's').state = 'drop';
    sender.run(() => running(sender).send('first '));
    await world.sleep(1000);
    sender.run(() => running(sender).send('second'));
    await world.sleep(1000);
    assert.equal(running(sender).received(), '');
    world.network.heal();
    await world.sleep(10_000);
    assert.equal(running(sender).received(), 'first second');
  });
});

test('what was sent on an abandoned connection may arrive after what was sent on a newer one', async () => {
  let lateCount = 0;
  for (let seed = 1; seed <= 10; seed++) {
    await simulate(seed, async (world) => {
      const arrivals: string[] = [];
      const sink = world.host('s');
      await sink.start('server', async (platform) => {
        await platform.net.listen({ host: '', port: PORT }, (connection) =>
          receiveAll(connection, (bytes) => arrivals.push(Buffer.from(bytes).toString())),
        );
      });
      const host = world.host('c');
      const older = await host.start('older', client('s'));
      world.network.stallConnections('c', 's', 60_000);
      older.run(() => {
        running(older).send('old');
      });
      await world.sleep(10);
      older.run(() => running(older).connection.destroy());
      const newer = await host.start('newer', client('s'));
      newer.run(() => running(newer).send('new'));
      await world.sleep(70_000);
      if (arrivals.join('') === 'newold') lateCount++;
    });
  }
  assert.ok(lateCount > 0, 'at least one of ten seeds delivers late');
});

test('connecting to a port where nobody listens is refused', async () => {
  await simulate(6, async (world) => {
    world.host('s');
    const host = world.host('c');
    await assert.rejects(host.start('client', client('s')), { code: 'ECONNREFUSED' });
  });
});

test('connecting to a machine without power times out', async () => {
  await simulate(7, async (world) => {
    world.host('s').losePower();
    await assert.rejects(world.host('c').start('client', client('s')), { code: 'ETIMEDOUT' });
  });
});

test('a sender that is not read from is told to wait, and drains when the reader reads again', async () => {
  await simulate(8, async (world) => {
    let far: Conn | undefined;
    let seen = 0;
    const server = await world.host('s').start('server', async (platform) => {
      await platform.net.listen({ host: '', port: PORT }, (connection) => {
        far = connection;
        connection.pause();
        receiveAll(connection, (bytes) => (seen += bytes.length));
      });
    });
    const sender = await startClient(world);
    const total = 8 * 1024 * 1024;
    let released = false;
    const more = sender.run(() =>
      running(sender).connection.send([new Uint8Array(total)], () => (released = true)),
    );
    assert.equal(more, false);
    await world.sleep(5000);
    assert.equal(released, false);
    assert.equal(seen, 0);
    server.run(() => far?.resume());
    await sender.run(() => running(sender).connection.drained());
    await world.sleep(5000);
    assert.equal(released, true);
    assert.equal(seen, total);
  });
});

test('a receiver that keeps a view of its landing buffer reads poison', async () => {
  await simulate(9, async (world) => {
    let kept: Uint8Array | undefined;
    await world.host('s').start('server', async (platform) => {
      const landing = new Uint8Array(4096);
      await platform.net.listen({ host: '', port: PORT }, (connection) =>
        connection.receive({
          buffer: () => landing,
          filled: (n) => (kept = landing.subarray(0, n)),
        }),
      );
    });
    const sender = await startClient(world);
    sender.run(() => running(sender).send('important'));
    await world.sleep(100);
    assert.notEqual(Buffer.from(kept ?? []).toString(), 'important');
  });
});

test('a sender may reuse its buffer once it is released, also a Buffer', async () => {
  await simulate(11, async (world) => {
    const { sender } = await pair(world);
    sender.run(() => {
      const bytes = Buffer.from('as it was');
      running(sender).connection.send([bytes], () => bytes.fill(0));
    });
    await world.sleep(100);
    assert.equal(running(sender).received(), 'as it was');
  });
});

test('a sender that reuses its buffer before the release is found out', async () => {
  await assert.rejects(
    simulate(10, async (world) => {
      await startServer(world);
      const sender = await startClient(world);
      sender.run(() => {
        const bytes = new Uint8Array(100);
        running(sender).connection.send([bytes]);
        bytes[50] = 1;
      });
      await world.sleep(100);
    }),
    (error) => error instanceof SimulationFailure && error.violation.id === 'sent-bytes-changed',
  );
});
