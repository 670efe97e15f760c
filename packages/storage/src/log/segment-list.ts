// SegmentList: the segments of one log by base offset, the last one being the active one.

import { type LogSegment } from './log-segment.ts';

export class SegmentList {
  #segments: LogSegment[] = [];

  get length(): number {
    return this.#segments.length;
  }

  get first(): LogSegment | undefined {
    return this.#segments[0];
  }

  /** The one that grows. */
  get active(): LogSegment | undefined {
    return this.#segments[this.#segments.length - 1];
  }

  at(slot: number): LogSegment | undefined {
    return this.#segments[slot];
  }

  all(): readonly LogSegment[] {
    return this.#segments;
  }

  add(segment: LogSegment): void {
    this.#segments.push(segment);
  }

  /** The slot of the last segment that begins at or before the offset; −1 below the first. */
  slotOf(offset: number): number {
    let low = 0;
    let high = this.#segments.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#segments[middle] as LogSegment).baseOffset <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** Takes these segments out of the list. */
  remove(segments: readonly LogSegment[]): void {
    this.#segments = this.#segments.filter((segment) => !segments.includes(segment));
  }

  /** Puts one segment in the place of neighbours of which the first begins where it does. */
  replace(sources: readonly LogSegment[], replacement: LogSegment): void {
    const slot = this.slotOf(replacement.baseOffset);
    this.#segments = this.#segments.toSpliced(slot, sources.length, replacement);
  }

  get sizeInBytes(): number {
    let sum = 0;
    for (const segment of this.#segments) sum += segment.sizeInBytes;
    return sum;
  }
}
