// What it costs to receive frames of several sizes, by either way of reading accepted sockets.
//
// The sender is a process of its own, so that the CPU figures are the receiver's alone.
// Run: node packages/network/src/node/receive.bench.ts

import { fork } from 'node:child_process';
import { connect } from 'node:net';
import { argv, cpuUsage, exit } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

import { FrameDecoder, ReceiveMemory } from '../index.ts';
import { NodeNetwork } from './node-network.ts';

const FRAME_BYTES = [1_000, 16_500, 200_000, 1_000_000, 5_000_000];
const WARM_UP_MS = 500;
const MEASURED_MS = 1_000;
const LIMITS = { minFrameBytes: 8, maxFrameBytes: 100_000_000 };

const [, script = '', port, frameBytes] = argv;
if (port === undefined) {
  for (const acceptedReads of ['onread', 'data'] as const) {
    for (const size of FRAME_BYTES) await measure(acceptedReads, size);
  }
  exit(0);
} else {
  flood(Number(port), Number(frameBytes));
}

function flood(toPort: number, size: number): void {
  const frame = Buffer.alloc(4 + size);
  frame.writeInt32BE(size);
  const count = Math.max(1, Math.floor(1_000_000 / size));
  const frames = Buffer.concat(Array.from({ length: count }, () => frame));
  const socket = connect(toPort, '127.0.0.1');
  const write = (): void => {
    while (socket.write(frames));
  };
  socket.on('drain', write);
  socket.on('error', () => exit(0)); // the receiver is done
  write();
}

async function measure(acceptedReads: 'onread' | 'data', size: number): Promise<void> {
  const network = new NodeNetwork({ acceptedReads });
  const memory = new ReceiveMemory();
  let frameCount = 0;
  const listener = await network.listen({ host: '127.0.0.1', port: 0 }, (conn) => {
    const receiver = {
      frame(): boolean {
        frameCount++;
        return true;
      },
      broken(reason: string): void {
        throw new Error(reason);
      },
    };
    conn.receive(new FrameDecoder(memory, conn, receiver, LIMITS));
  });
  const sender = fork(script, [String(listener.endpoint.port), String(size)]);
  await sleep(WARM_UP_MS);
  const [startCount, startCpu, startMs] = [frameCount, cpuUsage(), performance.now()];
  await sleep(MEASURED_MS);
  const frames = frameCount - startCount;
  const { user, system } = cpuUsage(startCpu);
  const gigabytes = (frames * size) / 1e9;
  const seconds = (performance.now() - startMs) / 1000;
  const figures = [
    `${(gigabytes / seconds).toFixed(2)} GB/s`,
    `${((user + system) / frames).toFixed(2)} µs a frame`,
    `${((user + system) / 1e6 / gigabytes).toFixed(3)} CPU s/GB`,
  ];
  console.log(`${acceptedReads}, frames of ${size}: ${figures.join(', ')}`);
  sender.kill();
  await listener.close();
}
