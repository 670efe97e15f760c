import assert from 'node:assert/strict';
import { test } from 'node:test';

import { errorName } from '@samsa/common';
import { UpdateFeaturesRequest } from '@samsa/protocol/apis/update-features';

import { registration, TestController } from '../../test/test-controller.ts';
import { bootstrapRecords } from '../features/bootstrap.ts';
import { CLUSTER_DEFAULT } from '../image/configs-image.ts';
import { configRecord } from '../records.ts';
import { registerBroker } from './register-broker.ts';
import { updateFeatures, UpgradeType } from './update-features.ts';

const { UPGRADE, SAFE_DOWNGRADE, UNSAFE_DOWNGRADE } = UpgradeType;

function at(metadataVersionLevel: number): TestController {
  const controller = new TestController(bootstrapRecords({ metadataVersionLevel }));
  controller.addBroker(1);
  return controller;
}

type Update = readonly [feature: string, level: number, upgradeType?: number];

function update(
  controller: TestController,
  updates: readonly Update[],
  options: { readonly validateOnly?: boolean; readonly allowDowngrade?: boolean } = {},
): string {
  const request = UpdateFeaturesRequest.create({
    featureUpdates: updates.map(([feature, maxVersionLevel, upgradeType = UPGRADE]) => ({
      feature,
      maxVersionLevel,
      upgradeType,
      allowDowngrade: options.allowDowngrade ?? false,
    })),
    validateOnly: options.validateOnly ?? false,
  });
  const answer = controller.run((state) => updateFeatures(state, request));
  return `${errorName(answer.errorCode)}: ${answer.errorMessage ?? ''}`;
}

test('levels rise where every node supports them', () => {
  const controller = at(25);
  assert.equal(update(controller, [['metadata.version', 30]]), 'NONE: ');
  assert.equal(controller.image.features.metadataVersion.name, '4.3-IV0');
  assert.equal(update(controller, [['share.version', 1]]), 'NONE: ');
  assert.equal(controller.image.features.levelOf('share.version'), 1);
});

test('validation alone writes nothing, and one bad update stops them all', () => {
  const controller = at(25);
  assert.equal(update(controller, [['share.version', 1]], { validateOnly: true }), 'NONE: ');
  assert.equal(controller.written.length, 0);
  assert.match(
    update(controller, [
      ['share.version', 1],
      ['group.version', 9],
    ]),
    /^INVALID_UPDATE_VERSION: /,
  );
  assert.equal(controller.written.length, 0);
});

test('levels that some node does not support are refused', () => {
  const controller = at(25);
  assert.match(update(controller, [['metadata.version', 99]]), /Local controller only supports/);
  assert.match(update(controller, [['no.version', 1]]), /Local controller does not support/);
  assert.match(update(controller, [['group.version', -1]]), /cannot be less than 0/);
  const old = {
    ...registration(2),
    features: registration(2).features.map((feature) =>
      feature.name === 'metadata.version' ? { ...feature, maxSupportedVersion: 26 } : feature,
    ),
  };
  controller.run((state, context) => registerBroker(state, old, context));
  assert.match(
    update(controller, [['metadata.version', 30]]),
    /Broker 2 only supports versions 7-26/,
  );
  assert.equal(update(controller, [['metadata.version', 26]]), 'NONE: ');
});

test('a downgrade must be asked for as one and may not lose metadata', () => {
  const controller = at(30);
  assert.match(update(controller, [['group.version', 0]]), /without setting the upgrade type/);
  assert.equal(update(controller, [['group.version', 0, SAFE_DOWNGRADE]]), 'NONE: ');
  assert.equal(controller.image.features.levelOf('group.version'), 0);
  const lossy = (type: number): string => update(controller, [['metadata.version', 29, type]]);
  assert.match(lossy(SAFE_DOWNGRADE), /might delete metadata/);
  assert.match(lossy(UNSAFE_DOWNGRADE), /not supported in this version/);
  assert.match(update(controller, [['transaction.version', 2, 9]]), /given upgrade type/);
  assert.match(update(at(29), [['metadata.version', 30, SAFE_DOWNGRADE]]), /to a newer version/);
  assert.equal(update(at(29), [['metadata.version', 27, SAFE_DOWNGRADE]]), 'NONE: ');
});

test('version 0 of the request asks for a downgrade with a flag', () => {
  const controller = at(29);
  const options = { allowDowngrade: true };
  assert.equal(update(controller, [['group.version', 0]], options), 'NONE: ');
});

test('a level whose dependency is missing is refused, also when both come together', () => {
  const controller = at(22);
  const elr: Update = ['eligible.leader.replicas.version', 1];
  assert.match(update(controller, [elr]), /depends on metadata.version level 23/);
  assert.equal(update(controller, [elr, ['metadata.version', 23]]), 'NONE: ');
});

test('with ELR one number for min.insync.replicas holds on every node', () => {
  const controller = at(25);
  controller.write([configRecord(4, '1', 'min.insync.replicas', '3')]);
  update(controller, [['eligible.leader.replicas.version', 1]]);
  const { configs } = controller.image;
  assert.equal(configs.broker(CLUSTER_DEFAULT).get('min.insync.replicas'), '1');
  assert.equal(configs.broker(1).get('min.insync.replicas'), undefined);
});

test('a feature that is named twice is refused', () => {
  const answer = update(at(25), [
    ['share.version', 1],
    ['share.version', 0],
  ]);
  assert.match(answer, /^INVALID_REQUEST: /);
});
