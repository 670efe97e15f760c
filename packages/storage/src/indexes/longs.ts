// int64 as number through a DataView, exact to 2^53. Both halves by int32: bigint costs ten times more.

const TWO_TO_32 = 2 ** 32;

export function getLong(view: DataView, at: number): number {
  return view.getInt32(at) * TWO_TO_32 + view.getUint32(at + 4);
}

export function setLong(view: DataView, at: number, value: number): void {
  view.setInt32(at, Math.floor(value / TWO_TO_32));
  view.setUint32(at + 4, value >>> 0);
}
