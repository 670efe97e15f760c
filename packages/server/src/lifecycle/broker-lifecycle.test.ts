import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ConfigValues, ErrorCode, KafkaError } from '@samsa/common';
import { bootstrapRecords } from '@samsa/metadata';
import { type Api } from '@samsa/protocol';
import {
  type BrokerHeartbeatRequest,
  type BrokerHeartbeatResponse,
} from '@samsa/protocol/apis/broker-heartbeat';

import { controllerConfigs } from '../controller/controller-configs.ts';
import { ManualPlatform, settled } from '../controller/testing/manual-platform.ts';
import { MemorySource } from '../controller/testing/memory-source.ts';
import { MetadataPublisher } from '../metadata/metadata-publisher.ts';
import { BrokerLifecycle } from './broker-lifecycle.ts';
import { BrokerState } from './broker-state.ts';

/** Answers as the test says, and notes what it was asked. */
class ScriptedController {
  readonly heartbeats: BrokerHeartbeatRequest[] = [];
  readonly registrationErrors: ErrorCode[] = [];
  registrations = 0;
  brokerEpoch = 7;
  heartbeat: Partial<BrokerHeartbeatResponse> | Error = {};

  send<Q, R>(api: Api<Q, R>, request: Q): Promise<R> {
    if (api.name === 'BrokerRegistration') {
      this.registrations++;
      const errorCode = this.registrationErrors.shift() ?? ErrorCode.NONE;
      const response = { throttleTimeMs: 0, errorCode, brokerEpoch: this.brokerEpoch };
      return Promise.resolve(response as R);
    }
    const heartbeat = request as BrokerHeartbeatRequest;
    this.heartbeats.push(heartbeat);
    if (this.heartbeat instanceof Error) return Promise.reject(this.heartbeat);
    const response: BrokerHeartbeatResponse = {
      throttleTimeMs: 0,
      errorCode: ErrorCode.NONE,
      isCaughtUp: true,
      isFenced: heartbeat.wantFence,
      shouldShutDown: false,
      ...this.heartbeat,
    };
    return Promise.resolve(response as R);
  }
}

function testBroker(): {
  manual: ManualPlatform;
  source: MemorySource;
  controller: ScriptedController;
  broker: BrokerLifecycle;
} {
  const manual = new ManualPlatform();
  const source = new MemorySource();
  const metadata = new MetadataPublisher(manual.platform);
  metadata.follow(source);
  const controller = new ScriptedController();
  const broker = new BrokerLifecycle({
    platform: manual.platform,
    channel: controller,
    metadata,
    values: ConfigValues.of(controllerConfigs, {}),
    nodeId: 1,
    clusterId: 'c',
    incarnationId: 'AAAAAAAAAAAAAAAAAAAABg',
    rack: null,
    listeners: [],
    directoryIds: ['AAAAAAAAAAAAAAAAAAAABw'],
    previousBrokerEpoch: -1,
  });
  return { manual, source, controller, broker };
}

/** The log up to offset 7, at which the broker's registration stands. */
function catchUp(source: MemorySource): void {
  source.receive(1, bootstrapRecords());
  source.receive(1, []);
  source.receive(1, []);
}

test('a broker that is ready is unfenced without waiting for a heartbeat interval', async () => {
  const { manual, source, controller, broker } = testBroker();
  catchUp(source);
  broker.readyToUnfence();
  broker.start();
  await settled();
  await broker.whenUnfenced();
  assert.equal(broker.state, BrokerState.RUNNING);
  assert.equal(broker.brokerEpoch, 7);
  assert.equal(manual.nowMs, 1_000_000);
  assert.equal(controller.heartbeats.length, 1);
  assert.equal(controller.heartbeats[0]?.wantFence, false);
  broker.close();
});

