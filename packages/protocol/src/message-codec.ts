// MessageCodec: how one message stands in bytes. The generated modules implement it with what is here.

import { ProtocolError, UnsupportedFieldError } from './protocol-error.ts';
import { type Reader } from './reader.ts';
import { type Writer } from './writer.ts';

export interface MessageCodec<T> {
  readonly name: string;
  /** The oldest and the newest version, both inclusive. */
  readonly versions: readonly [min: number, max: number];
  /** The first version with compact lengths and tagged fields; Infinity if there is none. */
  readonly flexibleFrom: number;
  /** Reads one message. Byte fields are views into the reader's bytes. */
  read(reader: Reader, version: number): T;
  write(writer: Writer, message: T, version: number): void;
  /** A message in which every field that is not given has its default. */
  create(init?: Partial<T>): T;
}

/** Reading and writing of one API, as the generated `apis/` modules export it. */
export interface Api<Request, Response> {
  readonly key: number;
  readonly name: string;
  /** The oldest and the newest stable version, both inclusive. */
  readonly versions: readonly [min: number, max: number];
  /** True where one more version than `versions` exists, offered only when asked for. */
  readonly latestUnstable: boolean;
  readonly request: MessageCodec<Request>;
  readonly response: MessageCodec<Response>;
}

/** The default of byte fields. */
export const EMPTY_BYTES: Uint8Array = new Uint8Array(0);

export const ZERO_UUID = 'AAAAAAAAAAAAAAAAAAAAAA';

export function checkVersion(name: string, version: number, min: number, max: number): void {
  if (!(version >= min && version <= max)) {
    throw new ProtocolError(`${name} has no version ${version}, only ${min} to ${max}`);
  }
}

/** The value, which the version does not allow to be null. */
export function present<T>(value: T | null, field: string, version: number): T {
  if (value === null) throw new ProtocolError(`${field} must not be null in version ${version}`);
  return value;
}

export function unsupportedField(field: string, version: number): UnsupportedFieldError {
  return new UnsupportedFieldError(`${field} does not exist in version ${version}`);
}
