import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  checkFetchPosition,
  isUpToDate,
  type OffsetAndEpoch,
  type ReplicatedLog,
  truncationOffset,
} from './replicated-log.ts';

/** Ends of epochs, oldest first; the log begins at the end of `snapshot`. */
function logOf(epochEnds: readonly OffsetAndEpoch[], snapshot?: OffsetAndEpoch): ReplicatedLog {
  const startOffset = snapshot?.endOffset ?? 0;
  const last = epochEnds.at(-1) ?? snapshot ?? { endOffset: 0, epoch: 0 };
  return {
    startOffset,
    endOffset: last.endOffset,
    lastEpoch: last.epoch,
    latestSnapshot: snapshot,
    earliestSnapshot: snapshot,
    endOffsetForEpoch: (epoch) =>
      epochEnds.findLast((end) => end.epoch <= epoch) ?? {
        endOffset: startOffset,
        epoch: snapshot?.epoch ?? 0,
      },
  };
}

const LOG = logOf([
  { epoch: 1, endOffset: 5 },
  { epoch: 3, endOffset: 9 },
]);

test('a follower whose log is a prefix may fetch on', () => {
  assert.deepEqual(checkFetchPosition(LOG, 0, 0), { kind: 'valid' });
  assert.deepEqual(checkFetchPosition(LOG, 5, 1), { kind: 'valid' });
  assert.deepEqual(checkFetchPosition(LOG, 9, 3), { kind: 'valid' });
});

test('a follower with records that the leader lacks is told where the logs part', () => {
  assert.deepEqual(checkFetchPosition(LOG, 7, 1), {
    kind: 'diverging',
    at: { epoch: 1, endOffset: 5 },
  });
  assert.deepEqual(checkFetchPosition(LOG, 7, 2), {
    kind: 'diverging',
    at: { epoch: 1, endOffset: 5 },
  });
  assert.deepEqual(checkFetchPosition(LOG, 10, 3), {
    kind: 'diverging',
    at: { epoch: 3, endOffset: 9 },
  });
});

test('a follower below the log, and one with nothing, gets a snapshot', () => {
  const id = { endOffset: 5, epoch: 1 };
  const log = logOf([{ epoch: 3, endOffset: 9 }], id);
  assert.deepEqual(checkFetchPosition(log, 4, 1), { kind: 'snapshot', id });
  assert.deepEqual(checkFetchPosition(log, 0, 0), { kind: 'snapshot', id });
  assert.deepEqual(checkFetchPosition(log, 5, 0), { kind: 'snapshot', id });
  assert.deepEqual(checkFetchPosition(log, 5, 1), { kind: 'valid' });
});

test('a follower cuts to the end of the epoch that both know, not further', () => {
  assert.equal(truncationOffset(LOG, { epoch: 3, endOffset: 7 }), 7);
  assert.equal(truncationOffset(LOG, { epoch: 3, endOffset: 20 }), 9);
  assert.equal(truncationOffset(LOG, { epoch: 2, endOffset: 8 }), 5);
});

test('of two logs the one with the higher last epoch wins, and then the longer one', () => {
  assert.ok(isUpToDate(LOG, 4, 1));
  assert.ok(isUpToDate(LOG, 3, 9));
  assert.ok(!isUpToDate(LOG, 3, 8));
  assert.ok(!isUpToDate(LOG, 2, 100));
});
