// BatchValidator: decides whether a batch that a client produced may enter a partition's log.
//
// In two steps, because the records of a compressed batch may have to be decompressed elsewhere: `begin`
// judges the header, `finish` each record. A refusal is a value, not an exception. Order and codes are
// those of Kafka's LogValidator and UnifiedLog, stricter where it trusts what no client sends.

import { ErrorCode } from '@samsa/common';

import { CompressionError } from '../compression/compression-error.ts';
import { decompressNow } from '../compression/compress.ts';
import { type Crc32c } from '../crc32c.ts';
import { BatchCursor } from './batch-cursor.ts';
import {
  Codec,
  codecName,
  CURRENT_MAGIC,
  NO_PRODUCER_ID,
  NO_TIMESTAMP,
  UNKNOWN_ATTRIBUTES,
} from './batch-format.ts';
import { RecordCursor } from './record-cursor.ts';

/** What the topic, the broker and the request demand. One object may serve many batches. */
export interface ProduceRules {
  readonly nowMs: number;
  /** message.timestamp.type=LogAppendTime: the times of the records do not matter. */
  readonly isLogAppendTime: boolean;
  /** message.timestamp.before.max.ms */
  readonly timestampBeforeMaxMs: number;
  /** message.timestamp.after.max.ms */
  readonly timestampAfterMaxMs: number;
  /** cleanup.policy contains compact: each record needs a key. */
  readonly isCompacted: boolean;
  /** max.message.bytes: bound of the batch as it comes. */
  readonly maxBatchBytes: number;
  /** Bound of its records when decompressed. Kafka has none. */
  readonly maxDecompressedBytes: number;
  /** True where the request's version is older than zstd (Produce before v7). */
  readonly refusesZstd?: boolean;
  readonly crc32c: Crc32c;
}

export interface RecordError {
  /** Place of the record in its batch, from 0. */
  readonly batchIndex: number;
  readonly message: string;
}

export interface BatchProblem {
  readonly errorCode: ErrorCode;
  readonly message: string;
  /** Empty where the batch as a whole is refused. At most `MAX_RECORD_ERRORS`; the message has the total. */
  readonly recordErrors: readonly RecordError[];
}

/** A batch of 1 MiB can hold 150,000 bad records: their errors must not become a far larger answer. */
export const MAX_RECORD_ERRORS = 100;
/** How many of the record errors the message repeats, as Kafka does. */
const ERRORS_IN_MESSAGE = 3;

const NO_RECORD_ERRORS: readonly RecordError[] = [];

/** Keep one and reuse it; a batch that waits for its decompression needs one of its own. */
export class BatchValidator {
  readonly #batch = BatchCursor.over(new Uint8Array(0));
  readonly #records = new RecordCursor();
  #rules: ProduceRules | undefined;
  #maxTimestamp: number = NO_TIMESTAMP;
  #offsetDeltaOfMaxTimestamp = -1;
  #recordErrors: RecordError[] = [];
  #recordErrorCount = 0;
  #recordErrorCode: ErrorCode = ErrorCode.NONE;

  /** The batch that `begin` was given. */
  get batch(): BatchCursor {
    return this.#batch;
  }

  get needsDecompression(): boolean {
    return this.#batch.codec !== Codec.NONE;
  }

  /**
   * The largest timestamp of the records, after `finish`. Where the header says otherwise, the log
   * corrects it (`batch.setMaxTimestamp`), as Kafka does. Under log append time it means nothing.
   */
  get maxTimestamp(): number {
    return this.#maxTimestamp;
  }

  /** Of the first record that has that timestamp; −1 when no record has one. */
  get offsetDeltaOfMaxTimestamp(): number {
    return this.#offsetDeltaOfMaxTimestamp;
  }

  /**
   * Judges everything that stands before the records, the checksum included.
   *
   * @param bytes  what the request carries for the partition; must stay unchanged until `finish`
   */
  begin(bytes: Uint8Array, rules: ProduceRules): BatchProblem | undefined {
    this.#rules = rules;
    this.#maxTimestamp = NO_TIMESTAMP;
    this.#offsetDeltaOfMaxTimestamp = -1;
    const batch = this.#batch.aim(bytes);
    return (
      problemOfExtent(batch) ??
      problemOfIntegrity(batch, rules) ??
      problemOfAttributes(batch, rules) ??
      problemOfCounts(batch) ??
      problemOfProducer(batch)
    );
  }

