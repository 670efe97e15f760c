// DescribeConfigs and IncrementalAlterConfigs: what is set, what is told of it, and what it does.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { ErrorCode } from '@samsa/common';
import {
  createDescribeConfigsResource,
  DescribeConfigs,
  type DescribeConfigsResourceResult,
  type DescribeConfigsResult,
} from '@samsa/protocol/apis/describe-configs';
import {
  createAlterableConfig,
  createAlterConfigsResource,
  IncrementalAlterConfigs,
} from '@samsa/protocol/apis/incremental-alter-configs';
import { createFetchPartition, createFetchTopic, Fetch } from '@samsa/protocol/apis/fetch';

import { batchOf } from '../../test/batch-of.ts';
import { RunningNode } from '../../test/running-node.ts';

const { INVALID_CONFIG, INVALID_REQUEST, MESSAGE_TOO_LARGE, NONE, UNKNOWN_TOPIC_OR_PARTITION } =
  ErrorCode;
const TOPIC = 2;
const BROKER = 4;
const SET = 0;
const DELETE = 1;
const APPEND = 2;
const SUBTRACT = 3;
/** Where a value is from. Source: Kafka's DescribeConfigs. */
const From = { TOPIC: 1, BROKER: 2, ALL_BROKERS: 3, FILE: 4, DEFAULT: 5 } as const;

let node: RunningNode;

before(async () => {
  node = await RunningNode.start({
    'log.retention.ms': '18000000',
    'log.retention.check.interval.ms': '100',
    'log.initial.task.delay.ms': '100',
  });
});

after(() => node.stop());

async function describe(
  type: number,
  name: string,
  keys: readonly string[] | null,
  { includeSynonyms = false, includeDocumentation = false, version = 4 } = {},
): Promise<DescribeConfigsResult> {
  const { results } = await node.send(
    DescribeConfigs,
    {
      resources: [
        createDescribeConfigsResource({
          resourceType: type,
          resourceName: name,
          configurationKeys: keys,
        }),
      ],
      includeSynonyms,
      includeDocumentation,
    },
    version,
  );
  const [result] = results;
  assert.ok(result !== undefined);
  return result;
}

async function one(
  type: number,
  name: string,
  key: string,
  options = {},
): Promise<DescribeConfigsResourceResult> {
  const { configs } = await describe(type, name, [key], options);
  const [config] = configs;
  assert.ok(config !== undefined, `${key} is not told`);
  return config;
}

type Change = readonly [operation: number, key: string, value: string | null];

async function alter(
  type: number,
  name: string,
  changes: readonly Change[],
  { validateOnly = false } = {},
): Promise<number> {
  const { responses } = await node.send(IncrementalAlterConfigs, {
    resources: [
      createAlterConfigsResource({
        resourceType: type,
        resourceName: name,
        configs: changes.map(([configOperation, key, value]) =>
          createAlterableConfig({ configOperation, name: key, value }),
        ),
      }),
    ],
    validateOnly,
  });
  return responses[0]?.errorCode ?? -1;
}

/** The controller has answered; the broker follows the log a moment later. */
async function until(isTrue: () => Promise<boolean>, limitMs = 5_000): Promise<void> {
  const deadlineMs = performance.now() + limitMs;
  while (!(await isTrue())) {
    assert.ok(performance.now() < deadlineMs, 'it does not come true');
    await sleep(10);
  }
}

async function assertBecomes(key: string, name: string, value: string | null): Promise<void> {
  await until(async () => (await one(TOPIC, name, key)).value === value);
}

