// DescribeConfigs (api 32): what topics, brokers, groups, client-metrics subscriptions and loggers are
// configured to, and where each value is from.
//
// v1 sources and synonyms · v3 types and documentation · v4 flexible

import { ErrorCode, KafkaError, topicNameProblem } from '@samsa/common';
import { CLUSTER_DEFAULT, ConfigResourceType } from '@samsa/metadata';
import {
  DescribeConfigs,
  type DescribeConfigsRequest,
  type DescribeConfigsResource,
  type DescribeConfigsResult,
} from '@samsa/protocol/apis/describe-configs';

import {
  describeBrokerConfigs,
  describeClientMetricsConfigs,
  describeGroupConfigs,
  describeLoggerConfigs,
  describeTopicConfigs,
} from '../config/describe-configs.ts';
import { levelName } from '../config/log-levels.ts';
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
    case ConfigResourceType.TOPIC: {
      context.authorize('DESCRIBE_CONFIGS', 'topic', name);
      const problem = topicNameProblem(name);
      if (problem !== undefined) {
        throw new KafkaError(
          ErrorCode.INVALID_TOPIC_EXCEPTION,
          `Topic name is invalid: ${problem}`,
        );
      }
      if (image.topics.byName(name) === undefined) {
        throw new KafkaError(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, `there is no topic ${name}`);
      }
      return describeTopicConfigs(name, node.config, image, options);
    }
    case ConfigResourceType.BROKER:
      context.authorize('DESCRIBE_CONFIGS', 'cluster', 'kafka-cluster');
      if (name !== CLUSTER_DEFAULT) checkIsThisNode(name, node.config.nodeId);
      return describeBrokerConfigs(name, node.config, image, options);
    case ConfigResourceType.BROKER_LOGGER:
      context.authorize('DESCRIBE_CONFIGS', 'cluster', 'kafka-cluster');
      if (name === '') throw emptyName('Broker id');
      checkIsThisNode(name, node.config.nodeId);
      return describeLoggerConfigs(levelName(node.platform.logLevel?.get() ?? 'info'), options);
    case ConfigResourceType.CLIENT_METRICS:
      context.authorize('DESCRIBE_CONFIGS', 'cluster', 'kafka-cluster');
      if (name === '') throw emptyName('Client metrics subscription name');
      return describeClientMetricsConfigs(name, image, options);
    case ConfigResourceType.GROUP:
      context.authorize('DESCRIBE_CONFIGS', 'group', name);
      if (name === '') throw emptyName('Group name');
      return describeGroupConfigs(name, node.config, image, options);
    default:
      throw new KafkaError(
        ErrorCode.INVALID_REQUEST,
        `resource type ${resourceType} is not known; allowed: 2 (topic), 4 (broker), 8 (logger), ` +
          '16 (client metrics), 32 (group)',
      );
  }
}

function checkIsThisNode(name: string, nodeId: number): void {
  if (!/^-?\d+$/.test(name)) {
    throw new KafkaError(
      ErrorCode.INVALID_REQUEST,
      `Broker id must be an integer, but it is: ${name}`,
    );
  }
  if (Number(name) === nodeId) return;
  throw new KafkaError(
    ErrorCode.INVALID_REQUEST,
    `Unexpected broker id, expected ${nodeId} or empty string, but received ${name}`,
  );
}

function emptyName(what: string): KafkaError {
  return new KafkaError(ErrorCode.INVALID_REQUEST, `${what} must not be empty`);
}

function failed(
  { resourceType, resourceName }: DescribeConfigsResource,
  errorCode: ErrorCode,
  errorMessage: string | null,
): DescribeConfigsResult {
  return { errorCode, errorMessage, resourceType, resourceName, configs: [] };
}
