// ListConfigResources (api 74): what there is that can be configured.
//
// v0 client metrics only · v1 types of resources

import { ErrorCode, KafkaError } from '@samsa/common';
import { ConfigResourceType, type MetadataImage } from '@samsa/metadata';
import { ListConfigResources } from '@samsa/protocol/apis/list-config-resources';

import { defineHandler } from '../pipeline/handler.ts';

const { TOPIC, BROKER, BROKER_LOGGER, CLIENT_METRICS, GROUP } = ConfigResourceType;

/** In the order of Kafka's answer. */
const ALL_TYPES: readonly number[] = [GROUP, CLIENT_METRICS, BROKER_LOGGER, BROKER, TOPIC];

export const listConfigResources = defineHandler(ListConfigResources, {
  versions: [0, 1],

  handle(request, context) {
    context.authorize('DESCRIBE_CONFIGS', 'cluster', 'kafka-cluster');
    const wanted = wantedTypes(request.resourceTypes, context.header.apiVersion);
    const { image } = context.node.metadata;
    return {
      throttleTimeMs: 0,
      errorCode: ErrorCode.NONE,
      configResources: ALL_TYPES.filter((type) => wanted.has(type)).flatMap((type) =>
        namesOf(type, image).map((resourceName) => ({ resourceName, resourceType: type })),
      ),
    };
  },

  refuse(errorCode) {
    return { throttleTimeMs: 0, errorCode, configResources: [] };
  },
});

function wantedTypes(asked: readonly number[], version: number): ReadonlySet<number> {
  if (version === 0) return new Set([CLIENT_METRICS]);
  const unknown = asked.find((type) => !ALL_TYPES.includes(type));
  if (unknown !== undefined) {
    throw new KafkaError(ErrorCode.UNSUPPORTED_VERSION, `resource type ${unknown} is not known`);
  }
  return new Set(asked.length === 0 ? ALL_TYPES : asked);
}

function namesOf(type: number, image: MetadataImage): string[] {
  switch (type) {
    case TOPIC:
      return Array.from(image.topics.values(), ({ name }) => name);
    case BROKER:
    case BROKER_LOGGER:
      return [...image.cluster.brokers.values()]
        .filter(({ isFenced }) => !isFenced)
        .map(({ id }) => String(id));
    default:
      // Groups and subscriptions have no list but what is configured.
      return [...image.configs.resources()]
        .filter((resource) => resource.type === type)
        .map(({ name }) => name);
  }
}
