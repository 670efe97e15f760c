// LogRead: record data on its way to a socket. The bytes are views of memory that others want back.

import { ErrorCode } from '@samsa/common';

/** Memory that is lent to a reader until it lets go. */
export interface Lent {
  release(): void;
}

const NO_CHUNKS: readonly Uint8Array[] = [];
const NOTHING_LENT: readonly Lent[] = [];

export class LogRead {
  readonly errorCode: ErrorCode;
  /** The offset that was asked for. */
  readonly startOffset: number;
  /** The offset behind the last batch; the start offset where nothing was read. */
  readonly nextOffset: number;
  /** Whole batches, in order. The first may begin below the start offset; clients pass over that. */
  readonly chunks: readonly Uint8Array[];
  readonly sizeInBytes: number;
  #lent: readonly Lent[];

  constructor(
    errorCode: ErrorCode,
    startOffset: number,
    nextOffset: number,
    chunks: readonly Uint8Array[],
    sizeInBytes: number,
    lent: readonly Lent[],
  ) {
    this.errorCode = errorCode;
    this.startOffset = startOffset;
    this.nextOffset = nextOffset;
    this.chunks = chunks;
    this.sizeInBytes = sizeInBytes;
    this.#lent = lent;
  }

  static empty(startOffset: number): LogRead {
    return new LogRead(ErrorCode.NONE, startOffset, startOffset, NO_CHUNKS, 0, NOTHING_LENT);
  }

  static failed(errorCode: ErrorCode, startOffset: number): LogRead {
    return new LogRead(errorCode, startOffset, startOffset, NO_CHUNKS, 0, NOTHING_LENT);
  }

  /** Gives the memory back once the socket has taken the bytes, or never will. A second call does nothing. */
  release(): void {
    const lent = this.#lent;
    this.#lent = NOTHING_LENT;
    for (const each of lent) each.release();
  }
}
