import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { ErrorCode } from '@samsa/common';
import { ApiKey } from '@samsa/protocol';
import { ApiVersions, type ApiVersionsResponse } from '@samsa/protocol/apis/api-versions';

import { RunningNode } from '../../test/running-node.ts';

let node: RunningNode;

before(async () => {
  node = await RunningNode.start();
});

after(() => node.stop());

function ask(
  listener: 'broker' | 'controller',
  version = 4,
  software = { name: 'a-client', version: '1.2.3' },
): Promise<ApiVersionsResponse> {
  const request = ApiVersions.request.create({
    clientSoftwareName: software.name,
    clientSoftwareVersion: software.version,
  });
  return node[listener].send(ApiVersions, request, version);
}

test('each listener tells its own APIs, in the order of their keys', async () => {
  const broker = (await ask('broker')).apiKeys.map(({ apiKey }) => apiKey);
  const controller = (await ask('controller')).apiKeys.map(({ apiKey }) => apiKey);
  assert.deepEqual(
    broker,
    broker.toSorted((a, b) => a - b),
  );
  assert.ok(broker.includes(ApiKey.Produce) && !broker.includes(ApiKey.Vote));
  assert.ok(controller.includes(ApiKey.Vote) && !controller.includes(ApiKey.Produce));
});

test('Produce is told from version 0 on, which clients take for a sign of life', async () => {
  const { apiKeys } = await ask('broker');
  const produce = apiKeys.find(({ apiKey }) => apiKey === ApiKey.Produce);
  assert.deepEqual([produce?.minVersion, produce?.maxVersion], [0, 13]);
});

test('features that begin at level 0 are told from version 4 on', async () => {
  const names = async (version: number): Promise<string[]> =>
    (await ask('broker', version)).supportedFeatures.map(({ name }) => name);
  assert.ok((await names(4)).includes('kraft.version'));
  assert.deepEqual(await names(3), ['metadata.version']);
  assert.deepEqual(await names(2), []);
});

test('the levels in force are those of a new 4.3 cluster, the quorum’s own among them', async () => {
  const { finalizedFeatures, finalizedFeaturesEpoch } = await ask('broker');
  const levels = Object.fromEntries(
    finalizedFeatures.map(({ name, maxVersionLevel }) => [name, maxVersionLevel]),
  );
  assert.deepEqual(levels, {
    'eligible.leader.replicas.version': 1,
    'group.version': 1,
    'kraft.version': 1,
    'metadata.version': 30,
    'share.version': 1,
    'streams.version': 1,
    'transaction.version': 2,
  });
  assert.ok(finalizedFeaturesEpoch > 0);
});

test('client software with a name that is none is refused', async () => {
  for (const [name, version] of [
    ['', '1'],
    ['client', ''],
    ['-client', '1'],
    ['cli ent', '1'],
    ['client', '1\n2'],
  ] as const) {
    const { errorCode } = await ask('broker', 4, { name, version });
    assert.equal(errorCode, ErrorCode.INVALID_REQUEST, JSON.stringify([name, version]));
  }
  // Older versions do not say who they are.
  assert.equal((await ask('broker', 2, { name: '', version: '' })).errorCode, ErrorCode.NONE);
});
