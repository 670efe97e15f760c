// RecentEvents: the last events and log entries, kept raw so that they cost nothing until a run fails.

import { type Level, type LogFields } from '@samsa/common';

import { type SimEvent } from '../kernel/event-heap.ts';
import { type Incarnation } from './incarnation.ts';
import { plain } from './trace.ts';

const KEPT_EVENTS = 200;
const KEPT_LOGS = 200;

interface LogEntry {
  readonly number: number;
  readonly atMs: number;
  readonly owner: Incarnation;
  readonly level: Level;
  readonly event: string;
  readonly fields: LogFields | undefined;
}

export class RecentEvents {
  readonly #events: { event: SimEvent; number: number }[] = [];
  readonly #logs: LogEntry[] = [];
  #logCount = 0;

  event(event: SimEvent, number: number): void {
    const slot = this.#events[number % KEPT_EVENTS];
    if (slot === undefined) this.#events[number % KEPT_EVENTS] = { event, number };
    else {
      slot.event = event;
      slot.number = number;
    }
  }

  log(
    number: number,
    atMs: number,
    owner: Incarnation,
    level: Level,
    event: string,
    fields: LogFields | undefined,
  ): void {
    this.#logs[this.#logCount++ % KEPT_LOGS] = { number, atMs, owner, level, event, fields };
  }

  /** Oldest first, events and log entries merged by event number. */
  lines(): string[] {
    const lines: { number: number; order: number; text: string }[] = [];
    for (const slot of this.#events) {
      if (slot === undefined) continue;
      const { event, number } = slot;
      const owner = event.owner?.name ?? 'world';
      lines.push({
        number,
        order: 0,
        text: `#${number} ${event.timeMs.toFixed(3)} ms ${owner} ${event.kind}`,
      });
    }
    for (let i = 0; i < this.#logs.length; i++) {
      const entry = this.#logs[(this.#logCount + i) % this.#logs.length] as LogEntry;
      const fields = Object.entries(plain(entry.fields))
        .map(
          ([key, value]) => ` ${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
        )
        .join('');
      lines.push({
        number: entry.number,
        order: i + 1,
        text: `#${entry.number} ${entry.atMs.toFixed(3)} ms ${entry.owner.name} ${entry.level} ${entry.event}${fields}`,
      });
    }
    lines.sort((a, b) => a.number - b.number || a.order - b.order);
    return lines.map((line) => line.text);
  }
}