test('it wants to stay fenced until its metadata holds its registration and it is ready', async () => {
  const { manual, source, controller, broker } = testBroker();
  broker.start();
  await settled();
  assert.equal(controller.heartbeats.at(-1)?.wantFence, true);
  broker.readyToUnfence();
  await settled();
  assert.equal(controller.heartbeats.at(-1)?.wantFence, true);
  assert.equal(broker.state, BrokerState.STARTING);
  catchUp(source);
  await settled();
  assert.equal(controller.heartbeats.at(-1)?.wantFence, false);
  assert.equal(controller.heartbeats.at(-1)?.currentMetadataOffset, 7);
  assert.equal(broker.state, BrokerState.RUNNING);
  await manual.advance(0);
  broker.close();
});

test('heartbeats come at their interval and go on after one that failed', async () => {
  const { manual, source, controller, broker } = testBroker();
  catchUp(source);
  broker.readyToUnfence();
  broker.start();
  await settled();
  const first = controller.heartbeats.length;
  await manual.advance(2000);
  assert.equal(controller.heartbeats.length, first + 1);
  controller.heartbeat = new KafkaError(ErrorCode.REQUEST_TIMED_OUT, 'nobody there');
  await manual.advance(2000);
  controller.heartbeat = {};
  await manual.advance(2000);
  assert.equal(controller.heartbeats.length, first + 3);
  assert.ok(manual.events.includes('warn heartbeat failed'));
  broker.close();
});

test('a registration refused while an older session lives is tried again, other refusals are final', async () => {
  const { manual, source, controller, broker } = testBroker();
  catchUp(source);
  controller.registrationErrors.push(ErrorCode.DUPLICATE_BROKER_REGISTRATION);
  broker.start();
  await manual.advance(200);
  assert.equal(await broker.whenRegistered(), 7);
  assert.equal(controller.registrations, 2);
  broker.close();

  const other = testBroker();
  other.controller.registrationErrors.push(ErrorCode.INCONSISTENT_CLUSTER_ID);
  other.broker.start();
  await assert.rejects(other.broker.whenRegistered(), /INCONSISTENT_CLUSTER_ID/);
  await assert.rejects(other.broker.whenUnfenced(), /INCONSISTENT_CLUSTER_ID/);
});

test('controlled shutdown asks at once and ends when the controller lets go', async () => {
  const { manual, source, controller, broker } = testBroker();
  catchUp(source);
  broker.readyToUnfence();
  broker.start();
  await settled();
  const stopping = broker.beginControlledShutdown();
  await settled();
  assert.equal(broker.state, BrokerState.PENDING_CONTROLLED_SHUTDOWN);
  assert.equal(controller.heartbeats.at(-1)?.wantShutDown, true);
  controller.heartbeat = { shouldShutDown: true };
  await manual.advance(50);
  await stopping;
  assert.equal(broker.state, BrokerState.SHUTTING_DOWN);
  broker.close();
  assert.equal(broker.state, BrokerState.NOT_RUNNING);
});

test('controlled shutdown ends where no controller is left to allow it', async () => {
  const { manual, source, controller, broker } = testBroker();
  catchUp(source);
  broker.readyToUnfence();
  broker.start();
  await settled();
  controller.heartbeat = new KafkaError(ErrorCode.REQUEST_TIMED_OUT, 'nobody there');
  await broker.beginControlledShutdown();
  assert.equal(broker.state, BrokerState.SHUTTING_DOWN);
  broker.close();
  assert.equal(manual.timerCount, 0);
});

test('a failed directory is reported at once and in every heartbeat after', async () => {
  const { manual, source, controller, broker } = testBroker();
  catchUp(source);
  broker.readyToUnfence();
  broker.start();
  await settled();
  broker.reportOfflineDirectories(['AAAAAAAAAAAAAAAAAAAABw']);
  await settled();
  assert.deepEqual(controller.heartbeats.at(-1)?.offlineLogDirs, ['AAAAAAAAAAAAAAAAAAAABw']);
  await manual.advance(2000);
  assert.deepEqual(controller.heartbeats.at(-1)?.offlineLogDirs, ['AAAAAAAAAAAAAAAAAAAABw']);
  broker.close();
});

test('a closed broker keeps no timer and its waiters are told', async () => {
  const { manual, broker } = testBroker();
  broker.start();
  await settled();
  const waiting = assert.rejects(broker.whenUnfenced(), /stops/);
  broker.close();
  await waiting;
  assert.equal(manual.timerCount, 0);
});
