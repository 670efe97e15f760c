// readRecords: the records of a batch of any format, decompressed within a bound, one at a time.

import { ErrorCode, KafkaError } from '@samsa/common';

import { decompressNow } from '../compression/compress.ts';
import { CompressionError } from '../compression/compression-error.ts';
import { type BatchCursor } from './batch-cursor.ts';
import { Codec, codecName, CURRENT_MAGIC } from './batch-format.ts';
import { type Decompress, readLegacyRecords } from './legacy-records.ts';
import { RecordCursor } from './record-cursor.ts';
import { type RecordView } from './record-view.ts';

export interface ReadOptions {
  readonly maxDecompressedBytes: number;
  readonly decompress?: Decompress;
}

/**
 * The view is one object that moves, and its bytes belong to the batch or to the decompressed copy:
 * copy what is kept. The checksum of a batch is its reader's business (`isCrcValid`).
 *
 * @throws KafkaError CORRUPT_MESSAGE where the bytes are damaged or would become too many
 */
export function* readRecords(
  batch: BatchCursor,
  options: ReadOptions,
): Generator<RecordView, void> {
  const { maxDecompressedBytes, decompress = decompressNow } = options;
  if (batch.magic !== CURRENT_MAGIC) {
    try {
      yield* readLegacyRecords(batch, maxDecompressedBytes, decompress);
    } catch (error) {
      throw asCorruption(error, batch);
    }
    return;
  }
  const records = new RecordCursor();
  if (batch.codec === Codec.NONE) records.aimInPlace(batch);
  else records.aim(batch, payloadOf(batch, maxDecompressedBytes, decompress));
  while (records.next()) yield records;
  if (records.problem !== undefined) throw corrupt(batch, records.problem);
}

function payloadOf(batch: BatchCursor, maxBytes: number, decompress: Decompress): Uint8Array {
  const codec = codecName(batch.codec);
  if (codec === undefined) throw corrupt(batch, `unknown compression ${batch.codec}`);
  try {
    return decompress(codec, batch.payload(), maxBytes);
  } catch (error) {
    throw asCorruption(error, batch);
  }
}

function asCorruption(error: unknown, batch: BatchCursor): unknown {
  return error instanceof CompressionError ? corrupt(batch, error.message, error) : error;
}

function corrupt(batch: BatchCursor, what: string, cause?: Error): KafkaError {
  return new KafkaError(
    ErrorCode.CORRUPT_MESSAGE,
    `the batch at offset ${batch.baseOffset} is damaged: ${what}`,
    { cause },
  );
}
