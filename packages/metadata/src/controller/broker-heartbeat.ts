// BrokerHeartbeat (api 63) and the session sweep: brokers are fenced when they fall silent, unfenced
// when they have caught up, and let go when nothing depends on them any more.

import { ErrorCode, type Outcome, unreachable } from '@samsa/common';
import {
  type BrokerHeartbeatRequest,
  type BrokerHeartbeatResponse,
} from '@samsa/protocol/apis/broker-heartbeat';
import { type MetadataRecord } from '@samsa/protocol/metadata-record';

import { type BrokerRegistration, isActive } from '../image/broker-registration.ts';
import { sameList } from '../image/shared-lists.ts';
import { brokerChangeRecord } from '../records.ts';
import { beginControlledShutdown, fenceBroker, unfenceBroker } from './broker-fencing.ts';
import { type ControllerState, type DecisionContext } from './controller-state.ts';
import { hasLeaderships, isInDirectory, leaderAndIsrUpdates } from './leader-and-isr.ts';

type Standing = 'fenced' | 'unfenced' | 'controlled shutdown' | 'may shut down';

export function brokerHeartbeat(
  state: ControllerState,
  request: BrokerHeartbeatRequest,
  context: DecisionContext,
): Outcome<MetadataRecord, BrokerHeartbeatResponse> {
  const broker = state.brokerWithEpoch(request.brokerId, request.brokerEpoch);
  const now = standingOf(state, broker);
  const next = nextStanding(state, broker, now, request);
  const records: MetadataRecord[] = [];
  if (next !== now) records.push(...recordsOfChange(state, broker, next));

  state.liveness.touch(broker.id, context.monotonicMs, request.currentMetadataOffset);
  const contact = state.liveness.contactOf(broker.id);
  if (contact !== undefined) {
    if (next !== 'controlled shutdown') contact.controlledShutdownOffset = -1;
    else if (contact.controlledShutdownOffset < 0) {
      contact.controlledShutdownOffset = context.nextOffset + records.length - 1;
    }
  }

  records.push(...directoryRecords(state, broker, request));
  return {
    records,
    response: {
      throttleTimeMs: 0,
      errorCode: ErrorCode.NONE,
      isCaughtUp: request.currentMetadataOffset >= broker.epoch,
      isFenced: next === 'fenced' || next === 'may shut down',
      shouldShutDown: next === 'may shut down',
    },
  };
}

function standingOf(state: ControllerState, broker: BrokerRegistration): Standing {
  if (broker.isFenced) return 'fenced';
  const contact = state.liveness.contactOf(broker.id);
  return (contact?.controlledShutdownOffset ?? -1) >= 0 ? 'controlled shutdown' : 'unfenced';
}

function nextStanding(
  state: ControllerState,
  broker: BrokerRegistration,
  now: Standing,
  request: BrokerHeartbeatRequest,
): Standing {
  if (now === 'controlled shutdown') {
    if (hasLeaderships(state, broker.id)) return 'controlled shutdown';
    // Clients still follow old metadata to it until every other broker knows the new leaders.
    const contact = state.liveness.contactOf(broker.id);
    const isKnownEverywhere =
      (contact?.controlledShutdownOffset ?? 0) <= lowestActiveOffset(state, broker.id);
    return isKnownEverywhere ? 'may shut down' : 'controlled shutdown';
  }
  if (now === 'fenced') {
    if (request.wantShutDown) return 'may shut down';
    const isCaughtUp = request.currentMetadataOffset >= broker.epoch;
    return !request.wantFence && isCaughtUp ? 'unfenced' : 'fenced';
  }
  if (request.wantFence) return request.wantShutDown ? 'may shut down' : 'fenced';
  if (!request.wantShutDown) return 'unfenced';
  return hasLeaderships(state, broker.id) ? 'controlled shutdown' : 'may shut down';
}

function recordsOfChange(
  state: ControllerState,
  broker: BrokerRegistration,
  next: Standing,
): MetadataRecord[] {
  switch (next) {
    case 'unfenced':
      return unfenceBroker(state, broker);
    case 'controlled shutdown':
      return beginControlledShutdown(state, broker);
    case 'fenced':
      return fenceBroker(state, broker);
    case 'may shut down':
      return broker.isFenced ? [] : fenceBroker(state, broker);
    default:
      return unreachable(next);
  }
}

/** How far every active broker but this one has followed the metadata; Infinity without others. */
function lowestActiveOffset(state: ControllerState, exceptId: number): number {
  let lowest = Infinity;
  for (const broker of state.image.cluster.brokers.values()) {
    const contact = state.liveness.contactOf(broker.id);
    if (broker.id === exceptId || !isActive(broker) || contact === undefined) continue;
    if (contact.controlledShutdownOffset < 0) lowest = Math.min(lowest, contact.metadataOffset);
  }
  return lowest;
}

function directoryRecords(
  state: ControllerState,
  broker: BrokerRegistration,
  request: BrokerHeartbeatRequest,
): MetadataRecord[] {
  const version = state.image.features.metadataVersion;
  const records: MetadataRecord[] = [];
  const lost = version.isDirectoryAssignmentSupported
    ? broker.directories.filter((directory) => request.offlineLogDirs.includes(directory))
    : [];
  for (const directory of lost) {
    records.push(
      ...leaderAndIsrUpdates(state, { removed: broker.id }, isInDirectory(broker.id, directory)),
    );
  }
  if (lost.length > 0) {
    const logDirs = broker.directories.filter((directory) => !lost.includes(directory));
    records.push(brokerChangeRecord(broker, { logDirs }));
  }
  if (version.isCordonedLogDirsSupported && request.cordonedLogDirs !== null) {
    const cordoned = [...request.cordonedLogDirs].sort();
    const known = broker.cordonedDirectories;
    if (known === null || !sameList([...known].sort(), cordoned)) {
      records.push(brokerChangeRecord(broker, { cordonedLogDirs: cordoned }));
    }
  }
  return records;
}

/**
 * Fences one broker whose session has ended, so that the next one is judged by what that changed.
 * The response is its id, or undefined when every session holds.
 */
export function fenceStaleBroker(
  state: ControllerState,
  context: DecisionContext,
): Outcome<MetadataRecord, number | undefined> {
  for (const broker of state.image.cluster.brokers.values()) {
    if (broker.isFenced || state.liveness.hasSession(broker.id, context.monotonicMs)) continue;
    const contact = state.liveness.contactOf(broker.id);
    if (contact !== undefined) contact.controlledShutdownOffset = -1;
    return { records: fenceBroker(state, broker), response: broker.id };
  }
  return { records: [], response: undefined };
}

/** When the next session ends unless its broker is heard of; Infinity without unfenced brokers. */
export function nextSessionExpiryMs(state: ControllerState): number {
  let next = Infinity;
  for (const broker of state.image.cluster.brokers.values()) {
    if (!broker.isFenced) next = Math.min(next, state.liveness.expiryOf(broker.id));
  }
  return next;
}
