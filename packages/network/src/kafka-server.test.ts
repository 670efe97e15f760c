import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';

import {
  type Conn,
  ConfigValues,
  type Listener,
  MetricsRegistry,
  type Network,
} from '@samsa/common';

import { type LoggedEvent, testPlatform } from '../test/test-platform.ts';
import { ManualTime } from '../test/manual-time.ts';
import { byteByByte, cutAt, memoryPair, type MemoryConn } from '../test/memory-conn.ts';
import { type Answer } from './answer-queue.ts';
import { KafkaServer } from './kafka-server.ts';
import { type ListenerConfig } from './listeners.ts';
import { networkConfigs } from './network-configs.ts';
import { type ServerConnection } from './server-connection.ts';

/** An echo: what comes in a frame goes back in one. Bodies that start with `w` wait for `release`. */
class Echo implements Answer {
  isReady = false;
  needsSent = true;
  sentCount = 0;
  abandonedCount = 0;
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  encode(): readonly Uint8Array[] {
    if (this.text.startsWith('bad')) throw new Error('cannot be written');
    return [frame(this.text)];
  }

  sent(): void {
    this.sentCount++;
  }

  abandoned(): void {
    this.abandonedCount++;
  }
}

function frame(text: string): Buffer {
  const bytes = Buffer.alloc(4 + Buffer.byteLength(text));
  bytes.writeInt32BE(bytes.length - 4);
  bytes.write(text, 4);
  return bytes;
}

interface Rig {
  readonly server: KafkaServer;
  readonly logged: LoggedEvent[];
  readonly echoes: Echo[];
  readonly connections: ServerConnection[];
  closedCount: number;
  readonly time: ManualTime;
  /** The server's way to accept on a listener. */
  readonly accept: Map<string, (conn: Conn) => void>;
}

let rig: Rig;

afterEach(async () => {
  const closing = rig.server.close(0);
  await turns(1);
  rig.time.advance(20);
  await closing;
});

const LISTENERS: ListenerConfig[] = [
  { name: 'CLIENT', role: 'broker', isInterBroker: false },
  { name: 'INTERNAL', role: 'broker', isInterBroker: true },
].map((listener) => ({
  ...listener,
  role: 'broker' as const,
  securityProtocol: 'PLAINTEXT' as const,
  bind: { host: listener.name, port: 1 },
  advertised: null,
}));

async function start(
  configs: Parameters<typeof ConfigValues.of<typeof networkConfigs>>[1] = {},
  maxConnectionsByListener: ReadonlyMap<string, number> = new Map(),
  startsClosed = false,
): Promise<Rig> {
  const accept = new Map<string, (conn: Conn) => void>();
  const net: Network = {
    listen(at, run) {
      accept.set(at.host, run);
      const listener: Listener = { endpoint: at, close: () => Promise.resolve() };
      return Promise.resolve(listener);
    },
    connect: () => Promise.reject(new Error('not here')),
    lookup: () => Promise.resolve([]),
  };
  const time = new ManualTime();
  const platform = time.of(testPlatform(net));
  const made: Rig = {
    logged: platform.logged,
    echoes: [],
    connections: [],
    closedCount: 0,
    accept,
    time,
    server: new KafkaServer(platform, {
      configs: ConfigValues.of(networkConfigs, configs),
      metrics: new MetricsRegistry(platform.clock),
      maxConnectionsByListener,
      startsClosed,
      accept(connection) {
        made.connections.push(connection);
        return {
          request(bytes, from, to) {
            const echo = new Echo(Buffer.from(bytes.subarray(from, to)).toString());
            if (echo.text.startsWith('throw')) throw new Error('a bug');
            made.echoes.push(echo);
            connection.owe(echo);
            if (!echo.text.startsWith('w')) release(echo, connection);
            return true;
          },
          closed() {
            made.closedCount++;
          },
        };
      },
    }),
  };
  for (const listener of LISTENERS) await made.server.listen(listener);
  rig = made;
  return made;
}

