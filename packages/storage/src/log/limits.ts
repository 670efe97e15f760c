// Bounds that a peer could otherwise push.

/** Of a batch's records when decompressed, against batches made to blow up. Kafka has none. */
export const MAX_DECOMPRESSED_BYTES = 128 * 1024 * 1024;
