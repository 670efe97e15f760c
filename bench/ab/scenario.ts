// Scenario: one thing that both brokers are asked to do in turn.

import { type LibrdkafkaJob, type LibrdkafkaProduceJob } from '../librdkafka/librdkafka-jobs.ts';
import { type ProduceJob, type RawJob } from '../raw/raw-jobs.ts';

/** A job without the topic, which the leg makes for it. */
type Topicless<Job> = Job extends unknown ? Omit<Job, 'topic'> : never;

export type Work =
  | { readonly client: 'librdkafka'; readonly job: Topicless<LibrdkafkaJob> }
  | { readonly client: 'raw'; readonly job: Topicless<RawJob> };

export type FillWork =
  | { readonly client: 'librdkafka'; readonly job: Topicless<LibrdkafkaProduceJob> }
  | { readonly client: 'raw'; readonly job: Topicless<ProduceJob> };

export interface Scenario {
  readonly name: string;
  readonly title: string;
  /** What the throughput counts, and what the processor time is divided by. */
  readonly measure: 'bytes' | 'requests';
  readonly partitions: number;
  /**
   * What the topic holds before the work begins, written once per broker. Without it each leg has a
   * topic of its own, so that no leg finds the leavings of another.
   */
  readonly fill?: FillWork;
  readonly work: Work;
}
