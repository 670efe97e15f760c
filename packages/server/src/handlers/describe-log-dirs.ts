// DescribeLogDirs (api 35): the log directories of this broker, their replicas and their room.
//
// v2 flexible · v3 top-level error · v4 total and usable bytes · v5 cordoned directories

import { ErrorCode } from '@samsa/common';
import {
  DescribeLogDirs,
  type DescribeLogDirsRequest,
  type DescribeLogDirsTopic,
} from '@samsa/protocol/apis/describe-log-dirs';

import { type DescribedReplica, describeDirectories } from '../logs/describe-directories.ts';
import { defineHandler } from '../pipeline/handler.ts';

export const describeLogDirs = defineHandler(DescribeLogDirs, {
  versions: [1, 5],

  async handle(request, context) {
    context.authorize('DESCRIBE', 'cluster', 'kafka-cluster');
    const { node } = context;
    const described = await describeDirectories(node.platform, node.broker.logs, filterOf(request));
    return {
      throttleTimeMs: 0,
      errorCode: ErrorCode.NONE,
      results: described.map(({ path, errorCode, replicas, totalBytes, usableBytes }) => ({
        errorCode,
        logDir: path,
        topics: byTopic(replicas),
        totalBytes,
        usableBytes,
        isCordoned: false, // cordoned.log.dirs is not read: every directory takes new replicas
      })),
    };
  },

  refuse(errorCode) {
    return { throttleTimeMs: 0, errorCode, results: [] };
  },
});

function filterOf({
  topics,
}: DescribeLogDirsRequest): (topic: string, partition: number) => boolean {
  if (topics === null) return () => true;
  const wanted = new Map<string, Set<number>>();
  for (const { topic, partitions } of topics) {
    const indexes = wanted.get(topic) ?? new Set();
    for (const index of partitions) indexes.add(index);
    wanted.set(topic, indexes);
  }
  return (topic, partition) => wanted.get(topic)?.has(partition) === true;
}

function byTopic(replicas: readonly DescribedReplica[]): DescribeLogDirsTopic[] {
  const topics = Map.groupBy(replicas, ({ topic }) => topic);
  return [...topics].map(([name, partitions]) => ({
    name,
    partitions: partitions.map(({ partition, sizeInBytes, offsetLag }) => ({
      partitionIndex: partition,
      partitionSize: sizeInBytes,
      offsetLag,
      isFutureKey: false, // no replica moves between directories
    })),
  }));
}
