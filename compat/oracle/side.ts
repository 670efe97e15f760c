// Side: one of the two brokers as the oracle sees it — connections, and what comes back on them.

import { setTimeout as sleep } from 'node:timers/promises';

import { type AnyApi } from '../../test/support/api-catalogue.ts';
import { RawConnection, readAnswer, requestFrame } from '../../test/support/raw-connection.ts';
import { type Message } from './message-schema.ts';

export type Listener = 'broker' | 'controller';

export type Reply =
  | { readonly kind: 'answer'; readonly body: Message }
  /** Bytes that are no answer in this version. */
  | { readonly kind: 'undecodable'; readonly why: string }
  | { readonly kind: 'closed' }
  | { readonly kind: 'silent' };

/** What a request gets that could not even be written: the two sides are never asked. */
export class NotWritable extends Error {
  override name = 'NotWritable';
}

const CLIENT_ID = 'oracle';
const SILENCE_MS = 5_000;

export class SideConnection {
  readonly #raw: RawConnection;
  #nextCorrelationId = 1;
  /** False after it was closed, or after an answer that may still come. */
  isUsable = true;

  private constructor(raw: RawConnection) {
    this.#raw = raw;
  }

  static async open(port: number): Promise<SideConnection> {
    return new SideConnection(await RawConnection.open(port));
  }

  /** Sends a request and waits for what comes. One request at a time. */
  async ask(api: AnyApi, version: number, request: Message): Promise<Reply> {
    const correlationId = this.#nextCorrelationId++;
    this.#raw.write(frameOf(api, version, request, correlationId));
    const frame = await Promise.race([this.#raw.frame(), silence()]).catch(() => 'silent' as const);
    if (frame === 'silent' || frame === undefined) {
      this.close();
      return { kind: frame === undefined ? 'closed' : 'silent' };
    }
    try {
      const body = readAnswer(api, version, frame, correlationId) as Message;
      return { kind: 'answer', body };
    } catch (error) {
      this.close();
      return { kind: 'undecodable', why: `${(error as Error).message}: ${frame.toString('hex')}` };
    }
  }

  /** Sends a request that gets no answer. */
  tell(api: AnyApi, version: number, request: Message): void {
    this.#raw.write(frameOf(api, version, request, this.#nextCorrelationId++));
  }

  /** Sends bytes as they are and waits for what comes: a frame, or the end. */
  async raw(frame: Uint8Array): Promise<Reply> {
    this.#raw.write(frame);
    const reply = await Promise.race([this.#raw.frame(), silence()]).catch(() => 'silent' as const);
    this.close();
    if (reply === 'silent') return { kind: 'silent' };
    if (reply === undefined) return { kind: 'closed' };
    return { kind: 'answer', body: { bytes: reply } };
  }

  close(): void {
    this.isUsable = false;
    this.#raw.close();
  }
}

function frameOf(api: AnyApi, version: number, request: Message, correlationId: number): Buffer {
  try {
    return requestFrame(api, version, request, correlationId, CLIENT_ID);
  } catch (error) {
    throw new NotWritable((error as Error).message);
  }
}

async function silence(): Promise<'silent'> {
  await sleep(SILENCE_MS, undefined, { ref: false });
  return 'silent';
}
