// The Cpu of a real process: compression and hashing in Node's thread pool, checksums on the loop.

import { type CompressionName, type Cpu, type Job } from '@samsa/common';
import { compressNow, crc32c, decompressNow } from '@samsa/protocol';
import { pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip, zstdCompress, zstdDecompress } from 'node:zlib';

import { nativeCrc32c } from './native-crc32c.ts';

const gzipAsync = promisify<Uint8Array, { level?: number }, Uint8Array>(gzip);
const gunzipAsync = promisify<Uint8Array, { maxOutputLength: number }, Uint8Array>(gunzip);
const zstdAsync = promisify<Uint8Array, Uint8Array>(zstdCompress);
const unzstdAsync = promisify<Uint8Array, { maxOutputLength: number }, Uint8Array>(zstdDecompress);
const pbkdf2Async = promisify(pbkdf2);

/** Below this the call into native code costs more than the TypeScript sum. */
const NATIVE_CRC_FROM_BYTES = 192;

export class NodeCpu implements Cpu {
  readonly #run: <T>(job: Job<T>) => Promise<T>;
  readonly #nativeCrc = nativeCrc32c();

  constructor(run: <T>(job: Job<T>) => Promise<T>) {
    this.#run = run;
  }

  async compress(codec: CompressionName, bytes: Uint8Array, level?: number): Promise<Uint8Array> {
    if (codec === 'gzip') return gzipAsync(bytes, level === undefined ? {} : { level });
    if (codec === 'zstd' && level === undefined) return zstdAsync(bytes);
    return compressNow(codec, bytes, level);
  }

  async decompress(
    codec: CompressionName,
    bytes: Uint8Array,
    maxBytes: number,
  ): Promise<Uint8Array> {
    if (codec === 'gzip') return gunzipAsync(bytes, { maxOutputLength: maxBytes });
    if (codec === 'zstd') return unzstdAsync(bytes, { maxOutputLength: maxBytes });
    return decompressNow(codec, bytes, maxBytes);
  }

  pbkdf2(
    password: Uint8Array,
    salt: Uint8Array,
    iterations: number,
    algorithm: 'sha256' | 'sha512',
  ): Promise<Uint8Array> {
    return pbkdf2Async(password, salt, iterations, algorithm === 'sha256' ? 32 : 64, algorithm);
  }

  crc32c(bytes: Uint8Array, from: number, to: number): number {
    const native = this.#nativeCrc;
    return native !== undefined && to - from >= NATIVE_CRC_FROM_BYTES
      ? native(bytes, from, to)
      : crc32c(bytes, from, to);
  }

  run<T>(job: Job<T>): Promise<T> {
    return this.#run(job);
  }
}
