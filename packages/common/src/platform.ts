// Platform: everything that makes two runs differ — clock, timers, randomness, sockets, disk, long
// computations — handed in as one argument.
//
// Two families implement it: the real ones under the `node/` folders, and the simulated world of the
// simulator package. No other code reaches outside the process, so ten nodes can live in one process
// and a whole cluster can be replayed from a seed.

export type Level = 'debug' | 'info' | 'warn' | 'error';
export type LogFields = Readonly<Record<string, unknown>>;

export interface Platform {
  readonly self: ProcessIdentity;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly net: Network;
  readonly disk: Disk;
  readonly cpu: Cpu;

  log(level: Level, event: string, fields?: LogFields): void;

  /** True when a log event of this level is kept; guards costly fields on hot paths. */
  logs(level: Level): boolean;

  /** The least level that is kept. Undefined where it cannot be changed while the process runs. */
  readonly logLevel?: LogLevelControl;

  /** Ends this process as damaged. In the simulation only the simulated process dies. */
  fatal(reason: string, cause?: unknown): never;

  /** Asks whether a rare but legal behaviour shall happen here. Always false on the real platform. */
  buggify(site: string, probability?: number): boolean;

  /** Notes that a rare place was reached; the simulator counts these. Free on the real platform. */
  mark(site: string): void;
}

export interface LogLevelControl {
  get(): Level;
  set(level: Level): void;
}

export interface ProcessIdentity {
  readonly host: string;
  readonly process: string;
  /** Rises with every start of this process; nothing of an older incarnation ever runs again. */
  readonly incarnation: number;
}

export interface Clock {
  /** Wall clock in ms since 1970. It may jump either way. */
  nowMs(): number;
  /** Never falls. Every timeout is measured with this one. */
  monotonicMs(): number;
}

export type Cancel = () => void;

export interface Timers {
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  after(ms: number, run: () => void): Cancel;
  every(ms: number, run: () => void): Cancel;
  /** Runs when everything that became ready together with the present event has been handled. */
  endOfTurn(run: () => void): void;
  /** Lets other work of the loop run first. */
  yield(): Promise<void>;
}

export interface Random {
  u32(): number;
  /** In [0, 1). */
  float(): number;
  /** A whole number in [0, n). */
  int(n: number): number;
  bytes(n: number): Uint8Array;
  /** A random (version 4) uuid in Kafka's text form, never one that starts with a dash. */
  uuid(): string;
  /** An independent stream: draws from it never change the draws of this one. */
  fork(name: string): Random;
}

// ---- Network ------------------------------------------------------------------------------------

export interface Endpoint {
  readonly host: string;
  readonly port: number;
}

export interface Network {
  /** Rejects when the port is taken or the address is not ours (EADDRINUSE, EADDRNOTAVAIL, EACCES in `code`). */
  listen(at: Endpoint, accept: (connection: Conn) => void): Promise<Listener>;
  connect(to: Endpoint, options: { readonly timeoutMs: number }): Promise<Conn>;
  lookup(host: string): Promise<string[]>;
}

export interface Listener {
  /** With the port that was really taken, where 0 was asked for. */
  readonly endpoint: Endpoint;
  /** Stops accepting. Connections that are open stay open. */
  close(): Promise<void>;
}

export type CloseReason = 'ended' | 'reset' | 'destroyed' | 'timeout' | 'error';

export interface PeerIdentity {
  /** The distinguished name of a verified client certificate, or null without one. */
  readonly certificateName: string | null;
}

export interface ReceiveTarget {
  /** Where the next bytes shall land. Belongs to the receiver; asked for before each read. */
  buffer(): Uint8Array;
  /** The first `n` bytes of that buffer are new. They may be overwritten when this returns. */
  filled(n: number): void;
}

