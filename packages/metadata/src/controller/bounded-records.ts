// BoundedRecords: the records of one decision. A request of a user may not make more than ten thousand,
// because they are written as one batch, all or none.

import { ErrorCode, KafkaError } from '@samsa/common';
import { type MetadataRecord } from '@samsa/protocol/metadata-record';

export const MAX_RECORDS_PER_USER_OPERATION = 10_000;

/** Refuses the whole request, also where other refusals concern one item of it. */
export class ExcessiveOperation extends KafkaError {
  constructor() {
    super(ErrorCode.POLICY_VIOLATION, 'Unable to perform excessively large batch operation.');
  }
}

export class BoundedRecords {
  readonly #records: MetadataRecord[] = [];

  get all(): readonly MetadataRecord[] {
    return this.#records;
  }

  add(...records: readonly MetadataRecord[]): void {
    if (this.#records.length + records.length > MAX_RECORDS_PER_USER_OPERATION) {
      throw new ExcessiveOperation();
    }
    for (const record of records) this.#records.push(record);
  }
}

export interface ItemError {
  readonly errorCode: ErrorCode;
  readonly errorMessage: string | null;
}

export const NO_ERROR: ItemError = { errorCode: ErrorCode.NONE, errorMessage: null };

/** Runs the decision on one item of a request; its refusal becomes that item's answer. */
export function attempt(decide: () => void): ItemError {
  try {
    decide();
    return NO_ERROR;
  } catch (error) {
    if (!(error instanceof KafkaError) || error instanceof ExcessiveOperation) throw error;
    return { errorCode: error.code, errorMessage: error.message };
  }
}
