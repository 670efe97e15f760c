// PartitionList: the partitions of a topic by index, immutable, in blocks, so that changing one of ten
// thousand copies a block and not the topic.

import { assert } from '@samsa/common';

import { type PartitionRegistration } from './partition-registration.ts';

const BLOCK_SIZE = 64;

type Block = readonly PartitionRegistration[];

export class PartitionList {
  static readonly EMPTY = new PartitionList([], 0);

  readonly #blocks: readonly Block[];
  readonly length: number;

  private constructor(blocks: readonly Block[], length: number) {
    this.#blocks = blocks;
    this.length = length;
  }

  static of(partitions: readonly PartitionRegistration[]): PartitionList {
    return PartitionList.EMPTY.with(new Map(partitions.entries()));
  }

  /** Undefined where the topic has no such partition. */
  at(index: number): PartitionRegistration | undefined {
    if (!(index >= 0 && index < this.length)) return undefined;
    return this.#blocks[Math.floor(index / BLOCK_SIZE)]?.[index % BLOCK_SIZE];
  }

  /**
   * A copy with these partitions set or added.
   *
   * @param changes  by partition index; new ones follow the last one without a gap
   */
  with(changes: ReadonlyMap<number, PartitionRegistration>): PartitionList {
    const blocks: Block[] = [...this.#blocks];
    const own = new Map<number, PartitionRegistration[]>();
    let length = this.length;
    for (const index of [...changes.keys()].sort((a, b) => a - b)) {
      const partition = changes.get(index);
      assert(partition !== undefined && index <= length, 'partitions follow each other');
      if (index === length) length++;
      const blockIndex = Math.floor(index / BLOCK_SIZE);
      let block = own.get(blockIndex);
      if (block === undefined) {
        block = [...(blocks[blockIndex] ?? [])];
        own.set(blockIndex, block);
        blocks[blockIndex] = block;
      }
      block[index % BLOCK_SIZE] = partition;
    }
    // An array that grew by steps has room to spare, which would be kept for ever.
    for (const [blockIndex, block] of own) blocks[blockIndex] = block.slice();
    return new PartitionList(blocks.slice(), length);
  }

  *[Symbol.iterator](): IterableIterator<PartitionRegistration> {
    for (const block of this.#blocks) yield* block;
  }

  /** The quick way over all partitions. */
  forEach(run: (partition: PartitionRegistration, index: number) => void): void {
    let index = 0;
    for (const block of this.#blocks) {
      for (let i = 0; i < block.length; i++) run(block[i] as PartitionRegistration, index++);
    }
  }

  *entries(): IterableIterator<[number, PartitionRegistration]> {
    let index = 0;
    for (const block of this.#blocks) for (const partition of block) yield [index++, partition];
  }
}
