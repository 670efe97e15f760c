// AlterConfigs, ListConfigResources, and the resources of IncrementalAlterConfigs besides topics and
// brokers: groups, client metrics, loggers. And: what is set on a broker acts while it runs.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { errorName } from '@samsa/common';
import { Channel } from '@samsa/network';
import { AlterConfigs } from '@samsa/protocol/apis/alter-configs';
import { DescribeConfigs } from '@samsa/protocol/apis/describe-configs';
import { IncrementalAlterConfigs } from '@samsa/protocol/apis/incremental-alter-configs';
import { ListConfigResources } from '@samsa/protocol/apis/list-config-resources';

import { createNodePlatform } from '../node/node-platform.ts';
import { RunningNode } from '../../test/running-node.ts';

const Type = { TOPIC: 2, BROKER: 4, LOGGER: 8, CLIENT_METRICS: 16, GROUP: 32 } as const;
const Operation = { SET: 0, DELETE: 1, APPEND: 2 } as const;

let node: RunningNode;

before(async () => {
  node = await RunningNode.start();
  await node.createTopic('t');
});

after(() => node.stop());

type Values = Readonly<Record<string, string | null>>;

/** Replaces all values of one resource; the error by name. */
async function replace(
  resourceType: number,
  resourceName: string,
  values: Values,
  { version = 2, channel = node.broker } = {},
): Promise<string> {
  const configs = Object.entries(values).map(([name, value]) => ({ name, value }));
  const { responses } = await channel.send(
    AlterConfigs,
    { resources: [{ resourceType, resourceName, configs }], validateOnly: false },
    version,
  );
  return errorName(responses[0]?.errorCode ?? -1);
}

async function alter(
  resourceType: number,
  resourceName: string,
  values: Values,
  { operation = 0, validateOnly = false, channel = node.broker } = {},
): Promise<string> {
  const configs = Object.entries(values).map(([name, value]) => ({
    name,
    value,
    configOperation: operation,
  }));
  const { responses } = await channel.send(IncrementalAlterConfigs, {
    resources: [{ resourceType, resourceName, configs }],
    validateOnly,
  });
  return errorName(responses[0]?.errorCode ?? -1);
}

/** Each key with value and source, as `key=value (source)`; its synonyms behind it. */
async function described(
  resourceType: number,
  resourceName: string,
  keys: readonly string[],
): Promise<string[]> {
  const { results } = await node.broker.send(
    DescribeConfigs,
    DescribeConfigs.request.create({
      resources: [{ resourceType, resourceName, configurationKeys: keys }],
      includeSynonyms: true,
    }),
  );
  const [result] = results;
  if (result?.errorCode !== 0) return [errorName(result?.errorCode ?? -1)];
  return result.configs.map(({ name, value, configSource, synonyms }) =>
    [
      `${name}=${value} (${configSource})`,
      ...synonyms.map((synonym) => `${synonym.name}=${synonym.value} (${synonym.source})`),
    ].join(' < '),
  );
}

test('AlterConfigs replaces everything that was set, in every version', async () => {
  for (const version of [0, 1, 2]) {
    assert.equal(await replace(Type.TOPIC, 't', { 'retention.ms': '5' }, { version }), 'NONE');
    assert.equal(await replace(Type.TOPIC, 't', { 'flush.messages': '7' }, { version }), 'NONE');
    assert.deepEqual(await described(Type.TOPIC, 't', ['retention.ms', 'flush.messages']), [
      'flush.messages=7 (1) < flush.messages=7 (1) < log.flush.interval.messages=9223372036854775807 (5)',
      'retention.ms=604800000 (5)',
    ]);
  }
  assert.equal(await replace(Type.TOPIC, 't', {}), 'NONE');
});