  /**
   * Judges each record, after a `begin` that found nothing.
   *
   * @param payload  the records decompressed, at most `maxDecompressedBytes` (the caller's
   *   decompression is bounded by it); left out, a compressed batch is decompressed here and now
   */
  finish(payload?: Uint8Array): BatchProblem | undefined {
    const batch = this.#batch;
    if (!this.needsDecompression) {
      this.#records.aimInPlace(batch);
    } else if (payload !== undefined) {
      this.#records.aim(batch, payload);
    } else {
      try {
        this.#records.aim(batch, this.#decompress());
      } catch (error) {
        // Whatever a peer sends may be damaged: that is an answer, not a fault of ours.
        if (error instanceof CompressionError) return problemOfCompression(error);
        throw error;
      }
    }
    return this.#walk();
  }

  #decompress(): Uint8Array {
    const batch = this.#batch;
    // `begin` has refused unknown codecs.
    const codec = codecName(batch.codec) ?? 'none';
    return decompressNow(codec, batch.payload(), this.#rules?.maxDecompressedBytes ?? 0);
  }

  #walk(): BatchProblem | undefined {
    const rules = this.#rules;
    if (rules === undefined) return refuse(ErrorCode.INVALID_RECORD, 'no batch was given');
    const records = this.#records;
    const earliest = rules.nowMs - rules.timestampBeforeMaxMs;
    const latest = rules.nowMs + rules.timestampAfterMaxMs;
    this.#recordErrors = [];
    this.#recordErrorCount = 0;
    this.#recordErrorCode = ErrorCode.NONE;
    let maxTimestamp: number = NO_TIMESTAMP;
    let indexOfMax = -1;
    for (let index = 0; records.next(); index++) {
      if (records.offsetDelta !== index) {
        return refuse(
          ErrorCode.INVALID_RECORD,
          `record ${index} of the batch has the offset delta ${records.offsetDelta}`,
        );
      }
      const timestamp = records.timestamp;
      if (timestamp > maxTimestamp) {
        maxTimestamp = timestamp;
        indexOfMax = index;
      }
      if (rules.isCompacted && !records.hasKey) {
        this.#refuseRecord(index, ErrorCode.INVALID_RECORD, MISSING_KEY);
      } else if (
        !rules.isLogAppendTime &&
        timestamp !== NO_TIMESTAMP &&
        (timestamp < earliest || timestamp > latest || !Number.isSafeInteger(timestamp))
      ) {
        this.#refuseRecord(
          index,
          ErrorCode.INVALID_TIMESTAMP,
          `Timestamp ${timestamp} is out of range: it has to be within [${earliest}, ${latest}]`,
        );
      }
    }
    if (records.problem !== undefined) {
      return refuse(ErrorCode.INVALID_RECORD, `The records are damaged: ${records.problem}`);
    }
    this.#maxTimestamp = maxTimestamp;
    this.#offsetDeltaOfMaxTimestamp = indexOfMax;
    return this.#recordErrorCount === 0 ? undefined : this.#problemOfRecords();
  }

  #refuseRecord(batchIndex: number, errorCode: ErrorCode, message: string): void {
    this.#recordErrorCount++;
    // A wrong time outranks the rest, as Kafka answers a batch with both.
    if (this.#recordErrorCode !== ErrorCode.INVALID_TIMESTAMP) this.#recordErrorCode = errorCode;
    if (this.#recordErrors.length < MAX_RECORD_ERRORS) {
      this.#recordErrors.push({ batchIndex, message });
    }
  }

  #problemOfRecords(): BatchProblem {
    const recordErrors = this.#recordErrors;
    const count = this.#recordErrorCount;
    const first = recordErrors.slice(0, ERRORS_IN_MESSAGE);
    const examples = first.map((e) => `record ${e.batchIndex}: ${e.message}`).join('; ');
    return {
      errorCode: this.#recordErrorCode,
      message:
        this.#recordErrorCode === ErrorCode.INVALID_TIMESTAMP
          ? 'One or more records have been rejected due to invalid timestamp'
          : `One or more records have been rejected, ${count} in total, the first: ${examples}`,
      recordErrors,
    };
  }
}

/** Both steps at once. `bytes` may be the view of a receive buffer: nothing of it is kept. */
export function validateProducedBatch(
  bytes: Uint8Array,
  rules: ProduceRules,
): BatchProblem | undefined {
  const validator = new BatchValidator();
  return validator.begin(bytes, rules) ?? validator.finish();
}

/** The answer to a batch whose decompression failed, wherever that was done. */
export function problemOfCompression(error: Error): BatchProblem {
  return refuse(ErrorCode.INVALID_RECORD, `The records cannot be decompressed: ${error.message}`);
}

const MISSING_KEY = 'Compacted topic cannot accept message without key';

function refuse(errorCode: ErrorCode, message: string): BatchProblem {
  return { errorCode, message, recordErrors: NO_RECORD_ERRORS };
}

