// Compression of record data by the name of the codec, here and now. `Platform.cpu` decides where it runs.

import { type CompressionName, unreachable } from '@samsa/common';

import { compressLz4, decompressLz4 } from './lz4-frame.ts';
import { compressSnappy, decompressSnappy } from './snappy.ts';
import { compressGzip, compressZstd, decompressGzip, decompressZstd } from './zlib.ts';

/**
 * @param level  of gzip and zstd; the codec's default when left out. LZ4 and snappy have one level.
 * @returns bytes of its own, except for 'none', which returns `bytes`
 */
export function compressNow(codec: CompressionName, bytes: Uint8Array, level?: number): Uint8Array {
  switch (codec) {
    case 'none':
      return bytes;
    case 'gzip':
      return compressGzip(bytes, level);
    case 'snappy':
      return compressSnappy(bytes);
    case 'lz4':
      return compressLz4(bytes);
    case 'zstd':
      return compressZstd(bytes, level);
    default:
      return unreachable(codec);
  }
}

/**
 * @param maxBytes  bound of the result; memory stays within about twice of it, whatever the bytes claim
 * @returns bytes of its own, except for 'none', which returns `bytes`
 * @throws CompressionError when the bytes are damaged or would become more than `maxBytes`
 */
export function decompressNow(
  codec: CompressionName,
  bytes: Uint8Array,
  maxBytes: number,
): Uint8Array {
  switch (codec) {
    case 'none':
      return bytes;
    case 'gzip':
      return decompressGzip(bytes, maxBytes);
    case 'snappy':
      return decompressSnappy(bytes, maxBytes);
    case 'lz4':
      return decompressLz4(bytes, maxBytes);
    case 'zstd':
      return decompressZstd(bytes, maxBytes);
    default:
      return unreachable(codec);
  }
}
