// The cluster of a run: nodes, topics and clients, with hostile sizes, drawn from the seed.

import { type CompressionName } from '@samsa/common';

import { type SimRandom } from '../kernel/sim-random.ts';
import { type Partition } from '../workload/history.ts';
import { type ProducerOptions } from '../workload/log-producer.ts';

export const BROKER_PORT = 9092;
export const CONTROLLER_PORT = 9093;
export const DATA_DIR = '/data';

export interface NodePlan {
  readonly host: string;
  readonly nodeId: number;
  /** Whether the data folder stands there already, as a mounted volume does. */
  readonly hasDataDir: boolean;
  /** As in server.properties. */
  readonly properties: Readonly<Record<string, string>>;
}

export interface TopicPlan {
  readonly name: string;
  readonly partitionCount: number;
  readonly configs: Readonly<Record<string, string>>;
}

export interface ClusterPlan {
  readonly clusterId: string;
  readonly nodes: readonly NodePlan[];
  readonly topics: readonly TopicPlan[];
  readonly partitions: readonly Partition[];
  readonly producers: readonly ProducerOptions[];
  readonly consumerCount: number;
  /** Every batch is synced before it is acknowledged to acks=all. */
  readonly syncsBeforeAck: boolean;
}

const CODECS: readonly CompressionName[] = ['none', 'none', 'gzip', 'snappy', 'lz4', 'zstd'];

export function drawClusterPlan(random: SimRandom): ClusterPlan {
  const sizes = random.fork('sizes');
  const syncsBeforeAck = random.fork('durability').chance(0.4);
  const topics = drawTopics(random.fork('topics'));
  const partitions = topics.flatMap(({ name, partitionCount }) =>
    Array.from({ length: partitionCount }, (_, partition) => ({ topic: name, partition })),
  );
  const clients = random.fork('clients');
  return {
    clusterId: random.fork('cluster').uuid(),
    nodes: [
      {
        host: 'b1',
        nodeId: 1,
        hasDataDir: random.fork('volume').chance(0.5),
        properties: {
          'node.id': '1',
          'process.roles': 'broker,controller',
          listeners: `PLAINTEXT://:${BROKER_PORT},CONTROLLER://:${CONTROLLER_PORT}`,
          'advertised.listeners': `PLAINTEXT://b1:${BROKER_PORT},CONTROLLER://b1:${CONTROLLER_PORT}`,
          'controller.listener.names': 'CONTROLLER',
          'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
          ...(random.fork('quorum').chance(0.5)
            ? { 'controller.quorum.voters': `1@b1:${CONTROLLER_PORT}` }
            : { 'controller.quorum.bootstrap.servers': `b1:${CONTROLLER_PORT}` }),
          'log.dirs': DATA_DIR,
          'group.initial.rebalance.delay.ms': '0',
          'offsets.topic.num.partitions': '2',
          'offsets.topic.replication.factor': '1',
          'transaction.state.log.num.partitions': '2',
          'transaction.state.log.replication.factor': '1',
          'transaction.state.log.min.isr': '1',
          'broker.heartbeat.interval.ms': String(sizes.whole(200, 1000)),
          'broker.session.timeout.ms': String(sizes.whole(2000, 9000)),
          'log.roll.ms': String(Math.floor(sizes.magnitude(500, 30_000))),
          'log.segment.bytes': String(1024 * 1024),
          'log.index.interval.bytes': String(Math.floor(sizes.magnitude(64, 4096))),
          'log.flush.offset.checkpoint.interval.ms': String(sizes.whole(500, 5000)),
          'log.flush.start.offset.checkpoint.interval.ms': String(sizes.whole(500, 5000)),
          'metadata.log.max.record.bytes.between.snapshots': String(
            Math.floor(sizes.magnitude(2048, 200_000)),
          ),
          ...(syncsBeforeAck ? { 'log.flush.interval.messages': '1' } : {}),
        },
      },
    ],
    topics,
    partitions,
    producers: Array.from({ length: clients.whole(2, 5) }, () => drawProducer(clients, partitions)),
    consumerCount: clients.whole(1, 3),
    syncsBeforeAck,
  };
}

function drawTopics(random: SimRandom): TopicPlan[] {
  return Array.from({ length: random.whole(1, 3) }, (_, index) => ({
    name: `t${index + 1}`,
    partitionCount: random.whole(1, 4),
    configs: {},
  }));
}

function drawProducer(random: SimRandom, partitions: readonly Partition[]): ProducerOptions {
  const isIdempotent = random.chance(0.6);
  return {
    partitions,
    isIdempotent,
    acks: isIdempotent ? -1 : random.pick([-1, 1, 1, 0] as const),
    codec: random.pick(CODECS),
    pauseMs: random.magnitude(20, 300),
  };
}
