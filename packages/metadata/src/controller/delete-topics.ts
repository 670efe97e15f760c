// DeleteTopics (api 20), by name or by id.

import { ErrorCode, KafkaError, type Outcome, type Uuid, ZERO_UUID } from '@samsa/common';
import {
  type DeletableTopicResult,
  type DeleteTopicsRequest,
  type DeleteTopicsResponse,
} from '@samsa/protocol/apis/delete-topics';
import { type MetadataRecord } from '@samsa/protocol/metadata-record';

import { type TopicImage } from '../image/topics-image.ts';
import { attempt, BoundedRecords } from './bounded-records.ts';
import { type ControllerState } from './controller-state.ts';

interface NamedTopic {
  /** Null where it is named by id. */
  readonly name: string | null;
  readonly topicId: Uuid;
}

export function deleteTopics(
  state: ControllerState,
  request: DeleteTopicsRequest,
): Outcome<MetadataRecord, DeleteTopicsResponse> {
  const records = new BoundedRecords();
  const named: NamedTopic[] = [
    ...request.topicNames.map((name) => ({ name, topicId: ZERO_UUID })),
    ...request.topics.map(({ name, topicId }) => ({ name, topicId })),
  ];
  const times = new Map<string, number>();
  for (const one of named) {
    const key = keyOf(state, one);
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  const responses: DeletableTopicResult[] = [];
  for (const one of named) {
    const count = times.get(keyOf(state, one));
    if (count === undefined) continue;
    times.delete(keyOf(state, one));
    let topic: TopicImage | undefined;
    const error = attempt(() => {
      if (count > 1) {
        throw new KafkaError(
          ErrorCode.INVALID_REQUEST,
          one.name === null ? 'Duplicate topic id.' : 'Duplicate topic name.',
        );
      }
      topic = find(state, one);
      records.add({ kind: 'RemoveTopicRecord', version: 0, value: { topicId: topic.id } });
    });
    responses.push({
      name: topic?.name ?? one.name,
      topicId: topic?.id ?? one.topicId,
      errorCode: error.errorCode,
      errorMessage: error.errorMessage,
    });
  }
  return { records: records.all, response: { throttleTimeMs: 0, responses } };
}

/** The same for a name and the id behind it. */
function keyOf(state: ControllerState, { name, topicId }: NamedTopic): string {
  if (name === null) return topicId;
  return state.image.topics.byName(name)?.id ?? `name ${name}`;
}

function find(state: ControllerState, { name, topicId }: NamedTopic): TopicImage {
  if (name !== null && topicId !== ZERO_UUID) {
    throw new KafkaError(
      ErrorCode.INVALID_REQUEST,
      'You may not specify both topic name and topic id.',
    );
  }
  if (name === null && topicId === ZERO_UUID) {
    throw new KafkaError(ErrorCode.INVALID_REQUEST, 'Neither topic name nor id were specified.');
  }
  const { topics } = state.image;
  const topic = name === null ? topics.byId(topicId) : topics.byName(name);
  if (topic !== undefined) return topic;
  throw name === null
    ? new KafkaError(ErrorCode.UNKNOWN_TOPIC_ID, 'This server does not host this topic ID.')
    : new KafkaError(
        ErrorCode.UNKNOWN_TOPIC_OR_PARTITION,
        'This server does not host this topic-partition.',
      );
}
