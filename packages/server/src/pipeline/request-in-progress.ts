// RequestInProgress: one request from the gate until its answer has left. It is the context that the
// handler sees and the place that the connection keeps for the answer.

import { AssertionFailure, ErrorCode, KafkaError, type Platform } from '@samsa/common';
import { type Answer } from '@samsa/network';
import { ProtocolError, type RequestHeader } from '@samsa/protocol';

import { type Account, type RequestFigures } from './account.ts';
import { authorizationFailure, type Authorizer } from './authorizer.ts';
import { EncodedResponse, type Handler, type HandlerResult, NO_RESPONSE } from './handler.ts';
import type { NodeRooms } from './node-rooms.ts';
import {
  type ConnectionState,
  type Operation,
  type Principal,
  type RequestContext,
  type ResourceType,
} from './request-context.ts';
import { encodeAnswer } from './respond.ts';
import { tellThrottleTime } from './throttle.ts';

/** Whoever waits for the answer: a connection, or the Envelope that brought the request. */
export interface Requester {
  readonly listener: 'broker' | 'controller';
  readonly listenerName: string;
  readonly connectionId: number;
  readonly connection: ConnectionState;
  readonly clientAddress: string;
  readonly principal: Principal;
  readonly isConnected: boolean;
  /** The answer can be encoded now. */
  answered(request: RequestInProgress): void;
  throttle(ms: number): void;
  closeConnection(reason: string): void;
}

/** What every request of a node shares. */
export interface PipelineParts {
  readonly platform: Platform;
  readonly node: NodeRooms;
  readonly authorizer: Authorizer;
  readonly account: Account;
  handleForwarded(
    requestBytes: Uint8Array,
    principal: Principal,
    clientAddress: string,
    through: Requester,
  ): Promise<Uint8Array>;
}

const NO_BYTES = new Uint8Array(0);

export class RequestInProgress implements RequestContext, Answer {
  readonly header: RequestHeader;
  readonly requestByteLength: number;
  readonly nowMs: number;
  readonly monotonicMs: number;
  readonly #parts: PipelineParts;
  readonly #requester: Requester;
  readonly #handler: Handler;
  /** The frame, while the handler may look at it. */
  #bytes: Uint8Array;
  #from: number;
  #to: number;
  #request: unknown = undefined;
  #secondName: string | undefined = undefined;
  #result: HandlerResult<unknown> = undefined;
  isReady = false;
  #isGone = false;
  #releases: (() => void)[] | undefined = undefined;
  #onDisconnect: (() => void)[] | undefined = undefined;
  #throttleMs = 0;
  #handledMs = 0;
  #readyMs = 0;

  constructor(
    parts: PipelineParts,
    requester: Requester,
    handler: Handler,
    header: RequestHeader,
    bytes: Uint8Array,
    from: number,
    to: number,
  ) {
    this.#parts = parts;
    this.#requester = requester;
    this.#handler = handler;
    this.header = header;
    this.#bytes = bytes;
    this.#from = from;
    this.#to = to;
    this.requestByteLength = to - from;
    this.nowMs = parts.platform.clock.nowMs();
    this.monotonicMs = parts.platform.clock.monotonicMs();
  }

  /** Hands the request to its handler. Afterwards, or later, the requester hears `answered`. */
  handle(request: unknown): void {
    this.#request = request;
    this.#secondName = this.#handler.metricName?.(request);
    let result: unknown;
    try {
      result = this.#handler.handle(request, this);
    } catch (error) {
      result = this.#refusal(error);
    }
    this.#bytes = NO_BYTES;
    this.#from = 0;
    this.#to = 0;
    this.#handledMs = this.#parts.platform.clock.monotonicMs();
    if (result instanceof Promise) {
      result.then(
        (value) => this.#complete(value, this.#parts.platform.clock.monotonicMs()),
        (error: unknown) =>
          this.#complete(this.#refusal(error), this.#parts.platform.clock.monotonicMs()),
      );
    } else {
      this.#complete(result, this.#handledMs);
    }
  }

  // ---- RequestContext ---------------------------------------------------------------------------

  get node(): NodeRooms {
    return this.#parts.node;
  }

  get listener(): 'broker' | 'controller' {
    return this.#requester.listener;
  }

  get listenerName(): string {
    return this.#requester.listenerName;
  }

  get connectionId(): number {
    return this.#requester.connectionId;
  }

  get connection(): ConnectionState {
    return this.#requester.connection;
  }

  get clientId(): string {
    return this.header.clientId ?? '';
  }

  get clientAddress(): string {
    return this.#requester.clientAddress;
  }

  get principal(): Principal {
    return this.#requester.principal;
  }

  get requestBytes(): Uint8Array {
    return this.#bytes.subarray(this.#from, this.#to);
  }

