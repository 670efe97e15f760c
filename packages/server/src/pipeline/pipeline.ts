// Pipeline: the way of every request through this node —
// frame → header → gate → admit → throttle → handle → respond → account.
//
// The connection (network) cuts frames and keeps the order of answers. Here a frame becomes a request:
// its header is read, the gate finds the handler, admit says whether it may begin now, the body is
// read, the handler answers, at once or later, and the answer is encoded when its turn comes.

import { ErrorCode, KafkaError, type MetricsRegistry, type Platform } from '@samsa/common';
import { type Answer, type RequestReceiver, type ServerConnection } from '@samsa/network';
import {
  apiFacts,
  FRAME_SIZE_BYTES,
  ProtocolError,
  Reader,
  readRequestHeader,
  type RequestHeader,
} from '@samsa/protocol';

import { Account } from './account.ts';
import { Admission } from './admit.ts';
import { ALLOW_ALL, type Authorizer } from './authorizer.ts';
import { gate, UNKNOWN_API_VERSIONS_VERSION } from './gate.ts';
import { type Handler, type HandlerTable } from './handler.ts';
import type { NodeRooms } from './node-rooms.ts';
import { ANONYMOUS, type ConnectionState, type Principal } from './request-context.ts';
import { type PipelineParts, RequestInProgress, type Requester } from './request-in-progress.ts';
import { encodeUnknownApiVersions } from './respond.ts';

export interface PipelineOptions {
  readonly node: NodeRooms;
  readonly brokerHandlers: HandlerTable;
  readonly controllerHandlers: HandlerTable;
  readonly metrics: MetricsRegistry;
  /** Default: everything is allowed. */
  readonly authorizer?: Authorizer;
}

/** A reader over a larger buffer is not kept for the next frame: it would keep the buffer alive. */
const KEPT_READER_BYTES = 256 * 1024;

export class Pipeline implements PipelineParts {
  readonly platform: Platform;
  readonly node: NodeRooms;
  readonly authorizer: Authorizer;
  readonly account: Account;
  readonly #options: PipelineOptions;
  #reader: Reader | undefined;
  #readerBytes: Uint8Array | undefined;

  constructor(platform: Platform, options: PipelineOptions) {
    this.platform = platform;
    this.node = options.node;
    this.authorizer = options.authorizer ?? ALLOW_ALL;
    this.account = new Account(options.metrics, platform.clock);
    this.#options = options;
  }

  /** Takes the requests of a new connection. */
  accept(connection: ServerConnection): RequestReceiver {
    return new PipelineConnection(this, connection, this.tableFor(connection.listener.role));
  }

  tableFor(role: 'broker' | 'controller'): HandlerTable {
    return role === 'controller' ? this.#options.controllerHandlers : this.#options.brokerHandlers;
  }

  /** A reader of this frame, good until the next call. Most frames lie in the same landing buffer. */
  readerOf(bytes: Uint8Array, from: number, to: number): Reader {
    if (this.#reader !== undefined && this.#readerBytes === bytes) {
      return this.#reader.within(from, to);
    }
    const reader = new Reader(bytes, from, to);
    if (bytes.byteLength <= KEPT_READER_BYTES) {
      this.#reader = reader;
      this.#readerBytes = bytes;
    }
    return reader;
  }

  async handleForwarded(
    requestBytes: Uint8Array,
    principal: Principal,
    clientAddress: string,
    through: Requester,
  ): Promise<Uint8Array> {
    const reader = new Reader(requestBytes);
    const header = readRequestHeader(reader);
    if (apiFacts(header.apiKey)?.forwardable !== true) {
      throw new KafkaError(
        ErrorCode.INVALID_REQUEST,
        `requests with api key ${header.apiKey} are not forwarded`,
      );
    }
    const handler = gate(this.tableFor(through.listener), header.apiKey, header.apiVersion);
    if (typeof handler === 'string' || handler === UNKNOWN_API_VERSIONS_VERSION) {
      throw new KafkaError(ErrorCode.UNSUPPORTED_VERSION, 'not served by this controller');
    }
    const body = handler.api.request.read(reader, header.apiVersion);
    return new Promise((resolve, reject) => {
      const requester = new ForwardingRequester(through, principal, clientAddress, resolve, reject);
      const request = new RequestInProgress(
        this,
        requester,
        handler,
        header,
        requestBytes,
        0,
        requestBytes.byteLength,
      );
      request.handle(body);
    });
  }
}

class PipelineConnection implements RequestReceiver, Requester {
  readonly listener: 'broker' | 'controller';
  readonly listenerName: string;
  readonly connection: ConnectionState = {
    principal: ANONYMOUS,
    clientSoftwareName: '',
    clientSoftwareVersion: '',
  };
  readonly #pipeline: Pipeline;
  readonly #connection: ServerConnection;
  readonly #table: HandlerTable;
  readonly #admission = new Admission();

