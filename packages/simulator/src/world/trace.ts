// Trace: every event and log entry of a run as one line of JSON, for people and for comparing two runs.

import { type Level, type LogFields } from '@samsa/common';

import { type SimEvent } from '../kernel/event-heap.ts';
import { type Incarnation } from './incarnation.ts';

export interface Trace {
  event(event: SimEvent, number: number, digest: string): void;
  log(
    atMs: number,
    owner: Incarnation,
    level: Level,
    event: string,
    fields: LogFields | undefined,
  ): void;
  close?(): void;
}

export class JsonTrace implements Trace {
  readonly #line: (line: string) => void;
  readonly #close: (() => void) | undefined;

  constructor(line: (line: string) => void, close?: () => void) {
    this.#line = line;
    this.#close = close;
  }

  event(event: SimEvent, number: number, digest: string): void {
    this.#line(
      JSON.stringify({
        event: number,
        atMs: event.timeMs,
        kind: event.kind,
        owner: event.owner?.name ?? null,
        payload: event.payload,
        digest,
      }),
    );
  }

  log(
    atMs: number,
    owner: Incarnation,
    level: Level,
    event: string,
    fields: LogFields | undefined,
  ): void {
    this.#line(JSON.stringify({ log: event, atMs, level, owner: owner.name, ...plain(fields) }));
  }

  close(): void {
    this.#close?.();
  }
}

/** Fields as JSON can carry them: errors as text, big integers as text. */
export function plain(fields: LogFields | undefined): Record<string, unknown> {
  if (fields === undefined) return {};
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, plainValue(value)]));
}

function plainValue(value: unknown): unknown {
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (typeof value === 'bigint') return String(value);
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  if (typeof value !== 'object' || value === null) return value;
  try {
    return JSON.parse(
      JSON.stringify(value, (_key, inner: unknown) =>
        typeof inner === 'bigint' ? String(inner) : inner,
      ),
    ) as unknown;
  } catch {
    // A cycle: the line in the trace is worth more than this value.
    return '[cyclic]';
  }
}
