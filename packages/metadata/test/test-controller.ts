// TestController: decisions one after the other, each replayed before the next, as the runtime does it.

import { type Outcome, type Random, type Uuid } from '@samsa/common';
import { BrokerHeartbeatRequest } from '@samsa/protocol/apis/broker-heartbeat';
import { BrokerRegistrationRequest } from '@samsa/protocol/apis/broker-registration';
import { CreateTopicsRequest, createCreatableTopic } from '@samsa/protocol/apis/create-topics';
import { type MetadataRecord } from '@samsa/protocol/metadata-record';

import {
  bootstrapRecords,
  brokerHeartbeat,
  type ConfigRules,
  ControllerState,
  createTopics,
  type DecisionContext,
  MetadataDelta,
  MetadataImage,
  type PartitionRegistration,
  registerBroker,
  SUPPORTED_FEATURES,
  type TopicImage,
} from '../src/index.ts';

export const CLUSTER_ID = 'cluster-of-the-tests00';
export const SESSION_TIMEOUT_MS = 9000;

/** A small generator with a seed, so that a failing test fails again. */
export class SeededRandom implements Random {
  #state: number;

  constructor(seed = 1) {
    this.#state = seed;
  }

  u32(): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return this.#state;
  }

  float(): number {
    return this.u32() / 2 ** 32;
  }

  int(n: number): number {
    return Math.floor(this.float() * n);
  }

  bytes(n: number): Uint8Array {
    return Uint8Array.from({ length: n }, () => this.int(256));
  }

  uuid(): Uuid {
    return `A${Buffer.from(this.bytes(16)).toString('base64url').slice(1)}`;
  }

  fork(): Random {
    return this;
  }
}

/** Knows a few keys of each kind; `problem` refuses a value that says so. */
export const TEST_RULES: ConfigRules = {
  problem: (_type, _name, values, changed) => {
    const bad = [...changed].find((key) => values.get(key) === 'bad');
    return bad === undefined ? undefined : `Invalid value bad for configuration ${bad}`;
  },
  isList: (_type, key) => key === 'cleanup.policy',
  defaultOf: (_type, key) => (key === 'cleanup.policy' ? 'delete' : null),
  staticValueOf: (key) => (key === 'min.insync.replicas' ? '1' : null),
  effectiveTopicConfigs: (values) =>
    [...values].map(([name, value]) => ({
      name,
      value,
      isReadOnly: false,
      source: 1,
      isSensitive: false,
    })),
};

export class TestController {
  readonly state: ControllerState;
  readonly random = new SeededRandom();
  nextOffset = 0;
  nowMs = 1_000_000;
  /** Records of the last decision. */
  written: readonly MetadataRecord[] = [];

  constructor(
    bootstrap: readonly MetadataRecord[] = bootstrapRecords(),
    settings: { readonly sessionTimeoutMs?: number; readonly configRules?: ConfigRules } = {},
  ) {
    this.state = new ControllerState(
      MetadataImage.EMPTY,
      {
        nodeId: 100,
        clusterId: CLUSTER_ID,
        sessionTimeoutMs: settings.sessionTimeoutMs ?? SESSION_TIMEOUT_MS,
        defaultPartitionCount: 1,
        defaultReplicationFactor: 1,
        configRules: settings.configRules ?? TEST_RULES,
      },
      this.nowMs,
    );
    this.write(bootstrap);
  }

  get image(): MetadataImage {
    return this.state.image;
  }

  get context(): DecisionContext {
    return { monotonicMs: this.nowMs, random: this.random, nextOffset: this.nextOffset };
  }

  /** The response, after its records were replayed. */
  run<R>(
    decision: (state: ControllerState, context: DecisionContext) => Outcome<MetadataRecord, R>,
  ): R {
    const { records, response } = decision(this.state, this.context);
    this.write(records);
    return response;
  }

