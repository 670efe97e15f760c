// GroupCoordinator: the groups whose partition of __consumer_offsets this broker leads.
//
// One method per API. Each takes a request as it was read and resolves to the complete response, of the
// request's version; it never rejects with an error that a client could be told. What a request holds
// as views is copied or used up before the first await.

import {
  CONSUMER_OFFSETS_TOPIC,
  ErrorCode,
  KafkaError,
  type MetricsRegistry,
  type Platform,
  type TimingWheel,
  uuidToHexText,
} from '@samsa/common';
import {
  type DescribedGroup,
  GroupShard,
  joinFailure,
  type ListedGroup,
  syncFailure,
} from '@samsa/coordinator';
import { type MetadataDelta, type MetadataImage } from '@samsa/metadata';
import { codecName } from '@samsa/protocol';
import {
  type DeleteGroupsRequest,
  type DeleteGroupsResponse,
} from '@samsa/protocol/apis/delete-groups';
import {
  type DescribeGroupsRequest,
  type DescribeGroupsResponse,
} from '@samsa/protocol/apis/describe-groups';
import {
  type FindCoordinatorRequest,
  type FindCoordinatorResponse,
} from '@samsa/protocol/apis/find-coordinator';
import { type HeartbeatRequest, type HeartbeatResponse } from '@samsa/protocol/apis/heartbeat';
import { type JoinGroupRequest, type JoinGroupResponse } from '@samsa/protocol/apis/join-group';
import { type LeaveGroupRequest, type LeaveGroupResponse } from '@samsa/protocol/apis/leave-group';
import { type ListGroupsRequest, type ListGroupsResponse } from '@samsa/protocol/apis/list-groups';
import {
  type OffsetCommitRequest,
  type OffsetCommitResponse,
} from '@samsa/protocol/apis/offset-commit';
import {
  type OffsetDeleteRequest,
  type OffsetDeleteResponse,
} from '@samsa/protocol/apis/offset-delete';
import {
  type OffsetFetchRequest,
  type OffsetFetchResponse,
} from '@samsa/protocol/apis/offset-fetch';
import { type SyncGroupRequest, type SyncGroupResponse } from '@samsa/protocol/apis/sync-group';
import { type GroupRecord } from '@samsa/protocol/group-record';

import { type Partition } from '../replication/partition.ts';
import { type LeadershipListener } from '../replication/partition-table.ts';
import { coordinatorErrorOf, isTooLarge } from '../runtime/coordinator-error.ts';
import { CoordinatorRuntime } from '../runtime/coordinator-runtime.ts';
import { type Decide } from '../runtime/coordinator-shard.ts';
import { ReplicaShardLog } from '../runtime/replica-shard-log.ts';
import { type ShardLog } from '../runtime/shard-log.ts';
import { CoordinatorKeyType, findCoordinators } from './find-coordinator.ts';
import { type GroupCallContext } from './group-call-context.ts';
import { groupCodec } from './group-codec.ts';
import { type GroupConfigValues, groupSettings, offsetsTopic } from './group-configs.ts';
import { registerGroupMetrics } from './group-metrics.ts';
import { CoordinatorTopic, type CreateInternalTopic } from './internal-topic.ts';
import { OffsetCommitParts } from './offset-commit.ts';
import {
  type GroupFetch,
  GroupFetchParts,
  type GroupFetchResponse,
  groupsOf,
  offsetFetchResponse,
} from './offset-fetch.ts';

export interface GroupCoordinatorOptions {
  readonly platform: Platform;
  readonly nodeId: number;
  readonly config: GroupConfigValues;
  readonly deadlines: TimingWheel;
  readonly metrics: MetricsRegistry;
  readonly createTopic: CreateInternalTopic;
}

/** From here on a JoinGroup answer may leave the protocol open with null. */
const FIRST_JOIN_VERSION_WITH_NULL_PROTOCOL = 7;
const OPERATIONS_NOT_TOLD = -2_147_483_648;

