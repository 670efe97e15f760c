// DescribeCluster (api 60): the nodes of the cluster, brokers or controllers.
//
// v1 endpoint types, so that a client may start from a controller · v2 fenced brokers

import { ErrorCode, KafkaError } from '@samsa/common';
import { type MetadataImage } from '@samsa/metadata';
import { DescribeCluster, type DescribeClusterBroker } from '@samsa/protocol/apis/describe-cluster';

import { defineHandler } from '../pipeline/handler.ts';
import { type RequestContext } from '../pipeline/request-context.ts';
import { ALL_CLUSTER_OPERATIONS } from '../security/authorized-operations.ts';
import { endpointOf } from '../topics/broker-endpoints.ts';
import { OPERATIONS_NOT_ASKED } from '../topics/describe-topic.ts';

const EndpointType = { BROKER: 1, CONTROLLER: 2 } as const;

export const describeCluster = defineHandler(DescribeCluster, {
  versions: [0, 2],

  handle(request, context) {
    const { endpointType } = request;
    const served = context.listener === 'broker' ? EndpointType.BROKER : EndpointType.CONTROLLER;
    if (endpointType !== EndpointType.BROKER && endpointType !== EndpointType.CONTROLLER) {
      throw new KafkaError(
        ErrorCode.UNSUPPORTED_ENDPOINT_TYPE,
        `endpoint type ${endpointType} is not known`,
      );
    }
    if (endpointType !== served) {
      throw new KafkaError(
        // Clients of version 0 know neither endpoint types nor the code for mixing them up.
        context.header.apiVersion === 0
          ? ErrorCode.INVALID_REQUEST
          : ErrorCode.MISMATCHED_ENDPOINT_TYPE,
        `this ${context.listener} listener answers for endpoint type ${served}`,
      );
    }
    const { image } = context.node.metadata;
    const { quorum } = context.node;
    const isBrokers = served === EndpointType.BROKER;
    const brokers = isBrokers
      ? describeBrokers(image, context, request.includeFencedBrokers)
      : describeControllers(image, context);
    return {
      throttleTimeMs: 0,
      errorCode: ErrorCode.NONE,
      errorMessage: null,
      endpointType,
      clusterId: context.node.clusterId,
      controllerId: isBrokers ? anyOf(brokers, context) : quorum.leader.leaderId,
      brokers,
      clusterAuthorizedOperations: request.includeClusterAuthorizedOperations
        ? ALL_CLUSTER_OPERATIONS
        : OPERATIONS_NOT_ASKED,
    };
  },

  refuse(errorCode, _request, errorMessage) {
    return DescribeCluster.response.create({ errorCode, errorMessage });
  },
});

function describeBrokers(
  image: MetadataImage,
  context: RequestContext,
  includeFenced: boolean,
): DescribeClusterBroker[] {
  const brokers: DescribeClusterBroker[] = [];
  for (const broker of image.cluster.brokers.values()) {
    if (broker.isFenced && !includeFenced) continue;
    const endpoint = endpointOf(broker, context.listenerName);
    if (endpoint === undefined) continue;
    const { host, port, rack } = endpoint;
    brokers.push({ brokerId: broker.id, host, port, rack, isFenced: broker.isFenced });
  }
  return brokers;
}

function describeControllers(
  image: MetadataImage,
  context: RequestContext,
): DescribeClusterBroker[] {
  const controllers: DescribeClusterBroker[] = [];
  for (const controller of image.cluster.controllers.values()) {
    const listener = controller.listeners.find(({ name }) => name === context.listenerName);
    if (listener === undefined) continue;
    const { host, port } = listener;
    controllers.push({ brokerId: controller.id, host, port, rack: null, isFenced: false });
  }
  return controllers;
}

/** Every broker passes on what the controller decides, so any one will do. */
function anyOf(brokers: readonly DescribeClusterBroker[], context: RequestContext): number {
  const alive = brokers.filter(({ isFenced }) => !isFenced);
  return alive[context.node.platform.random.int(alive.length)]?.brokerId ?? -1;
}
