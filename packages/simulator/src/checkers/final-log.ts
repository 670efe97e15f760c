// FinalLog: what the last reads found, by partition, for the checkers that compare with it.

import { type FinalRead, type History, type Partition, partitionKey } from '../workload/history.ts';

export interface FinalPartition {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly valueAt: ReadonlyMap<number, string>;
  /** Every offset of each value, ascending. */
  readonly offsetsOf: ReadonlyMap<string, readonly number[]>;
}

export class FinalLog {
  readonly partitions = new Map<string, FinalPartition>();

  constructor(history: History) {
    for (const read of history.finalReads) {
      const key = partitionKey(read);
      if (!this.partitions.has(key)) this.partitions.set(key, indexed(read));
    }
  }

  of(at: Partition): FinalPartition | undefined {
    return this.partitions.get(partitionKey(at));
  }
}

function indexed(read: FinalRead): FinalPartition {
  const valueAt = new Map<number, string>();
  const offsetsOf = new Map<string, number[]>();
  for (const { offset, value } of read.records) {
    valueAt.set(offset, value);
    const offsets = offsetsOf.get(value);
    if (offsets === undefined) offsetsOf.set(value, [offset]);
    else offsets.push(offset);
  }
  return { startOffset: read.startOffset, endOffset: read.endOffset, valueAt, offsetsOf };
}
