// The records of a broker's way through the cluster: fenced, unfenced, shutting down, gone.

import { type MetadataRecord } from '@samsa/protocol/metadata-record';

import { type BrokerRegistration } from '../image/broker-registration.ts';
import { brokerChangeRecord, FENCE, UNFENCE } from '../records.ts';
import { type ControllerState } from './controller-state.ts';
import { isInIsr, isInIsrOrElr, isLeaderless, leaderAndIsrUpdates } from './leader-and-isr.ts';

/** Takes its partitions from it first, so that no image shows a fenced leader. */
export function fenceBroker(state: ControllerState, broker: BrokerRegistration): MetadataRecord[] {
  return [
    ...leaderAndIsrUpdates(state, { removed: broker.id }, isInIsr(broker.id)),
    brokerChangeRecord(broker, { fenced: FENCE }),
  ];
}

export function unfenceBroker(
  state: ControllerState,
  broker: BrokerRegistration,
): MetadataRecord[] {
  return [
    brokerChangeRecord(broker, { fenced: UNFENCE }),
    ...leaderAndIsrUpdates(state, { added: broker.id }, isLeaderless),
  ];
}

export function beginControlledShutdown(
  state: ControllerState,
  broker: BrokerRegistration,
): MetadataRecord[] {
  const records = leaderAndIsrUpdates(state, { removed: broker.id }, isInIsr(broker.id));
  return broker.isInControlledShutdown
    ? records
    : [brokerChangeRecord(broker, { inControlledShutdown: 1 }), ...records];
}

/**
 * Before a new incarnation is registered: a clean one is merely out of sync, an unclean one may have
 * lost records that it had acknowledged, so it must not lead by right of its old membership.
 */
export function forgetIncarnation(
  state: ControllerState,
  brokerId: number,
  wasCleanShutdown: boolean,
): MetadataRecord[] {
  if (wasCleanShutdown || !state.image.features.metadataVersion.isElrSupported) {
    return leaderAndIsrUpdates(state, { removed: brokerId }, isInIsr(brokerId));
  }
  return leaderAndIsrUpdates(state, { unclean: brokerId }, isInIsrOrElr(brokerId));
}

export function unregister(state: ControllerState, broker: BrokerRegistration): MetadataRecord[] {
  return [
    ...leaderAndIsrUpdates(
      state,
      { removed: broker.id, unclean: broker.id },
      isInIsrOrElr(broker.id),
    ),
    {
      kind: 'UnregisterBrokerRecord',
      version: 0,
      value: { brokerId: broker.id, brokerEpoch: broker.epoch },
    },
  ];
}
