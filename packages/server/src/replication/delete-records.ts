// deleteRecords: moves the start of a partition forward, so that nobody can read what lies before it.
// The segments go with the next retention; the space is not what it is about.

import { ErrorCode, isInternalTopic, KafkaError } from '@samsa/common';

import { type Partition } from './partition.ts';

/** Stands for the high watermark: everything that is committed. */
const HIGH_WATERMARK = -1;

export interface DeletedRecords {
  readonly errorCode: ErrorCode;
  /** The start of the log on every replica; −1 with an error. */
  readonly lowWatermark: number;
}

/** @param beforeOffset  the first offset to stay, or −1 for the high watermark */
export function deleteRecords(partition: Partition, beforeOffset: number): DeletedRecords {
  // Coordinators own their topics; a client that cut one would cut their memory.
  if (isInternalTopic(partition.topic)) return failed(ErrorCode.INVALID_TOPIC_EXCEPTION);
  const problem = partition.leaderProblem(-1);
  const { log } = partition;
  if (problem !== ErrorCode.NONE) return failed(problem);
  if (log === undefined) return failed(ErrorCode.NOT_LEADER_OR_FOLLOWER);
  // Readers of a compacted topic count on finding the last value of every key.
  if (!log.config.isDeletedByPolicy) return failed(ErrorCode.POLICY_VIOLATION);
  const offset = beforeOffset === HIGH_WATERMARK ? log.highWatermark : beforeOffset;
  if (offset < 0) return failed(ErrorCode.OFFSET_OUT_OF_RANGE);
  try {
    log.deleteRecordsBefore(offset);
  } catch (error) {
    if (!(error instanceof KafkaError)) throw error;
    return failed(error.code);
  }
  // This replica is the only one: its start is the low watermark.
  return { errorCode: ErrorCode.NONE, lowWatermark: log.logStartOffset };
}

function failed(errorCode: ErrorCode): DeletedRecords {
  return { errorCode, lowWatermark: -1 };
}
