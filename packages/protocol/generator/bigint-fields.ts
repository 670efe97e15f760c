// The int64 fields that use all 64 bits and are never calculated with: `bigint` in TypeScript.
//
// Every other int64 is a `number`: offsets, times and sizes stay far below 2^53.

export const bigintFields: ReadonlySet<string> = new Set([
  'ConsumerGroupMetadataValue.metadataHash',
  'ShareGroupMetadataValue.metadataHash',
  'StreamsGroupMetadataValue.metadataHash',
]);