function release(echo: Echo, connection: ServerConnection): void {
  echo.isReady = true;
  connection.answered();
}

/** A client of the server: what it has received so far, and whether it is still connected. */
function connect(listener = 'CLIENT'): {
  conn: MemoryConn;
  text: () => string;
  isOpen: () => boolean;
} {
  const [client, served] = memoryPair();
  const received: Buffer[] = [];
  const buffer = new Uint8Array(1024);
  let isOpen = true;
  client.onClose(() => {
    isOpen = false;
  });
  client.receive({
    buffer: () => buffer,
    filled: (n) => received.push(Buffer.from(buffer.subarray(0, n))),
  });
  rig.accept.get(listener)!(served);
  return {
    conn: client,
    text: () => Buffer.concat(received).toString(),
    isOpen: () => isOpen,
  };
}

const turns = async (count = 10): Promise<void> => {
  for (let i = 0; i < count; i++) await new Promise((resolve) => setImmediate(resolve));
};

const A = 'aaaaaaaa';
const B = 'bbbbbbbbb';
const W = 'wwwwwwww';

test('requests cut at every byte and byte by byte are answered as if they came whole', async () => {
  await start();
  const bytes = Buffer.concat([frame(A), frame(B)]);
  const cuts = Array.from({ length: bytes.length }, (_, i) => cutAt(i));
  for (const cut of [...cuts, byteByByte]) {
    const client = connect();
    client.conn.cut = cut;
    client.conn.send([bytes]);
    await turns(4);
    assert.equal(client.text(), bytes.toString());
    client.conn.destroy();
  }
});

test('an incomplete request is not answered', async () => {
  await start();
  const client = connect();
  client.conn.send([frame(A).subarray(0, 11)]);
  await turns();
  assert.equal(rig.echoes.length, 0);
  client.conn.send([frame(A).subarray(11)]);
  await turns();
  assert.equal(client.text(), frame(A).toString());
});

test('answers leave in the order of the requests, whichever is ready first', async () => {
  await start();
  const client = connect();
  client.conn.send([Buffer.concat([frame(W), frame(A), frame(W + 2), frame(B)])]);
  await turns();
  assert.equal(client.text(), '');
  const [connection] = rig.connections;
  release(rig.echoes[2]!, connection!);
  await turns();
  assert.equal(client.text(), '');
  release(rig.echoes[0]!, connection!);
  await turns();
  assert.equal(client.text(), [W, A, W + 2, B].map(frame).join(''));
  assert.ok(rig.echoes.every((echo) => echo.sentCount === 1 && echo.abandonedCount === 0));
});

test('the answers of one turn leave with one write', async () => {
  await start();
  const client = connect();
  const served = client.conn.other;
  let writes = 0;
  const send = served.send.bind(served);
  served.send = (chunks, released) => {
    writes++;
    return send(chunks, released);
  };
  client.conn.send([Buffer.concat([frame(A), frame(B), frame(A)])]);
  await turns();
  assert.equal(client.text(), [A, B, A].map(frame).join(''));
  assert.equal(writes, 1);
});

test('every answer hears exactly once that it was sent or given up', async () => {
  await start();
  const client = connect();
  client.conn.send([Buffer.concat([frame(A), frame(W), frame(B)])]);
  await turns();
  client.conn.destroy();
  await turns();
  assert.deepEqual(
    rig.echoes.map((echo) => [echo.sentCount, echo.abandonedCount]),
    [
      [1, 0],
      [0, 1],
      [0, 1],
    ],
  );
  assert.equal(rig.closedCount, 1);
  release(rig.echoes[1]!, rig.connections[0]!);
  await turns();
  assert.deepEqual([rig.echoes[1]!.sentCount, rig.echoes[1]!.abandonedCount], [0, 1]);
});

