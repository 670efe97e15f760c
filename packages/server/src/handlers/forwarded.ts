// defineForwarded: an API that only the active controller decides. A controller does so; a broker
// passes the request on as it came, and the controller's answer back.

import { type Api } from '@samsa/protocol';

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