test('AlterConfigs refuses what it cannot do, on both listeners', async () => {
  for (const channel of [node.broker, node.controller]) {
    const refused = (type: number, name: string, values: Values) =>
      replace(type, name, values, { channel });
    assert.equal(await refused(Type.TOPIC, 't', { 'retention.ms': null }), 'INVALID_REQUEST');
    assert.equal(await refused(Type.TOPIC, 't', { 'retention.ms': 'x' }), 'INVALID_CONFIG');
    assert.equal(await refused(Type.TOPIC, 'none', {}), 'UNKNOWN_TOPIC_OR_PARTITION');
    assert.equal(await refused(Type.BROKER, '1', { 'node.id': '1' }), 'INVALID_REQUEST');
    assert.equal(await refused(Type.LOGGER, '1', { root: 'INFO' }), 'INVALID_REQUEST');
  }
  assert.equal(await replace(0, 'x', {}), 'INVALID_REQUEST');
  assert.equal(await replace(0, 'x', {}, { channel: node.controller }), 'UNSUPPORTED_VERSION');
});

test('a resource that is named twice is refused twice, and the others are changed', async () => {
  const set = (name: string, value: string) => ({
    resourceType: Type.TOPIC,
    resourceName: name,
    configs: [{ name: 'retention.ms', value, configOperation: Operation.SET }],
  });
  await node.createTopic('once');
  const { responses } = await node.broker.send(IncrementalAlterConfigs, {
    resources: [set('t', '1'), set('once', '2'), set('t', '3')],
    validateOnly: false,
  });
  assert.deepEqual(
    responses.map(({ resourceName, errorCode }) => `${resourceName} ${errorName(errorCode)}`),
    ['t INVALID_REQUEST', 'once NONE', 't INVALID_REQUEST'],
  );
  assert.match((await described(Type.TOPIC, 'once', ['retention.ms']))[0] ?? '', /=2 \(1\)/);
});

test('a group has the values of its broker until it sets its own', async () => {
  const key = 'consumer.session.timeout.ms';
  assert.deepEqual(await described(Type.GROUP, 'g', [key]), [
    `${key}=45000 (5) < group.${key}=45000 (5)`,
  ]);
  assert.equal(await alter(Type.GROUP, 'g', { [key]: '50000' }), 'NONE');
  assert.deepEqual(await described(Type.GROUP, 'g', [key]), [
    `${key}=50000 (8) < ${key}=50000 (8) < group.${key}=45000 (5)`,
  ]);
  assert.equal(await alter(Type.GROUP, 'g', { [key]: '1' }), 'INVALID_CONFIG');
  assert.equal(await alter(Type.GROUP, '', { [key]: '50000' }), 'INVALID_REQUEST');
  assert.deepEqual(await described(Type.GROUP, '', [key]), ['INVALID_REQUEST']);
});

test('a client-metrics subscription is kept and told', async () => {
  assert.equal(await alter(Type.CLIENT_METRICS, 'm', { 'interval.ms': '1000' }), 'NONE');
  assert.deepEqual(await described(Type.CLIENT_METRICS, 'm', ['interval.ms', 'metrics']), [
    'interval.ms=1000 (7) < interval.ms=1000 (7)',
    'metrics= (5)',
  ]);
  assert.equal(await alter(Type.CLIENT_METRICS, 'm', { 'interval.ms': '1' }), 'INVALID_REQUEST');
  assert.equal(await alter(Type.CLIENT_METRICS, 'm', { match: 'x=1' }), 'INVALID_CONFIG');
  const append = { operation: Operation.APPEND };
  assert.equal(await alter(Type.CLIENT_METRICS, 'm', { metrics: 'a' }, append), 'INVALID_CONFIG');
});

test('the level of the root logger changes while the node runs', async () => {
  assert.deepEqual(await described(Type.LOGGER, '1', ['root']), ['root=ERROR (6)']);
  const dry = { validateOnly: true };
  assert.equal(await alter(Type.LOGGER, '1', { root: 'FATAL' }, dry), 'NONE');
  assert.equal(await alter(Type.LOGGER, '1', { root: 'WARN' }), 'NONE');
  assert.deepEqual(await described(Type.LOGGER, '1', ['root']), ['root=WARN (6)']);
  const { controller: channel } = node;
  assert.equal(await alter(Type.LOGGER, '1', { root: 'ERROR' }, { channel }), 'NONE');
  assert.deepEqual(await described(Type.LOGGER, '1', ['root']), ['root=ERROR (6)']);
});

