// RawConnection: one TCP connection on which a test writes whatever bytes it likes and reads frames.

import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

import {
  type Api,
  FRAME_SIZE_BYTES,
  type MessageCodec,
  Reader,
  readResponseHeader,
  writeRequest,
} from '@samsa/protocol';

const FRAME_LIMIT_MS = 15_000;

export class RawConnection {
  readonly #socket: Socket;
  #received: Buffer = Buffer.alloc(0);
  #isClosed = false;
  #wake: (() => void) | undefined;
  #nextCorrelationId = 1;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => {
      this.#received = Buffer.concat([this.#received, chunk]);
      this.#wake?.();
    });
    // The other side may cut us off at any time: that is what is tested.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.#isClosed = true;
      this.#wake?.();
    });
  }

  static async open(port: number): Promise<RawConnection> {
    const socket = connect(port, '127.0.0.1');
    socket.setNoDelay(true);
    const connection = new RawConnection(socket);
    await once(socket, 'connect');
    return connection;
  }

  write(bytes: Uint8Array): void {
    this.#socket.write(bytes);
  }

  /** Stops reading from the system, so that the other side's answers pile up there. */
  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  /** The next frame without its size; undefined when the other side closed instead. */
  async frame(): Promise<Buffer | undefined> {
    for (;;) {
      if (this.#received.length >= FRAME_SIZE_BYTES) {
        const end = FRAME_SIZE_BYTES + this.#received.readInt32BE(0);
        if (this.#received.length >= end) {
          const frame = this.#received.subarray(FRAME_SIZE_BYTES, end);
          this.#received = this.#received.subarray(end);
          return frame;
        }
      }
      if (this.#isClosed) return undefined;
      await this.#more();
    }
  }

  /** True where the other side closes without an answer. */
  async isCutOff(): Promise<boolean> {
    return (await this.frame()) === undefined;
  }

  /** Sends a request and reads its answer, to the last byte. */
  async call<Request, Response>(
    api: Api<Request, Response>,
    version: number,
    request: Request,
  ): Promise<Response> {
    const correlationId = this.#nextCorrelationId++;
    this.write(requestFrame(api, version, request, correlationId));
    const frame = await this.frame();
    if (frame === undefined) throw new Error(`${api.name} v${version}: closed without an answer`);
    return readAnswer(api, version, frame, correlationId);
  }

  close(): void {
    this.#socket.destroy();
  }

  async #more(): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const limit = setTimeout(() => reject(new Error('no answer, and not closed')), FRAME_LIMIT_MS);
    this.#wake = resolve;
    try {
      await promise;
    } finally {
      clearTimeout(limit);
      this.#wake = undefined;
    }
  }
}

/** The whole frame of a request, size first. */
export function requestFrame<Request>(
  api: Api<Request, unknown>,
  version: number,
  request: Request,
  correlationId = 1,
  clientId: string | null = 'raw',
): Buffer {
  return Buffer.concat(writeRequest(api, version, correlationId, clientId, request));
}

/** @throws when bytes are left over, or the answer is to another request */
export function readAnswer<Response>(
  api: { readonly key: number; readonly response: MessageCodec<Response> },
  version: number,
  frame: Uint8Array,
  correlationId: number,
): Response {
  const reader = new Reader(frame);
  const header = readResponseHeader(reader, api.key, version);
  if (header.correlationId !== correlationId) {
    throw new Error(`answer ${header.correlationId} came where ${correlationId} was due`);
  }
  const response = api.response.read(reader, version);
  reader.expectEnd();
  return response;
}
