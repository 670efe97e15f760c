import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ErrorCode } from '@samsa/common';
import { ProducerStates } from './producer-states.ts';

const MAX_SEQUENCE = 2 ** 31 - 1;
const COMMIT = { isAbort: false, coordinatorEpoch: 1 };
const ABORT = { isAbort: true, coordinatorEpoch: 1 };

/** Batches of one producer with epoch 0, each of `size` records from offset and sequence 0 on. */
function statesWith(batchCount: number, size = 2, epoch = 0): ProducerStates {
  const states = new ProducerStates();
  for (let n = 0; n < batchCount; n++) {
    const first = n * size;
    states.appended(7, epoch, first + size - 1, first, first + size - 1, 1000 + n, false);
  }
  return states;
}

function check(states: ProducerStates, epoch: number, sequence: number): ErrorCode {
  return states.check(7, epoch, sequence, false, 'client');
}

test('each of the last five batches is known when it comes again', () => {
  const states = statesWith(7);
  for (let n = 2; n < 7; n++) {
    const found = states.findDuplicate(7, 0, n * 2, n * 2 + 1);
    assert.deepEqual(
      [found?.firstOffset, found?.lastOffset, found?.timestamp],
      [n * 2, n * 2 + 1, 1000 + n],
    );
  }
  assert.equal(states.findDuplicate(7, 0, 2, 3), undefined, 'the sixth is forgotten');
});

test('a batch that overlaps a known one without being it is no retry', () => {
  const states = statesWith(3);
  assert.equal(states.findDuplicate(7, 0, 2, 5), undefined);
  assert.equal(states.findDuplicate(7, 0, 3, 3), undefined);
  assert.equal(states.findDuplicate(7, 1, 2, 3), undefined, 'nor is one of another epoch');
});

test('only the next sequence follows', () => {
  const states = statesWith(2);
  assert.equal(check(states, 0, 4), ErrorCode.NONE);
  assert.equal(check(states, 0, 5), ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER);
  assert.equal(check(states, 0, 2), ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER);
});

test('sequences start over after 2^31 − 1, also inside a batch', () => {
  const states = new ProducerStates();
  states.appended(7, 0, MAX_SEQUENCE, 0, 1, 0, false);
  assert.equal(check(states, 0, 0), ErrorCode.NONE);
  assert.equal(check(states, 0, 1), ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER);
  // Four records from 2^31 − 2 on: the last one has sequence 1.
  states.appended(7, 0, 1, 2, 5, 0, false);
  assert.equal(states.findDuplicate(7, 0, MAX_SEQUENCE - 1, 1)?.firstOffset, 2);
  assert.equal(check(states, 0, 2), ErrorCode.NONE);
});

test('a new epoch begins at sequence 0 and an old one is fenced', () => {
  const states = statesWith(2, 2, 3);
  assert.equal(check(states, 4, 0), ErrorCode.NONE);
  assert.equal(check(states, 4, 1), ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER);
  assert.equal(check(states, 2, 0), ErrorCode.INVALID_PRODUCER_EPOCH);
  states.appended(7, 4, 0, 10, 10, 0, false);
  assert.equal(
    states.findDuplicate(7, 3, 0, 1),
    undefined,
    'batches of the old epoch are forgotten',
  );
});

test('an unknown producer may begin anywhere', () => {
  assert.equal(check(new ProducerStates(), 9, 1234), ErrorCode.NONE);
});

test('followers take what the leader took, whatever its sequence', () => {
  assert.equal(statesWith(2).check(7, 0, 99, false, 'replica'), ErrorCode.NONE);
});

test('a plain batch inside an open transaction is refused', () => {
  const states = new ProducerStates();
  states.appended(7, 0, 0, 0, 0, 0, true);
  assert.equal(states.check(7, 0, 1, false, 'client'), ErrorCode.INVALID_TXN_STATE);
  assert.equal(states.check(7, 0, 1, true, 'client'), ErrorCode.NONE);
});

test('the first unstable offset is that of the oldest open transaction', () => {
  const states = new ProducerStates();
  states.appended(1, 0, 0, 5, 5, 0, true);
  states.appended(2, 0, 0, 6, 6, 0, true);
  assert.equal(states.firstUnstableOffset, 5);
  states.ended(1, 0, COMMIT, 7, 0);
  assert.equal(states.firstUnstableOffset, 5, 'until its marker cannot be lost any more');
  states.committed(7);
  assert.equal(states.firstUnstableOffset, 5, 'the marker itself lies at 7');
  states.committed(8);
  assert.equal(states.firstUnstableOffset, 6);
  assert.equal(states.hasOngoingTransaction(2, 0), true);
  assert.equal(states.hasOngoingTransaction(2, 1), false);
});

test('an abort tells the index its transaction and how far all is decided', () => {
  const states = new ProducerStates();
  states.appended(1, 0, 0, 5, 5, 0, true);
  states.appended(2, 0, 0, 6, 6, 0, true);
  assert.deepEqual(states.ended(2, 0, ABORT, 8, 0), {
    producerId: 2,
    firstOffset: 6,
    lastOffset: 8,
    lastStableOffset: 5,
  });
  assert.equal(states.ended(1, 0, ABORT, 9, 0)?.lastStableOffset, 10);
});

test('a marker that ends nothing leaves no trace in the index', () => {
  const states = new ProducerStates();
  assert.equal(states.ended(1, 0, ABORT, 9, 77), undefined);
  assert.equal(states.firstUnstableOffset, undefined);
  assert.equal(states.producer(1)?.lastTimestamp, 77);
});

test('a marker with a raised epoch fences the old one and starts sequences over', () => {
  const states = new ProducerStates();
  states.appended(1, 0, 4, 5, 9, 0, true);
  states.ended(1, 1, COMMIT, 10, 0);
  assert.equal(states.check(1, 0, 5, true, 'client'), ErrorCode.INVALID_PRODUCER_EPOCH);
  assert.equal(states.check(1, 1, 0, true, 'client'), ErrorCode.NONE);
  assert.equal(states.check(1, 1, 5, true, 'client'), ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER);
});

test('a marker of an older coordinator or producer epoch is fenced, a repeated one is not', () => {
  const states = new ProducerStates();
  states.ended(1, 3, { isAbort: false, coordinatorEpoch: 5 }, 0, 0);
  const marker = (coordinatorEpoch: number) => ({ isAbort: false, coordinatorEpoch });
  assert.equal(states.checkMarker(1, 3, marker(4)), ErrorCode.TRANSACTION_COORDINATOR_FENCED);
  assert.equal(states.checkMarker(1, 2, marker(5)), ErrorCode.INVALID_PRODUCER_EPOCH);
  assert.equal(states.checkMarker(1, 3, marker(5)), ErrorCode.NONE);
});

test('silent producers are forgotten, but not inside a transaction', () => {
  const states = new ProducerStates();
  states.appended(1, 0, 0, 0, 0, 1000, false);
  states.appended(2, 0, 0, 1, 1, 1000, true);
  assert.equal(states.expire(1099, 100), 0);
  assert.equal(states.expire(1100, 100), 1);
  assert.equal(states.producer(1), undefined);
  assert.notEqual(states.producer(2), undefined);
});
