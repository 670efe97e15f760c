// DescribeConfigs (api 32): what a topic or a broker is configured to, and where each value is from.
//
// v1 sources and synonyms · v3 types and documentation · v4 flexible

import { ErrorCode, KafkaError } from '@samsa/common';
import { CLUSTER_DEFAULT, ConfigResourceType } from '@samsa/metadata';
import {
  DescribeConfigs,
  type DescribeConfigsRequest,
  type DescribeConfigsResource,
  type DescribeConfigsResult,
} from '@samsa/protocol/apis/describe-configs';

import { describeBrokerConfigs, describeTopicConfigs } from '../config/describe-configs.ts';
import { defineHandler } from '../pipeline/handler.ts';
import { type RequestContext } from '../pipeline/request-context.ts';

export const describeConfigs = defineHandler(DescribeConfigs, {
  versions: [1, 4],

  handle(request, context) {
    return {
      throttleTimeMs: 0,
      results: request.resources.map((resource) => describe(resource, request, context)),
    };
  },

  refuse(errorCode, request, message) {
    const results = request.resources.map((resource) => failed(resource, errorCode, message));
    return { throttleTimeMs: 0, results };
  },
});

function describe(
  resource: DescribeConfigsResource,
  request: DescribeConfigsRequest,
  context: RequestContext,
): DescribeConfigsResult {
  try {
    const { resourceType, resourceName } = resource;
    const configs = configsOf(resource, request, context).map((config) =>
      request.includeSynonyms ? config : { ...config, synonyms: [] },
    );
    return { errorCode: ErrorCode.NONE, errorMessage: '', resourceType, resourceName, configs };
  } catch (error) {
    if (!(error instanceof KafkaError)) throw error;
    return failed(resource, error.code, error.message);
  }
}

function configsOf(
  resource: DescribeConfigsResource,
  request: DescribeConfigsRequest,
  context: RequestContext,
) {
  const { node } = context;
  const { image } = node.metadata;
  const { resourceType, resourceName: name } = resource;
  const options = {
    keys: resource.configurationKeys,
    includeDocumentation: request.includeDocumentation,
  };
  switch (resourceType) {
    case ConfigResourceType.TOPIC:
      context.authorize('DESCRIBE_CONFIGS', 'topic', name);
      if (image.topics.byName(name) === undefined) {
        throw new KafkaError(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, `there is no topic ${name}`);
      }
      return describeTopicConfigs(name, node.config, image, options);
    case ConfigResourceType.BROKER:
      context.authorize('DESCRIBE_CONFIGS', 'cluster', 'kafka-cluster');
      if (name !== CLUSTER_DEFAULT && name !== String(node.config.nodeId)) {
        throw new KafkaError(
          ErrorCode.INVALID_REQUEST,
          `the configuration of node '${name}' is told by that node; this is ${node.config.nodeId}`,
        );
      }
      return describeBrokerConfigs(name, node.config, image, options);
    default:
      throw new KafkaError(
        ErrorCode.INVALID_REQUEST,
        `resource type ${resourceType} has no configuration here; allowed: 2 (topic), 4 (broker)`,
      );
  }
}

function failed(
  { resourceType, resourceName }: DescribeConfigsResource,
  errorCode: ErrorCode,
  errorMessage: string | null,
): DescribeConfigsResult {
  return { errorCode, errorMessage, resourceType, resourceName, configs: [] };
}
