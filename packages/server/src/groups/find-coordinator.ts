// FindCoordinator: which broker coordinates a key. Groups ask here, and every other kind of key that
// has an internal topic.

import { ErrorCode } from '@samsa/common';
import {
  type FindCoordinatorRequest,
  type FindCoordinatorResponse,
} from '@samsa/protocol/apis/find-coordinator';

import { type GroupCallContext } from './group-call-context.ts';
import { type CoordinatorTopic } from './internal-topic.ts';

export const CoordinatorKeyType = { GROUP: 0, TRANSACTION: 1, SHARE: 2 } as const;

/** From here on a request asks for several keys. */
const FIRST_VERSION_WITH_KEYS = 4;

/** Where the keys of one kind belong. */
export interface Coordinators {
  readonly topic: CoordinatorTopic;
  /** Whether a leader can be told already. Another broker always can; this one once it has loaded. */
  readonly isReady: (leader: number, partition: number) => boolean;
}

type FoundCoordinator = FindCoordinatorResponse['coordinators'][number];

export async function findCoordinators(
  request: FindCoordinatorRequest,
  coordinatorsOf: (keyType: number) => Coordinators | undefined,
  context: GroupCallContext,
): Promise<FindCoordinatorResponse> {
  const isBatched = context.apiVersion >= FIRST_VERSION_WITH_KEYS;
  const keys = isBatched ? request.coordinatorKeys : [request.key];
  const coordinators = coordinatorsOf(request.keyType);
  const found = await Promise.all(keys.map((key) => findOne(key, coordinators, context)));
  const only = isBatched ? undefined : found[0];
  return {
    throttleTimeMs: 0,
    errorCode: only?.errorCode ?? ErrorCode.NONE,
    // Where nothing is wrong, Kafka says so in this word up to v3, and nothing from v4 on.
    errorMessage: only === undefined || only.errorCode !== 0 ? (only?.errorMessage ?? '') : 'NONE',
    nodeId: only?.nodeId ?? 0,
    host: only?.host ?? '',
    port: only?.port ?? 0,
    coordinators: isBatched ? found : [],
  };
}

async function findOne(
  key: string,
  coordinators: Coordinators | undefined,
  { listenerName }: GroupCallContext,
): Promise<FoundCoordinator> {
  if (coordinators === undefined) {
    return notFound(
      key,
      ErrorCode.INVALID_REQUEST,
      'there is no coordinator for keys of this type',
    );
  }
  const { topic, isReady } = coordinators;
  const leader = await topic.findLeader(key, listenerName, isReady);
  if (leader === undefined) {
    return notFound(
      key,
      ErrorCode.COORDINATOR_NOT_AVAILABLE,
      `${topic.topic.name} has no leader for this key yet`,
    );
  }
  const { nodeId, host, port } = leader;
  return { key, nodeId, host, port, errorCode: ErrorCode.NONE, errorMessage: '' };
}

function notFound(key: string, errorCode: ErrorCode, errorMessage: string): FoundCoordinator {
  return { key, nodeId: -1, host: '', port: -1, errorCode, errorMessage };
}
