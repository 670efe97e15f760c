// UpdateFeatures (api 57): raises or lowers finalized feature levels, where every node can follow.

import { ErrorCode, KafkaError, type Outcome } from '@samsa/common';
import {
  type FeatureUpdateKey,
  type UpdateFeaturesRequest,
  type UpdateFeaturesResponse,
} from '@samsa/protocol/apis/update-features';
import { type MetadataRecord } from '@samsa/protocol/metadata-record';

import { ELR_VERSION, missingDependency, SUPPORTED_FEATURES } from '../features/feature-levels.ts';
import { isLossyDowngrade, METADATA_VERSION } from '../features/metadata-version.ts';
import { type VersionRange } from '../image/broker-registration.ts';
import { CLUSTER_DEFAULT, ConfigResourceType } from '../image/configs-image.ts';
import { configRecord, featureLevelRecord } from '../records.ts';
import { attempt } from './bounded-records.ts';
import { type ControllerState } from './controller-state.ts';

/** Kafka's FeatureUpdate.UpgradeType. */
export const UpgradeType = { UPGRADE: 1, SAFE_DOWNGRADE: 2, UNSAFE_DOWNGRADE: 3 } as const;

const UPDATE_FAILED =
  'The update failed for all features since the following feature had an error: ';

const MIN_INSYNC_REPLICAS = 'min.insync.replicas';

/** All updates or none. `kraft.version` is not decided here but by the quorum. */
export function updateFeatures(
  state: ControllerState,
  request: UpdateFeaturesRequest,
): Outcome<MetadataRecord, UpdateFeaturesResponse> {
  const proposed = new Map<string, number>();
  for (const { feature, maxVersionLevel } of request.featureUpdates) {
    proposed.set(feature, maxVersionLevel);
  }
  const levelOf = (name: string): number =>
    proposed.get(name) ?? state.image.features.levelOf(name);

  const records: MetadataRecord[] = [];
  const error = attempt(() => {
    if (proposed.size !== request.featureUpdates.length) {
      throw new KafkaError(ErrorCode.INVALID_REQUEST, 'A feature is named more than once.');
    }
    for (const update of request.featureUpdates) {
      checkUpdate(state, update, levelOf);
      records.push(featureLevelRecord(update.feature, update.maxVersionLevel));
      if (update.feature === ELR_VERSION && update.maxVersionLevel > 0) {
        records.push(...minInsyncReplicasForElr(state));
      }
    }
  });
  if (error.errorCode !== ErrorCode.NONE) {
    const errorMessage = `${UPDATE_FAILED}${error.errorMessage}`;
    const { errorCode } = error;
    return {
      records: [],
      response: { throttleTimeMs: 0, errorCode, errorMessage, results: [] },
    };
  }
  return {
    records: request.validateOnly ? [] : records,
    response: {
      throttleTimeMs: 0,
      ...error,
      results: request.featureUpdates.map(({ feature }) => ({ feature, ...error })),
    },
  };
}

function checkUpdate(
  state: ControllerState,
  update: FeatureUpdateKey,
  levelOf: (feature: string) => number,
): void {
  const { feature, maxVersionLevel: level } = update;
  const refuse = (why: string): never => {
    const what =
      feature === METADATA_VERSION
        ? `Invalid metadata.version ${level}.`
        : `Invalid update version ${level} for feature ${feature}.`;
    throw new KafkaError(ErrorCode.INVALID_UPDATE_VERSION, `${what} ${why}`);
  };
  const type = upgradeTypeOf(update);
  if (type < UpgradeType.UPGRADE || type > UpgradeType.UNSAFE_DOWNGRADE) {
    refuse('The controller does not support the given upgrade type.');
  }
  if (level < 0) refuse('A feature version cannot be less than 0.');
  const problem = unsupportedBy(state, feature, level);
  if (problem !== undefined) refuse(problem);

  const current = state.image.features.levelOf(feature);
  if (level < current && type === UpgradeType.UPGRADE) {
    refuse(
      "Can't downgrade the version of this feature without setting the upgrade type to either " +
        'safe or unsafe downgrade.',
    );
  }
  if (level > current && type !== UpgradeType.UPGRADE)
    refuse("Can't downgrade to a newer version.");
  if (feature === METADATA_VERSION && isLossyDowngrade(current, level)) {
    refuse(
      type === UpgradeType.UNSAFE_DOWNGRADE
        ? 'Unsafe metadata downgrade is not supported in this version.'
        : 'Refusing to perform the requested downgrade because it might delete metadata information.',
    );
  }
  const missing = missingDependency(feature, level, levelOf);
  if (missing !== undefined) refuse(missing);
}

/** Version 0 of the request knows only a flag. */
function upgradeTypeOf(update: FeatureUpdateKey): number {
  return update.allowDowngrade ? UpgradeType.SAFE_DOWNGRADE : update.upgradeType;
}

const NOT_SUPPORTED: VersionRange = { min: 0, max: 0 };

function unsupportedBy(state: ControllerState, feature: string, level: number): string | undefined {
  const local = outside('Local controller', level, SUPPORTED_FEATURES.get(feature));
  if (local !== undefined) return local;
  const { brokers, controllers } = state.image.cluster;
  for (const broker of brokers.values()) {
    const problem = outside(`Broker ${broker.id}`, level, broker.features.get(feature));
    if (problem !== undefined) return problem;
  }
  for (const controller of controllers.values()) {
    if (controller.id === state.settings.nodeId) continue;
    const problem = outside(`Controller ${controller.id}`, level, controller.features.get(feature));
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function outside(
  who: string,
  level: number,
  range: VersionRange = NOT_SUPPORTED,
): string | undefined {
  if (level >= range.min && level <= range.max) return undefined;
  // Level 0 switches a feature off, which a node that does not know it can follow.
  if (level === 0 && range.min === 0) return undefined;
  if (range.max === 0) return `${who} does not support this feature.`;
  return `${who} only supports versions ${range.min}-${range.max}`;
}

/** With ELR every node judges an ISR by one number: the cluster's, or the topic's. */
function minInsyncReplicasForElr(state: ControllerState): MetadataRecord[] {
  const records: MetadataRecord[] = [];
  const { configs } = state.image;
  if (!configs.broker(CLUSTER_DEFAULT).has(MIN_INSYNC_REPLICAS)) {
    const value =
      configs.broker(state.settings.nodeId).get(MIN_INSYNC_REPLICAS) ??
      state.settings.configRules.staticValueOf(MIN_INSYNC_REPLICAS) ??
      '1';
    const { BROKER } = ConfigResourceType;
    records.push(configRecord(BROKER, CLUSTER_DEFAULT, MIN_INSYNC_REPLICAS, value));
  }
  for (const { type, name, values } of configs.resources()) {
    if (type !== ConfigResourceType.BROKER || name === CLUSTER_DEFAULT) continue;
    if (values.has(MIN_INSYNC_REPLICAS)) {
      records.push(configRecord(type, name, MIN_INSYNC_REPLICAS, null));
    }
  }
  return records;
}
