import assert from 'node:assert/strict';
import { test } from 'node:test';

import { environmentEntries, gatherConfiguration } from './configuration.ts';

function keys(environment: Readonly<Record<string, string>>): [string, string][] {
  return environmentEntries(environment).map(({ key, value }) => [key, value]);
}

test('a variable is a key: _ for a dot, __ for an underscore, ___ for a dash', () => {
  assert.deepEqual(
    keys({
      KAFKA_LOG_RETENTION_MS: '1',
      KAFKA_A__B___C_D: '2',
      KAFKA_LISTENER_NAME_PLAINTEXT_MAX_CONNECTIONS: '3',
    }),
    [
      ['log.retention.ms', '1'],
      ['a_b-c.d', '2'],
      ['listener.name.plaintext.max.connections', '3'],
    ],
  );
});

test('KAFKA_ wins over KAFKA_CFG_, in whatever order they come', () => {
  for (const environment of [
    { KAFKA_NUM_PARTITIONS: '1', KAFKA_CFG_NUM_PARTITIONS: '2' },
    { KAFKA_CFG_NUM_PARTITIONS: '2', KAFKA_NUM_PARTITIONS: '1' },
  ]) {
    assert.deepEqual(keys(environment).at(-1), ['num.partitions', '1']);
  }
});

test("variables that are not Kafka's, and those of its images that are no keys, are passed over", () => {
  const names = [
    'PATH',
    'kafka_log_dirs',
    'KAFKA_VERSION',
    'KAFKA_HEAP_OPTS',
    'KAFKA_OPTS',
    'KAFKA_JMX_PORT',
    'KAFKA_LOG4J_LOGGERS',
    'KAFKA_GC_LOG_OPTS',
  ];
  assert.deepEqual(keys(Object.fromEntries(names.map((name) => [name, 'x']))), []);
});

test('a node is unconfigured until a file or a variable says what it is', () => {
  const isUnconfigured = (environment: Readonly<Record<string, string>>): boolean =>
    gatherConfiguration(undefined, [], environment).isUnconfigured;
  assert.equal(isUnconfigured({}), true);
  assert.equal(isUnconfigured({ KAFKA_LOG_RETENTION_MS: '1', CLUSTER_ID: 'x' }), true);
  for (const variable of [
    'KAFKA_NODE_ID',
    'KAFKA_BROKER_ID',
    'KAFKA_PROCESS_ROLES',
    'KAFKA_CFG_CONTROLLER_QUORUM_VOTERS',
  ]) {
    assert.equal(isUnconfigured({ [variable]: '1' }), false, variable);
  }
});

test('what stands later wins: profile, file, variables, overrides', () => {
  const { entries, clusterId } = gatherConfiguration(undefined, ['node.id=9', 'a=b=c'], {
    KAFKA_NUM_PARTITIONS: '4',
    CLUSTER_ID: 'abc',
  });
  assert.deepEqual(
    entries.findLast(({ key }) => key === 'node.id'),
    { key: 'node.id', value: '9', source: 'command line', place: '--override' },
  );
  assert.equal(entries.findLast(({ key }) => key === 'a')?.value, 'b=c');
  assert.equal(clusterId, 'abc');
});
