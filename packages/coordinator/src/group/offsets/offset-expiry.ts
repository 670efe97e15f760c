// OffsetExpiry: offsets that no member has needed for the retention time are deleted, and with the
// last of them a group that nobody is in. Source: KIP-211.
//
// One step looks at a bounded number of offsets, so that a shard with many of them never holds up the
// loop; a round ends when every group has been seen.

import { type Instant } from '../../coordinator-machine.ts';
import { Decision, type GroupOutcome } from '../decision.ts';
import { groupMetadataTombstone, offsetCommitTombstone } from '../group-records.ts';
import { type Group, type ShardState } from '../shard-state.ts';
import { type CommittedOffset } from './committed-offsets.ts';

/** About a millisecond of work. */
const OFFSETS_PER_STEP = 2_000;

/**
 * A wall clock that moved this much further than time itself has been set. The round is left out
 * then: where it was set wrongly, offsets would be gone before it is set right.
 */
const TOLERATED_CLOCK_STEP_MS = 60_000;

export class OffsetExpiry {
  readonly #shard: ShardState;
  /** What this round has still to see; an entry for each offset. */
  #round: Iterator<void> | undefined;
  #lastRound: Instant | undefined;
  /** Of the step that runs. */
  #decision = new Decision();
  #nowMs = 0;

  constructor(shard: ShardState) {
    this.#shard = shard;
  }

  start(now: Instant): void {
    this.#lastRound = now;
    this.#scheduleRound(now);
  }

  step(now: Instant): GroupOutcome<void> {
    this.#decision = new Decision();
    this.#decision.isAtomic = false;
    this.#nowMs = now.nowMs;
    if (this.#round === undefined && this.#wasClockSet(now)) {
      this.#decision.event('warn', 'offset expiry skipped, the clock was set', {
        nowMs: now.nowMs,
      });
      this.#scheduleRound(now);
    } else if (this.#goOn()) {
      this.#scheduleRound(now);
    } else {
      const { deadlines, offsetExpiry } = this.#shard;
      deadlines.set(offsetExpiry, now.monotonicMs);
    }
    return this.#decision.outcome<void>(undefined);
  }

  /** True when the round is over. */
  #goOn(): boolean {
    this.#round ??= this.#lookThrough();
    for (let seen = 0; seen < OFFSETS_PER_STEP; seen++) {
      if (this.#round.next().done !== true) continue;
      this.#round = undefined;
      return true;
    }
    return false;
  }

  #scheduleRound(now: Instant): void {
    const { deadlines, offsetExpiry, settings } = this.#shard;
    deadlines.set(offsetExpiry, now.monotonicMs + settings.offsetsRetentionCheckIntervalMs);
  }

  #wasClockSet(now: Instant): boolean {
    const last = this.#lastRound ?? now;
    this.#lastRound = now;
    const stepMs = now.nowMs - last.nowMs - (now.monotonicMs - last.monotonicMs);
    return stepMs > TOLERATED_CLOCK_STEP_MS;
  }

  /** Steps may end at each `yield`; what has changed until the next one is looked at anew. */
  *#lookThrough(): Generator<void> {
    const { groups, offsets } = this.#shard;
    for (const [groupId, group] of groups) {
      for (const [topic, partitions] of offsets.ofGroup(groupId)) {
        const isRead = group.type === 'classic' && group.isSubscribedTo(topic);
        for (const [partition, committed] of partitions) {
          if (!isRead && this.#isExpired(group, committed)) {
            this.#decision.records.push(offsetCommitTombstone(groupId, topic, partition));
          }
          yield;
        }
      }
      if (isDeletable(group) && this.#willBeWithoutOffsets(groupId)) {
        this.#decision.records.push(groupMetadataTombstone(groupId));
        this.#decision.event('info', 'group expired', { group: groupId });
      }
      yield;
    }
  }

  /** Tombstones of earlier steps have been replayed, unless the log refused them. */
  #willBeWithoutOffsets(groupId: string): boolean {
    let left = 0;
    for (const partitions of this.#shard.offsets.ofGroup(groupId).values()) left += partitions.size;
    for (const { kind, key } of this.#decision.records) {
      if (kind === 'OffsetCommit' && key.group === groupId) left--;
    }
    return left === 0;
  }

  #isExpired(group: Group, committed: CommittedOffset): boolean {
    const sinceMs = unneededSince(group, committed);
    if (sinceMs === undefined) return false;
    return committed.expireTimestampMs >= 0
      ? this.#nowMs >= committed.expireTimestampMs
      : this.#nowMs - sinceMs >= this.#shard.settings.offsetsRetentionMs;
  }
}

/** Since when nobody has needed the offset, or undefined where it is needed or cannot be told. */
function unneededSince(group: Group, committed: CommittedOffset): number | undefined {
  if (group.type !== 'classic') return undefined;
  // Without members there never was anybody whose leaving could be waited for.
  if (group.protocolType === null) return committed.commitTimestampMs;
  if (group.state === 'Empty') {
    return group.stateTimestampMs < 0 ? committed.commitTimestampMs : group.stateTimestampMs;
  }
  // The members of a stable group read other topics now, which is known here.
  if (group.state === 'Stable' && group.subscribedTopics() !== undefined) {
    return committed.commitTimestampMs;
  }
  return undefined;
}

/** Somebody who was just given a member id is about to join. */
function isDeletable(group: Group): boolean {
  return group.type === 'classic' && group.state === 'Empty' && group.pendingCount === 0;
}
