// The simulated disk: what survives, what a fault does, and that a missing sync is found.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { type Platform } from '@samsa/common';
import { simulate, type SimProcess, type World } from '@samsa/simulator';

const RECORD_BYTES = 100;

interface TinyLog {
  append(value: number): Promise<void>;
  readonly recovered: readonly number[];
}

/** An append-only file of numbers; `syncs` says which of its duties it remembers. */
function tinyLog(syncs: { data: boolean; names: boolean }): (p: Platform) => Promise<TinyLog> {
  return async ({ disk }) => {
    await disk.mkdir('/data');
    const exists = (await disk.list('/data')).includes('log');
    const file = await disk.open('/data/log', exists ? 'rw' : 'create');
    if (!exists && syncs.names) {
      await disk.syncDir('/');
      await disk.syncDir('/data');
    }
    const recovered: number[] = [];
    const record = new Uint8Array(RECORD_BYTES);
    let end = 0;
    while ((await file.read(record, end)) === RECORD_BYTES) {
      const value = record[0] as number;
      if (value === 0 || record.some((byte) => byte !== value)) break;
      recovered.push(value);
      end += RECORD_BYTES;
    }
    await file.truncate(end);
    return {
      recovered,
      async append(value) {
        const at = end;
        end += RECORD_BYTES;
        assert.equal(file.writeNow([new Uint8Array(RECORD_BYTES).fill(value)], at), RECORD_BYTES);
        if (syncs.data) await file.sync('data');
      },
    };
  };
}

/** Appends until the power goes, and says which acknowledged values are gone after the restart. */
async function lostAfterPowerLoss(
  seed: number,
  syncs: { data: boolean; names: boolean },
): Promise<number[]> {
  let lost: number[] = [];
  await simulate(seed, async (world) => {
    const acked: number[] = [];
    const process = await world.host('h').start('log', tinyLog(syncs));
    const life = process.run(async () => {
      for (let value = 1; value < 200; value++) {
        await process.running?.append(value);
        acked.push(value);
      }
    });
    void life;
    await world.sleep(world.random.fork('when').between(1, 150));
    process.host.losePower();
    process.host.boot();
    await process.start();
    const kept = new Set(process.running?.recovered);
    lost = acked.filter((value) => !kept.has(value));
  });
  return lost;
}

test('a log that syncs its data and its names loses nothing that it has acknowledged', async () => {
  for (let seed = 1; seed <= 60; seed++) {
    const lost = await lostAfterPowerLoss(seed, { data: true, names: true });
    assert.deepEqual(lost, [], `seed ${seed}`);
  }
});

test('a missing data sync is caught by a power loss', async () => {
  let caught = 0;
  for (let seed = 1; seed <= 20; seed++) {
    if ((await lostAfterPowerLoss(seed, { data: false, names: true })).length > 0) caught++;
  }
  assert.ok(caught >= 10, `caught in ${caught} of 20 seeds`);
});

test('a missing sync of the folder is caught by a power loss', async () => {
  let caught = 0;
  for (let seed = 1; seed <= 20; seed++) {
    if ((await lostAfterPowerLoss(seed, { data: true, names: false })).length > 0) caught++;
  }
  assert.ok(caught >= 5, `caught in ${caught} of 20 seeds`);
});

async function withDisk(
  seed: number,
  use: (platform: Platform, world: World, process: SimProcess<Platform>) => Promise<void>,
  options: { diskBytes?: number } = {},
): Promise<void> {
  await simulate(seed, async (world) => {
    const process = await world.host('h', options).start('p', (platform: Platform) => platform);
    await process.run(() => use(process.running as Platform, world, process));
  });
}

test('a killed process leaves the page cache as it was', async () => {
  await withDisk(1, async ({ disk }, _world, process) => {
    const file = disk.openNow('/f', 'create');
    file.writeNow([Buffer.from('hello')], 0);
    process.kill();
    assert.equal(Buffer.from(process.host.disk.peek('/f') ?? []).toString(), 'hello');
  });
});

test('bytes written after a sync has started are not made durable by it', async () => {
  let oldCount = 0;
  for (let seed = 1; seed <= 20; seed++) {
    await withDisk(seed, async ({ disk }, _world, process) => {
      const file = disk.openNow('/f', 'create');
      await disk.syncDir('/');
      file.writeNow([Buffer.alloc(4096, 1)], 0);
      const synced = file.sync('data');
      file.writeNow([Buffer.alloc(4096, 2)], 0);
      await synced;
      process.host.losePower();
      const bytes = process.host.disk.peek('/f') as Uint8Array;
      assert.equal(bytes.length, 4096);
      assert.ok(bytes.every((byte) => byte === 1 || byte === 2));
      if (bytes.every((byte) => byte === 1)) oldCount++;
    });
  }
  assert.ok(oldCount > 0);
});

test('after a failed sync the next one succeeds and the data is lost all the same', async () => {
  await withDisk(2, async ({ disk }, _world, process) => {
    const file = disk.openNow('/f', 'create');
    await disk.syncDir('/');
    file.writeNow([Buffer.alloc(4096, 1)], 0);
    const end = process.host.disk.addFault({ kind: 'eio', operations: ['sync'] });
    await assert.rejects(file.sync('data'), { code: 'EIO' });
    end();
    await file.sync('data');
    process.host.losePower();
    const bytes = process.host.disk.peek('/f') as Uint8Array;
    assert.ok(!bytes.includes(1) || bytes.some((byte) => byte !== 1));
  });
});

