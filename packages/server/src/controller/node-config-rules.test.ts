import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ConfigSource, ConfigValues } from '@samsa/common';
import { ConfigResourceType } from '@samsa/metadata';

import { nodeConfigs } from '../config/node-config.ts';
import { NodeConfigRules } from './node-config-rules.ts';

const { TOPIC, BROKER, GROUP, CLIENT_METRICS } = ConfigResourceType;

function rules(entries: Readonly<Record<string, string>> = {}): NodeConfigRules {
  const { values } = ConfigValues.parse(
    nodeConfigs,
    Object.entries(entries).map(([key, value]) => ({ key, value, source: ConfigSource.FILE })),
  );
  return new NodeConfigRules(values);
}

function problem(type: number, key: string, value: string): string | undefined {
  return rules().problem(type, 'x', new Map([[key, value]]), new Set([key]));
}

test('values are checked by the table that declares their key', () => {
  assert.equal(problem(TOPIC, 'retention.ms', '7'), undefined);
  assert.match(
    problem(TOPIC, 'retention.ms', 'soon') ?? '',
    /^Invalid value soon for configuration/,
  );
  assert.equal(problem(CLIENT_METRICS, 'interval.ms', '1000'), undefined);
  assert.match(problem(CLIENT_METRICS, 'interval.ms', '1') ?? '', /^Invalid value 1 /);
});

test('keys that nobody declares are refused, except on brokers', () => {
  assert.equal(problem(TOPIC, 'no.key', '1'), 'Unknown topic config name: no.key');
  assert.equal(problem(TOPIC, '__proto__', '1'), 'Unknown topic config name: __proto__');
  assert.equal(problem(GROUP, 'no.key', '1'), 'Unknown group config name: no.key');
  assert.equal(
    problem(CLIENT_METRICS, 'no.key', '1'),
    'Unknown client metrics config name: no.key',
  );
  assert.equal(problem(BROKER, 'my.plugin.key', '1'), undefined);
});

test('a key of a running broker that is read at the start alone may not change', () => {
  assert.match(problem(BROKER, 'node.id', '7') ?? '', /^Cannot update these configs dynamically/);
  assert.equal(problem(BROKER, 'log.retention.ms', '7'), undefined);
});

test('a value that was right before and does not change is not checked again', () => {
  const values = new Map([
    ['retention.ms', '7'],
    ['from.older.times', 'x'],
  ]);
  assert.equal(rules().problem(GROUP, 'g', values, new Set()), undefined);
});

test('a topic inherits the strongest broker key that is set, in the unit of its own', () => {
  const effective = (
    set: Readonly<Record<string, string>>,
    dynamic: Readonly<Record<string, string>> = {},
    own: Readonly<Record<string, string>> = {},
  ): [value: string | null | undefined, source: number | undefined] => {
    const all = rules(set).effectiveTopicConfigs(
      new Map(Object.entries(own)),
      new Map(Object.entries(dynamic)),
    );
    const found = all.find((config) => config.name === 'retention.ms');
    return [found?.value, found?.source];
  };
  assert.deepEqual(effective({}), ['604800000', 5]);
  assert.deepEqual(effective({ 'log.retention.hours': '1' }), ['3600000', 4]);
  assert.deepEqual(effective({ 'log.retention.hours': '1', 'log.retention.ms': '5' }), ['5', 4]);
  assert.deepEqual(effective({ 'log.retention.hours': '-1' }), ['-1', 4]);
  assert.deepEqual(effective({}, { 'log.retention.ms': '9' }), ['9', 3]);
  assert.deepEqual(effective({}, { 'log.retention.ms': '9' }, { 'retention.ms': '4' }), ['4', 1]);
});

test('lists and defaults are known, so that they can be appended to', () => {
  assert.equal(rules().isList(TOPIC, 'cleanup.policy'), true);
  assert.equal(rules().isList(TOPIC, 'retention.ms'), false);
  assert.equal(rules().isList(TOPIC, 'no.key'), false);
  assert.equal(rules().defaultOf(TOPIC, 'cleanup.policy'), 'delete');
  assert.equal(
    rules({ 'log.cleanup.policy': 'compact' }).defaultOf(TOPIC, 'cleanup.policy'),
    'compact',
  );
  assert.equal(rules().staticValueOf('min.insync.replicas'), '1');
  assert.equal(rules().staticValueOf('no.key'), null);
});
