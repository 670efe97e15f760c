import assert from 'node:assert/strict';
import { test } from 'node:test';

import { errorName } from '@samsa/common';
import { AlterConfigsRequest } from '@samsa/protocol/apis/alter-configs';
import { IncrementalAlterConfigsRequest } from '@samsa/protocol/apis/incremental-alter-configs';

import { TestController } from '../../test/test-controller.ts';
import { bootstrapRecords } from '../features/bootstrap.ts';
import { CLUSTER_DEFAULT, ConfigResourceType } from '../image/configs-image.ts';
import { configRecord } from '../records.ts';
import { alterConfigs, ConfigOperation, incrementalAlterConfigs } from './alter-configs.ts';

const { TOPIC, BROKER, GROUP, CLIENT_METRICS } = ConfigResourceType;
const { SET, DELETE, APPEND, SUBTRACT } = ConfigOperation;

function cluster(bootstrap = bootstrapRecords()): TestController {
  const controller = new TestController(bootstrap);
  for (const id of [1, 2]) controller.addBroker(id);
  controller.createTopic('t', [[1, 2]], { 'retention.ms': '7' });
  return controller;
}

type Change = readonly [key: string, operation: number, value: string | null];

function incrementally(
  controller: TestController,
  type: number,
  name: string,
  changes: readonly Change[],
  validateOnly = false,
): string {
  const request = IncrementalAlterConfigsRequest.create({
    resources: [
      {
        resourceType: type,
        resourceName: name,
        configs: changes.map(([key, configOperation, value]) => ({
          name: key,
          configOperation,
          value,
        })),
      },
    ],
    validateOnly,
  });
  const [answer] = controller.run((state) => incrementalAlterConfigs(state, request)).responses;
  return `${errorName(answer?.errorCode ?? 0)}: ${answer?.errorMessage ?? ''}`;
}

function topicConfigs(controller: TestController): Record<string, string> {
  return Object.fromEntries(controller.image.configs.topic('t'));
}

test('keys are set and deleted one by one, and the others stay', () => {
  const controller = cluster();
  incrementally(controller, TOPIC, 't', [['segment.ms', SET, '9']]);
  assert.deepEqual(topicConfigs(controller), { 'retention.ms': '7', 'segment.ms': '9' });
  incrementally(controller, TOPIC, 't', [['retention.ms', DELETE, null]]);
  assert.deepEqual(topicConfigs(controller), { 'segment.ms': '9' });
});

test('lists are appended to and subtracted from, beginning with the default', () => {
  const controller = cluster();
  const policy = (operation: number, value: string): string | undefined => {
    incrementally(controller, TOPIC, 't', [['cleanup.policy', operation, value]]);
    return topicConfigs(controller)['cleanup.policy'];
  };
  assert.equal(policy(APPEND, 'compact'), 'delete,compact');
  assert.equal(policy(APPEND, 'compact'), 'delete,compact');
  assert.equal(policy(SUBTRACT, 'delete'), 'compact');
  assert.equal(
    incrementally(controller, TOPIC, 't', [['retention.ms', APPEND, '1']]),
    "INVALID_CONFIG: Can't APPEND to key retention.ms because its type is not LIST.",
  );
});

test('an unchanged value of a topic is not written, one of a broker is', () => {
  const controller = cluster();
  incrementally(controller, TOPIC, 't', [['retention.ms', SET, '7']]);
  assert.equal(controller.written.length, 0);
  incrementally(controller, BROKER, '1', [['log.cleaner.threads', SET, '2']]);
  incrementally(controller, BROKER, '1', [['log.cleaner.threads', SET, '2']]);
  assert.equal(controller.written.length, 1);
});

test('validation alone writes nothing', () => {
  const controller = cluster();
  const answer = incrementally(controller, TOPIC, 't', [['segment.ms', SET, '9']], true);
  assert.equal(answer, 'NONE: ');
  assert.equal(controller.written.length, 0);
});

test('groups, client metrics, brokers and the cluster default have configs too', () => {
  const controller = cluster();
  for (const [type, name] of [
    [GROUP, 'g'],
    [CLIENT_METRICS, 'm'],
    [BROKER, '1'],
    [BROKER, CLUSTER_DEFAULT],
  ] as const) {
    assert.equal(incrementally(controller, type, name, [['key', SET, 'v']]), 'NONE: ');
    assert.equal(controller.image.configs.of(type, name).get('key'), 'v');
  }
});

