// TopicCreation: topics that come to be because somebody asked for them — a client by naming one, a
// coordinator for the topic it keeps its state in.

import { ErrorCode, isInternalTopic, type Platform } from '@samsa/common';
import { type MetadataImage } from '@samsa/metadata';
import {
  type CreatableTopic,
  createCreatableTopic,
  CreateTopicsRequest,
  type CreateTopicsResponse,
} from '@samsa/protocol/apis/create-topics';

/** How long an answer waits for the leaders of a new topic before it says that there are none. */
const LEADER_WAIT_MS = 2_000;
const CREATE_TIMEOUT_MS = 5_000;

/** The settings of a topic that a coordinator keeps. */
export interface InternalTopicSettings {
  readonly partitionCount: number;
  readonly replicationFactor: number;
  readonly configs: Readonly<Record<string, string>>;
}

export interface TopicCreationNeeds {
  readonly platform: Platform;
  /** Asks the active controller. */
  readonly createTopics: (request: CreateTopicsRequest) => Promise<CreateTopicsResponse>;
  /** Resolves to whether the image came to satisfy `isTrue` within `timeoutMs`. */
  readonly whenImage: (
    isTrue: (image: MetadataImage) => boolean,
    timeoutMs: number,
  ) => Promise<boolean>;
  /** The settings of an internal topic; undefined for one that this node cannot create. */
  readonly internalTopic: (name: string) => InternalTopicSettings | undefined;
}

export class TopicCreation {
  readonly #needs: TopicCreationNeeds;
  /** Names that are being created: many clients ask at once, the controller is asked once. */
  readonly #pending = new Map<string, Promise<ErrorCode>>();

  constructor(needs: TopicCreationNeeds) {
    this.#needs = needs;
  }

  /**
   * Creates topics and waits, for a bounded time, until their partitions have leaders here in the image.
   *
   * @returns the error of each topic that could not be created; a topic that exists by now is none
   */
  async create(names: ReadonlySet<string>): Promise<ReadonlyMap<string, ErrorCode>> {
    const fresh = [...names].filter((name) => !this.#pending.has(name));
    if (fresh.length > 0) this.#request(fresh);
    const failures = new Map<string, ErrorCode>();
    for (const name of names) {
      const errorCode = (await this.#pending.get(name)) ?? ErrorCode.NONE;
      if (errorCode !== ErrorCode.NONE) failures.set(name, errorCode);
    }
    const made = [...names].filter((name) => !failures.has(name));
    const haveLeaders = (image: MetadataImage): boolean =>
      made.every((name) => hasLeaders(image, name));
    await this.#needs.whenImage(haveLeaders, LEADER_WAIT_MS);
    return failures;
  }

  #request(names: readonly string[]): void {
    const outcome = this.#ask(names);
    for (const name of names) {
      const ended = outcome
        .then((errors) => errors.get(name) ?? ErrorCode.NONE)
        .finally(() => this.#pending.delete(name));
      this.#pending.set(name, ended);
    }
  }

  async #ask(names: readonly string[]): Promise<ReadonlyMap<string, ErrorCode>> {
    const errors = new Map<string, ErrorCode>();
    const topics: CreatableTopic[] = [];
    for (const name of names) {
      const topic = this.#topicFor(name);
      if (topic === undefined) errors.set(name, ErrorCode.INVALID_TOPIC_EXCEPTION);
      else topics.push(topic);
    }
    if (topics.length === 0) return errors;
    try {
      const response = await this.#needs.createTopics(
        CreateTopicsRequest.create({ topics, timeoutMs: CREATE_TIMEOUT_MS }),
      );
      for (const { name, errorCode } of response.topics) {
        const isThere =
          errorCode === ErrorCode.NONE || errorCode === ErrorCode.TOPIC_ALREADY_EXISTS;
        if (!isThere) errors.set(name, clientError(errorCode as ErrorCode));
      }
    } catch (error) {
      this.#needs.platform.log('warn', 'topics could not be created', { names, error });
      for (const name of names) errors.set(name, ErrorCode.LEADER_NOT_AVAILABLE);
    }
    return errors;
  }

  #topicFor(name: string): CreatableTopic | undefined {
    if (!isInternalTopic(name)) {
      // −1: the controller's num.partitions and default.replication.factor.
      return createCreatableTopic({ name, numPartitions: -1, replicationFactor: -1 });
    }
    const settings = this.#needs.internalTopic(name);
    if (settings === undefined) return undefined;
    return createCreatableTopic({
      name,
      numPartitions: settings.partitionCount,
      replicationFactor: settings.replicationFactor,
      configs: Object.entries(settings.configs).map(([key, value]) => ({ name: key, value })),
    });
  }
}

/** Clients of Metadata retry on these; the rest tells them that retrying is of no use. */
function clientError(errorCode: ErrorCode): ErrorCode {
  const isFinal =
    errorCode === ErrorCode.INVALID_TOPIC_EXCEPTION ||
    errorCode === ErrorCode.INVALID_REPLICATION_FACTOR ||
    errorCode === ErrorCode.INVALID_PARTITIONS ||
    errorCode === ErrorCode.POLICY_VIOLATION ||
    errorCode === ErrorCode.TOPIC_AUTHORIZATION_FAILED;
  return isFinal ? errorCode : ErrorCode.LEADER_NOT_AVAILABLE;
}

function hasLeaders(image: MetadataImage, name: string): boolean {
  const topic = image.topics.byName(name);
  if (topic === undefined) return false;
  for (const registration of topic.partitions) if (!registration.hasLeader) return false;
  return true;
}
