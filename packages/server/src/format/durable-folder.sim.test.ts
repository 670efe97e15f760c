import assert from 'node:assert/strict';
import { test } from 'node:test';

import { simulate } from '@samsa/simulator';

import { makeFolderDurably } from './durable-folder.ts';

test('a folder made durably is there after a power loss, however deep it lies', async () => {
  for (let seed = 1; seed <= 20; seed++) {
    await simulate(seed, async (world) => {
      const host = world.host('h', { powerLossMode: 'hostile' });
      await host.start('p', (platform) => makeFolderDurably(platform.disk, '/a/b/c'));
      host.losePower();
      host.boot();
      let isThere = false;
      await host.start('q', async (platform) => {
        isThere = (await platform.disk.stat('/a/b/c')).isDirectory;
      });
      assert.ok(isThere);
    });
  }
});