test('a topic tells each value with its source and what it would be without that', async () => {
  await node.createTopic('told', { configs: { 'retention.ms': '1000' } });
  const retention = await one(TOPIC, 'told', 'retention.ms', { includeSynonyms: true });
  assert.deepEqual(
    [retention.value, retention.configSource, retention.readOnly, retention.isSensitive],
    ['1000', From.TOPIC, false, false],
  );
  assert.deepEqual(retention.synonyms.slice(0, 2), [
    { name: 'retention.ms', value: '1000', source: From.TOPIC },
    { name: 'log.retention.ms', value: '18000000', source: From.FILE },
  ]);
  assert.ok(retention.synonyms.slice(2).every(({ source }) => source === From.DEFAULT));
  const segment = await one(TOPIC, 'told', 'segment.bytes');
  assert.deepEqual([segment.value, segment.configSource], ['1073741824', From.DEFAULT]);
  assert.deepEqual(segment.synonyms, []);
});

test('all keys are told without a list, with types and, when asked for, with their meaning', async () => {
  await node.createTopic('all-keys');
  const { configs } = await describe(TOPIC, 'all-keys', null, { includeDocumentation: true });
  const names = configs.map(({ name }) => name);
  for (const key of ['cleanup.policy', 'max.message.bytes', 'min.insync.replicas']) {
    assert.ok(names.includes(key));
  }
  for (const { documentation, configType } of configs) {
    assert.notEqual(documentation, null);
    assert.ok(configType > 0);
  }
  const untold = await one(TOPIC, 'all-keys', 'retention.ms');
  assert.equal(untold.documentation, null);
});

test('what is not there is told', async () => {
  assert.equal((await describe(TOPIC, 'nope', null)).errorCode, UNKNOWN_TOPIC_OR_PARTITION);
  assert.equal((await describe(BROKER, '99', null)).errorCode, INVALID_REQUEST);
  assert.equal((await describe(77, 'x', null)).errorCode, INVALID_REQUEST);
  await node.createTopic('no-such-key');
  assert.deepEqual((await describe(TOPIC, 'no-such-key', ['coffee'])).configs, []);
});

test('a broker tells its own values, and those set for all brokers', async () => {
  assert.equal(await alter(BROKER, '', [[SET, 'log.cleaner.backoff.ms', '20000']]), NONE);
  assert.equal(await alter(BROKER, '1', [[SET, 'log.cleaner.backoff.ms', '21000']]), NONE);
  await until(async () => (await one(BROKER, '1', 'log.cleaner.backoff.ms')).value === '21000');
  const backoff = await one(BROKER, '1', 'log.cleaner.backoff.ms', { includeSynonyms: true });
  assert.equal(backoff.configSource, From.BROKER);
  assert.deepEqual(
    backoff.synonyms.map(({ value, source }) => [value, source]),
    [
      ['21000', From.BROKER],
      ['20000', From.ALL_BROKERS],
      ['15000', From.DEFAULT],
    ],
  );
  const shared = await one(BROKER, '', 'log.cleaner.backoff.ms');
  assert.deepEqual([shared.value, shared.configSource], ['20000', From.ALL_BROKERS]);
  const id = await one(BROKER, '1', 'node.id');
  assert.deepEqual([id.value, id.readOnly], ['1', true]);
});

test('values are set, deleted, and taken into and out of lists', async () => {
  const name = 'altered';
  await node.createTopic(name);
  assert.equal(await alter(TOPIC, name, [[SET, 'retention.ms', '77']]), NONE);
  await assertBecomes('retention.ms', name, '77');
  assert.equal(await alter(TOPIC, name, [[APPEND, 'cleanup.policy', 'compact']]), NONE);
  await assertBecomes('cleanup.policy', name, 'delete,compact');
  assert.equal(await alter(TOPIC, name, [[SUBTRACT, 'cleanup.policy', 'delete']]), NONE);
  await assertBecomes('cleanup.policy', name, 'compact');
  const both: Change[] = [
    [DELETE, 'cleanup.policy', null],
    [DELETE, 'retention.ms', null],
  ];
  assert.equal(await alter(TOPIC, name, both), NONE);
  await assertBecomes('cleanup.policy', name, 'delete');
  await assertBecomes('retention.ms', name, '18000000');
});

