// RawTaggedField: a tagged field that our schemas do not know, kept as bytes and written back.

export interface RawTaggedField {
  readonly tag: number;
  /** A view into the frame it was read from; copy it to keep it. */
  readonly data: Uint8Array;
}
