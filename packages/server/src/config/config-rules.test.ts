import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ConfigSource, errorName, KafkaError } from '@samsa/common';
import { CLUSTER_DEFAULT, ConfigResourceType } from '@samsa/metadata';

import { NodeConfigRules } from './config-rules.ts';
import { readNodeConfig, unconfiguredEntries } from './node-config.ts';

const { TOPIC, BROKER, GROUP, CLIENT_METRICS } = ConfigResourceType;

function rules(set: Readonly<Record<string, string>> = {}): NodeConfigRules {
  const given = Object.entries(set).map(([key, value]) => ({
    key,
    value,
    source: ConfigSource.FILE,
  }));
  const { config, problems } = readNodeConfig([...unconfiguredEntries('/data', given), ...given]);
  assert.ok(config !== undefined, problems.join());
  return new NodeConfigRules(config);
}

/** The error by name and message, or `fine`. */
function judged(
  type: number,
  name: string,
  values: Readonly<Record<string, string>>,
  of = rules(),
): string {
  const problem = of.problem(
    type,
    name,
    new Map(Object.entries(values)),
    new Set(Object.keys(values)),
  );
  if (problem === undefined) return 'fine';
  if (problem instanceof KafkaError) return `${errorName(problem.code)}: ${problem.message}`;
  return problem;
}

test('values are checked by the table that declares their key', () => {
  assert.equal(judged(TOPIC, 't', { 'retention.ms': '7' }), 'fine');
  assert.match(judged(TOPIC, 't', { 'retention.ms': 'soon' }), /^Invalid value soon for/);
  assert.equal(judged(BROKER, '1', { 'message.max.bytes': '7' }), 'fine');
  assert.match(judged(BROKER, '1', { 'message.max.bytes': '' }), /^INVALID_REQUEST: Invalid value/);
  assert.match(judged(BROKER, '1', { 'background.threads': 'x' }), /^INVALID_REQUEST: Invalid/);
});

test('keys that nobody declares are refused, except on brokers', () => {
  assert.equal(judged(TOPIC, 't', { 'no.key': '1' }), 'Unknown topic config name: no.key');
  assert.equal(judged(TOPIC, 't', { __proto__: '1', a: '' }), 'Unknown topic config name: a');
  assert.equal(judged(GROUP, 'g', { 'no.key': '1' }), 'Unknown group config name: no.key');
  assert.equal(
    judged(CLIENT_METRICS, 'm', { 'no.key': '1' }),
    'INVALID_REQUEST: Unknown client metrics configuration: no.key',
  );
  assert.equal(judged(BROKER, '1', { 'my.plugin.key': '1' }), 'fine');
});

test('what a running broker cannot change is refused with its reason', () => {
  assert.equal(
    judged(BROKER, '1', { 'node.id': '7', 'log.retention.hours': '1' }),
    'INVALID_REQUEST: Cannot update these configs dynamically: [node.id, log.retention.hours]',
  );
  assert.match(judged(BROKER, '1', { listeners: 'PLAINTEXT://:1' }), /Cannot update these configs/);
  assert.match(judged(BROKER, '1', { 'metrics.listener': ':1' }), /Cannot update these configs/);
  assert.match(
    judged(BROKER, '1', { 'ssl.keystore.location': 'x' }),
    /per-listener using the listener prefix: \[ssl\.keystore\.location\]/,
  );
  assert.match(
    judged(BROKER, CLUSTER_DEFAULT, { 'listener.name.x.ssl.keystore.location': 'x' }),
    /at default cluster level, broker id must be specified/,
  );
});

test('limits of one listener may be set for one broker and for all', () => {
  for (const name of ['1', CLUSTER_DEFAULT]) {
    assert.equal(judged(BROKER, name, { 'listener.name.x.max.connections': '5' }), 'fine');
    assert.match(
      judged(BROKER, name, { 'listener.name.x.max.connections': '-5' }),
      /Invalid value/,
    );
  }
});

test('a key that is taken away is not checked', () => {
  const changed = new Set(['node.id']);
  assert.equal(rules().problem(BROKER, '1', new Map(), changed), undefined);
});

