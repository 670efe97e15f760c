// InitProducerId (api 22): an id under which a producer numbers its batches.
//
// v2 flexible · v3 the id and epoch the producer has · v4 PRODUCER_FENCED · v5 TRANSACTION_ABORTABLE

import { ErrorCode, KafkaError } from '@samsa/common';
import { InitProducerId } from '@samsa/protocol/apis/init-producer-id';

import { defineHandler } from '../pipeline/handler.ts';

export const initProducerId = defineHandler(InitProducerId, {
  versions: [0, 5],

  async handle(request, context) {
    if (request.transactionalId !== null) {
      throw new KafkaError(ErrorCode.INVALID_REQUEST, 'this broker has no transactions yet');
    }
    if ((request.producerId === NONE) !== (request.producerEpoch === NONE)) {
      throw new KafkaError(ErrorCode.INVALID_REQUEST, 'a producer id and its epoch come together');
    }
    context.authorize('IDEMPOTENT_WRITE', 'cluster', 'kafka-cluster');
    // Without a transactional id an epoch is never raised: the producer gets a new id instead.
    const producerId = await nextProducerId(context.node.broker.producerIds);
    return {
      throttleTimeMs: 0,
      errorCode: ErrorCode.NONE,
      producerId,
      producerEpoch: 0,
      ...NO_2PC,
    };
  },

  refuse(errorCode) {
    return { throttleTimeMs: 0, errorCode, producerId: -1, producerEpoch: -1, ...NO_2PC };
  },
});

const NONE = -1;
const NO_2PC = { ongoingTxnProducerId: -1, ongoingTxnProducerEpoch: -1 };

async function nextProducerId(ids: { next(): Promise<number> }): Promise<number> {
  try {
    return await ids.next();
  } catch (cause) {
    // The producer asks again; by then there may be a controller to ask.
    throw new KafkaError(
      ErrorCode.COORDINATOR_LOAD_IN_PROGRESS,
      'no block of producer ids to be had',
      {
        cause,
      },
    );
  }
}
