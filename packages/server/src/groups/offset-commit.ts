// Splits an OffsetCommit into what the coordinator decides on and what is refused beforehand, and puts
// both together again, in the order of the request.

import { ErrorCode, type Uuid, ZERO_UUID } from '@samsa/common';
import { type PartitionCommit, type ResolvedOffsetCommit } from '@samsa/coordinator';
import { type MetadataImage, type TopicImage } from '@samsa/metadata';
import {
  type OffsetCommitRequest,
  type OffsetCommitResponse,
} from '@samsa/protocol/apis/offset-commit';

import { type GroupCallContext } from './group-call-context.ts';

/** From here on topics are named by their ids. */
const FIRST_VERSION_WITH_TOPIC_IDS = 10;

interface CheckedTopic {
  readonly name: string;
  readonly topicId: Uuid;
  /** By partition of the request: NONE where the coordinator decides. */
  readonly errors: ErrorCode[];
}

export class OffsetCommitParts {
  readonly #request: OffsetCommitRequest;
  readonly #topics: readonly CheckedTopic[];

  constructor(request: OffsetCommitRequest, image: MetadataImage, context: GroupCallContext) {
    this.#request = request;
    this.#topics = request.topics.map((topic) => {
      const found =
        context.apiVersion >= FIRST_VERSION_WITH_TOPIC_IDS
          ? image.topics.byId(topic.topicId)
          : image.topics.byName(topic.name);
      const name = found?.name ?? topic.name;
      return {
        name,
        topicId: found?.id ?? ZERO_UUID,
        errors: topic.partitions.map(({ partitionIndex }) =>
          problemOf(found, name, partitionIndex, context),
        ),
      };
    });
  }

  /** What is left for the coordinator; without topics where nothing is. */
  get commit(): ResolvedOffsetCommit {
    const { groupId, generationIdOrMemberEpoch, memberId, groupInstanceId } = this.#request;
    return {
      groupId,
      generationIdOrMemberEpoch,
      memberId,
      groupInstanceId,
      retentionTimeMs: this.#request.retentionTimeMs,
      topics: this.#topics
        .map(({ name, topicId }, index) => ({ name, topicId, partitions: this.#open(index) }))
        .filter(({ partitions }) => partitions.length > 0),
    };
  }

  /** @param partitionErrors  as the coordinator decided, for the topics of `commit` */
  answer(partitionErrors: readonly (readonly ErrorCode[])[]): OffsetCommitResponse {
    const decided = partitionErrors.flat();
    let next = 0;
    return this.#response((error) => (error === ErrorCode.NONE ? decided[next++] : error));
  }

  /** The same code for everything that was left to the coordinator. */
  refuse(errorCode: ErrorCode): OffsetCommitResponse {
    return this.#response((error) => (error === ErrorCode.NONE ? errorCode : error));
  }

  #open(index: number): PartitionCommit[] {
    const partitions = this.#request.topics[index]?.partitions ?? [];
    return partitions.filter((_, i) => this.#topics[index]?.errors[i] === ErrorCode.NONE);
  }

  #response(resultOf: (error: ErrorCode) => ErrorCode | undefined): OffsetCommitResponse {
    return {
      throttleTimeMs: 0,
      topics: this.#request.topics.map(({ name, topicId, partitions }, index) => ({
        name,
        topicId,
        partitions: partitions.map(({ partitionIndex }, i) => ({
          partitionIndex,
          errorCode:
            resultOf(this.#topics[index]?.errors[i] ?? ErrorCode.NONE) ??
            ErrorCode.UNKNOWN_SERVER_ERROR,
        })),
      })),
    };
  }
}

function problemOf(
  topic: TopicImage | undefined,
  name: string,
  partition: number,
  context: GroupCallContext,
): ErrorCode {
  const hasIds = context.apiVersion >= FIRST_VERSION_WITH_TOPIC_IDS;
  if (hasIds && topic === undefined) return ErrorCode.UNKNOWN_TOPIC_ID;
  if (context.mayUseTopic?.(name) === false) return ErrorCode.TOPIC_AUTHORIZATION_FAILED;
  return topic?.partition(partition) === undefined
    ? ErrorCode.UNKNOWN_TOPIC_OR_PARTITION
    : ErrorCode.NONE;
}
