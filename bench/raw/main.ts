// The raw client's process: does one job and says in one line of JSON how it went.

import { percentilesOf } from '../measure/statistics.ts';
import { fetchExchange, pingExchange, produceExchange } from './exchanges.ts';
import { type ClientReport, type RawJob } from './raw-jobs.ts';
import { type Exchange, PipelinedConnection } from './pipelined-connection.ts';

async function run(port: number, job: RawJob): Promise<ClientReport> {
  let fetchedBytes = 0;
  const latenciesMs: number[] = [];
  const connections: PipelinedConnection[] = [];
  for (let index = 0; index < job.connections; index++) {
    const requests = shareOf(job.requests, job.connections, index);
    const exchange = exchangeFor(job, index, requests, (count) => (fetchedBytes += count));
    const inFlight = job.kind === 'produce' ? job.inFlight : 1;
    connections.push(await PipelinedConnection.open(port, exchange, inFlight, latenciesMs));
  }
  const cpuBefore = process.cpuUsage();
  const startedMs = performance.now();
  await Promise.all(connections.map((connection) => connection.run()));
  const seconds = (performance.now() - startedMs) / 1000;
  const cpu = process.cpuUsage(cpuBefore);
  const records = job.kind === 'produce' ? job.requests * job.recordsPerBatch : 0;
  return {
    seconds,
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
    requests: job.requests,
    records,
    bytes: job.kind === 'produce' ? records * job.recordBytes : fetchedBytes,
    latencyMs: percentilesOf(Float64Array.from(latenciesMs)),
  };
}

function exchangeFor(
  job: RawJob,
  index: number,
  requests: number,
  onBytes: (count: number) => void,
): Exchange {
  switch (job.kind) {
    case 'ping':
      return pingExchange(requests);
    case 'produce':
      return produceExchange(job, index % job.partitions, requests);
    case 'fetch':
      return fetchExchange(job, index % job.partitions, requests, onBytes);
  }
}

function shareOf(whole: number, parts: number, index: number): number {
  return Math.floor(whole / parts) + (index < whole % parts ? 1 : 0);
}

const [port = '', job = ''] = process.argv.slice(2);
console.log(JSON.stringify(await run(Number(port), JSON.parse(job) as RawJob)));
