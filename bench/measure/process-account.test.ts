import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';

import { cpuSeconds, memoryUse } from './process-account.ts';

const skip = existsSync('/proc/self/smaps_rollup') ? false : 'only Linux keeps these accounts';

test('the kernel and Node agree on the time this process has used', { skip }, () => {
  const { user, system } = process.cpuUsage();
  assert.ok(Math.abs(cpuSeconds(process.pid) - (user + system) / 1e6) < 0.1);
});

test('the proportional set is a part of the resident set', { skip }, () => {
  const { rssMb, pssMb, threads } = memoryUse(process.pid);
  assert.ok(Math.abs(rssMb - process.memoryUsage.rss() / 1e6) < 20);
  assert.ok(pssMb > 0 && pssMb <= rssMb);
  assert.ok(threads >= 1);
});