test('a change that cannot be is refused whole, and a trial changes nothing', async () => {
  const name = 'refused';
  await node.createTopic(name);
  const refusals: readonly (readonly [readonly Change[], number])[] = [
    [[[SET, 'retention.ms', 'soon']], INVALID_CONFIG],
    [[[SET, 'segment.bytes', '1']], INVALID_CONFIG],
    [[[SET, 'coffee', 'black']], INVALID_CONFIG],
    [[[APPEND, 'retention.ms', '1']], INVALID_CONFIG],
    [[[9, 'retention.ms', '1']], INVALID_REQUEST],
    [
      [
        [SET, 'retention.ms', '1'],
        [SET, 'retention.ms', '2'],
      ],
      INVALID_REQUEST,
    ],
    [
      [
        [SET, 'retention.ms', '1'],
        [SET, 'min.insync.replicas', '0'],
      ],
      INVALID_CONFIG,
    ],
  ];
  for (const [changes, expected] of refusals) {
    assert.equal(await alter(TOPIC, name, changes), expected, JSON.stringify(changes));
  }
  assert.equal(
    await alter(TOPIC, 'nope', [[SET, 'retention.ms', '1']]),
    UNKNOWN_TOPIC_OR_PARTITION,
  );
  assert.equal(
    await alter(BROKER, '1', [[SET, 'process.roles', 'broker']]),
    ErrorCode.INVALID_REQUEST,
  );
  const trial = await alter(TOPIC, name, [[SET, 'retention.ms', '5']], { validateOnly: true });
  assert.equal(trial, NONE);
  await sleep(50);
  assert.equal((await one(TOPIC, name, 'retention.ms')).value, '18000000');
});

test('max.message.bytes acts on the next batch', async () => {
  await node.createTopic('limited');
  const large = batchOf(['x'.repeat(5_000)]);
  assert.equal((await node.produceBatch('limited', large)).errorCode, NONE);
  await alter(TOPIC, 'limited', [[SET, 'max.message.bytes', '2000']]);
  await until(async () => {
    const { errorCode } = await node.produceBatch('limited', large);
    return errorCode === MESSAGE_TOO_LARGE;
  });
});

/** Whether records from the beginning of the topic are gone. */
async function isShortened(topicId: string): Promise<boolean> {
  const partitions = [createFetchPartition({ fetchOffset: 0 })];
  const topics = [createFetchTopic({ topicId, partitions })];
  const { responses } = await node.send(Fetch, { maxBytes: 1, topics });
  return responses[0]?.partitions[0]?.errorCode === ErrorCode.OFFSET_OUT_OF_RANGE;
}

test('retention and segment sizes act on what is there', async () => {
  const topicId = await node.createTopic('retained');
  await alter(TOPIC, 'retained', [[SET, 'segment.bytes', `${1024 * 1024}`]]);
  await assertBecomes('segment.bytes', 'retained', `${1024 * 1024}`);
  for (let i = 0; i < 4; i++) await node.produce('retained', ['x'.repeat(700_000)]);
  assert.equal(await isShortened(topicId), false);
  await alter(TOPIC, 'retained', [[SET, 'retention.bytes', '800000']]);
  await until(() => isShortened(topicId));
});

test('what is set for all brokers acts on the topics there that do not say otherwise', async () => {
  const configs = { 'segment.bytes': `${1024 * 1024}` };
  const shortened = await node.createTopic('follows', { configs });
  const kept = await node.createTopic('decides', {
    configs: { ...configs, 'retention.bytes': '-1' },
  });
  for (let i = 0; i < 4; i++) {
    await node.produce('follows', ['x'.repeat(700_000)]);
    await node.produce('decides', ['x'.repeat(700_000)]);
  }
  assert.equal(await alter(BROKER, '', [[SET, 'log.retention.bytes', '800000']]), NONE);
  await until(() => isShortened(shortened));
  assert.equal(await isShortened(kept), false);
  const { value, configSource } = await one(TOPIC, 'follows', 'retention.bytes');
  assert.deepEqual([value, configSource], ['800000', From.ALL_BROKERS]);
});