/** One batch of the present format, whole, and nothing after it. */
function problemOfExtent(batch: BatchCursor): BatchProblem | undefined {
  if (batch.isMalformed) {
    return refuse(
      ErrorCode.CORRUPT_MESSAGE,
      `A batch cannot have magic ${batch.magic} and ${batch.sizeInBytes} bytes`,
    );
  }
  if (!batch.isWhole) {
    return refuse(ErrorCode.INVALID_RECORD, 'A partition must carry one whole record batch');
  }
  if (batch.magic !== CURRENT_MAGIC) {
    return refuse(
      ErrorCode.INVALID_RECORD,
      `Only record batches with magic ${CURRENT_MAGIC} are accepted, not ${batch.magic}`,
    );
  }
  if (batch.end !== batch.bytes.length) {
    return refuse(ErrorCode.INVALID_RECORD, 'A partition must carry exactly one record batch');
  }
  return undefined;
}

function problemOfIntegrity(batch: BatchCursor, rules: ProduceRules): BatchProblem | undefined {
  if (batch.baseOffset !== 0) {
    return refuse(
      ErrorCode.INVALID_RECORD,
      `The base offset of a produced batch must be 0, not ${batch.baseOffset}`,
    );
  }
  if (batch.sizeInBytes > rules.maxBatchBytes) {
    return refuse(
      ErrorCode.MESSAGE_TOO_LARGE,
      `The batch has ${batch.sizeInBytes} bytes, more than the maximum of ${rules.maxBatchBytes}`,
    );
  }
  if (!batch.isCrcValid(rules.crc32c)) {
    return refuse(
      ErrorCode.CORRUPT_MESSAGE,
      `The batch is corrupt: its CRC is ${batch.crc}, that of its bytes ${batch.computeCrc(rules.crc32c)}`,
    );
  }
  return undefined;
}

function problemOfAttributes(batch: BatchCursor, rules: ProduceRules): BatchProblem | undefined {
  if (batch.isControl) {
    return refuse(ErrorCode.INVALID_RECORD, 'Clients are not allowed to write control records');
  }
  if ((batch.attributes & UNKNOWN_ATTRIBUTES) !== 0 || batch.hasDeleteHorizon) {
    return refuse(
      ErrorCode.INVALID_RECORD,
      `A produced batch cannot have the attributes 0x${batch.attributes.toString(16)}`,
    );
  }
  if (batch.isLogAppendTime) {
    return refuse(
      ErrorCode.INVALID_TIMESTAMP,
      'Producer should not set timestamp type to LogAppendTime',
    );
  }
  const codec = codecName(batch.codec);
  if (codec === undefined || (batch.codec === Codec.ZSTD && rules.refusesZstd === true)) {
    return refuse(
      ErrorCode.UNSUPPORTED_COMPRESSION_TYPE,
      codec === undefined
        ? `No compression has the number ${batch.codec}`
        : 'zstd needs Produce version 7 or later',
    );
  }
  return undefined;
}

function problemOfCounts(batch: BatchCursor): BatchProblem | undefined {
  const count = batch.recordCount;
  const lastOffsetDelta = batch.lastOffsetDelta;
  if (count <= 0 || lastOffsetDelta !== count - 1) {
    return refuse(
      ErrorCode.INVALID_RECORD,
      `A batch of ${count} records cannot span the offset deltas 0 to ${lastOffsetDelta}`,
    );
  }
  if (!Number.isSafeInteger(batch.baseTimestamp)) {
    return refuse(
      ErrorCode.INVALID_TIMESTAMP,
      `The base timestamp ${batch.baseTimestamp} is out of range`,
    );
  }
  return undefined;
}

/**
 * Without a producer id the epoch and sequence are free: some clients leave 0 there. An id beyond the
 * safe integers was never handed out.
 */
function problemOfProducer(batch: BatchCursor): BatchProblem | undefined {
  const producerId = batch.producerId;
  if (producerId === NO_PRODUCER_ID) {
    return batch.isTransactional
      ? refuse(ErrorCode.INVALID_RECORD, 'A transactional batch must have a producer id')
      : undefined;
  }
  if (producerId < 0 || !Number.isSafeInteger(producerId)) {
    return refuse(ErrorCode.INVALID_RECORD, `${producerId} is no producer id`);
  }
  if (batch.producerEpoch < 0) {
    return refuse(
      ErrorCode.INVALID_RECORD,
      `Invalid epoch ${batch.producerEpoch} in a batch of producer ${producerId}`,
    );
  }
  if (batch.baseSequence < 0) {
    return refuse(
      ErrorCode.INVALID_RECORD,
      `Invalid sequence ${batch.baseSequence} in a batch of producer ${producerId}`,
    );
  }
  return undefined;
}
