// Jobs of the librdkafka client (client.py).

export interface LibrdkafkaProduceJob {
  readonly kind: 'produce';
  readonly topic: string;
  readonly partitions: number;
  readonly recordBytes: number;
  readonly records: number;
  /** librdkafka's own configuration. */
  readonly config: Readonly<Record<string, string | number | boolean>>;
}

/** Reads all partitions from their start to the end they have when it begins. */
export interface LibrdkafkaConsumeJob {
  readonly kind: 'consume';
  readonly topic: string;
  readonly partitions: number;
  readonly config: Readonly<Record<string, string | number | boolean>>;
}

export type LibrdkafkaJob = LibrdkafkaProduceJob | LibrdkafkaConsumeJob;
