// The scenarios of `ab`. Volumes are chosen so that Apache Kafka needs one to four seconds a leg on two
// cores; `--quick` takes a quarter of them.

import { type LibrdkafkaProduceJob } from '../librdkafka/librdkafka-jobs.ts';
import { type FillWork, type Scenario } from './scenario.ts';

const QUICK_SHARE = 0.25;
/** 14 records of 1,126 bytes, framed, make a batch that just fits 16 KiB, Kafka's default batch.size. */
const BATCH_16K = { recordBytes: 1126, recordsPerBatch: 14 };
const BATCH_900K = { recordBytes: 1024, recordsPerBatch: 870 };
/** As many requests on their way as Kafka's own producer allows itself. */
const PIPELINED = 5;

export function scenarios(isQuick: boolean): readonly Scenario[] {
  const share = isQuick ? QUICK_SHARE : 1;
  const scaled = (count: number): number => Math.ceil(count * share);
  const thousands = (count: number): number => Math.ceil((count * share) / 1000) * 1000;

  const ping = (connections: number, requests: number): Scenario => ({
    name: `ping-${connections}`,
    title: `ApiVersions, ${counted(connections, 'connection')}`,
    measure: 'requests',
    partitions: 0,
    work: { client: 'raw', job: { kind: 'ping', connections, requests: scaled(requests) } },
  });

  const produce = (
    name: string,
    recordBytes: number,
    records: number,
    partitions: number,
    config: LibrdkafkaProduceJob['config'],
  ): Scenario => ({
    name: `produce-${name}`,
    title: `librdkafka produce ${sizeText(recordBytes)}, ${counted(partitions, 'partition')}, ${configText(config)}`,
    measure: 'bytes',
    partitions,
    work: {
      client: 'librdkafka',
      job: { kind: 'produce', partitions, recordBytes, records: thousands(records), config },
    },
  });

  const batches = (
    name: string,
    batch: { readonly recordBytes: number; readonly recordsPerBatch: number },
    connections: number,
    requests: number,
  ): Scenario => ({
    name: `batches-${name}-${connections}`,
    title: `raw ${name} batches, ${counted(connections, 'connection')}`,
    measure: 'bytes',
    partitions: connections,
    work: {
      client: 'raw',
      job: {
        kind: 'produce',
        partitions: connections,
        connections,
        inFlight: PIPELINED,
        ...batch,
        requests: scaled(requests),
      },
    },
  });

  const fetch = (connections: number, requests: number): Scenario => {
    const batchesPerPartition = Math.ceil(scaled(32_000) / connections);
    return {
      name: `fetch-${connections}`,
      title: `raw fetch, just written, ${counted(connections, 'connection')}`,
      measure: 'bytes',
      partitions: connections,
      fill: rawFill(connections, batchesPerPartition),
      work: {
        client: 'raw',
        job: {
          kind: 'fetch',
          partitions: connections,
          connections,
          ...BATCH_16K,
          batchesPerPartition,
          requests: scaled(requests),
        },
      },
    };
  };

  const consume = (name: string, recordBytes: number, records: number): Scenario => ({
    name: `consume-${name}`,
    title: `librdkafka consume ${sizeText(recordBytes)}, just written, 1 partition`,
    measure: 'bytes',
    partitions: 1,
    fill: {
      client: 'librdkafka',
      job: {
        kind: 'produce',
        partitions: 1,
        recordBytes,
        records: thousands(records),
        config: {},
      },
    },
    work: { client: 'librdkafka', job: { kind: 'consume', partitions: 1, config: {} } },
  });

  const all: readonly Scenario[] = [
    ping(1, 40_000),
    ping(64, 120_000),
    produce('100b', 100, 3_000_000, 1, { acks: 1 }),
    produce('1k', 1024, 800_000, 1, { acks: 1 }),
    produce('100b-6p', 100, 3_000_000, 6, { acks: 1 }),
    produce('1k-6p', 1024, 800_000, 6, { acks: 1 }),
    produce('1k-all', 1024, 800_000, 1, { acks: 'all' }),
    produce('1k-6p-all', 1024, 800_000, 6, { acks: 'all' }),
    produce('100b-6p-idempotent', 100, 3_000_000, 6, { 'enable.idempotence': true }),
    produce('1k-6p-idempotent', 1024, 800_000, 6, { 'enable.idempotence': true }),
    produce('100b-lz4', 100, 3_000_000, 1, { acks: 1, 'compression.type': 'lz4' }),
    produce('1k-lz4', 1024, 800_000, 1, { acks: 1, 'compression.type': 'lz4' }),
    batches('16 KiB', BATCH_16K, 1, 25_000),
    batches('16 KiB', BATCH_16K, 6, 40_000),
    batches('900 KiB', BATCH_900K, 1, 900),
    batches('900 KiB', BATCH_900K, 6, 900),
    {
      name: 'one-record-32',
      title: 'one record of 100 B a request, 32 connections',
      measure: 'requests',
      partitions: 6,
      work: {
        client: 'raw',
        job: {
          kind: 'produce',
          partitions: 6,
          connections: 32,
          inFlight: 1,
          recordBytes: 100,
          recordsPerBatch: 1,
          requests: scaled(80_000),
        },
      },
    },
    fetch(1, 6_000),
    fetch(6, 9_000),
    consume('100b', 100, 3_000_000),
    consume('1k', 1024, 800_000),
  ];
  return all.map((scenario) => ({
    ...scenario,
    name: scenario.name.replaceAll(' ', '').toLowerCase(),
  }));
}

function rawFill(partitions: number, batchesPerPartition: number): FillWork {
  return {
    client: 'raw',
    job: {
      kind: 'produce',
      partitions,
      connections: partitions,
      inFlight: PIPELINED,
      ...BATCH_16K,
      requests: partitions * batchesPerPartition,
    },
  };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function sizeText(bytes: number): string {
  return bytes % 1024 === 0 ? `${bytes / 1024} KiB` : `${bytes} B`;
}

function configText(config: LibrdkafkaProduceJob['config']): string {
  return Object.entries(config)
    .map(([key, value]) => {
      if (key === 'enable.idempotence') return 'idempotent';
      return key === 'compression.type' ? String(value) : `${key}=${value}`;
    })
    .join(', ');
}
