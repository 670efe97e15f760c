// Registration, heartbeats, fencing and unregistration of brokers.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ErrorCode, errorName, KafkaError } from '@samsa/common';
import { BrokerHeartbeatRequest } from '@samsa/protocol/apis/broker-heartbeat';
import { type BrokerRegistrationRequest } from '@samsa/protocol/apis/broker-registration';

import {
  directoryOf,
  registration,
  SESSION_TIMEOUT_MS,
  TestController,
  uuidOf,
} from '../../test/test-controller.ts';
import { bootstrapRecords } from '../features/bootstrap.ts';
import { partitionChangeRecord } from '../records.ts';
import { brokerHeartbeat, fenceStaleBroker, nextSessionExpiryMs } from './broker-heartbeat.ts';
import { ControllerState } from './controller-state.ts';
import { registerBroker, unregisterBroker } from './register-broker.ts';

function refusal(run: () => unknown): string {
  try {
    run();
    return 'NONE';
  } catch (error) {
    if (!(error instanceof KafkaError)) throw error;
    return `${errorName(error.code)}: ${error.message}`;
  }
}

function registrationRefusal(
  controller: TestController,
  fields: Partial<BrokerRegistrationRequest>,
): string {
  return refusal(() =>
    controller.run((state, context) =>
      registerBroker(state, { ...registration(2), ...fields }, context),
    ),
  );
}

test('a new broker is fenced and its epoch is the offset of its record', () => {
  const controller = new TestController();
  const offset = controller.nextOffset;
  assert.equal(controller.register(1), offset);
  const broker = controller.state.broker(1);
  assert.deepEqual(
    [broker?.epoch, broker?.isFenced, broker?.isInControlledShutdown],
    [offset, true, false],
  );
  assert.deepEqual(broker?.directories, [directoryOf(1)]);
});

test('the same incarnation registers again under its epoch and stays unfenced', () => {
  const controller = new TestController();
  const epoch = controller.addBroker(1);
  assert.equal(controller.register(1, { rack: 'r' }), epoch);
  assert.equal(controller.state.broker(1)?.isFenced, false);
  assert.equal(controller.state.broker(1)?.rack, 'r');
});

test('another incarnation is refused while the session lives, and taken when it has ended', () => {
  const controller = new TestController();
  const epoch = controller.addBroker(1);
  const other = { incarnationId: uuidOf('other') };
  const answer = refusal(() => controller.register(1, other));
  assert.match(answer, /^DUPLICATE_BROKER_REGISTRATION/);
  controller.nowMs += SESSION_TIMEOUT_MS + 1;
  assert.ok(controller.register(1, other) > epoch);
  assert.equal(controller.state.broker(1)?.isFenced, true);
});

test('another incarnation of a fenced broker is taken at once', () => {
  const controller = new TestController();
  controller.register(1);
  controller.register(1, { incarnationId: uuidOf('other') });
  assert.equal(controller.state.broker(1)?.incarnationId, uuidOf('other'));
});

test('a broker that only the previous controller heard of does not keep its next incarnation out', () => {
  const controller = new TestController();
  const epoch = controller.addBroker(1);
  const { image, state, context } = controller;
  const other = registration(1, { incarnationId: uuidOf('other') });
  const successor = new ControllerState(image, state.settings, controller.nowMs);
  assert.ok(registerBroker(successor, other, context).response.brokerEpoch > epoch);

  const another = new ControllerState(image, state.settings, controller.nowMs);
  const heartbeat = BrokerHeartbeatRequest.create({ brokerId: 1, brokerEpoch: epoch });
  brokerHeartbeat(another, heartbeat, context);
  const answer = refusal(() => registerBroker(another, other, context));
  assert.match(answer, /^DUPLICATE_BROKER_REGISTRATION/);
});

test('registrations that cannot belong here are refused', () => {
  const controller = new TestController();
  controller.addBroker(1);
  const refused = (fields: Partial<BrokerRegistrationRequest>): string =>
    registrationRefusal(controller, fields);
  assert.match(refused({ clusterId: 'other' }), /^INCONSISTENT_CLUSTER_ID/);
  assert.match(refused({ isMigratingZkBroker: true }), /^BROKER_ID_NOT_REGISTERED/);
  assert.match(refused({ logDirs: [] }), /^INVALID_REGISTRATION: No directories/);
  assert.match(refused({ logDirs: ['AAAAAAAAAAAAAAAAAAAAAg'] }), /^INVALID_REGISTRATION: Reserved/);
  const twice = [directoryOf(2), directoryOf(2)];
  assert.match(refused({ logDirs: twice }), /^INVALID_REGISTRATION: Duplicate/);
  assert.match(
    refused({ logDirs: [directoryOf(1)] }),
    /^INVALID_REGISTRATION: Broker 1 is already/,
  );
});

