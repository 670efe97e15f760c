// OffsetFetch in its three shapes: one group with topic names (to v7), several groups (v8, v9), and
// topic ids (v10).

import { ErrorCode, type Uuid, ZERO_UUID } from '@samsa/common';
import { type FetchedPartition, type FetchedTopic, type WantedTopic } from '@samsa/coordinator';
import { type MetadataImage } from '@samsa/metadata';
import {
  type OffsetFetchRequest,
  type OffsetFetchResponse,
} from '@samsa/protocol/apis/offset-fetch';

import { type GroupCallContext } from './group-call-context.ts';

const FIRST_VERSION_WITH_GROUPS = 8;
const FIRST_VERSION_WITH_TOPIC_IDS = 10;
/** Older answers have no place for the error of a group but its partitions. */
const FIRST_VERSION_WITH_GROUP_ERROR = 2;

export type GroupFetchResponse = OffsetFetchResponse['groups'][number];
type TopicFetchResponse = GroupFetchResponse['topics'][number];
type PartitionFetchResponse = TopicFetchResponse['partitions'][number];

/** What is asked of one group; topics are null for all. */
export interface GroupFetch {
  readonly groupId: string;
  readonly topics: readonly WantedTopic[] | null;
}

export function groupsOf(request: OffsetFetchRequest, context: GroupCallContext): GroupFetch[] {
  if (context.apiVersion >= FIRST_VERSION_WITH_GROUPS) {
    return request.groups.map(({ groupId, topics }) => ({ groupId, topics }));
  }
  const topics =
    request.topics?.map(({ name, partitionIndexes }) => ({
      name,
      topicId: ZERO_UUID,
      partitionIndexes,
    })) ?? null;
  return [{ groupId: request.groupId, topics }];
}

export function offsetFetchResponse(
  groups: readonly GroupFetchResponse[],
  context: GroupCallContext,
): OffsetFetchResponse {
  if (context.apiVersion >= FIRST_VERSION_WITH_GROUPS) {
    return { throttleTimeMs: 0, topics: [], errorCode: ErrorCode.NONE, groups };
  }
  const only = groups[0];
  return {
    throttleTimeMs: 0,
    topics: only?.topics ?? [],
    errorCode: only?.errorCode ?? ErrorCode.NONE,
    groups: [],
  };
}

/** One group's part of an OffsetFetch: what may be asked of the coordinator, and the answer. */
export class GroupFetchParts {
  readonly #fetch: GroupFetch;
  readonly #image: MetadataImage;
  readonly #context: GroupCallContext;
  readonly #topics: readonly { readonly wanted: WantedTopic; readonly problem: ErrorCode }[] | null;

  constructor(fetch: GroupFetch, image: MetadataImage, context: GroupCallContext) {
    this.#fetch = fetch;
    this.#image = image;
    this.#context = context;
    this.#topics = fetch.topics?.map((topic) => this.#check(topic)) ?? null;
  }

  /** What to ask the coordinator for; null for everything. */
  get wanted(): readonly WantedTopic[] | null {
    if (this.#topics === null) return null;
    return this.#topics
      .filter(({ problem }) => problem === ErrorCode.NONE)
      .map(({ wanted }) => wanted);
  }

  answer(fetched: readonly FetchedTopic[]): GroupFetchResponse {
    return this.#topics === null ? this.#answerAll(fetched) : this.#answerWanted(fetched);
  }

  refuse(errorCode: ErrorCode): GroupFetchResponse {
    const { groupId, topics } = this.#fetch;
    const isToldPerPartition = this.#context.apiVersion < FIRST_VERSION_WITH_GROUP_ERROR;
    return {
      groupId,
      errorCode,
      topics: isToldPerPartition
        ? (topics ?? []).map((topic) => problemTopic(topic, errorCode))
        : [],
    };
  }

  get #hasTopicIds(): boolean {
    return this.#context.apiVersion >= FIRST_VERSION_WITH_TOPIC_IDS;
  }

  #check(topic: WantedTopic): { wanted: WantedTopic; problem: ErrorCode } {
    const found = this.#hasTopicIds ? this.#image.topics.byId(topic.topicId) : undefined;
    const wanted = {
      name: found?.name ?? topic.name,
      topicId: this.#hasTopicIds ? topic.topicId : ZERO_UUID,
      partitionIndexes: topic.partitionIndexes,
    };
    let problem: ErrorCode = ErrorCode.NONE;
    if (this.#hasTopicIds && found === undefined) problem = ErrorCode.UNKNOWN_TOPIC_ID;
    else if (this.#context.mayUseTopic?.(wanted.name) === false) {
      problem = ErrorCode.TOPIC_AUTHORIZATION_FAILED;
    }
    return { wanted, problem };
  }

  #answerWanted(fetched: readonly FetchedTopic[]): GroupFetchResponse {
    let next = 0;
    const topics = (this.#topics ?? []).map(({ wanted, problem }) => {
      const topic = problem === ErrorCode.NONE ? fetched[next++] : undefined;
      return topic === undefined
        ? problemTopic(wanted, problem)
        : fetchedTopic(topic.name, wanted.topicId, topic.partitions);
    });
    return { groupId: this.#fetch.groupId, errorCode: ErrorCode.NONE, topics };
  }

  /** Topics that one may not see, or that have no id any more, are left out. */
  #answerAll(fetched: readonly FetchedTopic[]): GroupFetchResponse {
    const topics: TopicFetchResponse[] = [];
    for (const { name, partitions } of fetched) {
      if (this.#context.mayUseTopic?.(name) === false) continue;
      const id = this.#image.topics.byName(name)?.id;
      if (this.#hasTopicIds && id === undefined) continue;
      topics.push(
        fetchedTopic(name, this.#hasTopicIds ? (id ?? ZERO_UUID) : ZERO_UUID, partitions),
      );
    }
    return { groupId: this.#fetch.groupId, errorCode: ErrorCode.NONE, topics };
  }
}

function fetchedTopic(
  name: string,
  topicId: Uuid,
  partitions: readonly FetchedPartition[],
): TopicFetchResponse {
  return {
    name,
    topicId,
    partitions: partitions.map(({ partitionIndex, committed }) => ({
      partitionIndex,
      committedOffset: committed?.offset ?? -1,
      committedLeaderEpoch: committed?.leaderEpoch ?? -1,
      metadata: committed?.metadata ?? '',
      errorCode: ErrorCode.NONE,
    })),
  };
}

function problemTopic(topic: WantedTopic, errorCode: ErrorCode): TopicFetchResponse {
  return {
    name: topic.name,
    topicId: topic.topicId,
    partitions: topic.partitionIndexes.map((index) => problemPartition(index, errorCode)),
  };
}

function problemPartition(partitionIndex: number, errorCode: ErrorCode): PartitionFetchResponse {
  return { partitionIndex, committedOffset: -1, committedLeaderEpoch: -1, metadata: '', errorCode };
}
