// BrokerRegistration (api 62) and UnregisterBroker (api 64): who may be a broker of this cluster.

import { ErrorCode, KafkaError, type Outcome } from '@samsa/common';
import {
  type BrokerRegistrationRequest,
  type BrokerRegistrationResponse,
} from '@samsa/protocol/apis/broker-registration';
import {
  type UnregisterBrokerRequest,
  type UnregisterBrokerResponse,
} from '@samsa/protocol/apis/unregister-broker';
import { type MetadataRecord } from '@samsa/protocol/metadata-record';

import { METADATA_VERSION, MINIMUM_METADATA_VERSION } from '../features/metadata-version.ts';
import { type BrokerRegistration } from '../image/broker-registration.ts';
import { type RecordValue } from '../records.ts';
import { forgetIncarnation, unregister } from './broker-fencing.ts';
import { type ControllerState, type DecisionContext } from './controller-state.ts';

/** Directory ids below this number have a meaning of their own. Source: KIP-858. */
const RESERVED_DIRECTORY_IDS = 100;

/**
 * The broker's epoch is the offset of its record, so that it rises for ever. The same incarnation may
 * register again, when an answer was lost, and keeps its epoch.
 */
export function registerBroker(
  state: ControllerState,
  request: BrokerRegistrationRequest,
  context: DecisionContext,
): Outcome<MetadataRecord, BrokerRegistrationResponse> {
  const { brokerId, incarnationId } = request;
  if (request.clusterId !== state.settings.clusterId) {
    throw new KafkaError(
      ErrorCode.INCONSISTENT_CLUSTER_ID,
      `Expected cluster ID ${state.settings.clusterId}, but got cluster ID ${request.clusterId}`,
    );
  }
  const existing = state.broker(brokerId);
  const isSameIncarnation = existing?.incarnationId === incarnationId;
  // A broker that only the previous controller heard of does not keep its next incarnation out: after
  // a crash of both on one machine it would be waited for in vain until its session ends.
  const isAlive =
    existing !== undefined &&
    !existing.isFenced &&
    state.liveness.isInContact(brokerId, context.monotonicMs);
  if (isAlive && !isSameIncarnation) {
    throw new KafkaError(
      ErrorCode.DUPLICATE_BROKER_REGISTRATION,
      'Another broker is registered with that broker id.',
    );
  }
  if (request.isMigratingZkBroker) {
    throw new KafkaError(
      ErrorCode.BROKER_ID_NOT_REGISTERED,
      'Controller does not support registering ZK brokers.',
    );
  }
  const version = state.image.features.metadataVersion;
  if (version.isDirectoryAssignmentSupported) checkDirectories(state, request);

  const records: MetadataRecord[] = [];
  if (!isSameIncarnation) {
    const wasClean = existing !== undefined && existing.epoch === request.previousBrokerEpoch;
    records.push(...forgetIncarnation(state, brokerId, wasClean));
  }
  const brokerEpoch = isSameIncarnation ? existing.epoch : context.nextOffset + records.length;
  records.push({
    kind: 'RegisterBrokerRecord',
    version: version.registerBrokerRecordVersion,
    value: {
      brokerId,
      isMigratingZkBroker: false,
      incarnationId,
      brokerEpoch,
      endPoints: request.listeners.map(({ name, host, port, securityProtocol }) => ({
        name,
        host,
        port,
        securityProtocol,
      })),
      features: checkedFeatures(state, request),
      rack: request.rack,
      fenced: isSameIncarnation ? existing.isFenced : true,
      inControlledShutdown: isSameIncarnation ? existing.isInControlledShutdown : false,
      logDirs: version.isDirectoryAssignmentSupported ? request.logDirs : [],
      cordonedLogDirs: isSameIncarnation ? cordonedOf(existing) : null,
    },
  });
  if (isSameIncarnation) state.liveness.touch(brokerId, context.monotonicMs, -1);
  else state.liveness.begin(brokerId, context.monotonicMs);
  return { records, response: { throttleTimeMs: 0, errorCode: ErrorCode.NONE, brokerEpoch } };
}

function cordonedOf(broker: BrokerRegistration): readonly string[] | null {
  return broker.cordonedDirectories;
}

function checkDirectories(state: ControllerState, request: BrokerRegistrationRequest): void {
  const refuse = (why: string): never => {
    throw new KafkaError(ErrorCode.INVALID_REGISTRATION, why);
  };
  const { logDirs, brokerId } = request;
  if (logDirs.length === 0) refuse('No directories specified in request');
  if (logDirs.some(isReserved)) refuse('Reserved directory ID in request');
  if (new Set(logDirs).size !== logDirs.length) refuse('Duplicate directory ID in request');
  for (const broker of state.image.cluster.brokers.values()) {
    if (broker.id === brokerId) continue;
    const shared = broker.directories.find((directory) => logDirs.includes(directory));
    if (shared !== undefined) {
      refuse(`Broker ${broker.id} is already registered with directory ${shared}`);
    }
  }
}

function isReserved(directory: string): boolean {
  const bytes = Buffer.from(directory, 'base64url');
  return (
    bytes.subarray(0, 15).every((byte) => byte === 0) && (bytes[15] ?? 0) < RESERVED_DIRECTORY_IDS
  );
}

/** Every finalized feature must lie in the range that the broker supports. */
function checkedFeatures(
  state: ControllerState,
  request: BrokerRegistrationRequest,
): RecordValue<'RegisterBrokerRecord'>['features'] {
  const features = request.features.map(({ name, minSupportedVersion, maxSupportedVersion }) => ({
    name,
    minSupportedVersion,
    maxSupportedVersion,
  }));
  if (!features.some(({ name }) => name === METADATA_VERSION)) {
    features.push({
      name: METADATA_VERSION,
      minSupportedVersion: MINIMUM_METADATA_VERSION,
      maxSupportedVersion: MINIMUM_METADATA_VERSION,
    });
  }
  const { levels } = state.image.features;
  for (const feature of features) {
    checkFeature(feature.name, state.image.features.levelOf(feature.name), feature);
  }
  for (const [name, level] of levels) {
    if (features.every((feature) => feature.name !== name)) {
      checkFeature(name, level, { minSupportedVersion: 0, maxSupportedVersion: 0 });
    }
  }
  return features;
}

function checkFeature(
  name: string,
  finalized: number,
  range: { readonly minSupportedVersion: number; readonly maxSupportedVersion: number },
): void {
  const { minSupportedVersion: min, maxSupportedVersion: max } = range;
  if (finalized >= min && finalized <= max) return;
  // A log that names no metadata.version yet is read as the oldest one.
  if (name === METADATA_VERSION && finalized === 0) return;
  throw new KafkaError(
    ErrorCode.UNSUPPORTED_VERSION,
    `Unable to register because the broker does not support finalized version ${finalized} of ` +
      `${name}. The broker wants a version between ${min} and ${max}, inclusive.`,
  );
}

export function unregisterBroker(
  state: ControllerState,
  request: UnregisterBrokerRequest,
): Outcome<MetadataRecord, UnregisterBrokerResponse> {
  const broker = state.broker(request.brokerId);
  if (broker === undefined) {
    throw new KafkaError(
      ErrorCode.BROKER_ID_NOT_REGISTERED,
      `Broker ID ${request.brokerId} is not currently registered`,
    );
  }
  return {
    records: unregister(state, broker),
    response: { throttleTimeMs: 0, errorCode: ErrorCode.NONE, errorMessage: null },
  };
}
