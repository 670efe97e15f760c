// ClassicGroup: members that agree on a leader among them, which assigns partitions to all.
//
// The log holds one record per finished rebalance: generation, protocol, leader, and each member with
// its assignment. Only `become`, called by replay, takes a finished generation in. All that happens
// between two records is soft and lives here alone: who has joined so far, the number of the next
// generation, whose session runs out when. It may be lost, because nothing was promised: after a
// fail-over the group is what its last record says, members of an unfinished generation are told
// ILLEGAL_GENERATION and join again. No answer that rests on a record leaves before the commit.

import { assert } from '@samsa/common';

import { type RequestToken } from '../../coordinator-machine.ts';
import { Deadline, type Deadlines } from '../../deadlines.ts';
import { type Due } from '../due.ts';
import { type GroupMetadataValue } from '../group-records.ts';
import {
  ClassicMember,
  type MemberIdentity,
  type MemberProtocol,
  type MemberTerms,
} from './classic-member.ts';
import { CONSUMER_PROTOCOL_TYPE, topicsOfSubscription } from './subscribed-topics.ts';

export type ClassicGroupState =
  /** No members; the group may still hold offsets. */
  | 'Empty'
  /** Members are asked to join the next generation. */
  | 'PreparingRebalance'
  /** All have joined, and the leader's assignments are awaited. */
  | 'CompletingRebalance'
  | 'Stable';

const NO_ASSIGNMENT = new Uint8Array(0);

export class ClassicGroup {
  readonly type = 'classic';
  readonly groupId: string;
  readonly #deadlines: Deadlines<Due>;

  #state: ClassicGroupState = 'Empty';
  /** When the state began, wall clock; −1 where an old record did not say. */
  stateTimestampMs = -1;
  generation = 0;
  /** Null for a group that holds offsets and never had members. */
  protocolType: string | null = null;
  protocol: string | null = null;
  leader: string | null = null;

  readonly #members = new Map<string, ClassicMember>();
  readonly #memberIdByInstance = new Map<string, string>();
  /** How many members support each protocol; one that all support can be chosen. */
  readonly #supporters = new Map<string, number>();
  /** Ids that were handed out and have not joined yet, with the deadline to do so. */
  readonly #pendingMembers = new Map<string, Deadline<Due>>();
  #joinedCount = 0;
  readonly #pendingSync = new Set<string>();

  /** The rebalance of a group that was empty: it waits for more members to come. */
  isInitialRebalance = false;
  /** A member came while the initial rebalance waited; it waits once more then. */
  hasNewMember = false;
  /** How much longer the initial rebalance may be drawn out. */
  initialRebalanceRemainingMs = 0;
  readonly joinDeadline: Deadline<Due>;
  readonly syncDeadline: Deadline<Due>;

  #subscribedTopics: ReadonlySet<string> | undefined;
  #isSubscriptionKnown = false;

  constructor(groupId: string, deadlines: Deadlines<Due>) {
    this.groupId = groupId;
    this.#deadlines = deadlines;
    this.joinDeadline = new Deadline<Due>({ kind: 'join', group: this });
    this.syncDeadline = new Deadline<Due>({ kind: 'sync', group: this });
  }

  get state(): ClassicGroupState {
    return this.#state;
  }

  get members(): ReadonlyMap<string, ClassicMember> {
    return this.#members;
  }

  get usesConsumerProtocol(): boolean {
    return this.protocolType === CONSUMER_PROTOCOL_TYPE;
  }

  // ---- What the log says ------------------------------------------------------------------------