  write(records: readonly MetadataRecord[]): void {
    this.written = records;
    for (const record of records) this.state.replay(record);
    this.nextOffset += records.length;
  }

  /** Registers a broker and unfences it; its epoch. */
  addBroker(id: number, options: BrokerOptions = {}): number {
    const epoch = this.register(id, options);
    this.heartbeat(id, { wantFence: options.isFenced ?? false });
    return epoch;
  }

  register(id: number, options: BrokerOptions = {}): number {
    return this.run((state, context) => registerBroker(state, registration(id, options), context))
      .brokerEpoch;
  }

  heartbeat(
    id: number,
    fields: Partial<BrokerHeartbeatRequest> = {},
  ): ReturnType<typeof brokerHeartbeat>['response'] {
    const request = BrokerHeartbeatRequest.create({
      brokerId: id,
      brokerEpoch: this.state.broker(id)?.epoch ?? -1,
      currentMetadataOffset: this.nextOffset - 1,
      ...fields,
    });
    return this.run((state, context) => brokerHeartbeat(state, request, context));
  }

  /** @param assignments  the replicas of each partition */
  createTopic(
    name: string,
    assignments: readonly (readonly number[])[],
    configs: Readonly<Record<string, string>> = {},
  ): TopicImage {
    const request = CreateTopicsRequest.create({
      topics: [
        createCreatableTopic({
          name,
          numPartitions: -1,
          replicationFactor: -1,
          assignments: assignments.map((brokerIds, partitionIndex) => ({
            partitionIndex,
            brokerIds,
          })),
          configs: Object.entries(configs).map(([key, value]) => ({ name: key, value })),
        }),
      ],
    });
    const response = this.run((state, context) => createTopics(state, request, context));
    const [result] = response.topics;
    if (result?.errorCode !== 0) throw new Error(`not created: ${result?.errorMessage}`);
    return this.topic(name);
  }

  topic(name: string): TopicImage {
    const topic = this.image.topics.byName(name);
    if (topic === undefined) throw new Error(`no topic ${name}`);
    return topic;
  }

  partition(name: string, index = 0): PartitionRegistration {
    const partition = this.topic(name).partition(index);
    if (partition === undefined) throw new Error(`no partition ${name}-${index}`);
    return partition;
  }
}

export interface BrokerOptions {
  readonly rack?: string;
  readonly incarnationId?: Uuid;
  readonly directories?: readonly Uuid[];
  readonly previousBrokerEpoch?: number;
  readonly isFenced?: boolean;
}

export function registration(id: number, options: BrokerOptions = {}): BrokerRegistrationRequest {
  return BrokerRegistrationRequest.create({
    brokerId: id,
    clusterId: CLUSTER_ID,
    incarnationId: options.incarnationId ?? uuidOf(`incarnation${id}`),
    listeners: [{ name: 'PLAINTEXT', host: 'localhost', port: 9092 + id, securityProtocol: 0 }],
    features: [...SUPPORTED_FEATURES].map(([name, { min, max }]) => ({
      name,
      minSupportedVersion: min,
      maxSupportedVersion: max,
    })),
    rack: options.rack ?? null,
    logDirs: options.directories ?? [directoryOf(id)],
    previousBrokerEpoch: options.previousBrokerEpoch ?? -1,
  });
}

/** The directory of a test broker that has only one. */
export function directoryOf(id: number): Uuid {
  return uuidOf(`directory${id}`);
}

/** A uuid that can be told from others at a glance. */
export function uuidOf(text: string): Uuid {
  return `${text
    .replaceAll(/[^A-Za-z0-9]/g, '')
    .padEnd(21, 'x')
    .slice(0, 21)}A`;
}

export function imageOf(records: Iterable<MetadataRecord>): MetadataImage {
  const delta = new MetadataDelta(MetadataImage.EMPTY);
  for (const record of records) delta.replay(record);
  return delta.apply(0, 0, 0);
}