test('a group stays within the bounds that its broker sets', () => {
  const of = rules({ 'group.consumer.min.session.timeout.ms': '10000' });
  const session = (value: string) =>
    judged(GROUP, 'g', { 'consumer.session.timeout.ms': value }, of);
  assert.equal(session('10000'), 'fine');
  assert.match(session('9999'), /greater than or equal to group\.consumer\.min\.session\.timeout/);
  assert.match(session('60001'), /less than or equal to group\.consumer\.max\.session\.timeout/);
  assert.match(session('soon'), /^Invalid value soon/);
  assert.match(
    judged(GROUP, 'g', { 'streams.num.standby.replicas': '9' }),
    /less than or equal to group\.streams\.max\.standby\.replicas/,
  );
});

test('a session of a group lasts longer than the time between two heartbeats', () => {
  const of = rules({
    'group.consumer.min.session.timeout.ms': '1000',
    'group.consumer.min.heartbeat.interval.ms': '1000',
  });
  assert.match(
    judged(GROUP, 'g', { 'consumer.session.timeout.ms': '5000' }, of),
    /^consumer\.session\.timeout\.ms must be greater than consumer\.heartbeat\.interval\.ms$/,
  );
  const both = { 'consumer.session.timeout.ms': '5000', 'consumer.heartbeat.interval.ms': '2000' };
  assert.equal(judged(GROUP, 'g', both, of), 'fine');
});

test('a value of a group that was right before and does not change is not checked again', () => {
  const values = new Map([['from.older.times', 'x']]);
  assert.equal(rules().problem(GROUP, 'g', values, new Set()), undefined);
});

test('where a share group begins is a place or a duration', () => {
  for (const value of ['latest', 'earliest', 'by_duration:PT1H', 'by_duration:P2DT3.5S']) {
    assert.equal(judged(GROUP, 'g', { 'share.auto.offset.reset': value }), 'fine', value);
  }
  for (const value of ['', 'soon', 'by_duration:', 'by_duration:P', 'by_duration:PT']) {
    assert.match(judged(GROUP, 'g', { 'share.auto.offset.reset': value }), /^Invalid/, value);
  }
});

test('a subscription names clients by patterns and keeps its interval within bounds', () => {
  const cases = [
    [{ 'interval.ms': '1000', match: 'client_id=a.*,client_software_name=b' }, /^fine$/],
    [{ 'interval.ms': '1' }, /^INVALID_REQUEST: Invalid value 1 for interval\.ms/],
    [{ 'interval.ms': 'x' }, /^INVALID_CONFIG/],
    [{ match: 'nobody=1' }, /^INVALID_CONFIG: Illegal client matching pattern: nobody=1/],
    [{ match: 'client_id=(' }, /^INVALID_CONFIG/],
    [{ match: 'client_id' }, /^INVALID_CONFIG/],
  ] as const;
  for (const [values, expected] of cases) {
    assert.match(judged(CLIENT_METRICS, 'm', values), expected);
  }
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
  // Only the finest unit counts as set where Kafka tells sources.
  assert.deepEqual(effective({ 'log.retention.hours': '1' }), ['3600000', 5]);
  assert.deepEqual(effective({ 'log.retention.hours': '1', 'log.retention.ms': '5' }), ['5', 4]);
  assert.deepEqual(effective({ 'log.retention.hours': '-1' }), ['-1', 5]);
  assert.deepEqual(effective({}, { 'log.retention.ms': '9' }), ['9', 3]);
  assert.deepEqual(effective({}, { 'log.retention.ms': '9' }, { 'retention.ms': '4' }), ['4', 1]);
});

test('only lists of topics and brokers may be appended to', () => {
  assert.equal(rules().isList(TOPIC, 'cleanup.policy'), true);
  assert.equal(rules().isList(TOPIC, 'retention.ms'), false);
  assert.equal(rules().isList(BROKER, 'log.cleanup.policy'), true);
  assert.equal(rules().isList(CLIENT_METRICS, 'metrics'), false);
  assert.equal(rules().isList(TOPIC, 'no.key'), false);
});

test('an appended list begins with what holds where nothing is set', () => {
  assert.equal(rules().defaultOf(TOPIC, 'cleanup.policy'), 'delete');
  const compacting = rules({ 'log.cleanup.policy': 'compact' });
  assert.equal(compacting.defaultOf(TOPIC, 'cleanup.policy'), 'compact');
});
