import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { ErrorCode } from '@samsa/common';
import { InitProducerId, type InitProducerIdRequest } from '@samsa/protocol/apis/init-producer-id';

import { RunningNode } from '../../test/running-node.ts';

let node: RunningNode;

before(async () => {
  node = await RunningNode.start();
});

after(() => node.stop({ keepFolder: false }));

function ask(fields: Partial<InitProducerIdRequest> = {}, version?: number) {
  return node.send(InitProducerId, { transactionalId: null, ...fields }, version);
}

test('no two producers get the same id, over several blocks and a restart', async () => {
  const ids: number[] = [];
  for (let i = 0; i < 25; i++) {
    const answers = await Promise.all(Array.from({ length: 100 }, () => ask()));
    ids.push(...answers.map(({ producerId }) => producerId));
  }
  await node.stop({ keepFolder: true });
  node = await RunningNode.start({}, node.folder);
  ids.push((await ask()).producerId);
  assert.equal(new Set(ids).size, 2_501);
  assert.ok(ids.every((id) => id >= 0));
});

test('a producer that has an id and no transactions gets another one', async () => {
  const { producerId } = await ask();
  const answer = await ask({ producerId, producerEpoch: 0 }, 5);
  assert.deepEqual([answer.errorCode, answer.producerEpoch], [ErrorCode.NONE, 0]);
  assert.notEqual(answer.producerId, producerId);
});

test('a transactional id is refused while there are no transactions', async () => {
  const answer = await ask({ transactionalId: 'x', transactionTimeoutMs: 1_000 });
  assert.deepEqual(
    [answer.errorCode, answer.producerId, answer.producerEpoch],
    [ErrorCode.INVALID_REQUEST, -1, -1],
  );
});
