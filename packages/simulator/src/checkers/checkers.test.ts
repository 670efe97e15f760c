// Each checker against hand-made histories: a good one passes, and each bad one is named.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Ledger } from '../run/ledger.ts';
import { History, type ReadRecord, type Send } from '../workload/history.ts';
import { checkHistory } from './history-checkers.ts';

const AT = { topic: 't', partition: 0 };

/** A history in the making; time is a step per act. */
class Draft {
  nowMs = 0;
  readonly history = new History(() => this.nowMs);
  readonly #positions = new Map<string, number>();

  send(
    values: string[],
    baseOffset: number,
    options: Partial<Pick<Send, 'outcome' | 'acks' | 'error' | 'process'>> = {},
  ): this {
    this.nowMs++;
    const send = this.history.beginSend({
      ...AT,
      process: options.process ?? 'p1',
      values,
      acks: options.acks ?? -1,
      isIdempotent: true,
      producerId: 1,
      sequence: 0,
      invokedMs: this.nowMs,
    });
    this.nowMs++;
    this.history.endSend(send, options.outcome ?? 'ok', baseOffset);
    send.error = options.error;
    return this;
  }

  poll(
    records: [number, string][],
    highWatermark: number,
    options: { to?: number; from?: number } = {},
  ): this {
    this.nowMs++;
    const fetchOffset = options.from ?? this.#positions.get('c1') ?? 0;
    const nextOffset = options.to ?? (records.at(-1)?.[0] ?? fetchOffset - 1) + 1;
    this.#positions.set('c1', nextOffset);
    this.history.polls.push({
      ...AT,
      process: 'c1',
      session: 0,
      fetchOffset,
      nextOffset,
      records: asRecords(records),
      logStartOffset: 0,
      lastStableOffset: highWatermark,
      highWatermark,
      invoked: this.history.next(),
      invokedMs: this.nowMs,
      completed: this.history.next(),
      completedMs: this.nowMs,
    });
    return this;
  }

  latest(offset: number): this {
    this.nowMs++;
    this.history.latestOffsets.push({
      ...AT,
      process: 'c1',
      offset,
      invoked: this.history.next(),
      invokedMs: this.nowMs,
      completed: this.history.next(),
      completedMs: this.nowMs,
    });
    return this;
  }

  end(records: [number, string][], startOffset = 0): this {
    this.history.finalReads.push({
      ...AT,
      startOffset,
      endOffset: (records.at(-1)?.[0] ?? -1) + 1,
      records: asRecords(records),
    });
    return this;
  }
}

function asRecords(records: [number, string][]): ReadRecord[] {
  return records.map(([offset, value]) => ({ offset, value }));
}

function rulesBroken(draft: Draft, ledger = new Ledger(false)): string[] {
  return [...checkHistory(draft.history, ledger).counts.keys()].sort();
}

function powerLossAt(atMs: number, syncsBeforeAck: boolean): Ledger {
  const ledger = new Ledger(syncsBeforeAck);
  ledger.add({ atMs, kind: 'power-loss', host: 'h' });
  return ledger;
}

const good = (): Draft =>
  new Draft()
    .send(['a', 'b'], 0)
    .poll(
      [
        [0, 'a'],
        [1, 'b'],
      ],
      2,
    )
    .latest(2)
    .send(['c'], 2)
    .latest(3)
    .poll([[2, 'c']], 3)
    .end([
      [0, 'a'],
      [1, 'b'],
      [2, 'c'],
    ]);

test('a good history breaks no rule', () => {
  assert.deepEqual(rulesBroken(good()), []);
});

test('an unknown send may be in the log once, or never', () => {
  const never = new Draft().send(['a'], -1, { outcome: 'unknown' }).end([]);
  assert.deepEqual(rulesBroken(never), []);
  const once = new Draft().send(['a'], -1, { outcome: 'unknown' }).end([[0, 'a']]);
  assert.deepEqual(rulesBroken(once), []);
});

