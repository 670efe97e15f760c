import assert from 'node:assert/strict';
import { test } from 'node:test';

import { type Platform } from '@samsa/common';
import { BatchBuilder, buildEndTransactionMarker } from '@samsa/protocol';

import { MemoryShardLog } from '../../test/memory-shard-log.ts';
import { type Addition, tallyCodec } from '../../test/tally-machine.ts';
import { ManualPlatform } from '../controller/testing/manual-platform.ts';
import { RecordLoader } from './load-records.ts';
import { type ShardLog } from './shard-log.ts';

async function load(log: ShardLog, readBytes = 1_000) {
  const platform = new ManualPlatform();
  const read: number[] = [];
  let turns = 0;
  const timers = {
    ...platform.platform.timers,
    yield: async () => {
      turns++;
      await Promise.resolve();
    },
  };
  // Like the platform but for one member: its others must not be touched.
  const counted = Object.create(platform.platform, { timers: { value: timers } }) as Platform;
  const target = {
    replay: ({ by }: Addition) => void read.push(by),
    isWanted: () => true,
  };
  const loader = new RecordLoader(counted, log, tallyCodec, target, readBytes);
  const result = await loader.load();
  return { read, result, turns };
}

function batch(baseOffset: number, values: readonly number[], options = {}): Uint8Array {
  const builder = new BatchBuilder({ baseOffset, ...options });
  for (const by of values) {
    const { key, value } = tallyCodec.encode({ by });
    builder.add(0, key, value);
  }
  return builder.build();
}

test('a log with gaps that compaction left is read to its end', async () => {
  const log = new MemoryShardLog();
  for (let i = 0; i < 10; i++) log.put(batch(i * 2, [i, i]));
  log.drop(0);
  log.drop(3);
  log.drop(7);
  const { read, result } = await load(log, 1);
  assert.deepEqual(read, [1, 1, 2, 2, 3, 3, 5, 5, 6, 6, 7, 7, 8, 8]);
  assert.equal(result?.endOffset, 20);
});

test('a gap at the very end ends the load', async () => {
  const log = new MemoryShardLog();
  log.put(batch(0, [1]));
  log.put(batch(1, [2, 3]));
  log.drop(1);
  const { read, result } = await load(log);
  assert.deepEqual(read, [1]);
  assert.equal(result?.endOffset, 3);
});

test('a batch that is larger than what is read at once is read whole', async () => {
  const log = new MemoryShardLog();
  const many = Array.from({ length: 5_000 }, (_, i) => i);
  log.put(batch(0, many));
  log.put(batch(5_000, [7]));
  const { read } = await load(log, 10);
  assert.equal(read.length, 5_001);
});

test('the load lets other work run between slices', async () => {
  const log = new MemoryShardLog();
  for (let i = 0; i < 40; i++)
    log.put(
      batch(
        i * 100,
        Array.from({ length: 100 }, () => 1),
      ),
    );
  const { read, turns } = await load(log, 1_000_000);
  assert.equal(read.length, 4_000);
  assert(turns >= 7, `${turns} turns for 4,000 records`);
});

test('compressed batches are read', async () => {
  const log = new MemoryShardLog();
  log.put(batch(0, [1, 2, 3], { codec: 'gzip' }));
  assert.deepEqual((await load(log)).read, [1, 2, 3]);
});

test('records of unknown types and control batches are passed over', async () => {
  const log = new MemoryShardLog();
  const builder = new BatchBuilder({ baseOffset: 0 });
  builder.add(0, Uint8Array.of(9), Uint8Array.of(1));
  builder.add(0, null, Uint8Array.of(1));
  log.put(builder.build());
  log.put(marker(2, 5, true));
  log.put(batch(3, [4]));
  const { read, result } = await load(log);
  assert.deepEqual(read, [4]);
  assert.equal(result?.unknownCount, 2);
});

test('records of a transaction count when it is committed, and never when it is aborted', async () => {
  const log = new MemoryShardLog();
  const of = (producerId: number) => ({
    isTransactional: true,
    producerId,
    producerEpoch: 0,
    baseSequence: 0,
  });
  log.put(batch(0, [1], of(5)));
  log.put(batch(1, [2], of(6)));
  log.put(batch(2, [3], of(7)));
  log.put(batch(3, [4]));
  log.put(marker(4, 6, false));
  log.put(marker(5, 5, true));
  const { read } = await load(log);
  assert.deepEqual(read, [4, 1]);
});

function marker(baseOffset: number, producerId: number, isCommit: boolean): Uint8Array {
  return buildEndTransactionMarker({
    isCommit,
    producerId,
    producerEpoch: 0,
    coordinatorEpoch: 0,
    timestamp: 0,
    baseOffset,
  });
}