test('a broker must support every finalized feature level', () => {
  const controller = new TestController();
  const { features } = registration(2);
  const without = features.filter((feature) => feature.name !== 'group.version');
  assert.match(
    registrationRefusal(controller, { features: without }),
    /^UNSUPPORTED_VERSION: .*finalized version 1 of group.version.*between 0 and 0/,
  );
  const old = { name: 'metadata.version', minSupportedVersion: 7, maxSupportedVersion: 29 };
  assert.match(
    registrationRefusal(controller, { features: [...without, old] }),
    /^UNSUPPORTED_VERSION: .*finalized version 30 of metadata.version/,
  );
  assert.match(registrationRefusal(controller, { features: [] }), /^UNSUPPORTED_VERSION: /);
});

test('an older metadata.version writes the registration in its own version, without directories', () => {
  const controller = new TestController(bootstrapRecords({ metadataVersionLevel: 14 }));
  controller.register(1);
  const [record] = controller.written;
  assert.equal(record?.kind === 'RegisterBrokerRecord' ? record.version : -1, 2);
  assert.deepEqual(controller.state.broker(1)?.directories, []);
});

test('after an unclean stop a broker leaves ISR and ELR, after a clean one only the ISR', () => {
  const shrunken = (): TestController => {
    const controller = new TestController();
    for (const id of [1, 2, 3]) controller.addBroker(id);
    controller.createTopic('t', [[1, 2, 3]], { 'min.insync.replicas': '3' });
    controller.heartbeat(1, { wantFence: true });
    assert.deepEqual([controller.partition('t').isr, controller.partition('t').elr], [[2, 3], [1]]);
    return controller;
  };
  const clean = shrunken();
  const previousBrokerEpoch = clean.state.broker(1)?.epoch ?? -1;
  clean.register(1, { incarnationId: uuidOf('next'), previousBrokerEpoch });
  assert.deepEqual(clean.partition('t').elr, [1]);

  const unclean = shrunken();
  unclean.register(1, { incarnationId: uuidOf('next') });
  assert.deepEqual(unclean.partition('t').elr, []);
  assert.equal(unclean.state.broker(1)?.epoch, unclean.nextOffset - 1);
});

test('a heartbeat of another epoch, or of nobody, is refused', () => {
  const controller = new TestController();
  const epoch = controller.addBroker(1);
  const stale = refusal(() => controller.heartbeat(1, { brokerEpoch: epoch - 1 }));
  assert.match(stale, /^STALE_BROKER_EPOCH: Expected broker epoch/);
  assert.match(
    refusal(() => controller.heartbeat(9)),
    /^STALE_BROKER_EPOCH: No broker/,
  );
});

test('a broker is unfenced when it has caught up with its registration and wants to be', () => {
  const controller = new TestController();
  const epoch = controller.register(1);
  const behind = controller.heartbeat(1, { currentMetadataOffset: epoch - 1 });
  assert.deepEqual([behind.isCaughtUp, behind.isFenced], [false, true]);
  const unwilling = controller.heartbeat(1, { wantFence: true });
  assert.deepEqual([unwilling.isCaughtUp, unwilling.isFenced], [true, true]);
  const willing = controller.heartbeat(1);
  assert.equal(willing.isFenced, false);
  assert.equal(controller.state.broker(1)?.isFenced, false);
  controller.heartbeat(1);
  assert.equal(controller.written.length, 0);
});

test('a fenced broker leads nothing and is in no ISR that has others', () => {
  const controller = new TestController();
  for (const id of [1, 2]) controller.addBroker(id);
  controller.createTopic('t', [[1, 2]]);
  assert.equal(controller.heartbeat(1, { wantFence: true }).isFenced, true);
  assert.deepEqual([controller.partition('t').isr, controller.partition('t').leader], [[2], 2]);
  const last = controller.written.at(-1);
  assert.equal(last?.kind, 'BrokerRegistrationChangeRecord');
});

test('an unfenced broker gets the leadership that nobody has', () => {
  const controller = new TestController();
  for (const id of [1, 2]) controller.addBroker(id);
  controller.createTopic('t', [[1]]);
  controller.createTopic('u', [[2]]);
  controller.heartbeat(1, { wantFence: true });
  assert.equal(controller.partition('t').leader, -1);
  controller.heartbeat(1);
  assert.deepEqual([controller.partition('t').leader, controller.partition('t').isr], [1, [1]]);
  assert.equal(controller.partition('u').partitionEpoch, 0);
});

test('a broker that is asked to stop is let go when it leads nothing and the others know', () => {
  const controller = new TestController();
  for (const id of [1, 2]) controller.addBroker(id);
  controller.createTopic('t', [[1, 2]]);
  controller.heartbeat(2);
  const before = controller.nextOffset - 1;
  const asked = controller.heartbeat(1, { wantShutDown: true });
  assert.deepEqual([asked.shouldShutDown, asked.isFenced], [false, false]);
  assert.equal(controller.state.broker(1)?.isInControlledShutdown, true);
  assert.equal(controller.partition('t').leader, 2);

  controller.heartbeat(2, { currentMetadataOffset: before });
  assert.equal(controller.heartbeat(1, { wantShutDown: true }).shouldShutDown, false);
  controller.heartbeat(2);
  assert.equal(controller.heartbeat(1, { wantShutDown: true }).shouldShutDown, true);
  assert.equal(controller.state.broker(1)?.isFenced, true);
  assert.equal(controller.heartbeat(1, { wantShutDown: true }).shouldShutDown, true);
  assert.equal(controller.written.length, 0);
});

