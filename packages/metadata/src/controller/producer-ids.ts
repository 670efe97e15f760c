// AllocateProducerIds (api 67): the controller hands producer ids to brokers in blocks, so that no two
// producers ever share one. Source: KIP-730.

import { ErrorCode, type Outcome } from '@samsa/common';
import {
  type AllocateProducerIdsRequest,
  type AllocateProducerIdsResponse,
} from '@samsa/protocol/apis/allocate-producer-ids';
import { type MetadataRecord } from '@samsa/protocol/metadata-record';

import { type ControllerState } from './controller-state.ts';

export const PRODUCER_ID_BLOCK_SIZE = 1000;

export function allocateProducerIds(
  state: ControllerState,
  request: AllocateProducerIdsRequest,
): Outcome<MetadataRecord, AllocateProducerIdsResponse> {
  const { brokerId, brokerEpoch } = request;
  state.brokerWithEpoch(brokerId, brokerEpoch);
  const producerIdStart = state.image.nextProducerId;
  const nextProducerId = producerIdStart + PRODUCER_ID_BLOCK_SIZE;
  return {
    records: [
      { kind: 'ProducerIdsRecord', version: 0, value: { brokerId, brokerEpoch, nextProducerId } },
    ],
    response: {
      throttleTimeMs: 0,
      errorCode: ErrorCode.NONE,
      producerIdStart,
      producerIdLen: PRODUCER_ID_BLOCK_SIZE,
    },
  };
}
