// What clients of a coordinator are told when its log refuses: they know the coordinator's errors, not
// those of a partition they never asked for.

import { ErrorCode } from '@samsa/common';

/** Source: Kafka's table of the same purpose. */
export function coordinatorErrorOf(logError: ErrorCode): ErrorCode {
  switch (logError) {
    case ErrorCode.UNKNOWN_TOPIC_OR_PARTITION:
    case ErrorCode.NOT_ENOUGH_REPLICAS:
    case ErrorCode.NOT_ENOUGH_REPLICAS_AFTER_APPEND:
    case ErrorCode.REQUEST_TIMED_OUT:
      return ErrorCode.COORDINATOR_NOT_AVAILABLE;
    case ErrorCode.NOT_LEADER_OR_FOLLOWER:
    case ErrorCode.KAFKA_STORAGE_ERROR:
      return ErrorCode.NOT_COORDINATOR;
    case ErrorCode.MESSAGE_TOO_LARGE:
    case ErrorCode.RECORD_LIST_TOO_LARGE:
    case ErrorCode.INVALID_FETCH_SIZE:
      return ErrorCode.UNKNOWN_SERVER_ERROR;
    default:
      return logError;
  }
}

/** True where the records of a decision are more than one batch may hold. */
export function isTooLarge(logError: ErrorCode): boolean {
  return logError === ErrorCode.MESSAGE_TOO_LARGE || logError === ErrorCode.RECORD_LIST_TOO_LARGE;
}
