// The names of a partition: by topic name for people, by topic id for everything that outlives a delete.

import { type Uuid } from './uuid.ts';

export interface TopicPartition {
  readonly topic: string;
  readonly partition: number;
}

export interface TopicIdPartition extends TopicPartition {
  readonly topicId: Uuid;
}

/** `topic-partition`: the name of the partition's folder and its key in maps. */
export function topicPartitionName(topic: string, partition: number): string {
  return `${topic}-${partition}`;
}

const LEGAL_TOPIC_NAME = /^[a-zA-Z0-9._-]{1,249}$/;

/** Says what is wrong with a topic name, or undefined where nothing is. Source: Kafka's `Topic`. */
export function topicNameProblem(name: string): string | undefined {
  if (name.length === 0) return 'the empty string is not allowed';
  if (name === '.' || name === '..') return `'${name}' is not allowed`;
  if (name.length > 249) return `the length of ${name.length} is longer than 249 characters`;
  if (!LEGAL_TOPIC_NAME.test(name)) {
    return `'${name}' holds a character other than ASCII letters, digits, '.', '_' and '-'`;
  }
  return undefined;
}

export const CONSUMER_OFFSETS_TOPIC = '__consumer_offsets';
export const TRANSACTION_STATE_TOPIC = '__transaction_state';
export const SHARE_GROUP_STATE_TOPIC = '__share_group_state';
export const CLUSTER_METADATA_TOPIC = '__cluster_metadata';

/** Topics that the brokers own: clients may read them, and only coordinators write them. */
export function isInternalTopic(name: string): boolean {
  return (
    name === CONSUMER_OFFSETS_TOPIC ||
    name === TRANSACTION_STATE_TOPIC ||
    name === SHARE_GROUP_STATE_TOPIC
  );
}
