// Isolation levels: whether a reader sees the records of open and aborted transactions.

import { ErrorCode, KafkaError } from '@samsa/common';

const READ_UNCOMMITTED = 0;
export const READ_COMMITTED = 1;

/**
 * @throws KafkaError for a level that does not exist; Kafka, too, has no better code for it
 */
export function checkIsolationLevel(level: number): void {
  if (level === READ_UNCOMMITTED || level === READ_COMMITTED) return;
  throw new KafkaError(ErrorCode.UNKNOWN_SERVER_ERROR, `there is no isolation level ${level}`);
}
