// How many small requests per second the network and the pipeline carry, in CPU per million.
//
// Server and client share one process, so the figures hold both ends; `SAMSA_ACCEPTED_READS` chooses
// how accepted connections read. Run: node packages/server/src/pipeline/pipeline.bench.ts

import { heartbeatBytes, startRig } from '../../test/pipeline-rig.ts';
import { connect, type Socket } from 'node:net';

const SECONDS = 2;

/** Keeps `depth` requests in flight on a connection; counts what comes back by bytes. */
function load(port: number, depth: number): { count: () => number; stop: () => void } {
  const request = heartbeatBytes(1, 'g');
  let answers = 0;
  let answerBytes = 0;
  let pending = 0;
  const socket: Socket = connect(port, '127.0.0.1', () =>
    socket.write(Buffer.concat(Array(depth).fill(request))),
  );
  socket.setNoDelay(true);
  socket.on('data', (bytes: Buffer) => {
    if (answerBytes === 0) answerBytes = 4 + bytes.readInt32BE(0);
    pending += bytes.length;
    const complete = Math.floor(pending / answerBytes);
    pending -= complete * answerBytes;
    answers += complete;
    if (complete > 0)
      socket.write(complete === 1 ? request : Buffer.concat(Array(complete).fill(request)));
  });
  return { count: () => answers, stop: () => socket.destroy() };
}

async function measure(name: string, connections: number, depth: number): Promise<void> {
  const rig = await startRig();
  rig.handled.push = () => 0;
  const loads = Array.from({ length: connections }, () => load(rig.port, depth));
  await new Promise((resolve) => setTimeout(resolve, 500));
  const total = (): number => loads.reduce((sum, one) => sum + one.count(), 0);
  const [startCount, startCpu, startMs] = [total(), process.cpuUsage(), performance.now()];
  await new Promise((resolve) => setTimeout(resolve, SECONDS * 1000));
  const count = total() - startCount;
  const cpu = process.cpuUsage(startCpu);
  const seconds = (performance.now() - startMs) / 1000;
  const cpuPerMillion = (cpu.user + cpu.system) / count;
  console.log(
    `${name}: ${Math.round(count / seconds)} requests/s, ${cpuPerMillion.toFixed(1)} CPU s per million (both ends)`,
  );
  for (const one of loads) one.stop();
  await rig.close();
}

await measure('1 connection, 1 in flight', 1, 1);
await measure('64 connections, 1 in flight', 64, 1);
await measure('1 connection, 64 in flight', 1, 64);
