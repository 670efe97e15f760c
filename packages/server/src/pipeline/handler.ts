// Handler: one API as this node serves it — which versions, on which listeners, and what it does.

import { type ErrorCode } from '@samsa/common';
import { type Api, apiFacts } from '@samsa/protocol';

import { type RequestContext } from './request-context.ts';

/** Returned by a handler whose request gets no answer, such as Produce with acks=0. */
export const NO_RESPONSE: unique symbol = Symbol('no response');

/** An answer that another node has already encoded: response header and body, without the size. */
export class EncodedResponse {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}

export type HandlerResult<Response> = Response | EncodedResponse | typeof NO_RESPONSE;

export interface HandlerDefinition<Request, Response> {
  /** The versions served, both inclusive; ApiVersions offers these. */
  readonly versions: readonly [min: number, max: number];
  /** Default: where Kafka serves this API. */
  readonly listeners?: readonly ListenerRole[];
  /**
   * Answers a request. Its byte fields are views that are valid until this returns — in an async
   * function: until its first await. KafkaError becomes `refuse` with its code.
   */
  handle(
    request: Request,
    context: RequestContext,
  ): HandlerResult<Response> | Promise<HandlerResult<Response>>;
  /** The answer that says this error, for everything that was asked. */
  refuse(errorCode: ErrorCode, request: Request, message: string | null): Response;
  /** A second name under which the request is counted, as Kafka's FetchConsumer and FetchFollower. */
  metricName?(request: Request): string;
  /** Tells every error code in the answer, `NONE` included. Default: its `errorCode` field. */
  countErrors?(response: Response, count: (errorCode: number) => void): void;
}

export type ListenerRole = 'broker' | 'controller';

/** A definition with its types forgotten, so that one table holds all. */
export interface Handler extends HandlerDefinition<unknown, unknown> {
  readonly api: Api<unknown, unknown>;
  readonly listeners: readonly ListenerRole[];
}

export function defineHandler<Request, Response>(
  api: Api<Request, Response>,
  definition: HandlerDefinition<Request, Response>,
): Handler {
  const listeners = definition.listeners ?? apiFacts(api.key)?.listeners ?? [];
  // Requests reach a handler only by its own api's reader, so the types forgotten here hold.
  return { ...definition, api, listeners };
}

/** Handlers by API key, those of one listener role. */
export type HandlerTable = ReadonlyMap<number, Handler>;

export function handlerTable(handlers: readonly Handler[], role: ListenerRole): HandlerTable {
  const served = handlers.filter((handler) => handler.listeners.includes(role));
  return new Map(served.map((handler) => [handler.api.key, handler]));
}