  constructor(pipeline: Pipeline, connection: ServerConnection, table: HandlerTable) {
    this.#pipeline = pipeline;
    this.#connection = connection;
    this.#table = table;
    this.listener = connection.listener.role;
    this.listenerName = connection.listener.name;
  }

  request(bytes: Uint8Array, from: number, to: number): boolean {
    // The smallest frame that reaches us holds the key, which is all that admit wants to know.
    const apiKey = (((bytes[from]! << 8) | bytes[from + 1]!) << 16) >> 16;
    const byteLength = to - from;
    if (!this.#admission.canStart(apiKey, byteLength)) return false;

    const reader = this.#pipeline.readerOf(bytes, from, to);
    let request: RequestInProgress;
    let body: unknown;
    try {
      const header = readRequestHeader(reader);
      const handler = gate(this.#table, header.apiKey, header.apiVersion);
      if (typeof handler === 'string') {
        this.closeConnection(handler);
        return true;
      }
      if (handler === UNKNOWN_API_VERSIONS_VERSION) {
        this.#answerUnknownApiVersions(header);
        return true;
      }
      body = handler.api.request.read(reader, header.apiVersion);
      request = new RequestInProgress(this.#pipeline, this, handler, header, bytes, from, to);
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      // The stream is cut right, but what it says cannot be answered: the peer does not speak Kafka.
      const name = apiFacts(apiKey)?.name ?? `api key ${apiKey}`;
      this.closeConnection(`a malformed ${name} request: ${error.message}`);
      return true;
    }
    this.#admission.started(apiKey, byteLength);
    this.#connection.owe(request);
    request.handle(body);
    return true;
  }

  closed(): void {
    // Requests in progress were told by the connection; nothing else is kept here.
  }

  get connectionId(): number {
    return this.#connection.id;
  }

  get clientAddress(): string {
    return this.#connection.conn.remote;
  }

  get principal(): Principal {
    return this.connection.principal;
  }

  get isConnected(): boolean {
    return !this.#connection.isClosed;
  }

  answered(request: RequestInProgress): void {
    this.#admission.ended(request.header.apiKey, request.requestByteLength);
    this.#connection.answered();
  }

  throttle(ms: number): void {
    this.#connection.muteFor(ms);
  }

  closeConnection(reason: string): void {
    this.#connection.close(reason);
  }

  #answerUnknownApiVersions(header: RequestHeader): void {
    const handler = this.#table.get(header.apiKey) as Handler; // the gate has found it
    this.#connection.owe(new ReadyAnswer(encodeUnknownApiVersions(header, handler.versions)));
    this.#connection.answered();
  }
}

/** An answer that was encoded when it was made. */
class ReadyAnswer implements Answer {
  readonly isReady = true;
  readonly needsSent = false;
  readonly #chunks: readonly Uint8Array[];

  constructor(chunks: readonly Uint8Array[]) {
    this.#chunks = chunks;
  }

  encode(): readonly Uint8Array[] {
    return this.#chunks;
  }

  sent(): void {}

  abandoned(): void {}
}

/** Waits for the answer to a request that came in an Envelope, on behalf of its real principal. */
class ForwardingRequester implements Requester {
  readonly listener: 'broker' | 'controller';
  readonly listenerName: string;
  readonly connectionId: number;
  readonly connection: ConnectionState;
  readonly clientAddress: string;
  readonly principal: Principal;
  readonly #through: Requester;
  readonly #resolve: (response: Uint8Array) => void;
  readonly #reject: (error: Error) => void;

  constructor(
    through: Requester,
    principal: Principal,
    clientAddress: string,
    resolve: (response: Uint8Array) => void,
    reject: (error: Error) => void,
  ) {
    this.#through = through;
    this.listener = through.listener;
    this.listenerName = through.listenerName;
    this.connectionId = through.connectionId;
    this.connection = { ...through.connection, principal };
    this.principal = principal;
    this.clientAddress = clientAddress;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  get isConnected(): boolean {
    return this.#through.isConnected;
  }

  answered(request: RequestInProgress): void {
    try {
      this.#resolve(withoutSize(request.encode()));
    } catch (error) {
      this.#reject(error as Error);
    }
    request.sent();
  }

  /** The Envelope's answer carries the time; the client, not the broker between, is to wait. */
  throttle(): void {}

  closeConnection(reason: string): void {
    this.#reject(new KafkaError(ErrorCode.UNKNOWN_SERVER_ERROR, reason));
  }
}

function withoutSize(chunks: readonly Uint8Array[]): Uint8Array {
  let byteLength = -FRAME_SIZE_BYTES;
  for (const chunk of chunks) byteLength += chunk.byteLength;
  if (byteLength <= 0) throw new KafkaError(ErrorCode.INVALID_REQUEST, 'it gets no answer');
  const bytes = new Uint8Array(byteLength);
  let at = 0;
  let skip = FRAME_SIZE_BYTES;
  for (const chunk of chunks) {
    const part = chunk.subarray(Math.min(skip, chunk.byteLength));
    skip -= Math.min(skip, chunk.byteLength);
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}