  /**
   * Takes in a finished generation. Members that are here already keep their sessions and waiting
   * requests; in a group that comes out of the log there are none.
   */
  become(value: GroupMetadataValue): void {
    const logged = new Set(value.members.map((member) => member.memberId));
    for (const member of this.#members.values()) {
      if (!logged.has(member.memberId)) this.#forget(member);
    }
    for (const member of value.members) {
      // The record may be a view of a large buffer, and what is kept must not pin it.
      const assignment = member.assignment.slice();
      const known = this.#members.get(member.memberId);
      if (known !== undefined) {
        known.assignment = assignment;
        continue;
      }
      const { memberId, groupInstanceId, clientId, clientHost, sessionTimeout } = member;
      this.#enter(
        new ClassicMember(
          { memberId, instanceId: groupInstanceId, clientId, clientHost },
          {
            sessionTimeoutMs: sessionTimeout,
            rebalanceTimeoutMs:
              member.rebalanceTimeout === -1 ? sessionTimeout : member.rebalanceTimeout,
            protocols: [{ name: value.protocol ?? '', metadata: member.subscription.slice() }],
          },
          assignment,
          this.#sessionOf(memberId),
        ),
      );
    }
    this.generation = value.generation;
    this.protocolType = value.protocolType === '' ? null : value.protocolType;
    this.protocol = value.protocol;
    this.leader = value.leader;
    this.#state = this.#members.size === 0 ? 'Empty' : 'Stable';
    this.stateTimestampMs = value.currentStateTimestamp;
    this.#deadlines.clear(this.joinDeadline);
  }

  /** What the log shall say when `assignments` end the rebalance of this generation. */
  asRecord(assignments: ReadonlyMap<string, Uint8Array>): GroupMetadataValue {
    const { protocol } = this;
    assert(protocol !== null, 'a generation with members has a protocol');
    return {
      protocolType: this.protocolType ?? '',
      generation: this.generation,
      protocol,
      leader: this.leader,
      currentStateTimestamp: this.stateTimestampMs,
      members: Array.from(this.#members.values(), (member) => ({
        memberId: member.memberId,
        groupInstanceId: member.instanceId,
        clientId: member.clientId,
        clientHost: member.clientHost,
        rebalanceTimeout: member.rebalanceTimeoutMs,
        sessionTimeout: member.sessionTimeoutMs,
        subscription: member.metadataFor(protocol) ?? NO_ASSIGNMENT,
        assignment: assignments.get(member.memberId) ?? NO_ASSIGNMENT,
      })),
    };
  }

  /** What the log shall say when a rebalance finds nobody left. */
  asEmptyRecord(nowMs: number): GroupMetadataValue {
    return {
      protocolType: this.protocolType ?? '',
      generation: this.generation + 1,
      protocol: null,
      leader: null,
      currentStateTimestamp: nowMs,
      members: [],
    };
  }

  /** The group is gone; nothing of it may wake the shard again. */
  drop(): void {
    for (const member of this.#members.values()) this.#deadlines.clear(member.session);
    for (const session of this.#pendingMembers.values()) this.#deadlines.clear(session);
    this.#deadlines.clear(this.joinDeadline);
    this.#deadlines.clear(this.syncDeadline);
  }

  // ---- The rebalance in progress ----------------------------------------------------------------

  prepareRebalance(nowMs: number): void {
    assert(this.#state !== 'PreparingRebalance', 'a rebalance is prepared once');
    this.isInitialRebalance = this.#state === 'Empty';
    this.hasNewMember = false;
    this.#enterState('PreparingRebalance', nowMs);
  }

  /** Everybody who counts has joined: the next generation, with the protocol most of them prefer. */
  beginGeneration(nowMs: number): void {
    assert(this.#state === 'PreparingRebalance', 'a generation begins with a rebalance');
    assert(this.#members.size > 0, 'a generation has members');
    this.generation++;
    this.protocol = this.preferredProtocol();
    this.#isSubscriptionKnown = false;
    this.#pendingSync.clear();
    this.#enterState('CompletingRebalance', nowMs);
  }

  /** Nobody is waited for any more in this or an earlier generation's second half. */
  endSync(): void {
    this.#pendingSync.clear();
    this.#deadlines.clear(this.syncDeadline);
  }

  #enterState(state: ClassicGroupState, nowMs: number): void {
    this.#state = state;
    this.stateTimestampMs = nowMs;
  }

  // ---- Members ----------------------------------------------------------------------------------

  add(identity: MemberIdentity, terms: MemberTerms, protocolType: string): ClassicMember {
    if (this.#members.size === 0) this.protocolType = protocolType;
    assert(this.protocolType === protocolType, 'members share a protocol type');
    const session = this.#pendingMembers.get(identity.memberId);
    this.#pendingMembers.delete(identity.memberId);
    const member = new ClassicMember(
      identity,
      terms,
      NO_ASSIGNMENT,
      session ?? this.#sessionOf(identity.memberId),
    );
    this.#enter(member);
    this.leader ??= member.memberId;
    return member;
  }

  /** Removes a member, or an id that has not joined yet. Its waiting requests are the caller's. */
  remove(memberId: string): void {
    const member = this.#members.get(memberId);
    if (member !== undefined) this.#forget(member);
    const pending = this.#pendingMembers.get(memberId);
    if (pending !== undefined) this.#deadlines.clear(pending);
    this.#pendingMembers.delete(memberId);
    if (this.leader === memberId) {
      const [next] = this.#members.keys();
      this.leader = next ?? null;
    }
  }

  /**
   * A restarted static member takes the place of its old incarnation, with all that it had but the
   * waiting requests.
   */
  replaceStatic(old: ClassicMember, memberId: string): ClassicMember {
    this.#forget(old);
    const { instanceId, clientId, clientHost } = old;
    const member = new ClassicMember(
      { memberId, instanceId, clientId, clientHost },
      old,
      old.assignment,
      this.#sessionOf(memberId),
    );
    this.#enter(member);
    if (this.leader === old.memberId) this.leader = memberId;
    return member;
  }

  setTerms(member: ClassicMember, terms: MemberTerms): void {
    this.#countProtocols(member.protocols, -1);
    member.protocols = terms.protocols;
    this.#countProtocols(member.protocols, 1);
    member.rebalanceTimeoutMs = terms.rebalanceTimeoutMs;
    member.sessionTimeoutMs = terms.sessionTimeoutMs;
    this.#isSubscriptionKnown = false;
  }

  /** The member id that an instance id stands for now. */
  memberIdOf(instanceId: string): string | undefined {
    return this.#memberIdByInstance.get(instanceId);
  }

  isPending(memberId: string): boolean {
    return this.#pendingMembers.has(memberId);
  }

  get pendingCount(): number {
    return this.#pendingMembers.size;
  }

  /** Hands out an id that has to join before the deadline. */
  addPending(memberId: string, deadlineMs: number): void {
    assert(!this.#members.has(memberId), 'a pending id is no member');
    const session = this.#sessionOf(memberId);
    this.#pendingMembers.set(memberId, session);
    this.#deadlines.set(session, deadlineMs);
  }

  /** The longest time that any member asked for to come back in a rebalance. */
  get rebalanceTimeoutMs(): number {
    let longest = 0;
    for (const member of this.#members.values()) {
      longest = Math.max(longest, member.rebalanceTimeoutMs);
    }
    return longest;
  }

  // ---- Waiting requests -------------------------------------------------------------------------

  /** Members whose JoinGroup waits. */
  get joinedCount(): number {
    return this.#joinedCount;
  }

  get hasEverybodyJoined(): boolean {
    return this.#joinedCount === this.#members.size && this.#pendingMembers.size === 0;
  }

  awaitJoin(member: ClassicMember, token: RequestToken): void {
    if (member.joinToken === undefined) this.#joinedCount++;
    member.joinToken = token;
  }

  /** The waiting JoinGroup of a member, which the caller now has to answer. */
  takeJoin(member: ClassicMember): RequestToken | undefined {
    const { joinToken } = member;
    if (joinToken !== undefined) this.#joinedCount--;
    member.joinToken = undefined;
    return joinToken;
  }

  awaitSync(memberId: string): void {
    this.#pendingSync.add(memberId);
  }

  hasSynced(memberId: string): void {
    this.#pendingSync.delete(memberId);
  }

  /** Members that have not asked for their assignment of this generation. */
  get pendingSync(): ReadonlySet<string> {
    return this.#pendingSync;
  }

  /**
   * Makes one of the joined members the leader where the present one did not come back. False if
   * nobody joined.
   */
  electJoinedLeader(): boolean {
    const present = this.leader === null ? undefined : this.#members.get(this.leader);
    if (present?.joinToken !== undefined) return true;
    for (const member of this.#members.values()) {
      if (member.joinToken === undefined) continue;
      this.leader = member.memberId;
      return true;
    }
    return false;
  }

  // ---- Protocols --------------------------------------------------------------------------------

  /** True if a member that supports these could be in the group together with all others. */
  supports(protocolType: string, protocols: readonly { readonly name: string }[]): boolean {
    if (this.#state === 'Empty') return protocolType !== '' && protocols.length > 0;
    return (
      this.protocolType === protocolType &&
      protocols.some(({ name }) => (this.#supporters.get(name) ?? 0) === this.#members.size)
    );
  }

  /** Each member votes for the first of its protocols that all support. */
  preferredProtocol(): string {
    const votes = new Map<string, number>();
    for (const member of this.#members.values()) {
      const vote = member.protocols.find(
        ({ name }) => this.#supporters.get(name) === this.#members.size,
      );
      assert(vote !== undefined, 'members share a protocol');
      votes.set(vote.name, (votes.get(vote.name) ?? 0) + 1);
    }
    let preferred = '';
    let mostVotes = 0;
    for (const [name, count] of votes) {
      if (count <= mostVotes) continue;
      preferred = name;
      mostVotes = count;
    }
    return preferred;
  }

  /** As `preferredProtocol`, if this member announced these protocols instead of its own. */
  preferredProtocolWith(member: ClassicMember, protocols: readonly MemberProtocol[]): string {
    const own = member.protocols;
    this.#exchangeProtocols(member, protocols);
    const preferred = this.preferredProtocol();
    this.#exchangeProtocols(member, own);
    return preferred;
  }

  /**
   * Whether a member reads the topic. A consumer group whose subscriptions cannot be read counts as
   * reading everything, so that nothing it may need is deleted.
   */
  isSubscribedTo(topic: string): boolean {
    return this.subscribedTopics()?.has(topic) ?? this.usesConsumerProtocol;
  }

  /** Undefined where the coordinator cannot know. */
  subscribedTopics(): ReadonlySet<string> | undefined {
    if (!this.#isSubscriptionKnown) {
      this.#subscribedTopics = this.#readSubscriptions();
      this.#isSubscriptionKnown = true;
    }
    return this.#subscribedTopics;
  }

  #readSubscriptions(): ReadonlySet<string> | undefined {
    if (!this.usesConsumerProtocol) return undefined;
    const topics = new Set<string>();
    if (this.#members.size === 0) return topics;
    if (this.protocol === null) return undefined;
    for (const member of this.#members.values()) {
      const metadata = member.metadataFor(this.protocol);
      const subscribed = metadata === undefined ? undefined : topicsOfSubscription(metadata);
      if (subscribed === undefined) return undefined;
      for (const topic of subscribed) topics.add(topic);
    }
    return topics;
  }

  #exchangeProtocols(member: ClassicMember, protocols: readonly MemberProtocol[]): void {
    this.#countProtocols(member.protocols, -1);
    member.protocols = protocols;
    this.#countProtocols(protocols, 1);
  }

  #countProtocols(protocols: readonly MemberProtocol[], by: 1 | -1): void {
    for (const { name } of protocols) {
      const count = (this.#supporters.get(name) ?? 0) + by;
      if (count === 0) this.#supporters.delete(name);
      else this.#supporters.set(name, count);
    }
  }

  #sessionOf(memberId: string): Deadline<Due> {
    return new Deadline<Due>({ kind: 'session', group: this, memberId });
  }

  #enter(member: ClassicMember): void {
    const { memberId, instanceId } = member;
    if (instanceId !== null) {
      assert(!this.#memberIdByInstance.has(instanceId), 'an instance id stands for one member');
      this.#memberIdByInstance.set(instanceId, memberId);
    }
    this.#members.set(memberId, member);
    this.#countProtocols(member.protocols, 1);
    this.#isSubscriptionKnown = false;
  }

  #forget(member: ClassicMember): void {
    this.takeJoin(member);
    this.#members.delete(member.memberId);
    if (member.instanceId !== null) this.#memberIdByInstance.delete(member.instanceId);
    this.#countProtocols(member.protocols, -1);
    this.#pendingSync.delete(member.memberId);
    this.#deadlines.clear(member.session);
    this.#isSubscriptionKnown = false;
  }
}
