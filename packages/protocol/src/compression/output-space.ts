// OutputSpace: where a decoder writes. It grows with what really comes out, never with what a peer claims.

import { CompressionError } from './compression-error.ts';
import { borrowScratch, copyOut } from './scratch.ts';

const FIRST_BYTES = 64 * 1024;

export class OutputSpace {
  readonly maxBytes: number;
  #bytes: Uint8Array = borrowScratch(FIRST_BYTES);
  /** Bytes written so far. */
  length = 0;

  constructor(maxBytes: number) {
    this.maxBytes = maxBytes;
  }

  /**
   * The buffer, with room for `more` bytes after `length` or up to the bound, whichever is less: a
   * decoder that meets the end of the bound throws `full`.
   */
  room(more: number): Uint8Array {
    const wanted = Math.min(this.length + more, this.maxBytes);
    if (wanted > this.#bytes.length) {
      const before = this.#bytes;
      this.#bytes = borrowScratch(Math.min(Math.max(wanted, 2 * before.length), this.maxBytes));
      this.#bytes.set(before.subarray(0, this.length));
    }
    return this.#bytes;
  }

  /** Room for all of `more` bytes; throws where the bound does not allow them. */
  roomFor(more: number): Uint8Array {
    if (this.length + more > this.maxBytes) throw this.full();
    return this.room(more);
  }

  full(): CompressionError {
    return CompressionError.tooLarge(this.maxBytes);
  }

  /** What was written, in bytes of its own. */
  take(): Uint8Array {
    return copyOut(this.#bytes, this.length);
  }
}
