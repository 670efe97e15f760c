// Envelope (api 58): a broker passes on what one of its clients wants of the controller.
//
// v0 flexible from the start

import { ErrorCode, KafkaError } from '@samsa/common';
import { Reader } from '@samsa/protocol';
import { Envelope } from '@samsa/protocol/apis/envelope';
import { DefaultPrincipalData } from '@samsa/protocol/messages/default-principal-data';

import { defineHandler } from '../pipeline/handler.ts';
import { type Principal } from '../pipeline/request-context.ts';

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
    const principal = principalOf(request.requestPrincipal);
    const address = addressText(request.clientHostAddress);
    const requestData = Uint8Array.from(request.requestData);
    const responseData = await context.handleForwarded(requestData, principal, address);
    return { responseData, errorCode: ErrorCode.NONE };
  },

  refuse(errorCode) {
    return { responseData: null, errorCode };
  },
});

function principalOf(bytes: Uint8Array | null): Principal {
  if (bytes === null) {
    throw new KafkaError(ErrorCode.PRINCIPAL_DESERIALIZATION_FAILURE, 'the envelope names nobody');
  }
  const reader = new Reader(bytes);
  const version = reader.int16();
  const { type, name } = DefaultPrincipalData.read(reader, version);
  return { type, name };
}

/** 4 or 16 bytes as text. */
function addressText(bytes: Uint8Array): string {
  if (bytes.length === 4) return bytes.join('.');
  if (bytes.length !== 16) {
    throw new KafkaError(
      ErrorCode.INVALID_REQUEST,
      `a client address has 4 or 16 bytes, not ${bytes.length}`,
    );
  }
  const view = Buffer.from(bytes);
  return Array.from({ length: 8 }, (_, i) => view.readUInt16BE(i * 2).toString(16)).join(':');
}