test('resources that cannot have configs are refused', () => {
  const controller = cluster();
  const refused = (type: number, name: string): string =>
    incrementally(controller, type, name, [['key', SET, 'v']]);
  assert.match(refused(TOPIC, 'none'), /^UNKNOWN_TOPIC_OR_PARTITION: /);
  assert.match(refused(TOPIC, ''), /^INVALID_REQUEST: Default topic resources/);
  assert.match(refused(GROUP, ''), /^INVALID_REQUEST: /);
  assert.match(refused(BROKER, 'one'), /^INVALID_REQUEST: Unable to parse broker name/);
  assert.match(refused(BROKER, '9'), /^BROKER_ID_NOT_REGISTERED: /);
  assert.match(refused(ConfigResourceType.BROKER_LOGGER, '1'), /^INVALID_REQUEST: /);
  assert.match(refused(99, 'x'), /^INVALID_REQUEST: /);
});

test('changes that make no sense are refused', () => {
  const controller = cluster();
  const refused = (...changes: Change[]): string => incrementally(controller, TOPIC, 't', changes);
  assert.match(refused(['retention.ms', SET, null]), /^INVALID_REQUEST: Null value/);
  assert.match(refused(['retention.ms', 7, '1']), /^INVALID_REQUEST: Unknown operation/);
  assert.match(refused(['retention.ms', SET, 'bad']), /^INVALID_CONFIG: Invalid value bad/);
  assert.match(
    refused(['retention.ms', SET, '1'], ['retention.ms', DELETE, null]),
    /^INVALID_REQUEST: .*duplicate/,
  );
  assert.deepEqual(topicConfigs(controller), { 'retention.ms': '7' });
});

test('a resource named twice is refused both times', () => {
  const controller = cluster();
  const resource = { resourceType: TOPIC, resourceName: 't', configs: [] };
  const request = IncrementalAlterConfigsRequest.create({ resources: [resource, resource] });
  const { responses } = controller.run((state) => incrementalAlterConfigs(state, request));
  assert.deepEqual(
    responses.map((one) => errorName(one.errorCode)),
    ['INVALID_REQUEST', 'INVALID_REQUEST'],
  );
});

test('the older request replaces everything that is set', () => {
  const controller = cluster();
  const replace = (configs: { name: string; value: string | null }[]): string => {
    const request = AlterConfigsRequest.create({
      resources: [{ resourceType: TOPIC, resourceName: 't', configs }],
    });
    const [answer] = controller.run((state) => alterConfigs(state, request)).responses;
    return errorName(answer?.errorCode ?? 0);
  };
  assert.equal(replace([{ name: 'segment.ms', value: '9' }]), 'NONE');
  assert.deepEqual(topicConfigs(controller), { 'segment.ms': '9' });
  assert.equal(replace([{ name: 'segment.ms', value: null }]), 'INVALID_REQUEST');
  assert.equal(replace([]), 'NONE');
  assert.deepEqual(topicConfigs(controller), {});
});

test('a changed min.insync.replicas clears the ELR of the topic, or of all topics', () => {
  const controller = cluster();
  const cleared = (): string | undefined => {
    const record = controller.written.find((one) => one.kind === 'ClearElrRecord');
    return record?.kind === 'ClearElrRecord' ? record.value.topicName : undefined;
  };
  incrementally(controller, TOPIC, 't', [['min.insync.replicas', SET, '2']]);
  assert.equal(cleared(), 't');
  incrementally(controller, TOPIC, 't', [['segment.ms', SET, '2']]);
  assert.equal(cleared(), undefined);
  incrementally(controller, BROKER, CLUSTER_DEFAULT, [['min.insync.replicas', SET, '2']]);
  assert.equal(cleared(), '');
});

test('with ELR min.insync.replicas is not set per broker and not removed from the cluster', () => {
  const controller = cluster();
  controller.write([configRecord(BROKER, CLUSTER_DEFAULT, 'min.insync.replicas', '1')]);
  assert.match(
    incrementally(controller, BROKER, '1', [['min.insync.replicas', SET, '2']]),
    /^INVALID_CONFIG: Broker-level/,
  );
  assert.match(
    incrementally(controller, BROKER, CLUSTER_DEFAULT, [['min.insync.replicas', DELETE, null]]),
    /^INVALID_CONFIG: Cluster-level/,
  );
  const withoutElr = cluster(bootstrapRecords({ metadataVersionLevel: 25 }));
  const answer = incrementally(withoutElr, BROKER, '1', [['min.insync.replicas', SET, '2']]);
  assert.equal(answer, 'NONE: ');
  assert.ok(withoutElr.written.every((record) => record.kind !== 'ClearElrRecord'));
});