test('an error of ours ends that connection and no other', async () => {
  await start();
  const [first, second, third] = [connect(), connect(), connect()];
  first.conn.send([frame('throw this')]);
  second.conn.send([Buffer.concat([frame(A), frame('bad to write')])]);
  third.conn.send([frame(B)]);
  await turns();
  assert.deepEqual([first.isOpen(), second.isOpen(), third.isOpen()], [false, false, true]);
  assert.equal(third.text(), frame(B).toString());
  assert.deepEqual(
    rig.logged.map(({ event }) => event),
    ['request failed outside its handler', 'answer could not be written'],
  );
  assert.ok(rig.echoes.every((echo) => echo.sentCount + echo.abandonedCount === 1));
});

test('bytes that are no Kafka request close the connection with one line a second', async () => {
  await start();
  const clients = Array.from({ length: 5 }, () => connect());
  for (const client of clients) client.conn.send([Buffer.from('GET / HTTP/1.1\r\n\r\n')]);
  await turns();
  assert.ok(clients.every((client) => !client.isOpen()));
  assert.equal(rig.logged.length, 1);
  assert.match(String(rig.logged[0]!.fields['reason']), /HTTP/);
});

test('a request larger than socket.request.max.bytes closes the connection', async () => {
  await start({ 'socket.request.max.bytes': 20 });
  const client = connect();
  client.conn.send([frame('x'.repeat(20))]);
  await turns();
  assert.equal(client.isOpen(), true);
  client.conn.send([frame('x'.repeat(21))]);
  await turns();
  assert.equal(client.isOpen(), false);
});

test('an address may have no more connections than it is allowed, and a closed one makes room', async () => {
  await start({ 'max.connections.per.ip': 5, 'max.connections.per.ip.overrides': '10.0.0.2:2' });
  const [first, second, third] = [connect(), connect(), connect()];
  assert.deepEqual([first.isOpen(), second.isOpen(), third.isOpen()], [true, true, false]);
  assert.equal(rig.logged[0]!.fields['limit'], 'max.connections.per.ip');
  first.conn.destroy();
  await turns();
  assert.equal(connect().isOpen(), true);
  assert.equal(rig.server.connectionCount, 2);
});

test('a listener may have a limit of its own', async () => {
  await start({}, new Map([['CLIENT', 1]]));
  assert.equal(connect().isOpen(), true);
  assert.equal(connect().isOpen(), false);
  assert.equal(connect('INTERNAL').isOpen(), true);
});

test('when every connection is taken, another broker gets the place of the client idle for longest', async () => {
  await start({ 'max.connections': 2 });
  const [older, newer] = [connect(), connect()];
  rig.time.advance(5);
  older.conn.send([frame(A)]);
  await turns();
  assert.equal(connect().isOpen(), false);
  const broker = connect('INTERNAL');
  assert.deepEqual([older.isOpen(), newer.isOpen(), broker.isOpen()], [true, false, true]);
  const secondBroker = connect('INTERNAL');
  assert.deepEqual([older.isOpen(), secondBroker.isOpen()], [false, true]);
  assert.equal(connect('INTERNAL').isOpen(), false);
});

test('limits can be changed while connections are open', async () => {
  await start({ 'max.connections': 1 });
  const first = connect();
  assert.equal(connect().isOpen(), false);
  rig.server.configure(ConfigValues.of(networkConfigs, { 'max.connections': 2 }));
  assert.equal(connect().isOpen(), true);
  assert.equal(first.isOpen(), true);
});

test('connections beyond the creation rate wait before they are served', async () => {
  await start({ 'max.connection.creation.rate': 20 });
  const clients = Array.from({ length: 30 }, () => connect());
  for (const client of clients) client.conn.send([frame(A)]);
  await turns();
  const servedAtOnce = clients.filter((client) => client.text() !== '').length;
  assert.equal(servedAtOnce, 21);
  rig.time.advance(500);
  await turns();
  assert.ok(clients.every((client) => client.text() === frame(A).toString()));
});