test('a full disk takes what fits and then says so', async () => {
  await withDisk(
    3,
    async ({ disk }) => {
      const file = disk.openNow('/f', 'create');
      assert.equal(file.writeNow([new Uint8Array(20_000)], 0), 4 * 4096);
      assert.throws(() => file.writeNow([new Uint8Array(1)], 4 * 4096), { code: 'ENOSPC' });
      assert.equal((await disk.space('/')).freeBytes, 0);
      await file.close();
      await disk.unlink('/f');
      assert.equal((await disk.space('/')).freeBytes, 4 * 4096);
    },
    { diskBytes: 4 * 4096 + 100 },
  );
});

test('a file that was cut and has grown again shows zeros between', async () => {
  await withDisk(4, async ({ disk }) => {
    const file = disk.openNow('/f', 'create');
    file.writeNow([Buffer.alloc(10_000, 7)], 0);
    await file.sync('all');
    file.truncateNow(100);
    file.writeNow([Buffer.alloc(1, 9)], 9_999);
    const bytes = new Uint8Array(10_000);
    assert.equal(file.readNow(bytes, 0), 10_000);
    assert.ok(bytes.subarray(0, 100).every((byte) => byte === 7));
    assert.ok(bytes.subarray(100, 9_999).every((byte) => byte === 0));
  });
});

test('a lock keeps other processes out until its holder ends', async () => {
  await withDisk(5, async ({ disk }, _world, process) => {
    await disk.lock('/.lock');
    const other = await process.host.start('other', (platform: Platform) => platform);
    const otherDisk = (other.running as Platform).disk;
    await assert.rejects(
      other.run(() => otherDisk.lock('/.lock')),
      { code: 'ELOCKED' },
    );
    process.kill();
    await other.run(() => otherDisk.lock('/.lock'));
  });
});

test('a rename that was not synced is wholly there or wholly not after a power loss', async () => {
  const outcomes = new Set<string>();
  for (let seed = 1; seed <= 40; seed++) {
    await withDisk(seed, async ({ disk }, _world, process) => {
      const write = async (path: string, text: string): Promise<void> => {
        const file = await disk.open(path, 'create');
        await file.write([Buffer.from(text)], 0);
        await file.sync('all');
        await file.close();
      };
      await write('/checkpoint', 'old');
      await disk.syncDir('/');
      await write('/checkpoint.tmp', 'new');
      await disk.rename('/checkpoint.tmp', '/checkpoint');
      process.host.losePower();
      outcomes.add(Buffer.from(process.host.disk.peek('/checkpoint') ?? []).toString());
    });
  }
  assert.deepEqual([...outcomes].sort(), ['new', 'old']);
});

test('names wait for the sync of their folder, and only those', async () => {
  await withDisk(7, async ({ disk }, _world, process) => {
    await disk.mkdir('/a/b');
    disk.openNow('/a/b/f', 'create');
    const { tree } = process.host.disk;
    assert.equal(tree.unsyncedCount, 3);
    await disk.syncDir('/a/b');
    assert.equal(tree.unsyncedCount, 2);
    await disk.syncDir('/a');
    await disk.syncDir('/');
    assert.equal(tree.unsyncedCount, 0);
  });
});

test('a rotten bit is read as it is, and a bad page not at all', async () => {
  await withDisk(8, async ({ disk }, _world, process) => {
    const file = disk.openNow('/f', 'create');
    file.writeNow([Buffer.alloc(5000, 1)], 0);
    const [[, data] = assert.fail('the file is there')] = process.host.disk.tree.files('/f');
    assert.ok(data.rot(10, 1));
    const bytes = new Uint8Array(20);
    await file.read(bytes, 0);
    assert.deepEqual([bytes[9], bytes[10]], [1, 3]);
    assert.ok(data.spoil(4500));
    await assert.rejects(file.read(new Uint8Array(100), 4096), { code: 'EIO' });
    await file.read(bytes, 0);
    file.writeNow([Buffer.alloc(904, 2)], 4096);
    assert.equal(await file.read(bytes, 4096), 20);
  });
});

test('files that a program leaves open when it stops are told', async () => {
  await simulate(6, async (world) => {
    const process = await world.host('h').start('p', (platform: Platform) => {
      platform.disk.openNow('/closed', 'create').closeNow();
      platform.disk.openNow('/open', 'create');
      return { stop: async () => {} };
    });
    assert.deepEqual(await process.stop(), ['/open']);
  });
});

test('names come in no particular order', async () => {
  const orders = new Set<string>();
  for (let seed = 1; seed <= 10; seed++) {
    await withDisk(seed, async ({ disk }) => {
      for (const name of ['a', 'b', 'c', 'd']) disk.openNow(`/${name}`, 'create').closeNow();
      orders.add((await disk.list('/')).join(''));
    });
  }
  assert.ok(orders.size > 1);
});
