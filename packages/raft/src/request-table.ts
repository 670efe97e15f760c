// RequestTable: which request waits for an answer where. One per destination at a time, with a pause
// after a failure; an answer whose request is no longer in the table is too late and means nothing.

import { type RaftRequest } from './messages.ts';
import { type RaftTiming } from './timing.ts';

export interface OpenRequest {
  readonly requestId: number;
  /** Id of the destination, see `Destination`. */
  readonly to: number;
  readonly request: RaftRequest;
  readonly dueMs: number;
}

export class RequestTable {
  readonly #timing: RaftTiming;
  readonly #open = new Map<number, OpenRequest>();
  readonly #pausedUntilMs = new Map<number, number>();
  #nextRequestId = 1;

  constructor(timing: RaftTiming) {
    this.#timing = timing;
  }

  canSend(to: number, nowMs: number): boolean {
    return !this.#open.has(to) && nowMs >= (this.#pausedUntilMs.get(to) ?? -Infinity);
  }

  isOpen(to: number): boolean {
    return this.#open.has(to);
  }

  /** Neither waits for an answer nor pauses. */
  isIdle(to: number): boolean {
    return !this.#open.has(to) && !this.#pausedUntilMs.has(to);
  }

  /** Returns the id under which the answer has to come. */
  sent(to: number, request: RaftRequest, nowMs: number): number {
    const requestId = this.#nextRequestId++;
    const dueMs = nowMs + this.#timing.requestTimeoutMs;
    this.#pausedUntilMs.delete(to);
    this.#open.set(to, { requestId, to, request, dueMs });
    return requestId;
  }

  /** Takes the request out; undefined when it was given up before. */
  answered(requestId: number): OpenRequest | undefined {
    for (const open of this.#open.values()) {
      if (open.requestId === requestId) {
        this.#open.delete(open.to);
        return open;
      }
    }
    return undefined;
  }

  pause(to: number, nowMs: number): void {
    this.#pausedUntilMs.set(to, nowMs + this.#timing.retryBackoffMs);
  }

  /** Gives up what has waited too long. */
  expire(nowMs: number): void {
    for (const open of this.#open.values()) {
      if (nowMs < open.dueMs) continue;
      this.#open.delete(open.to);
      this.pause(open.to, nowMs);
    }
  }

  nextDeadlineMs(): number {
    let next = Infinity;
    for (const open of this.#open.values()) next = Math.min(next, open.dueMs);
    for (const [to, untilMs] of this.#pausedUntilMs) {
      if (!this.#open.has(to)) next = Math.min(next, untilMs);
    }
    return next;
  }

  /** A pause that is over needs no deadline any more. */
  forgetPausesBefore(nowMs: number): void {
    for (const [to, untilMs] of this.#pausedUntilMs) {
      if (untilMs <= nowMs) this.#pausedUntilMs.delete(to);
    }
  }

  /** The replica has another role now: no answer to what was asked before counts. */
  clear(): void {
    this.#open.clear();
    this.#pausedUntilMs.clear();
  }
}
