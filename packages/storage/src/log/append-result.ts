// AppendResult: what became of one append, as Produce answers need it. One shape, so that the append
// path stays fast.

import { type ErrorCode } from '@samsa/common';
import { type BatchProblem } from '@samsa/protocol';

export interface RecordError {
  readonly batchIndex: number;
  readonly message: string;
}

const NO_RECORD_ERRORS: readonly RecordError[] = [];

export class AppendResult {
  readonly errorCode: ErrorCode;
  /** Of the first and the last record; −1 where nothing was appended. */
  readonly baseOffset: number;
  readonly lastOffset: number;
  /** −1 where records keep the time of their producer. */
  readonly logAppendTimeMs: number;
  readonly logStartOffset: number;
  /** The batch had been appended before; the offsets are those of then. */
  readonly isDuplicate: boolean;
  readonly errorMessage: string | null;
  readonly recordErrors: readonly RecordError[];
  readonly sizeInBytes: number;
  readonly recordCount: number;

  constructor(
    errorCode: ErrorCode,
    baseOffset: number,
    lastOffset: number,
    logAppendTimeMs: number,
    logStartOffset: number,
    isDuplicate: boolean,
    errorMessage: string | null,
    recordErrors: readonly RecordError[],
    sizeInBytes: number,
    recordCount: number,
  ) {
    this.errorCode = errorCode;
    this.baseOffset = baseOffset;
    this.lastOffset = lastOffset;
    this.logAppendTimeMs = logAppendTimeMs;
    this.logStartOffset = logStartOffset;
    this.isDuplicate = isDuplicate;
    this.errorMessage = errorMessage;
    this.recordErrors = recordErrors;
    this.sizeInBytes = sizeInBytes;
    this.recordCount = recordCount;
  }

  /** Refused for what is in it. The log's start is told only where single records were looked at. */
  static invalid(
    { errorCode, message, recordErrors }: BatchProblem,
    logStartOffset: number,
  ): AppendResult {
    const start = recordErrors.length === 0 ? -1 : logStartOffset;
    return AppendResult.refused(errorCode, start, message, recordErrors);
  }

  static refused(
    errorCode: ErrorCode,
    logStartOffset: number,
    errorMessage: string | null = null,
    recordErrors: readonly RecordError[] = NO_RECORD_ERRORS,
  ): AppendResult {
    return new AppendResult(
      errorCode,
      -1,
      -1,
      -1,
      logStartOffset,
      false,
      errorMessage,
      recordErrors,
      0,
      0,
    );
  }

  static appended(
    errorCode: ErrorCode,
    baseOffset: number,
    lastOffset: number,
    logAppendTimeMs: number,
    logStartOffset: number,
    isDuplicate: boolean,
    sizeInBytes: number,
    recordCount: number,
  ): AppendResult {
    return new AppendResult(
      errorCode,
      baseOffset,
      lastOffset,
      logAppendTimeMs,
      logStartOffset,
      isDuplicate,
      null,
      NO_RECORD_ERRORS,
      sizeInBytes,
      recordCount,
    );
  }
}
