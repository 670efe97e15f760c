// Decision: collects what one request or deadline brings about — records, answers to requests that
// were waiting, events — while the rules that decide run.

import { type ErrorCode, type Level, type LogFields } from '@samsa/common';
import { type GroupRecord } from '@samsa/protocol/group-record';

import {
  type Completion,
  type CoordinatorOutcome,
  type Parked,
  type RequestToken,
  type ShardEvent,
} from '../coordinator-machine.ts';

export type GroupOutcome<Response> = CoordinatorOutcome<GroupRecord, Response>;

export class Decision {
  readonly records: GroupRecord[] = [];
  readonly completions: Completion[] = [];
  readonly events: ShardEvent[] = [];
  isAtomic = true;
  #accepted: (() => void) | undefined;
  #refused: ((errorCode: ErrorCode) => GroupOutcome<never>) | undefined;

  complete(token: RequestToken, response: unknown): void {
    this.completions.push({ token, response });
  }

  event(level: Level, event: string, fields: LogFields): void {
    this.events.push({ level, event, fields });
  }

  /** Soft state that must not be there without the records. See CoordinatorOutcome. */
  whenAccepted(run: () => void): void {
    this.#accepted = run;
  }

  /** What to do where the log refuses the records. See CoordinatorOutcome. */
  whenRefused(run: (errorCode: ErrorCode) => GroupOutcome<never>): void {
    this.#refused = run;
  }

  outcome<Response>(response: Response | Parked): GroupOutcome<Response> {
    return {
      records: this.records,
      response,
      completions: this.completions,
      events: this.events,
      isAtomic: this.isAtomic,
      accepted: this.#accepted,
      refused: this.#refused,
    };
  }
}

const NOTHING: readonly never[] = [];

/** The outcome of a query, or of a request that changed nothing that lasts. */
export function answer<Response>(response: Response | Parked): GroupOutcome<Response> {
  return {
    records: NOTHING,
    response,
    completions: NOTHING,
    events: NOTHING,
    isAtomic: true,
    accepted: undefined,
    refused: undefined,
  };
}