test('a broker that leads nothing is let go at once', () => {
  const controller = new TestController();
  for (const id of [1, 2]) controller.addBroker(id);
  controller.createTopic('t', [[2]]);
  assert.equal(controller.heartbeat(1, { wantShutDown: true }).shouldShutDown, true);
});

test('a broker in controlled shutdown does not come back into an ISR by a new topic', () => {
  const controller = new TestController();
  for (const id of [1, 2]) controller.addBroker(id);
  controller.createTopic('t', [[1, 2]]);
  controller.heartbeat(1, { wantShutDown: true });
  controller.createTopic('u', [[1, 2]]);
  assert.deepEqual(controller.partition('u').isr, [2]);
});

test('partitions in a failed directory get other leaders, and only those', () => {
  const controller = new TestController();
  controller.addBroker(1, { directories: [uuidOf('a'), uuidOf('b')] });
  controller.addBroker(2);
  for (const name of ['t', 'u']) controller.createTopic(name, [[1, 2]]);
  for (const [name, directory] of [
    ['t', uuidOf('a')],
    ['u', uuidOf('b')],
  ] as const) {
    const directories = [directory, directoryOf(2)];
    const { id } = controller.topic(name);
    const { metadataVersion } = controller.image.features;
    controller.write([partitionChangeRecord(id, 0, { directories }, metadataVersion)]);
  }
  controller.heartbeat(1, { offlineLogDirs: [uuidOf('a')] });
  assert.deepEqual([controller.partition('t').leader, controller.partition('t').isr], [2, [2]]);
  assert.equal(controller.partition('u').leader, 1);
  assert.deepEqual(controller.state.broker(1)?.directories, [uuidOf('b')]);
  controller.heartbeat(1, { offlineLogDirs: [uuidOf('a')] });
  assert.equal(controller.written.length, 0);
});

test('a broker whose directory of a replica failed does not lead that replica', () => {
  const controller = new TestController();
  controller.addBroker(1, { directories: [uuidOf('a'), uuidOf('b')] });
  controller.addBroker(2);
  const { id } = controller.createTopic('t', [[2, 1]]);
  const { metadataVersion } = controller.image.features;
  const directories = [directoryOf(2), uuidOf('a')];
  controller.write([partitionChangeRecord(id, 0, { directories }, metadataVersion)]);
  controller.heartbeat(1, { offlineLogDirs: [uuidOf('a')] });
  controller.write([partitionChangeRecord(id, 0, { isr: [2, 1] }, metadataVersion)]);
  controller.heartbeat(2, { wantFence: true });
  assert.equal(controller.partition('t').leader, -1);
});

test('cordoned directories are written when they change', () => {
  const controller = new TestController();
  controller.addBroker(1);
  controller.heartbeat(1, { cordonedLogDirs: [] });
  assert.deepEqual(controller.state.broker(1)?.cordonedDirectories, []);
  controller.heartbeat(1, { cordonedLogDirs: [] });
  assert.equal(controller.written.length, 0);
  controller.heartbeat(1, { cordonedLogDirs: [directoryOf(1)] });
  assert.deepEqual(controller.state.broker(1)?.cordonedDirectories, [directoryOf(1)]);
});

test('brokers whose sessions end together are fenced one after the other', () => {
  const controller = new TestController();
  for (const id of [1, 2, 3]) controller.addBroker(id);
  controller.createTopic('t', [[1, 2, 3]]);
  assert.equal(nextSessionExpiryMs(controller.state), controller.nowMs + SESSION_TIMEOUT_MS);
  controller.nowMs += SESSION_TIMEOUT_MS + 1;
  controller.heartbeat(3);
  const fence = (): number | undefined =>
    controller.run((state, context) => fenceStaleBroker(state, context));
  assert.equal(fence(), 1);
  assert.deepEqual([controller.partition('t').leader, controller.partition('t').isr], [2, [2, 3]]);
  assert.equal(fence(), 2);
  assert.deepEqual([controller.partition('t').leader, controller.partition('t').isr], [3, [3]]);
  assert.equal(fence(), undefined);
});

test('an unregistered broker leaves every ISR and ELR, and an unknown one is refused', () => {
  const controller = new TestController();
  for (const id of [1, 2, 3]) controller.addBroker(id);
  controller.createTopic('t', [[1, 2, 3]], { 'min.insync.replicas': '3' });
  controller.heartbeat(1, { wantFence: true });
  const unregister = (brokerId: number): ErrorCode =>
    controller.run((state) => unregisterBroker(state, { brokerId })).errorCode as ErrorCode;
  assert.equal(unregister(1), ErrorCode.NONE);
  assert.equal(controller.state.broker(1), undefined);
  assert.deepEqual(controller.partition('t').elr, []);
  assert.match(
    refusal(() => unregister(9)),
    /^BROKER_ID_NOT_REGISTERED/,
  );
});
