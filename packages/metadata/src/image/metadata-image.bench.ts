// Bytes per partition of an image, and what one change costs in it. Run: node --expose-gc <this file>

import { MetadataDelta } from './metadata-delta.ts';
import { MetadataImage } from './metadata-image.ts';
import { partitionChangeRecord, partitionRecord, topicRecord } from '../records.ts';
import { LATEST_METADATA_VERSION, metadataVersion } from '../features/metadata-version.ts';
import { PartitionRegistration } from './partition-registration.ts';

const BROKERS = 50;
const VERSION = metadataVersion(LATEST_METADATA_VERSION);

function uuid(n: number): string {
  return `${n.toString(36).padStart(21, 'u')}A`;
}

function usedBytes(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

function build(topicCount: number, partitionCount: number): MetadataImage {
  const delta = new MetadataDelta(MetadataImage.EMPTY);
  let seed = 1;
  const next = (n: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * n);
  };
  for (let t = 0; t < topicCount; t++) {
    const topicId = uuid(t);
    delta.replay(topicRecord(`topic-with-a-usual-name-${t}`, topicId));
    for (let p = 0; p < partitionCount; p++) {
      const first = next(BROKERS);
      const replicas = [first, (first + 1 + next(3)) % BROKERS, (first + 5 + next(3)) % BROKERS];
      const partition = new PartitionRegistration({
        replicas,
        directories: replicas.map((id) => uuid(1_000_000 + id)),
        isr: replicas,
        leader: first,
        leaderEpoch: 0,
        partitionEpoch: 0,
      });
      delta.replay(partitionRecord(topicId, p, partition, VERSION));
    }
  }
  return delta.apply(0, 0, 0);
}

for (const [topicCount, partitionCount] of [
  [100_000, 1],
  [10_000, 10],
  [10, 10_000],
] as const) {
  const before = usedBytes();
  const startMs = performance.now();
  let image = build(topicCount, partitionCount);
  const buildMs = performance.now() - startMs;
  const bytes = usedBytes() - before;

  const changes = 2000;
  const changeStartMs = performance.now();
  for (let i = 0; i < changes; i++) {
    const delta = new MetadataDelta(image);
    const topicId = uuid((i * 7919) % topicCount);
    const index = (i * 31) % partitionCount;
    delta.replay(partitionChangeRecord(topicId, index, { isr: [i % BROKERS] }, VERSION));
    image = delta.apply(i, 0, 0);
  }
  const changeUs = ((performance.now() - changeStartMs) * 1000) / changes;

  const scanStartMs = performance.now();
  let led = 0;
  image.topics.forEach((topic) => {
    topic.partitions.forEach((partition) => {
      if (partition.leader === 7) led++;
    });
  });
  const scanMs = performance.now() - scanStartMs;
  console.log(
    `${topicCount} topics x ${partitionCount}: ${Math.round(bytes / (topicCount * partitionCount))} ` +
      `bytes a partition, built in ${Math.round(buildMs)} ms, one change ${changeUs.toFixed(1)} µs, ` +
      `scan ${scanMs.toFixed(1)} ms (${led})`,
  );
}
