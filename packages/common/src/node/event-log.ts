// Where the events of a real node go: one line each on a stream, as text for people or as JSON.

import { type Writable } from 'node:stream';

import { type Level, type LogFields } from '../platform.ts';

const RANK: Readonly<Record<Level, number>> = { debug: 0, info: 1, warn: 2, error: 3 };

export class EventLog {
  readonly #stream: Writable;
  #level: Level;
  readonly #format: 'text' | 'json';

  constructor(stream: Writable, level: Level, format: 'text' | 'json') {
    this.#stream = stream;
    this.#level = level;
    this.#format = format;
  }

  /** The least level that is kept. */
  get level(): Level {
    return this.#level;
  }

  set level(level: Level) {
    this.#level = level;
  }

  keeps(level: Level): boolean {
    return RANK[level] >= RANK[this.#level];
  }

  write(level: Level, event: string, fields: LogFields = {}): void {
    if (!this.keeps(level)) return;
    const at = new Date().toISOString();
    if (this.#format === 'json') {
      this.#stream.write(`${JSON.stringify({ at, level, event, ...plain(fields) })}\n`);
      return;
    }
    let line = `${at} ${level.toUpperCase().padEnd(5)} ${event}`;
    for (const [key, value] of Object.entries(fields)) line += ` ${key}=${text(value)}`;
    this.#stream.write(`${line}\n`);
  }
}

function plain(fields: LogFields): LogFields {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      value instanceof Error ? value.stack : value,
    ]),
  );
}

/** Peers choose some of these values: control characters never reach a terminal or break a line. */
function text(value: unknown): string {
  if (value instanceof Error) return JSON.stringify(value.stack ?? value.message);
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  // Times are fractions of a millisecond; nobody reads more of them than this.
  if (typeof value === 'number' && !Number.isInteger(value))
    return String(Number(value.toFixed(3)));
  const plainText = String(value);
  return /^[\w.:/@+,-]+$/.test(plainText) ? plainText : JSON.stringify(plainText);
}