test('other loggers, levels, operations and nodes are refused', async () => {
  const cases = [
    ['1', { 'kafka.server.X': 'WARN' }, Operation.SET, 'INVALID_CONFIG'],
    ['1', { root: 'LOUD' }, Operation.SET, 'INVALID_CONFIG'],
    ['1', { root: null }, Operation.SET, 'INVALID_REQUEST'],
    ['1', { root: null }, Operation.DELETE, 'INVALID_REQUEST'],
    ['1', { root: 'WARN' }, Operation.APPEND, 'INVALID_REQUEST'],
    ['2', { root: 'WARN' }, Operation.SET, 'INVALID_REQUEST'],
    ['x', { root: 'WARN' }, Operation.SET, 'INVALID_REQUEST'],
    ['', { root: 'WARN' }, Operation.SET, 'INVALID_REQUEST'],
  ] as const;
  for (const [name, values, operation, error] of cases) {
    assert.equal(await alter(Type.LOGGER, name, values, { operation }), error);
  }
  assert.deepEqual(await described(Type.LOGGER, '2', ['root']), ['INVALID_REQUEST']);
});

test('what can be configured is listed by type', async () => {
  const list = async (resourceTypes: readonly number[], version = 1): Promise<string[]> => {
    const { errorCode, configResources } = await node.broker.send(
      ListConfigResources,
      { resourceTypes },
      version,
    );
    if (errorCode !== 0) return [errorName(errorCode)];
    return configResources.map(
      ({ resourceType, resourceName }) => `${resourceType} ${resourceName}`,
    );
  };
  assert.equal(await alter(Type.GROUP, 'g', { 'share.isolation.level': 'read_committed' }), 'NONE');
  assert.equal(await alter(Type.CLIENT_METRICS, 'm', { 'interval.ms': '1000' }), 'NONE');
  assert.deepEqual((await list([])).slice(0, 4), ['32 g', '16 m', '8 1', '4 1']);
  assert.ok((await list([])).includes('2 t'));
  assert.deepEqual(await list([4, 32]), ['32 g', '4 1']);
  assert.deepEqual(await list([], 0), ['16 m']);
  assert.deepEqual(await list([77]), ['UNSUPPORTED_VERSION']);
});

test('a broker changes its own configuration only, a controller that of any broker it knows', async () => {
  const limit = { 'max.connections': '1000' };
  assert.equal(await alter(Type.BROKER, '3', limit), 'INVALID_REQUEST');
  assert.equal(await alter(Type.BROKER, 'x', limit), 'INVALID_REQUEST');
  const { controller: channel } = node;
  assert.equal(await alter(Type.BROKER, '3', limit, { channel }), 'BROKER_ID_NOT_REGISTERED');
});

test('what topics inherit from brokers acts at once, and stops with its deletion', async () => {
  await node.createTopic('sized');
  const long = 'x'.repeat(500);
  for (const broker of ['1', '']) {
    assert.equal(await alter(Type.BROKER, broker, { 'message.max.bytes': '300' }), 'NONE');
    await assert.rejects(node.produce('sized', [long]), /error 10/);
    const remove = { operation: Operation.DELETE };
    assert.equal(await alter(Type.BROKER, broker, { 'message.max.bytes': null }, remove), 'NONE');
    await node.produce('sized', [long]);
  }
});

test('a value of the topic itself wins over the one of its broker', async () => {
  await node.createTopic('own', { configs: { 'max.message.bytes': '10000' } });
  assert.equal(await alter(Type.BROKER, '1', { 'message.max.bytes': '300' }), 'NONE');
  await node.produce('own', ['x'.repeat(500)]);
  const remove = { operation: Operation.DELETE };
  assert.equal(await alter(Type.BROKER, '1', { 'message.max.bytes': null }, remove), 'NONE');
});

test('limits of connections meet the next connection', async () => {
  const platform = createNodePlatform({ logLevel: 'error', logFormat: 'text' });
  const connect = () =>
    Channel.connect(platform, node.broker.endpoint, {
      clientId: 'another',
      requestTimeoutMs: 5_000,
    });
  const remove = { operation: Operation.DELETE };
  for (const key of ['max.connections.per.ip', 'listener.name.plaintext.max.connections']) {
    assert.equal(await alter(Type.BROKER, '1', { [key]: '1' }), 'NONE');
    await assert.rejects(connect(), key);
    assert.equal(await alter(Type.BROKER, '1', { [key]: null }, remove), 'NONE');
    (await connect()).close();
  }
});
