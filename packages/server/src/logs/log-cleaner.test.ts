// Compaction in a whole node: what is due is compacted in a worker, and the checkpoint tells how far.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { BatchBuilder, batchesIn, readRecords } from '@samsa/protocol';

import { RunningNode } from '../../test/running-node.ts';

const KEYS = 20;
const BATCHES = 60;

async function produceRounds(node: RunningNode, topic: string): Promise<void> {
  for (let round = 0; round < BATCHES; round++) {
    const batch = new BatchBuilder();
    for (let n = 0; n < KEYS; n++) {
      batch.add(Date.now(), Buffer.from(`k${n}`), Buffer.from(`value ${round}`));
    }
    const { errorCode } = await node.produceBatch(topic, batch.build());
    assert.equal(errorCode, 0);
  }
}

function checkpointOf(node: RunningNode, topic: string): number {
  try {
    const text = readFileSync(join(node.folder, 'cleaner-offset-checkpoint'), 'utf8');
    return Number(new RegExp(`^${topic} 0 (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  } catch {
    return 0; // not written yet
  }
}

function recordCountBelow(node: RunningNode, topic: string, endOffset: number): number {
  const folder = join(node.folder, `${topic}-0`);
  let count = 0;
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.log'))) {
    for (const batch of batchesIn(readFileSync(join(folder, name)))) {
      for (const { offset } of readRecords(batch, { maxDecompressedBytes: 1e6 })) {
        if (offset < endOffset) count++;
      }
    }
  }
  return count;
}

async function until(isTrue: () => boolean): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!isTrue()) {
    assert.ok(performance.now() < deadline, 'it happens within ten seconds');
    await new Promise((resolve) => void setTimeout(resolve, 20));
  }
}

test('a dirty topic is compacted in the background, and after a restart it is known how far', async () => {
  const configs = { 'log.cleaner.backoff.ms': '100' };
  const first = await RunningNode.start(configs);
  await first.createTopic('table', {
    configs: { 'cleanup.policy': 'compact', 'internal.segment.bytes': '5000' },
  });
  await first.createTopic('stream', { configs: { 'internal.segment.bytes': '5000' } });
  await produceRounds(first, 'table');
  await produceRounds(first, 'stream');
  await until(() => checkpointOf(first, 'table') > KEYS * (BATCHES / 2));
  assert.equal(checkpointOf(first, 'stream'), 0);
  assert.equal(recordCountBelow(first, 'stream', Infinity), KEYS * BATCHES);
  const ratio = [...first.node.metrics.all()].find(
    ({ name }) => name.name === 'cleaner-recopy-percent',
  );
  assert.ok(ratio?.kind === 'gauge' && ratio.read() < 50);
  const { folder } = first;
  await first.stop({ keepFolder: true });

  const endOffset = checkpointOf(first, 'table');
  assert.ok(recordCountBelow(first, 'table', endOffset) <= KEYS);
  const second = await RunningNode.start({ ...configs, 'log.cleaner.enable': 'false' }, folder);
  await second.stop({ keepFolder: true });
  assert.equal(checkpointOf(second, 'table'), endOffset);
  const third = await RunningNode.start({ ...configs, 'log.cleaner.enable': 'false' }, folder);
  await produceRounds(third, 'table');
  assert.equal(checkpointOf(third, 'table'), endOffset, 'switched off, it does nothing');
  await third.stop();
});
