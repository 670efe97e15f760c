// GroupSettings: the configuration that a group shard decides by. The server fills it from the
// `group.*` and `offsets.*` keys; the machine reads nothing else.

export interface GroupSettings {
  /** A first rebalance of an empty group waits this long for more members. */
  readonly initialRebalanceDelayMs: number;
  readonly minSessionTimeoutMs: number;
  readonly maxSessionTimeoutMs: number;
  readonly maxGroupSize: number;
  /** Longest metadata text of a committed offset, in UTF-16 units as Kafka counts. */
  readonly maxOffsetMetadataLength: number;
  /** Offsets outlive the last member of their group, or without members their commit, by this. */
  readonly offsetsRetentionMs: number;
  readonly offsetsRetentionCheckIntervalMs: number;
}

/**
 * A member that joins for the first time cannot send heartbeats yet, because it waits for its answer;
 * this bounds how long a client that went away meanwhile stays. Kafka's constant.
 */
export const NEW_MEMBER_JOIN_TIMEOUT_MS = 5 * 60 * 1000;