  get isConnected(): boolean {
    return !this.#isGone && this.#requester.isConnected;
  }

  authorize(operation: Operation, resourceType: ResourceType, name: string): void {
    if (!this.isAuthorized(operation, resourceType, name)) throw authorizationFailure(resourceType);
  }

  isAuthorized(operation: Operation, resourceType: ResourceType, name: string): boolean {
    const { principal, clientAddress } = this.#requester;
    return this.#parts.authorizer.isAllowed(
      principal,
      clientAddress,
      operation,
      resourceType,
      name,
    );
  }

  onSent(release: () => void): void {
    if (this.#isGone && this.isReady) release();
    else (this.#releases ??= []).push(release);
  }

  onDisconnect(run: () => void): void {
    if (this.#isGone) run();
    else (this.#onDisconnect ??= []).push(run);
  }

  throttle(ms: number): void {
    this.#throttleMs = Math.max(this.#throttleMs, ms);
  }

  closeConnection(reason: string): void {
    this.#requester.closeConnection(reason);
  }

  handleForwarded(
    requestBytes: Uint8Array,
    principal: Principal,
    clientAddress: string,
  ): Promise<Uint8Array> {
    return this.#parts.handleForwarded(requestBytes, principal, clientAddress, this.#requester);
  }

  // ---- Answer -----------------------------------------------------------------------------------

  encode(): readonly Uint8Array[] {
    const chunks = encodeAnswer(this.#handler, this.header, this.#result);
    this.#account();
    this.#result = undefined;
    return chunks;
  }

  get needsSent(): boolean {
    return this.#releases !== undefined;
  }

  sent(): void {
    this.#release();
  }

  abandoned(): void {
    this.#isGone = true;
    const listeners = this.#onDisconnect;
    this.#onDisconnect = undefined;
    if (listeners !== undefined) for (const run of listeners) run();
    // Where the handler is still at work, what it holds is released when it is done.
    if (this.isReady) this.#release();
  }

  // -----------------------------------------------------------------------------------------------

  #complete(result: HandlerResult<unknown>, readyMs: number): void {
    this.#result = result;
    this.#request = undefined;
    this.#onDisconnect = undefined;
    this.#readyMs = readyMs;
    this.isReady = true;
    if (this.#throttleMs > 0) {
      tellThrottleTime(result, this.#throttleMs);
      this.#requester.throttle(this.#throttleMs);
    }
    this.#requester.answered(this);
    if (this.#isGone) this.#release();
  }

  #refusal(error: unknown): HandlerResult<unknown> {
    let code: ErrorCode = ErrorCode.UNKNOWN_SERVER_ERROR;
    let message: string | null = null;
    if (error instanceof KafkaError) {
      code = error.code;
      message = error.message;
    } else if (error instanceof ProtocolError) {
      // Something within the body, such as an embedded subscription, is not what it should be.
      code = ErrorCode.INVALID_REQUEST;
      message = error.message;
    } else {
      const event = error instanceof AssertionFailure ? 'assertion failed' : 'request failed';
      this.#parts.platform.log('error', event, { api: this.#handler.api.name, error });
    }
    try {
      return this.#handler.refuse(code, this.#request, message);
    } catch (refusalError) {
      this.#parts.platform.log('error', 'request could not be refused', {
        api: this.#handler.api.name,
        error: refusalError,
      });
      this.#requester.closeConnection('an error that could not be answered');
      return NO_RESPONSE;
    }
  }

  #release(): void {
    const releases = this.#releases;
    this.#releases = undefined;
    if (releases !== undefined) for (const release of releases) release();
  }

  #account(): void {
    const { account, platform } = this.#parts;
    const handler = this.#handler;
    const figures: RequestFigures = {
      apiVersion: this.header.apiVersion,
      requestBytes: this.requestByteLength,
      localMs: this.#handledMs - this.monotonicMs,
      remoteMs: this.#readyMs - this.#handledMs,
      responseQueueMs: platform.clock.monotonicMs() - this.#readyMs,
      throttleMs: this.#throttleMs,
    };
    const metrics = account.of(handler.api.name);
    metrics.record(figures);
    const second = this.#secondName === undefined ? undefined : account.of(this.#secondName);
    second?.record(figures);
    const result = this.#result;
    if (result === NO_RESPONSE || result instanceof EncodedResponse) return;
    if (handler.countErrors !== undefined) {
      handler.countErrors(result, (code) => {
        metrics.error(code);
        second?.error(code);
      });
    } else {
      const code = topLevelErrorCode(result);
      metrics.error(code);
      second?.error(code);
    }
  }
}

function topLevelErrorCode(response: unknown): number {
  if (typeof response !== 'object' || response === null) return ErrorCode.NONE;
  if (!('errorCode' in response) || typeof response.errorCode !== 'number') return ErrorCode.NONE;
  return response.errorCode;
}
