import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { ErrorCode } from '@samsa/common';
import {
  DescribeCluster,
  type DescribeClusterRequest,
} from '@samsa/protocol/apis/describe-cluster';

import { joinPhantom, PHANTOM } from '../../test/phantom-broker.ts';
import { RunningNode } from '../../test/running-node.ts';

const { MISMATCHED_ENDPOINT_TYPE, NONE, UNSUPPORTED_ENDPOINT_TYPE } = ErrorCode;
const BROKERS = 1;
const CONTROLLERS = 2;

let node: RunningNode;

before(async () => {
  node = await RunningNode.start();
});

after(() => node.stop());

function ask(listener: 'broker' | 'controller', fields: Partial<DescribeClusterRequest> = {}) {
  const request = DescribeCluster.request.create({ endpointType: BROKERS, ...fields });
  return node[listener].send(DescribeCluster, request);
}

test('a broker tells the brokers, with one of them to send changes to', async () => {
  const answer = await ask('broker');
  const { host, port } = node.broker.endpoint;
  assert.deepEqual(answer.brokers, [{ brokerId: 1, host, port, rack: null, isFenced: false }]);
  assert.deepEqual(
    [answer.errorCode, answer.clusterId, answer.controllerId, answer.endpointType],
    [NONE, node.node.clusterId, 1, BROKERS],
  );
});

test('a controller tells the controllers, and which one is active', async () => {
  const answer = await ask('controller', { endpointType: CONTROLLERS });
  const { host, port } = node.controller.endpoint;
  assert.deepEqual(answer.brokers, [{ brokerId: 1, host, port, rack: null, isFenced: false }]);
  assert.deepEqual([answer.errorCode, answer.controllerId], [NONE, 1]);
});

test('the other kind of node is not told on a listener, nor one that does not exist', async () => {
  assert.equal(
    (await ask('broker', { endpointType: CONTROLLERS })).errorCode,
    MISMATCHED_ENDPOINT_TYPE,
  );
  assert.equal((await ask('controller')).errorCode, MISMATCHED_ENDPOINT_TYPE);
  for (const endpointType of [0, 3, -1]) {
    const { errorCode, errorMessage } = await ask('broker', { endpointType });
    assert.equal(errorCode, UNSUPPORTED_ENDPOINT_TYPE);
    assert.match(errorMessage ?? '', /endpoint type/);
  }
});

test('fenced brokers are told to those who ask for them', async () => {
  const leave = await joinPhantom(node);
  await leave();
  const alive = await ask('broker');
  assert.deepEqual(
    alive.brokers.map(({ brokerId }) => brokerId),
    [1],
  );
  const all = await ask('broker', { includeFencedBrokers: true });
  assert.deepEqual(
    new Map(all.brokers.map(({ brokerId, isFenced }) => [brokerId, isFenced])),
    new Map<number, boolean>([
      [1, false],
      [PHANTOM.id, true],
    ]),
  );
});

test('the operations of the cluster are told to those who ask', async () => {
  const told = await ask('broker', { includeClusterAuthorizedOperations: true });
  assert.ok(told.clusterAuthorizedOperations > 0);
  assert.equal((await ask('broker')).clusterAuthorizedOperations, -(2 ** 31));
});
