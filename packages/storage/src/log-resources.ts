// LogResources: what all logs of a process share — the tail cache, open files, read buffers — so that
// each has one limit per process, however many partitions there are.

import { type Platform } from '@samsa/common';
import { BatchCursor, BatchValidator, type Crc32c } from '@samsa/protocol';
import { DeferredDeletion } from './files/deferred-deletion.ts';
import { OpenFiles } from './files/open-files.ts';
import { IndexBlock } from './indexes/index-block.ts';
import { CHUNK_BYTES } from './memory/append-chunk.ts';
import { PageCacheEstimate } from './memory/page-cache-estimate.ts';
import { ReadBuffers } from './memory/read-buffers.ts';
import { TailCache } from './memory/tail-cache.ts';

const DEFAULT_TAIL_CACHE_BYTES = 64 * 1024 * 1024;
const DEFAULT_MAX_OPEN_FILES = 4096;
const DEFAULT_CACHED_READ_BYTES = 256 * 1024 * 1024;
const HEADER_BLOCK_BYTES = 8 * 1024;

export interface LogResourceLimits {
  /** Memory for the ends of all logs. */
  readonly tailCacheBytes?: number;
  /** Descriptors of segment and index files. */
  readonly maxOpenFiles?: number;
  /** What was written last and is read synchronously, as the page cache is taken to hold it. */
  readonly cachedReadBytes?: number;
}

export class LogResources {
  readonly platform: Platform;
  readonly tailCache: TailCache;
  readonly openFiles: OpenFiles;
  readonly readBuffers = new ReadBuffers();
  readonly pageCache: PageCacheEstimate;
  readonly indexBlock = new IndexBlock();
  /** Of whole logs; they outlive the log that asked for it. */
  readonly deletions: DeferredDeletion;
  /** Where batch headers are read while a position is looked for; used within one call only. */
  readonly headerBlock = new Uint8Array(HEADER_BLOCK_BYTES);

  readonly crc32c: Crc32c;
  // Used within one call only, like the blocks: an object less per log counts where there are 10,000.
  readonly validator = new BatchValidator();
  readonly batchCursor = BatchCursor.over(new Uint8Array(0));
  readonly stampedCursor = BatchCursor.over(new Uint8Array(0));
  readonly headerCursor = BatchCursor.over(new Uint8Array(0));
  /** Where the first piece of a large batch is stamped; used within one call only. */
  readonly stampBlock = new Uint8Array(CHUNK_BYTES);

  constructor(platform: Platform, limits: LogResourceLimits = {}) {
    this.platform = platform;
    this.deletions = new DeferredDeletion(platform);
    this.crc32c = (bytes, from, to) => platform.cpu.crc32c(bytes, from, to);
    this.tailCache = new TailCache(limits.tailCacheBytes ?? DEFAULT_TAIL_CACHE_BYTES);
    this.openFiles = new OpenFiles(platform.disk, limits.maxOpenFiles ?? DEFAULT_MAX_OPEN_FILES);
    this.pageCache = new PageCacheEstimate(limits.cachedReadBytes ?? DEFAULT_CACHED_READ_BYTES);
  }

  /** The process ends: what waits for its deletion is left to the next start. */
  close(): void {
    this.deletions.cancelAll();
  }
}
