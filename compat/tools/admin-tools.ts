// The tools that look at a cluster and change it: topics, configs, features, quorum, cluster, versions.

import { expectIn, KAFKA_VERSION, type ToolCase } from './tool.ts';

const topics: ToolCase = {
  name: 'kafka-topics',
  version: KAFKA_VERSION,
  async run({ tools }) {
    const topic = ['--topic', 'of-topics'];
    const config = ['--config', 'retention.ms=100000'];
    const made = await tools.run('TopicCommand', [
      '--create',
      ...topic,
      '--partitions',
      '3',
      ...config,
    ]);
    expectIn(made, /Created topic of-topics\./);
    expectIn(await tools.run('TopicCommand', ['--list']), /^of-topics$/m);
    expectIn(
      await tools.run('TopicCommand', ['--describe', ...topic]),
      /PartitionCount: 3\s+ReplicationFactor: 1\s+Configs: .*retention\.ms=100000/,
      /Partition: 2\s+Leader: 1\s+Replicas: 1\s+Isr: 1/,
    );
    await tools.run('TopicCommand', ['--alter', ...topic, '--partitions', '5']);
    expectIn(await tools.run('TopicCommand', ['--describe', ...topic]), /PartitionCount: 5/);
    await tools.run('TopicCommand', ['--delete', ...topic]);
    const left = await tools.run('TopicCommand', ['--list']);
    if (/^of-topics$/m.test(left)) throw new Error('the deleted topic is still listed');
  },
};

const configs: ToolCase = {
  name: 'kafka-configs',
  version: KAFKA_VERSION,
  async run({ tools }) {
    await tools.run('TopicCommand', ['--create', '--topic', 'of-configs']);
    const run = (...args: string[]): Promise<string> =>
      tools.configure(['--entity-name', 'of-configs', ...args]);
    const runBroker = (...args: string[]): Promise<string> => tools.configure(args, 'brokers');
    const set = 'retention.ms=5000000,cleanup.policy=[compact,delete]';
    await run('--alter', '--add-config', set);
    expectIn(
      await run('--describe'),
      /cleanup\.policy=compact,delete .*DEFAULT_CONFIG:log\.cleanup\.policy=delete/,
      /retention\.ms=5000000 .*DYNAMIC_TOPIC_CONFIG:retention\.ms=5000000/,
    );
    await run('--alter', '--delete-config', 'retention.ms');
    const rest = await run('--describe');
    if (rest.includes('retention.ms')) throw new Error(`retention.ms is still set: ${rest}`);
    const message = 'message.max.bytes=2000000';
    await runBroker('--alter', '--entity-default', '--add-config', message);
    expectIn(await runBroker('--describe', '--entity-default'), /message\.max\.bytes=2000000/);
    await runBroker('--alter', '--entity-default', '--delete-config', 'message.max.bytes');
    expectIn(
      await runBroker('--describe', '--entity-name', '1', '--all'),
      /node\.id=1 .*STATIC_BROKER_CONFIG|node\.id=1 .*DEFAULT_CONFIG/,
      /log\.retention\.ms=/,
    );
  },
};

const metadataQuorum: ToolCase = {
  name: 'kafka-metadata-quorum',
  version: KAFKA_VERSION,
  async run({ tools }) {
    const status = /LeaderId:\s+1\s[\s\S]*HighWatermark:\s+\d+[\s\S]*CurrentVoters:\s+\[\{"id": 1/;
    expectIn(await tools.run('MetadataQuorumCommand', ['describe', '--status']), status);
    const replication = await tools.run('MetadataQuorumCommand', ['describe', '--replication']);
    expectIn(replication, /^1\s+\S+\s+\d+\s+0\s.*Leader/m);
    const onController = ['describe', '--status'];
    expectIn(await tools.runOnController('MetadataQuorumCommand', onController), status);
  },
};

const features: ToolCase = {
  name: 'kafka-features',
  version: KAFKA_VERSION,
  async run({ tools }) {
    const level = /metadata\.version\s.*FinalizedVersionLevel: 4\.3-IV0/;
    expectIn(await tools.run('FeatureCommand', ['describe']), level);
    expectIn(await tools.runOnController('FeatureCommand', ['describe']), level);
  },
};

const apiVersions: ToolCase = {
  name: 'kafka-broker-api-versions',
  version: KAFKA_VERSION,
  async run({ tools }) {
    const text = await tools.run('BrokerApiVersionsCommand', []);
    expectIn(text, /Produce\(0\): 0 to 13 \[usable: 13\]/, /ApiVersions\(18\): 0 to 4/);
  },
};

const cluster: ToolCase = {
  name: 'kafka-cluster',
  version: KAFKA_VERSION,
  async run({ tools }) {
    expectIn(await tools.runVerb('ClusterTool', 'cluster-id'), /Cluster ID: [\w-]{22}/);
    const endpoints = await tools.runVerb('ClusterTool', 'list-endpoints');
    expectIn(endpoints, /^1\s+127\.0\.0\.1\s+\d+\s.*broker/m);
  },
};

const logDirs: ToolCase = {
  name: 'kafka-log-dirs',
  version: KAFKA_VERSION,
  async run({ tools }) {
    await tools.run('TopicCommand', ['--create', '--topic', 'of-log-dirs']);
    const text = await tools.run('LogDirsCommand', ['--describe', '--topic-list', 'of-log-dirs']);
    expectIn(text, /"partition":"of-log-dirs-0"/);
  },
};

const leaderElection: ToolCase = {
  name: 'kafka-leader-election',
  version: KAFKA_VERSION,
  async run({ tools }) {
    await tools.run('TopicCommand', ['--create', '--topic', 'of-election']);
    const of = ['--election-type', 'preferred', '--topic', 'of-election', '--partition', '0'];
    expectIn(await tools.run('LeaderElectionCommand', of), /of-election-0/);
  },
};

export const adminTools: readonly ToolCase[] = [
  topics,
  configs,
  metadataQuorum,
  features,
  apiVersions,
  cluster,
  logDirs,
  leaderElection,
];
