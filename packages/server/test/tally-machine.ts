// TallyMachine: the smallest machine that uses all of what a coordinator runtime offers — it sums up
// numbers, lets requests wait for the next one, and adds by itself when its deadline is due.

import { assert, type ErrorCode } from '@samsa/common';
import {
  type Completion,
  type CoordinatorMachine,
  type CoordinatorOutcome,
  type Instant,
  PARKED,
  type RequestToken,
} from '@samsa/coordinator';

import { type RecordCodec } from '../src/runtime/record-codec.ts';

export interface Addition {
  readonly by: number;
}

type Outcome<Response> = CoordinatorOutcome<Addition, Response>;

export class TallyMachine implements CoordinatorMachine<Addition> {
  total = 0;
  deadlineMs = Infinity;
  loadedAt: Instant | undefined;
  acceptedCount = 0;
  readonly #waiting: RequestToken[] = [];

  replay({ by }: Addition): void {
    assert(by !== 13, 'unlucky');
    this.total += by;
  }

  loaded(now: Instant): Outcome<void> {
    this.loadedAt = now;
    return outcome<void>([], undefined);
  }

  nextDeadlineMs(): number {
    return this.deadlineMs;
  }

  expire(): Outcome<void> {
    const { deadlineMs } = this;
    this.deadlineMs = Infinity;
    const retry = (): undefined => {
      this.deadlineMs = deadlineMs;
    };
    return { ...this.add(1000), response: undefined, refused: retry };
  }

  /** Answers the total after the addition, and everybody who waits with the same. */
  add(by: number, count = 1, isAtomic = true): Outcome<number> {
    const total = this.total + by * count;
    const completions = this.#waiting.splice(0).map((token) => ({ token, response: total }));
    const records = Array.from({ length: count }, () => ({ by }));
    const accepted = (): void => void this.acceptedCount++;
    return { ...outcome(records, total, completions), isAtomic, accepted };
  }

  /** Answers −1 where the log refuses. */
  addOrElse(by: number): Outcome<number> {
    return { ...this.add(by), refused: (_code: ErrorCode) => outcome([], -1) };
  }

  get(): Outcome<number> {
    return outcome([], this.total);
  }

  waitForNext(token: RequestToken): Outcome<number> {
    this.#waiting.push(token);
    return outcome<number>([], PARKED);
  }
}

function outcome<Response>(
  records: readonly Addition[],
  response: Response | typeof PARKED,
  completions: readonly Completion[] = [],
): Outcome<Response> {
  return {
    records,
    response,
    completions,
    events: [],
    isAtomic: true,
    accepted: undefined,
    refused: undefined,
  };
}

/** A record of type 0 is an addition; others are not known. */
export const tallyCodec: RecordCodec<Addition> = {
  encode: ({ by }) => ({ key: Uint8Array.of(0), value: Buffer.from(String(by)) }),
  decode: (key, value) =>
    key[0] === 0 && value !== null ? { by: Number(Buffer.from(value).toString()) } : undefined,
};