const bad: Record<string, { draft: Draft; broken: string[] }> = {
  'an acknowledged record that is gone is a lost write': {
    draft: new Draft().send(['a', 'b'], 0).end([[0, 'a']]),
    broken: ['lost-write'],
  },
  'a log with a hole is broken, whatever was lost': {
    draft: new Draft().send(['a'], -1, { outcome: 'unknown' }).end([[4, 'a']]),
    broken: ['L3'],
  },
  'an acknowledged record at another offset is a lost write': {
    draft: new Draft()
      .send(['a'], 0)
      .send(['x'], -1, { outcome: 'unknown' })
      .end([
        [0, 'x'],
        [1, 'a'],
      ]),
    broken: ['inconsistent-offsets', 'lost-write'],
  },
  'a value twice in the log is a duplicate': {
    draft: new Draft().send(['a'], 0).end([
      [0, 'a'],
      [1, 'a'],
    ]),
    broken: ['duplicate'],
  },
  'a value that was refused and is in the log is an aborted read': {
    draft: new Draft().send(['a'], -1, { outcome: 'failed' }).end([[0, 'a']]),
    broken: ['G1a'],
  },
  'a value that nobody sent is a phantom': {
    draft: new Draft().end([[0, 'a']]),
    broken: ['phantom'],
  },
  'a record that changes after it was consumed is inconsistent': {
    draft: new Draft()
      .send(['a'], -1, { outcome: 'unknown' })
      .send(['b'], -1, { outcome: 'unknown' })
      .poll([[0, 'a']], 1)
      .end([[0, 'b']]),
    broken: ['inconsistent-offsets'],
  },
  'an answer that goes back within itself is nonmonotonic': {
    draft: new Draft()
      .send(['a', 'b'], 0)
      .poll(
        [
          [1, 'b'],
          [0, 'a'],
        ],
        2,
        { to: 2 },
      )
      .end([
        [0, 'a'],
        [1, 'b'],
      ]),
    broken: ['int-nonmonotonic-poll'],
  },
  'an answer that goes back behind the one before is nonmonotonic': {
    draft: new Draft()
      .send(['a'], 0)
      .poll([[0, 'a']], 1)
      .poll([[0, 'a']], 1, { from: 1, to: 1 })
      .end([[0, 'a']]),
    broken: ['nonmonotonic-poll'],
  },
  'an answer that leaves a record out skips': {
    draft: new Draft()
      .send(['a', 'b', 'c'], 0)
      .poll(
        [
          [0, 'a'],
          [2, 'c'],
        ],
        3,
      )
      .end([
        [0, 'a'],
        [1, 'b'],
        [2, 'c'],
      ]),
    broken: ['int-poll-skip'],
  },
  'sends that are told falling offsets are nonmonotonic': {
    draft: new Draft()
      .send(['a'], 1)
      .send(['b'], 0)
      .end([
        [0, 'b'],
        [1, 'a'],
      ]),
    broken: ['nonmonotonic-send'],
  },
  'a refused sequence without any loss is wrong': {
    draft: new Draft()
      .send(['a'], 0)
      .send(['b'], -1, { outcome: 'failed', error: 'OUT_OF_ORDER_SEQUENCE_NUMBER' })
      .end([[0, 'a']]),
    broken: ['sequence-refused'],
  },
  'a record above the high watermark is seen too early': {
    draft: new Draft()
      .send(['a'], 0)
      .poll([[0, 'a']], 0)
      .end([[0, 'a']]),
    broken: ['above-high-watermark'],
  },
  'an end that falls for one client is wrong': {
    draft: new Draft().latest(3).latest(2).end([]),
    broken: ['L4'],
  },
  'an end before an acknowledged record is stale': {
    draft: new Draft()
      .send(['a'], 0)
      .latest(0)
      .end([[0, 'a']]),
    broken: ['stale-latest'],
  },
};

for (const [name, { draft, broken }] of Object.entries(bad)) {
  test(name, () => assert.deepEqual(rulesBroken(draft), broken));
}

test('a high watermark below the last stable offset is out of bounds', () => {
  const draft = good();
  const poll = draft.history.polls[0];
  assert.ok(poll !== undefined);
  draft.history.polls[0] = { ...poll, lastStableOffset: poll.highWatermark + 1 };
  assert.deepEqual(rulesBroken(draft), ['L7']);
});

test('a consumer whose position is beyond the end lost what it had read', () => {
  const draft = good();
  const reset = {
    ...AT,
    process: 'c1',
    fromOffset: 5,
    logStartOffset: 0,
    latestOffset: 3,
    completedMs: 9,
  };
  draft.history.resets.push(reset);
  assert.deepEqual(rulesBroken(draft), ['position-lost']);
  assert.deepEqual(rulesBroken(draft, powerLossAt(5, true)), []);
});

test('a power loss after the acknowledgement explains a lost write', () => {
  const draft = new Draft().send(['a'], 0).end([]);
  assert.deepEqual(rulesBroken(draft, powerLossAt(5, false)), []);
});

test('a power loss before the send explains nothing', () => {
  const draft = new Draft().send(['a'], 0).end([]);
  assert.deepEqual(rulesBroken(draft, powerLossAt(0.5, false)), ['lost-write']);
});

test('a power loss does not explain the loss of what is synced before it is acknowledged', () => {
  const draft = new Draft().send(['a'], 0).end([]);
  assert.deepEqual(rulesBroken(draft, powerLossAt(5, true)), ['lost-write']);
});

test('no fault explains a duplicate', () => {
  const draft = new Draft().send(['a'], 0).end([
    [0, 'a'],
    [1, 'a'],
  ]);
  assert.deepEqual(rulesBroken(draft, powerLossAt(5, false)), ['duplicate']);
});
