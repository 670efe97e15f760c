// Uuid: 16 bytes in Kafka's text form, unpadded base64url of 22 characters.

export type Uuid = string;

export const ZERO_UUID: Uuid = 'AAAAAAAAAAAAAAAAAAAAAA';

/** The topic id of `__cluster_metadata`. */
export const METADATA_TOPIC_ID: Uuid = 'AAAAAAAAAAAAAAAAAAAAAQ';

/** Reserved log directory ids. Source: KIP-858. */
export const DirectoryId = {
  MIGRATING: 'AAAAAAAAAAAAAAAAAAAAAA',
  UNASSIGNED: 'AAAAAAAAAAAAAAAAAAAAAQ',
  LOST: 'AAAAAAAAAAAAAAAAAAAAAg',
} as const;

export function uuidFromBytes(bytes: Uint8Array, at = 0): Uuid {
  return Buffer.from(bytes.buffer, bytes.byteOffset + at, 16).toString('base64url');
}

export function uuidToBytes(uuid: Uuid): Uint8Array {
  return Buffer.from(uuid, 'base64url');
}

/** True for text that is exactly one uuid: 22 base64url characters whose unused bits are zero. */
export function isUuid(text: string): boolean {
  return /^[A-Za-z0-9_-]{21}[AQgw]$/.test(text);
}

/** The form 8-4-4-4-12, as member ids and group ids carry it. */
export function uuidToHexText(uuid: Uuid): string {
  const hex = Buffer.from(uuid, 'base64url').toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Stamps version 4 on 16 random bytes; a text that starts with a dash reads like an option. */
export function randomUuid(draw: () => Uint8Array): Uuid {
  for (;;) {
    const bytes = Buffer.from(draw());
    bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
    bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
    const text = bytes.toString('base64url');
    if (!text.startsWith('-')) return text;
  }
}
