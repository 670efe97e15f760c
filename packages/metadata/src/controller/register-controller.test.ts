import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ErrorCode, KafkaError } from '@samsa/common';
import {
  type ControllerRegistrationResponse,
  ControllerRegistrationRequest,
} from '@samsa/protocol/apis/controller-registration';

import { TestController, uuidOf } from '../../test/test-controller.ts';
import { bootstrapRecords } from '../features/bootstrap.ts';
import { registerController } from './register-controller.ts';

const REQUEST = ControllerRegistrationRequest.create({
  controllerId: 7,
  incarnationId: uuidOf('seven'),
  listeners: [{ name: 'CONTROLLER', host: 'h', port: 9093, securityProtocol: 0 }],
  features: [{ name: 'group.version', minSupportedVersion: 0, maxSupportedVersion: 1 }],
});

function register(controller: TestController): ControllerRegistrationResponse {
  return controller.run((state) => registerController(state, REQUEST));
}

test('a controller is registered with its listeners and features', () => {
  const controller = new TestController();
  assert.equal(register(controller).errorCode, ErrorCode.NONE);
  const registered = controller.image.cluster.controllers.get(7);
  assert.equal(registered?.incarnationId, uuidOf('seven'));
  assert.deepEqual(registered?.listeners, REQUEST.listeners);
  assert.deepEqual(registered?.features.get('group.version'), { min: 0, max: 1 });
});

test('a cluster that cannot write it down refuses the registration', () => {
  const controller = new TestController(bootstrapRecords({ metadataVersionLevel: 14 }));
  assert.throws(
    () => register(controller),
    (error) => error instanceof KafkaError && error.code === ErrorCode.UNSUPPORTED_VERSION,
  );
});