test('an idle connection is closed, one that asks or waits for an answer is not', async () => {
  await start({ 'connections.max.idle.ms': 100_000 });
  const [idle, busy, waiting] = [connect(), connect(), connect()];
  waiting.conn.send([frame(W)]);
  for (let i = 0; i < 5; i++) {
    rig.time.advance(30_000);
    busy.conn.send([frame(A)]);
    await turns();
  }
  assert.deepEqual([idle.isOpen(), busy.isOpen(), waiting.isOpen()], [false, true, true]);
});

test('a request that comes a byte at a time is given up, a large one that makes progress is not', async () => {
  await start();
  const [slow, large, idle] = [connect(), connect(), connect()];
  slow.conn.send([frame('x'.repeat(100)).subarray(0, 5)]);
  const bytes = frame('x'.repeat(10_000_000));
  for (let i = 0; i < 9; i++) {
    slow.conn.send([Buffer.from('x')]);
    large.conn.send([bytes.subarray(i * 1_000_000, (i + 1) * 1_000_000)]);
    await turns();
    rig.time.advance(15_000);
  }
  await turns();
  assert.deepEqual([slow.isOpen(), large.isOpen(), idle.isOpen()], [false, true, true]);
  assert.equal(rig.logged[0]!.fields['reason'], 'a request came too slowly');
  large.conn.send([bytes.subarray(9_000_000)]);
  await turns();
  assert.equal(rig.echoes[0]!.text.length, 10_000_000);
});

test('connections that come before their role is open wait unread and are served then', async () => {
  await start({}, new Map(), true);
  const early = connect();
  early.conn.send([frame(A)]);
  await turns();
  assert.equal(rig.connections.length, 0);
  rig.server.open('controller');
  await turns();
  assert.equal(rig.connections.length, 0);
  rig.server.open('broker');
  await turns();
  assert.equal(early.text(), frame(A).toString());
});

test('a muted connection is not asked before its time, and its answers still leave', async () => {
  await start();
  const client = connect();
  client.conn.send([frame(W)]);
  await turns();
  rig.connections[0]!.muteFor(50);
  client.conn.send([frame(A)]);
  release(rig.echoes[0]!, rig.connections[0]!);
  await turns();
  assert.equal(client.text(), frame(W).toString());
  rig.time.advance(80);
  await turns();
  assert.equal(client.text(), frame(W).toString() + frame(A).toString());
});

test('a peer that does not read is not read from while more than a bounded amount waits for it', async () => {
  await start();
  const client = connect();
  client.conn.pause();
  const big = 'x'.repeat(300_000);
  for (let i = 0; i < 40; i++) client.conn.send([frame(big)]);
  await turns(40);
  assert.ok(rig.echoes.length >= 4 && rig.echoes.length < 20, `${rig.echoes.length} handled`);
  client.conn.resume();
  while (rig.echoes.length < 40 || client.text().length < 40 * (big.length + 4)) await turns();
  assert.equal(rig.server.receiveMemory.usedBytes, 0);
});

test('close answers what is in work, refuses what comes later, and gives up after its grace', async () => {
  await start();
  const [waiting, stuck, idle] = [connect(), connect(), connect()];
  waiting.conn.send([frame(W)]);
  stuck.conn.send([frame(W)]);
  await turns();
  const closing = rig.server.close(80);
  await turns();
  assert.equal(idle.isOpen(), false);
  assert.equal(connect().isOpen(), false);
  waiting.conn.send([frame(A)]);
  release(rig.echoes[0]!, rig.connections[0]!);
  await turns();
  assert.equal(waiting.text(), frame(W).toString());
  assert.deepEqual([waiting.isOpen(), stuck.isOpen()], [false, true]);
  rig.time.advance(100);
  await closing;
  assert.equal(stuck.isOpen(), false);
  assert.equal(rig.server.connectionCount, 0);
});
