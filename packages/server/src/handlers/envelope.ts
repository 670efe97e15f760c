// Envelope (api 58): a broker passes on what one of its clients wants of the controller.
//
// v0 flexible from the start

import { ErrorCode, KafkaError } from '@samsa/common';
import { Envelope } from '@samsa/protocol/apis/envelope';

import { addressFromBytes, principalFromBytes } from '../lifecycle/principal-bytes.ts';
import { defineHandler } from '../pipeline/handler.ts';

export const envelope = defineHandler(Envelope, {
  versions: [0, 0],
  listeners: ['controller'],

  async handle(request, context) {
    // A principal is believed only from a broker of this cluster (X18).
    context.authorize('CLUSTER_ACTION', 'cluster', 'kafka-cluster');
    if (!context.node.controller.isActive) {
      // The broker looks for the active one; the inner answer would go to a client that cannot.
      throw new KafkaError(ErrorCode.NOT_CONTROLLER, 'this node is not the active controller');
    }
    if (request.requestPrincipal === null) {
      throw new KafkaError(
        ErrorCode.PRINCIPAL_DESERIALIZATION_FAILURE,
        'the envelope names nobody',
      );
    }
    const principal = principalFromBytes(request.requestPrincipal);
    const address = addressOf(request.clientHostAddress);
    const requestData = Uint8Array.from(request.requestData);
    const responseData = await context.handleForwarded(requestData, principal, address);
    return { responseData, errorCode: ErrorCode.NONE };
  },

  refuse(errorCode) {
    return { responseData: null, errorCode };
  },
});

/** The check of the length stands here, where a peer can be told; decoding is the sender's counterpart. */
function addressOf(bytes: Uint8Array): string {
  if (bytes.length !== 4 && bytes.length !== 16) {
    throw new KafkaError(
      ErrorCode.INVALID_REQUEST,
      `a client address has 4 or 16 bytes, not ${bytes.length}`,
    );
  }
  return addressFromBytes(bytes);
}
