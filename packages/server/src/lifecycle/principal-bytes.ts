// How a principal travels inside an Envelope: two bytes of version, then DefaultPrincipalData.

import { ErrorCode, KafkaError } from '@samsa/common';
import { Reader, Writer } from '@samsa/protocol';
import { DefaultPrincipalData } from '@samsa/protocol/messages/default-principal-data';

const VERSION = 0;

export interface ForwardedPrincipal {
  readonly type: string;
  readonly name: string;
}

export function principalToBytes(principal: ForwardedPrincipal): Uint8Array {
  const writer = new Writer();
  writer.int16(VERSION);
  const data = DefaultPrincipalData.create({ type: principal.type, name: principal.name });
  DefaultPrincipalData.write(writer, data, VERSION);
  return writer.toBytes();
}

/** Throws PRINCIPAL_DESERIALIZATION_FAILURE for bytes of a version that is not known. */
export function principalFromBytes(bytes: Uint8Array): ForwardedPrincipal {
  const reader = new Reader(bytes);
  const version = reader.int16();
  if (version !== VERSION) {
    throw new KafkaError(
      ErrorCode.PRINCIPAL_DESERIALIZATION_FAILURE,
      `the principal is of version ${version}; known is ${VERSION}`,
    );
  }
  const { type, name } = DefaultPrincipalData.read(reader, version);
  return { type, name };
}

/** 4 or 16 bytes of an address in text form; an address that is neither becomes 0.0.0.0. */
export function addressToBytes(address: string): Uint8Array {
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
  const v4 = mapped ?? address;
  if (/^\d+(\.\d+){3}$/.test(v4)) return Uint8Array.from(v4.split('.').map(Number));
  if (!address.includes(':')) return new Uint8Array(4);
  const [head = '', tail = ''] = address.replace(/%.*$/, '').split('::');
  const words = (text: string): number[] =>
    text === '' ? [] : text.split(':').map((word) => Number.parseInt(word, 16));
  const before = words(head);
  const after = words(tail);
  const zeros = Math.max(0, 8 - before.length - after.length);
  const all = [...before, ...Array.from({ length: zeros }, () => 0), ...after].slice(0, 8);
  return Uint8Array.from(all.flatMap((word) => [(word >> 8) & 0xff, word & 0xff]));
}

export function addressFromBytes(bytes: Uint8Array): string {
  if (bytes.length === 4) return [...bytes].join('.');
  const words: string[] = [];
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    words.push((((bytes[i] ?? 0) << 8) | (bytes[i + 1] ?? 0)).toString(16));
  }
  return words.join(':');
}
