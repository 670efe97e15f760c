import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { costsOf } from './profile-costs.ts';

const OURS = 'file:///somewhere/packages/storage/src/log/log-writer.ts';

function node(id: number, functionName: string, url: string, children: readonly number[] = []) {
  return { id, callFrame: { functionName, url, lineNumber: 9 }, children };
}

function costs(profile: unknown) {
  const folder = mkdtempSync(join(tmpdir(), 'samsa-bench-'));
  try {
    const path = join(folder, 'x.cpuprofile');
    writeFileSync(path, JSON.stringify(profile));
    return costsOf(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('idle time is no cost, and what others do is charged to the function of ours that asked', () => {
  const result = costs({
    nodes: [
      node(1, '(root)', '', [2, 3]),
      node(2, '(idle)', ''),
      node(3, 'commit', OURS, [4]),
      node(4, 'writeSync', 'node:fs', [5]),
      node(5, 'writeBuffer', ''),
    ],
    samples: [2, 3, 5, 5, 5],
    timeDeltas: [900, 100, 100, 100, 100],
  });
  const commit = 'storage/log/log-writer.ts:10 commit';
  assert.deepEqual(
    result.filter(({ self }) => self > 0),
    [
      { where: `writeBuffer ← ${commit}`, self: 0.75, total: 0.75 },
      { where: commit, self: 0.25, total: 1 },
    ],
  );
});

test('a function that calls itself counts once in its total', () => {
  const [walk] = costs({
    nodes: [node(1, '(root)', '', [2]), node(2, 'walk', OURS, [3]), node(3, 'walk', OURS)],
    samples: [2, 3],
    timeDeltas: [50, 50],
  });
  assert.deepEqual(walk, { where: 'storage/log/log-writer.ts:10 walk', self: 1, total: 1 });
});
