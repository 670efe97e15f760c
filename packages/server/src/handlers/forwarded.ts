// defineForwarded: an API that only the active controller decides. A controller does so; a broker
// passes the request on as it came, and the controller's answer back.

import {
  type Api,
  FRAME_SIZE_BYTES,
  Reader,
  readResponseHeader,
  writeRequest,
} from '@samsa/protocol';

import {
  defineHandler,
  EncodedResponse,
  type Handler,
  type HandlerDefinition,
} from '../pipeline/handler.ts';
import { type RequestContext } from '../pipeline/request-context.ts';

export interface ForwardedDefinition<Request, Response> {
  readonly versions: readonly [min: number, max: number];
  /** Runs on the controller. Throws KafkaError NOT_CONTROLLER where another one is active. */
  decide(request: Request, context: RequestContext): Response | Promise<Response>;
  readonly refuse: HandlerDefinition<Request, Response>['refuse'];
  readonly countErrors?: NonNullable<HandlerDefinition<Request, Response>['countErrors']>;
}

export function defineForwarded<Request, Response>(
  api: Api<Request, Response>,
  { decide, ...definition }: ForwardedDefinition<Request, Response>,
): Handler {
  return defineHandler(api, {
    ...definition,

    handle(request, context) {
      if (context.listener === 'controller') return decide(request, context);
      return forward(context);
    },
  });
}

async function forward(context: RequestContext): Promise<EncodedResponse> {
  const { controllerChannel } = context.node.broker;
  const { requestBytes, principal, clientAddress } = context;
  // The bytes are the connection's: copied before the first await.
  const copy = Uint8Array.from(requestBytes);
  return new EncodedResponse(await controllerChannel.forward(copy, principal, clientAddress));
}

/**
 * Asks the active controller for what is left of a request after this node has done its part, in the
 * name of who sent it.
 *
 * @param decide  the same on a node that may be the active controller
 */
export async function decideOnController<Request, Response>(
  api: Api<Request, Response>,
  request: Request,
  context: RequestContext,
  decide: (request: Request) => Promise<Response>,
): Promise<Response> {
  if (context.listener === 'controller') return decide(request);
  const { header, node, principal, clientAddress } = context;
  const { apiVersion, correlationId, clientId } = header;
  const frame = Buffer.concat(writeRequest(api, apiVersion, correlationId, clientId, request));
  const answer = await node.broker.controllerChannel.forward(
    frame.subarray(FRAME_SIZE_BYTES),
    principal,
    clientAddress,
  );
  const reader = new Reader(answer);
  readResponseHeader(reader, api.key, apiVersion);
  return api.response.read(reader, apiVersion);
}