export interface Conn {
  /** Never reused within a process. */
  readonly id: number;
  /** Address of the other side, without the port. */
  readonly remote: string;
  readonly remotePort: number;
  readonly peer: PeerIdentity;
  receive(into: ReceiveTarget): void;
  /**
   * Sends the chunks in order, all or, when the connection dies, any prefix. The chunks belong to the
   * connection until `released` runs, which it does exactly once, also on close and error.
   * False means: the send buffer is full, wait for `drained`.
   */
  send(chunks: readonly Uint8Array[], released?: () => void): boolean;
  /** Bytes handed to `send` and not yet taken by the system. */
  readonly unsentBytes: number;
  drained(): Promise<void>;
  pause(): void;
  resume(): void;
  onClose(run: (why: CloseReason) => void): void;
  /** Sends what is waiting, then closes. */
  end(): void;
  destroy(): void;
}

// ---- Disk ---------------------------------------------------------------------------------------

export type OpenMode = 'r' | 'rw' | 'create';

/** Which queue of the disk an operation waits in; votes and metadata never wait behind data. */
export type DiskLane = 'metadata' | 'data' | 'read' | 'delete';

export interface Disk {
  /** 'create' makes an empty file and fails where one exists; 'rw' fails where none exists. */
  open(path: string, mode: OpenMode): Promise<File>;
  openNow(path: string, mode: OpenMode): File;
  /** Replaces the name `b` where it exists. */
  rename(a: string, b: string): Promise<void>;
  /** The same at once: a roll or a truncation happens inside an append. */
  renameNow(a: string, b: string): void;
  link(a: string, b: string): Promise<void>;
  unlink(path: string): Promise<void>;
  /** Makes missing parents too; nothing happens where the folder exists. */
  mkdir(path: string): Promise<void>;
  mkdirNow(path: string): void;
  rmdir(path: string): Promise<void>;
  /** Names, without the folder, in no particular order. Rejects with code ENOENT where there is none. */
  list(dir: string): Promise<string[]>;
  stat(path: string): Promise<FileStat>;
  /** Makes the names in this folder survive power loss. */
  syncDir(dir: string): Promise<void>;
  space(dir: string): Promise<{ readonly freeBytes: number; readonly totalBytes: number }>;
  /** Rejects with code ELOCKED when another process holds `file`. */
  lock(file: string): Promise<Lock>;
}

export interface FileStat {
  readonly size: number;
  readonly modifiedMs: number;
  readonly isDirectory: boolean;
}

export interface Lock {
  release(): Promise<void>;
}

export interface File {
  readonly path: string;
  readonly size: number;
  /** Bytes read; fewer than asked only at the end of the file. */
  read(into: Uint8Array, at: number): Promise<number>;
  readNow(into: Uint8Array, at: number): number;
  /** Into the page cache only. May be short; the caller loops or cuts. */
  write(chunks: readonly Uint8Array[], at: number): Promise<number>;
  writeNow(chunks: readonly Uint8Array[], at: number): number;
  /** The only thing that makes bytes survive power loss. */
  sync(what: 'data' | 'all', lane?: DiskLane): Promise<void>;
  truncate(to: number): Promise<void>;
  truncateNow(to: number): void;
  close(): Promise<void>;
  closeNow(): void;
}

// ---- Cpu ----------------------------------------------------------------------------------------

export type CompressionName = 'none' | 'gzip' | 'snappy' | 'lz4' | 'zstd';

export interface Cpu {
  compress(codec: CompressionName, bytes: Uint8Array, level?: number): Promise<Uint8Array>;
  /** Rejects when more than `maxBytes` would come out. */
  decompress(codec: CompressionName, bytes: Uint8Array, maxBytes: number): Promise<Uint8Array>;
  pbkdf2(
    password: Uint8Array,
    salt: Uint8Array,
    iterations: number,
    algorithm: 'sha256' | 'sha512',
  ): Promise<Uint8Array>;
  /** CRC-32C of bytes[from, to), native or TypeScript, the same result. */
  crc32c(bytes: Uint8Array, from: number, to: number): number;
  /** Runs a long computation off the event loop: in a worker in production, sliced in simulation. */
  run<T>(job: Job<T>): Promise<T>;
}

/**
 * Long work as a pure generator: it yields after each slice of about `budgetMs`. `module` and
 * `input` let a worker start it without the caller's closures.
 */
export interface Job<T> {
  /** Names the job in a table that production workers and the simulator share. */
  readonly name: string;
  readonly input: unknown;
  start(disk: Disk, budgetMs: number): Generator<void, T> | AsyncGenerator<void, T>;
}
