// Metadata (api 3): which topics there are, who leads their partitions, where the brokers are.
//
// v0 empty list = all topics · v1 null = all · v4 auto-create may be switched off · v7 leader epochs ·
// v8 authorized operations · v9 flexible · v10 topic ids · v12 topics by id · v13 top-level error

import { ErrorCode, KafkaError, topicNameProblem, ZERO_UUID } from '@samsa/common';
import {
  Metadata,
  type MetadataRequest,
  type MetadataRequestTopic,
  type MetadataResponseTopic,
} from '@samsa/protocol/apis/metadata';

import { defineHandler } from '../pipeline/handler.ts';
import { type RequestContext } from '../pipeline/request-context.ts';
import { ALL_CLUSTER_OPERATIONS, ALL_TOPIC_OPERATIONS } from '../security/authorized-operations.ts';
import { aliveBrokers } from '../topics/broker-endpoints.ts';
import { describeTopic, OPERATIONS_NOT_ASKED, topicProblem } from '../topics/describe-topic.ts';

const ALWAYS_CREATES_BEFORE = 4;
const TOPIC_IDS_FROM = 12;
/** Versions in which a request says whether it wants the cluster's authorized operations. */
const CLUSTER_OPERATIONS_VERSIONS = [8, 10] as const;

export const metadata = defineHandler(Metadata, {
  versions: [0, 13],

  async handle(request, context) {
    const { node, listenerName } = context;
    const { apiVersion } = context.header;
    if (apiVersion < TOPIC_IDS_FROM) refuseTopicIds(request, apiVersion);
    const wantsAll = request.topics === null || (apiVersion === 0 && request.topics.length === 0);
    const topics = wantsAll ? allTopics(request, context) : await namedTopics(request, context);
    const { image } = node.metadata;
    const brokers = aliveBrokers(image, listenerName);
    return {
      throttleTimeMs: 0,
      brokers,
      clusterId: node.clusterId,
      // Any broker: each one forwards to the active controller.
      controllerId: brokers[node.platform.random.int(brokers.length)]?.nodeId ?? -1,
      topics,
      clusterAuthorizedOperations: clusterOperations(request, apiVersion),
      errorCode: ErrorCode.NONE,
    };
  },

  refuse(errorCode, request) {
    return {
      throttleTimeMs: 0,
      brokers: [],
      clusterId: null,
      controllerId: -1,
      topics: (request.topics ?? []).map(({ name, topicId }) =>
        // Only later versions can leave the name out.
        topicProblem(errorCode, name ?? '', topicId),
      ),
      clusterAuthorizedOperations: OPERATIONS_NOT_ASKED,
      errorCode,
    };
  },
});

/** Versions 10 and 11 have the field for ids, and nobody ever served them by it. */
function refuseTopicIds({ topics }: MetadataRequest, version: number): void {
  for (const { name, topicId } of topics ?? []) {
    if (name === null || topicId !== ZERO_UUID) {
      throw new KafkaError(
        ErrorCode.INVALID_REQUEST,
        `topics are asked for by name in version ${version}, not by id`,
      );
    }
  }
}

function allTopics(request: MetadataRequest, context: RequestContext): MetadataResponseTopic[] {
  const { image } = context.node.metadata;
  const operations = topicOperations(request);
  const topics: MetadataResponseTopic[] = [];
  for (const topic of image.topics.values()) {
    topics.push(describeTopic(image, topic, context.listenerName, operations));
  }
  return topics;
}

async function namedTopics(
  request: MetadataRequest,
  context: RequestContext,
): Promise<MetadataResponseTopic[]> {
  const wanted = request.topics ?? [];
  // One id is enough for names to be passed over; clients that ask by id leave names empty, not null.
  const ids = new Set(wanted.map(({ topicId }) => topicId));
  ids.delete(ZERO_UUID);
  if (ids.size > 0) return topicsById(ids, request, context);
  const { node } = context;
  const missing = new Set<string>();
  for (const { name } of wanted) {
    if (name === null || node.metadata.image.topics.byName(name) !== undefined) continue;
    if (topicNameProblem(name) === undefined) missing.add(name);
  }
  const failures = await createMissing(missing, request, context);

  // Read after the wait: the topics just made are in it.
  const { image } = node.metadata;
  return distinct(wanted).map(({ name, topicId }) => {
    if (name === null) {
      const topic = image.topics.byId(topicId);
      return topic === undefined
        ? topicProblem(ErrorCode.UNKNOWN_TOPIC_ID, null, topicId)
        : describeTopic(image, topic, context.listenerName, topicOperations(request));
    }
    if (topicNameProblem(name) !== undefined) {
      return namedProblem(ErrorCode.INVALID_TOPIC_EXCEPTION, name, request);
    }
    const topic = image.topics.byName(name);
    return topic === undefined
      ? namedProblem(failures.get(name) ?? ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, name, request)
      : describeTopic(image, topic, context.listenerName, topicOperations(request));
  });
}

/** A name asked for twice is answered once. */
function distinct(wanted: readonly MetadataRequestTopic[]): MetadataRequestTopic[] {
  const byName = new Map(wanted.map((topic) => [topic.name, topic]));
  return [...byName.values()];
}

/** What may be done with a topic is told of its name, even where there is no such topic. */
function namedProblem(
  errorCode: ErrorCode,
  name: string,
  request: MetadataRequest,
): MetadataResponseTopic {
  return {
    ...topicProblem(errorCode, name, ZERO_UUID),
    topicAuthorizedOperations: topicOperations(request),
  };
}

/** Unknown ones first, as Kafka answers them. */
function topicsById(
  ids: ReadonlySet<string>,
  request: MetadataRequest,
  context: RequestContext,
): MetadataResponseTopic[] {
  const { image } = context.node.metadata;
  const known: MetadataResponseTopic[] = [];
  const unknown: MetadataResponseTopic[] = [];
  for (const id of ids) {
    const topic = image.topics.byId(id);
    if (topic === undefined) unknown.push(topicProblem(ErrorCode.UNKNOWN_TOPIC_ID, null, id));
    else known.push(describeTopic(image, topic, context.listenerName, topicOperations(request)));
  }
  return [...unknown, ...known];
}

/** Creates what may be created, and answers why where it could not be. */
async function createMissing(
  names: ReadonlySet<string>,
  request: MetadataRequest,
  context: RequestContext,
): Promise<ReadonlyMap<string, ErrorCode>> {
  const { node } = context;
  const { apiVersion } = context.header;
  const isWanted = apiVersion < ALWAYS_CREATES_BEFORE || request.allowAutoTopicCreation;
  const isAllowed = node.config.values.get('auto.create.topics.enable');
  if (names.size === 0 || !isWanted || !isAllowed) return new Map();
  for (const name of names) context.authorize('CREATE', 'topic', name);
  return node.broker.topicCreation.create(names);
}

function topicOperations(request: MetadataRequest): number {
  return request.includeTopicAuthorizedOperations ? ALL_TOPIC_OPERATIONS : OPERATIONS_NOT_ASKED;
}

function clusterOperations(request: MetadataRequest, version: number): number {
  const [first, last] = CLUSTER_OPERATIONS_VERSIONS;
  return request.includeClusterAuthorizedOperations && version >= first && version <= last
    ? ALL_CLUSTER_OPERATIONS
    : OPERATIONS_NOT_ASKED;
}
