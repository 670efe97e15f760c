// What AlterConfigs and IncrementalAlterConfigs share: of the resources of one request some are this
// node's own to change or to refuse, the others go to the active controller, and one answer has all.

import { ErrorCode, KafkaError } from '@samsa/common';
import { CLUSTER_DEFAULT, configResourceKey, ConfigResourceType } from '@samsa/metadata';
import { type AlterConfigsResourceResponse } from '@samsa/protocol/apis/incremental-alter-configs';

import { type RequestContext } from '../pipeline/request-context.ts';

interface Resource {
  readonly resourceType: number;
  readonly resourceName: string;
}

export interface Alteration<R extends Resource> {
  /** Changes the log levels of this node; undefined where this API does not. */
  readonly changeLevels?: (resource: R) => void;
  /** Has the controller decide on these, and answers in their order. */
  readonly decide: (resources: readonly R[]) => Promise<readonly AlterConfigsResourceResponse[]>;
}

export async function alterResources<R extends Resource>(
  resources: readonly R[],
  context: RequestContext,
  { changeLevels, decide }: Alteration<R>,
): Promise<AlterConfigsResourceResponse[]> {
  const named = new Set<string>();
  const twice = new Set<string>();
  for (const { resourceType, resourceName } of resources) {
    const key = configResourceKey(resourceType, resourceName);
    if (named.has(key)) twice.add(key);
    named.add(key);
  }
  const answers = new Map<R, AlterConfigsResourceResponse>();
  for (const resource of resources) {
    try {
      const { resourceType, resourceName } = resource;
      if (twice.has(configResourceKey(resourceType, resourceName))) {
        throw new KafkaError(ErrorCode.INVALID_REQUEST, 'Each resource must appear at most once.');
      }
      const isDone = handleHere(resource, context, changeLevels);
      if (isDone) answers.set(resource, answerOf(resource, ErrorCode.NONE, null));
    } catch (error) {
      if (!(error instanceof KafkaError)) throw error;
      answers.set(resource, answerOf(resource, error.code, error.message));
    }
  }
  const others = resources.filter((resource) => !answers.has(resource));
  const decided = others.length === 0 ? [] : await decide(others);
  for (const [i, resource] of others.entries()) {
    const answer = decided[i];
    if (answer !== undefined) answers.set(resource, answer);
  }
  return resources.map(
    (resource) => answers.get(resource) ?? answerOf(resource, ErrorCode.UNKNOWN_SERVER_ERROR, null),
  );
}

/** The answer that says this error of every resource. */
export function refuseAll(
  resources: readonly Resource[],
  errorCode: ErrorCode,
  message: string | null,
): AlterConfigsResourceResponse[] {
  return resources.map((resource) => answerOf(resource, errorCode, message));
}

/** True where nothing is left for the controller. Throws what the resource is refused with. */
function handleHere<R extends Resource>(
  resource: R,
  context: RequestContext,
  changeLevels: Alteration<R>['changeLevels'],
): boolean {
  const { resourceType: type, resourceName: name } = resource;
  const { nodeId } = context.node.config;
  switch (type) {
    case ConfigResourceType.BROKER_LOGGER:
      context.authorize('ALTER_CONFIGS', 'cluster', 'kafka-cluster');
      if (changeLevels === undefined) throw unknownType(type, ErrorCode.INVALID_REQUEST);
      if (numberOf(name) !== nodeId) throw notThisNode(name, nodeId);
      changeLevels(resource);
      return true;
    case ConfigResourceType.BROKER:
      context.authorize('ALTER_CONFIGS', 'cluster', 'kafka-cluster');
      // A controller may be asked before the broker itself is there.
      if (context.listener === 'broker' && name !== CLUSTER_DEFAULT && numberOf(name) !== nodeId) {
        throw notThisNode(name, nodeId);
      }
      return false;
    case ConfigResourceType.TOPIC:
      context.authorize('ALTER_CONFIGS', 'topic', name);
      return false;
    case ConfigResourceType.GROUP:
      context.authorize('ALTER_CONFIGS', 'group', name);
      return false;
    case ConfigResourceType.CLIENT_METRICS:
      context.authorize('ALTER_CONFIGS', 'cluster', 'kafka-cluster');
      return false;
    default: {
      const isBroker = context.listener === 'broker';
      throw unknownType(type, isBroker ? ErrorCode.INVALID_REQUEST : ErrorCode.UNSUPPORTED_VERSION);
    }
  }
}

function numberOf(name: string): number {
  if (/^-?\d+$/.test(name)) return Number(name);
  throw new KafkaError(ErrorCode.INVALID_REQUEST, `Node id must be an integer, but it is: ${name}`);
}

function notThisNode(name: string, nodeId: number): KafkaError {
  return new KafkaError(
    ErrorCode.INVALID_REQUEST,
    `Unexpected broker id, expected ${nodeId}, but received ${name}`,
  );
}

function unknownType(type: number, errorCode: ErrorCode): KafkaError {
  return new KafkaError(errorCode, `Unknown resource type ${type}`);
}

function answerOf(
  { resourceType, resourceName }: Resource,
  errorCode: ErrorCode,
  errorMessage: string | null,
): AlterConfigsResourceResponse {
  return { errorCode, errorMessage, resourceType, resourceName };
}
