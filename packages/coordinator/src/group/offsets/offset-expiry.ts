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
  /** Groups that this round has still to see. */
  #round: IterableIterator<string> | undefined;
  #lastRound: Instant | undefined;

  constructor(shard: ShardState) {
    this.#shard = shard;
  }

  start(now: Instant): void {
    this.#lastRound = now;
    this.#scheduleRound(now);
  }

  step(now: Instant): GroupOutcome<void> {
    const decision = new Decision();
    decision.isAtomic = false;
    if (this.#round === undefined) {
      if (this.#wasClockSet(now)) {
        decision.event('warn', 'offset expiry skipped, the clock was set', { nowMs: now.nowMs });
        this.#scheduleRound(now);
        return decision.outcome(undefined);
      }
      this.#round = this.#shard.groups.keys();
    }
    let seen = 0;
    while (seen < OFFSETS_PER_STEP) {
      const next = this.#round.next();
      if (next.done === true) {
        this.#round = undefined;
        this.#scheduleRound(now);
        return decision.outcome(undefined);
      }
      seen += 1 + this.#expireGroup(next.value, decision, now.nowMs);
    }
    this.#shard.deadlines.set(this.#shard.offsetExpiry, now.monotonicMs);
    return decision.outcome(undefined);
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

  /** Offsets that were looked at. */
  #expireGroup(groupId: string, decision: Decision, nowMs: number): number {
    const group = this.#shard.groups.get(groupId);
    if (group === undefined) return 0;
    let seen = 0;
    let kept = 0;
    for (const [topic, partitions] of this.#shard.offsets.ofGroup(groupId)) {
      const isRead = group.type === 'classic' && group.isSubscribedTo(topic);
      for (const [partition, committed] of partitions) {
        seen++;
        if (!isRead && this.#isExpired(group, committed, nowMs)) {
          decision.records.push(offsetCommitTombstone(groupId, topic, partition));
        } else {
          kept++;
        }
      }
    }
    if (kept === 0 && isDeletable(group)) {
      decision.records.push(groupMetadataTombstone(groupId));
      decision.event('info', 'group expired', { group: groupId });
    }
    return seen;
  }

  #isExpired(group: Group, committed: CommittedOffset, nowMs: number): boolean {
    const sinceMs = unneededSince(group, committed);
    if (sinceMs === undefined) return false;
    return committed.expireTimestampMs >= 0
      ? nowMs >= committed.expireTimestampMs
      : nowMs - sinceMs >= this.#shard.settings.offsetsRetentionMs;
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
