export {
  type ApiFacts,
  apiFacts,
  requestHeaderVersion,
  responseHeaderVersion,
} from './api-facts.ts';
export {
  FRAME_SIZE_BYTES,
  readRequestHeader,
  readResponseHeader,
  type RequestHeader,
  type ResponseHeader,
  writeRequest,
  writeRequestHeader,
  writeResponse,
  writeResponseHeader,
} from './frame.ts';
export { ApiKey } from './generated/api-table.ts';
export { type Api, type MessageCodec } from './message-codec.ts';
export { ProtocolError, UnsupportedFieldError } from './protocol-error.ts';
export { type RawTaggedField } from './raw-tagged-field.ts';
export {
  MAX_ARRAY_LENGTH,
  MAX_FRAME_ELEMENTS,
  MAX_STRING_BYTES,
  MAX_TAGGED_FIELDS,
  Reader,
} from './reader.ts';
export { inOnePiece, type RecordBytes, recordBytesLength } from './record-bytes.ts';
export { Writer } from './writer.ts';
export { CompressionError } from './compression/compression-error.ts';
export { compressNow, decompressNow } from './compression/compress.ts';
export { type Crc32c, crc32c } from './crc32c.ts';
export {
  javaStringHash,
  murmur2,
  partitionForKey,
  partitionForName,
  toPositive,
} from './hashes.ts';
export {
  BatchBuilder,
  type BatchOptions,
  type BuildOptions,
  emptyBatchLike,
  recompressed,
} from './records/batch-builder.ts';
export { BatchCursor, batchesIn } from './records/batch-cursor.ts';
export {
  BATCH_HEADER_BYTES,
  Codec,
  codecName,
  codecOf,
  CURRENT_MAGIC,
  HEADER_TO_MAGIC_BYTES,
  LOG_OVERHEAD_BYTES,
  NO_PRODUCER_EPOCH,
  NO_PRODUCER_ID,
  NO_SEQUENCE,
  NO_TIMESTAMP,
  sequenceAfter,
} from './records/batch-format.ts';
export {
  buildControlBatch,
  buildEndTransactionMarker,
  type ControlBatchOptions,
  type ControlRecord,
  ControlType,
  controlTypeOf,
  coordinatorEpochOf,
  type EndTransactionMarker,
} from './records/control-batch.ts';
export { type Decompress } from './records/legacy-records.ts';
export { readRecords, type ReadOptions } from './records/read-records.ts';
export { RecordCursor } from './records/record-cursor.ts';
export { type RecordHeader, type RecordView } from './records/record-view.ts';
export {
  type BatchProblem,
  BatchValidator,
  MAX_RECORD_ERRORS,
  problemOfCompression,
  type ProduceRules,
  type RecordError,
  validateProducedBatch,
} from './records/validate-batch.ts';
