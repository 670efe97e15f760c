// BatchAdmission: whether a batch may enter a log — its own form, and what is known of its producer —
// and in which codec it is kept.

import { ErrorCode, errorName } from '@samsa/common';
import {
  type BatchCursor,
  type BatchProblem,
  type BatchValidator,
  codecName,
  type Crc32c,
  CURRENT_MAGIC,
  decompressNow,
  type ProduceRules,
  recompressed,
} from '@samsa/protocol';
import { type ProducerOrigin } from '../producers/producer-states.ts';
import { endMarkerOf } from '../producers/replay-batch.ts';
import { AppendResult } from './append-result.ts';
import { MAX_DECOMPRESSED_BYTES } from './limits.ts';
import { type LogState } from './log-state.ts';

export class BatchAdmission {
  readonly #state: LogState;
  readonly #crc32c: Crc32c;
  readonly #validator: BatchValidator;

  constructor(state: LogState) {
    const { crc32c, validator } = state.options.resources;
    this.#state = state;
    this.#crc32c = crc32c;
    this.#validator = validator;
  }

  rules(nowMs: number): ProduceRules {
    const { config } = this.#state;
    return {
      nowMs,
      isLogAppendTime: config.isLogAppendTime,
      timestampBeforeMaxMs: config.timestampBeforeMaxMs,
      timestampAfterMaxMs: config.timestampAfterMaxMs,
      isCompacted: config.isCompacted,
      maxBatchBytes: config.maxMessageBytes,
      maxDecompressedBytes: MAX_DECOMPRESSED_BYTES,
      crc32c: this.#crc32c,
    };
  }

  /** Judges everything about one produced batch but its producer. */
  validate(batch: Uint8Array, nowMs: number): BatchProblem | undefined {
    return this.#validator.begin(batch, this.rules(nowMs)) ?? this.#validator.finish();
  }

  /** Of the batch that was validated last: its real largest timestamp, where the header is wrong. */
  get correctedTimestamp(): number | undefined {
    const { maxTimestamp, batch } = this.#validator;
    return maxTimestamp === batch.maxTimestamp ? undefined : maxTimestamp;
  }

  /** Why a batch may not be appended, or the answer to a retry of one that was. */
  answerInstead(batch: BatchCursor, origin: ProducerOrigin): AppendResult | undefined {
    const { segmentBytes } = this.#state.config;
    if (batch.sizeInBytes > segmentBytes) {
      return this.#refused(
        ErrorCode.RECORD_LIST_TOO_LARGE,
        `the batch of ${batch.sizeInBytes} bytes is larger than a segment of ${segmentBytes}`,
      );
    }
    if (!batch.hasProducerId) return undefined;
    if (batch.isControl) return this.#answerToMarker(batch);
    if (origin === 'client') {
      const retry = this.#answerToRetry(batch);
      if (retry !== undefined) return retry;
    }
    const { producerId, producerEpoch, baseSequence } = batch;
    const errorCode = this.#state.producerStates.check(
      producerId,
      producerEpoch,
      baseSequence,
      batch.isTransactional,
      origin,
    );
    if (errorCode === ErrorCode.NONE) return undefined;
    return this.#refused(
      errorCode,
      `${errorName(errorCode)}: producer ${producerId}, epoch ${producerEpoch}, sequence ${baseSequence}`,
    );
  }

  #answerToRetry(batch: BatchCursor): AppendResult | undefined {
    const earlier = this.#state.producerStates.findDuplicate(
      batch.producerId,
      batch.producerEpoch,
      batch.baseSequence,
      batch.lastSequence,
    );
    if (earlier === undefined) return undefined;
    return AppendResult.appended(
      ErrorCode.NONE,
      earlier.firstOffset,
      earlier.lastOffset,
      earlier.timestamp, // as Kafka answers a retry, whatever the timestamp type
      this.#state.logStartOffset,
      true,
      0,
      0,
    );
  }

  #answerToMarker(batch: BatchCursor): AppendResult | undefined {
    const marker = endMarkerOf(batch);
    if (marker === undefined) return undefined;
    const { producerId, producerEpoch } = batch;
    const errorCode = this.#state.producerStates.checkMarker(producerId, producerEpoch, marker);
    if (errorCode === ErrorCode.NONE) return undefined;
    return this.#refused(
      errorCode,
      `${errorName(errorCode)}: marker of producer ${producerId}, epoch ${producerEpoch}, ` +
        `coordinator epoch ${marker.coordinatorEpoch}`,
    );
  }

  /** Why a batch that a leader sent is not what follows in this log. */
  problemOfFetched(batch: BatchCursor): string | undefined {
    if (batch.magic !== CURRENT_MAGIC) return `magic ${batch.magic}`;
    if (!batch.isCrcValid(this.#crc32c)) return `a wrong checksum at offset ${batch.baseOffset}`;
    if (batch.lastOffsetDelta < 0) return `a negative offset delta at ${batch.baseOffset}`;
    const { stagedEndOffset } = this.#state;
    if (batch.baseOffset >= stagedEndOffset) return undefined;
    return `offset ${batch.baseOffset} where ${stagedEndOffset} is next`;
  }

  /** The bytes to keep, in the codec of compression.type. The validator has bounded the records. */
  inKeptCodec(batch: BatchCursor): Uint8Array {
    const { compressionType, compressionLevel } = this.#state.config;
    const present = codecName(batch.codec) ?? 'none';
    const wanted = compressionType === 'uncompressed' ? 'none' : compressionType;
    if (wanted === 'producer' || wanted === present) return batch.view();
    const records =
      present === 'none'
        ? batch.payload()
        : decompressNow(present, batch.payload(), MAX_DECOMPRESSED_BYTES);
    return recompressed(batch, records, wanted, compressionLevel);
  }

  #refused(errorCode: ErrorCode, message: string): AppendResult {
    return AppendResult.refused(errorCode, this.#state.logStartOffset, message);
  }
}
