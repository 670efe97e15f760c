// gzip, zstd and CRC-32 of Node's zlib, synchronous and with the output bounded.
//
// The only file that imports `node:zlib`: it computes and opens nothing, so pure code may use it.

import {
  constants,
  crc32,
  gunzipSync,
  gzipSync,
  zstdCompressSync,
  zstdDecompressSync,
} from 'node:zlib';

import { CompressionError } from './compression-error.ts';

/** CRC-32 (IEEE) of the bytes: the checksum of legacy messages. */
export function crc32Of(bytes: Uint8Array): number {
  return crc32(bytes);
}

const MIN_CHUNK_BYTES = 1024;
const MAX_CHUNK_BYTES = 1024 * 1024;
/** What zlib makes of a byte at most. */
const MAX_GZIP_GROWTH = 1032;
const GZIP_OVERHEAD_BYTES = 18;

/** Where the header of a gzip member says how hard it was compressed, and on which system. */
const GZIP_EXTRA_FLAGS_AT = 8;
const GZIP_SYSTEM_AT = 9;
const GZIP_SYSTEM_UNKNOWN = 0xff;

export function compressGzip(bytes: Uint8Array, level?: number): Uint8Array {
  const compressed = gzipSync(bytes, {
    level: level ?? constants.Z_DEFAULT_COMPRESSION,
    chunkSize: chunkFor(bytes.length + GZIP_OVERHEAD_BYTES),
  });
  // As Java writes them, so that equal batches have equal bytes wherever they were made.
  compressed[GZIP_EXTRA_FLAGS_AT] = 0;
  compressed[GZIP_SYSTEM_AT] = GZIP_SYSTEM_UNKNOWN;
  return compressed;
}

/** @throws CompressionError */
export function decompressGzip(bytes: Uint8Array, maxBytes: number): Uint8Array {
  return bounded(maxBytes, () =>
    gunzipSync(bytes, { maxOutputLength: maxBytes, chunkSize: chunkFor(gzipContentBytes(bytes)) }),
  );
}

export function compressZstd(bytes: Uint8Array, level?: number): Uint8Array {
  return zstdCompressSync(bytes, {
    params: { [constants.ZSTD_c_compressionLevel]: level ?? constants.ZSTD_CLEVEL_DEFAULT },
    chunkSize: chunkFor(bytes.length),
  });
}

/** @throws CompressionError */
export function decompressZstd(bytes: Uint8Array, maxBytes: number): Uint8Array {
  return bounded(maxBytes, () =>
    // The size in a frame is a claim: the chunk is a guess of ours, and output is counted.
    zstdDecompressSync(bytes, { maxOutputLength: maxBytes, chunkSize: chunkFor(4 * bytes.length) }),
  );
}

function bounded(maxBytes: number, decompress: () => Buffer): Uint8Array {
  if (maxBytes < 1) throw CompressionError.tooLarge(maxBytes);
  try {
    return decompress();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      throw CompressionError.tooLarge(maxBytes, { cause: error });
    }
    throw new CompressionError(`damaged data: ${(error as Error).message}`, { cause: error });
  }
}

/** The size that the last member claims for itself, at most what its bytes can become. */
function gzipContentBytes(bytes: Uint8Array): number {
  if (bytes.length < GZIP_OVERHEAD_BYTES) return 0;
  const claimed = new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 4, true);
  return Math.min(claimed, MAX_GZIP_GROWTH * bytes.length);
}

/** Output comes in pieces of this size; one piece is the cheapest, a far too large one is waste. */
function chunkFor(expectedBytes: number): number {
  return Math.min(Math.max(expectedBytes, MIN_CHUNK_BYTES), MAX_CHUNK_BYTES);
}