export class GroupCoordinator implements LeadershipListener {
  readonly #platform: Platform;
  readonly #nodeId: number;
  readonly #topic: CoordinatorTopic;
  readonly #runtime: CoordinatorRuntime<GroupRecord, GroupShard>;

  constructor(options: GroupCoordinatorOptions) {
    const { platform, config, deadlines } = options;
    this.#platform = platform;
    this.#nodeId = options.nodeId;
    this.#topic = new CoordinatorTopic(
      offsetsTopic(config),
      platform,
      deadlines,
      options.createTopic,
    );
    this.#runtime = new CoordinatorRuntime<GroupRecord, GroupShard>({
      platform,
      deadlines,
      topic: CONSUMER_OFFSETS_TOPIC,
      codec: groupCodec,
      compression: codecName(config.get('offsets.topic.compression.codec')) ?? 'none',
      commitTimeoutMs: config.get('offsets.commit.timeout.ms'),
      loadBytes: config.get('offsets.load.buffer.size'),
      createMachine: () => new GroupShard(groupSettings(config)),
    });
    registerGroupMetrics(options.metrics, () => this.#machines());
  }

  *#machines(): Generator<GroupShard> {
    for (const { machine } of this.#runtime.shards()) if (machine !== undefined) yield machine;
  }

  // ---- The partitions of __consumer_offsets -----------------------------------------------------

  partitionFor(groupId: string): number {
    return this.#topic.partitionFor(groupId);
  }

  /** Loads the groups of a partition; resolves when they can be asked for, or will not be. */
  async onElection(partition: number, leaderEpoch: number, log: ShardLog): Promise<void> {
    await this.#runtime.load(partition, leaderEpoch, log);
    this.#topic.wakeWaiters();
  }

  /** @param leaderEpoch  the epoch in which somebody else leads, where it is known */
  onResignation(partition: number, leaderEpoch?: number): void {
    this.#runtime.unload(partition, leaderEpoch);
  }

  onLeading(partition: Partition): void {
    if (partition.topic !== CONSUMER_OFFSETS_TOPIC) return;
    const log = new ReplicaShardLog(partition);
    // A shard reports its own failures.
    void this.onElection(partition.partition, partition.leaderEpoch, log);
  }

  onResigned(partition: Partition): void {
    if (partition.topic === CONSUMER_OFFSETS_TOPIC) this.onResignation(partition.partition);
  }

  /** Follows the metadata; what was committed for a deleted topic is forgotten. */
  onMetadata(delta: MetadataDelta, image: MetadataImage): void {
    this.#topic.setImage(image);
    if (delta.deletedTopics.size === 0) return;
    const names = new Set(Array.from(delta.deletedTopics.values(), ({ name }) => name));
    this.#forgetTopics(names);
  }

  #forgetTopics(names: ReadonlySet<string>): void {
    for (const shard of this.#runtime.shards()) {
      shard
        .request((machine) => machine.forgetTopics(names))
        // A shard that cannot write now keeps them; they expire like others that nobody needs.
        .catch((error: unknown) =>
          this.#platform.log('warn', 'offsets of deleted topics not removed', {
            partition: shard.partition,
            error,
          }),
        );
    }
  }

  /** Ends every shard: whoever waits is told NOT_COORDINATOR. */
  close(): void {
    this.#runtime.close();
  }

  /** Waits a moment for the topic and its leader, so that a first use needs no second try. */
  findCoordinator(
    request: FindCoordinatorRequest,
    context: GroupCallContext,
  ): Promise<FindCoordinatorResponse> {
    return findCoordinators(
      request,
      (keyType) =>
        keyType === CoordinatorKeyType.GROUP
          ? { topic: this.#topic, isReady: (...where) => this.#isReady(...where) }
          : undefined,
      context,
    );
  }

  #isReady(leader: number, partition: number): boolean {
    return leader !== this.#nodeId || this.#runtime.shard(partition)?.isActive === true;
  }

  // ---- Membership -------------------------------------------------------------------------------

  async joinGroup(
    request: JoinGroupRequest,
    context: GroupCallContext,
  ): Promise<JoinGroupResponse> {
    const { groupId, memberId } = request;
    const joining = {
      ...this.#contextOf(context),
      uuid: memberId === '' ? uuidToHexText(this.#platform.random.uuid()) : '',
    };
    const response = await this.#ask(
      groupId,
      (machine, now, token) => machine.joinGroup(request, joining, now, token),
      (errorCode) => joinFailure(errorCode, memberId),
    );
    if (context.apiVersion >= FIRST_JOIN_VERSION_WITH_NULL_PROTOCOL) return response;
    return { ...response, protocolName: response.protocolName ?? '' };
  }

  syncGroup(request: SyncGroupRequest, _context: GroupCallContext): Promise<SyncGroupResponse> {
    return this.#ask(
      request.groupId,
      (machine, now, token) => machine.syncGroup(request, now, token),
      syncFailure,
    );
  }

  heartbeat(request: HeartbeatRequest, _context: GroupCallContext): Promise<HeartbeatResponse> {
    return this.#ask(
      request.groupId,
      (machine, now) => machine.heartbeat(request, now),
      (errorCode) => ({
        throttleTimeMs: 0,
        // The sessions of a group that is being loaded begin afterwards; nobody needs to worry.
        errorCode:
          errorCode === ErrorCode.COORDINATOR_LOAD_IN_PROGRESS ? ErrorCode.NONE : errorCode,
      }),
    );
  }

  leaveGroup(request: LeaveGroupRequest, context: GroupCallContext): Promise<LeaveGroupResponse> {
    return this.#ask(
      request.groupId,
      (machine, now) => machine.leaveGroup(request, this.#contextOf(context), now),
      (errorCode) => ({ throttleTimeMs: 0, errorCode, members: [] }),
    );
  }

  // ---- Offsets ----------------------------------------------------------------------------------

  async commitOffsets(
    request: OffsetCommitRequest,
    context: GroupCallContext,
  ): Promise<OffsetCommitResponse> {
    const parts = new OffsetCommitParts(request, this.#topic.image, context);
    const { commit } = parts;
    if (commit.topics.length === 0) return parts.answer([]);
    try {
      const partition = this.partitionFor(request.groupId);
      const result = await this.#runtime.request(partition, (machine, now) =>
        machine.commitOffsets(commit, this.#contextOf(context), now),
      );
      return 'partitionErrors' in result
        ? parts.answer(result.partitionErrors)
        : parts.refuse(result.errorCode);
    } catch (error) {
      const errorCode = codeOf(error);
      return parts.refuse(
        isTooLarge(errorCode)
          ? ErrorCode.INVALID_COMMIT_OFFSET_SIZE
          : coordinatorErrorOf(errorCode),
      );
    }
  }

  async fetchOffsets(
    request: OffsetFetchRequest,
    context: GroupCallContext,
  ): Promise<OffsetFetchResponse> {
    const groups = groupsOf(request, context);
    const responses = groups.map((fetch) => this.#fetchGroup(fetch, context));
    return offsetFetchResponse(await Promise.all(responses), context);
  }

  async #fetchGroup(fetch: GroupFetch, context: GroupCallContext): Promise<GroupFetchResponse> {
    const parts = new GroupFetchParts(fetch, this.#topic.image, context);
    try {
      const fetched = await this.#runtime.request(this.partitionFor(fetch.groupId), (machine) =>
        machine.fetchOffsets(fetch.groupId, parts.wanted),
      );
      return parts.answer(fetched);
    } catch (error) {
      const errorCode = coordinatorErrorOf(codeOf(error));
      // Older consumers do not try again on this one; looking for the coordinator is as good.
      return parts.refuse(
        errorCode === ErrorCode.COORDINATOR_NOT_AVAILABLE ? ErrorCode.NOT_COORDINATOR : errorCode,
      );
    }
  }

  deleteOffsets(
    request: OffsetDeleteRequest,
    _context: GroupCallContext,
  ): Promise<OffsetDeleteResponse> {
    return this.#ask(
      request.groupId,
      (machine) => machine.deleteOffsets(request),
      (errorCode) => ({ throttleTimeMs: 0, errorCode, topics: [] }),
    );
  }

  // ---- Administration ---------------------------------------------------------------------------

  /** The operations that the principal may do are the caller's to fill in. */
  async describeGroups(
    request: DescribeGroupsRequest,
    context: GroupCallContext,
  ): Promise<DescribeGroupsResponse> {
    const groups = await Promise.all(
      request.groups.map((groupId) => this.#describe(groupId, context)),
    );
    return { throttleTimeMs: 0, groups };
  }

  async #describe(groupId: string, context: GroupCallContext): Promise<DescribedGroup> {
    try {
      return await this.#runtime.request(this.partitionFor(groupId), (machine) =>
        machine.describeGroup(groupId, this.#contextOf(context)),
      );
    } catch (error) {
      return {
        errorCode: coordinatorErrorOf(codeOf(error)),
        errorMessage: null,
        groupId,
        groupState: '',
        protocolType: '',
        protocolData: '',
        members: [],
        authorizedOperations: OPERATIONS_NOT_TOLD,
      };
    }
  }

  /** The groups that this broker coordinates; leaving out what one may not see is the caller's. */
  async listGroups(
    request: ListGroupsRequest,
    _context: GroupCallContext,
  ): Promise<ListGroupsResponse> {
    const filter = { states: request.statesFilter, types: request.typesFilter };
    const shards = [...this.#runtime.shards()].filter(
      ({ isActive, isLoading }) => isActive || isLoading,
    );
    try {
      const listed = await Promise.all(
        shards.map((shard) => shard.request((machine) => machine.listGroups(filter))),
      );
      const groups: ListedGroup[] = listed.flat();
      return { throttleTimeMs: 0, errorCode: ErrorCode.NONE, groups };
    } catch (error) {
      return { throttleTimeMs: 0, errorCode: coordinatorErrorOf(codeOf(error)), groups: [] };
    }
  }

  async deleteGroups(
    request: DeleteGroupsRequest,
    _context: GroupCallContext,
  ): Promise<DeleteGroupsResponse> {
    const results = await Promise.all(
      request.groupsNames.map(async (groupId) => ({
        groupId,
        errorCode: await this.#delete(groupId),
      })),
    );
    return { throttleTimeMs: 0, results };
  }

  async #delete(groupId: string): Promise<ErrorCode> {
    try {
      return await this.#runtime.request(this.partitionFor(groupId), (machine) =>
        machine.deleteGroup(groupId),
      );
    } catch (error) {
      return coordinatorErrorOf(codeOf(error));
    }
  }

  // ---- Common to them ---------------------------------------------------------------------------

  /** Asks the shard of a group that must have a name; what goes wrong becomes a response. */
  async #ask<Response>(
    groupId: string,
    decide: Decide<GroupRecord, GroupShard, Response>,
    refuse: (errorCode: ErrorCode) => Response,
  ): Promise<Response> {
    if (groupId === '') return refuse(ErrorCode.INVALID_GROUP_ID);
    try {
      return await this.#runtime.request(this.partitionFor(groupId), decide);
    } catch (error) {
      return refuse(coordinatorErrorOf(codeOf(error)));
    }
  }

  #contextOf({ apiVersion, clientId, clientAddress }: GroupCallContext) {
    // Kafka writes the host as Java prints an address.
    return { apiVersion, clientId, clientHost: `/${clientAddress}` };
  }
}

/** The code of a refusal; anything else is ours to fix and not to be told. */
function codeOf(error: unknown): ErrorCode {
  if (error instanceof KafkaError) return error.code;
  throw error;
}
