// Authorizer: who may do what. The security room brings the one with ACLs; without it all is allowed.

import { ErrorCode, KafkaError } from '@samsa/common';

import { type Operation, type Principal, type ResourceType } from './request-context.ts';

export interface Authorizer {
  isAllowed(
    principal: Principal,
    clientAddress: string,
    operation: Operation,
    resourceType: ResourceType,
    name: string,
  ): boolean;
}

export const ALLOW_ALL: Authorizer = { isAllowed: () => true };

const REFUSALS: Readonly<Record<ResourceType, ErrorCode>> = {
  topic: ErrorCode.TOPIC_AUTHORIZATION_FAILED,
  group: ErrorCode.GROUP_AUTHORIZATION_FAILED,
  cluster: ErrorCode.CLUSTER_AUTHORIZATION_FAILED,
  'transactional-id': ErrorCode.TRANSACTIONAL_ID_AUTHORIZATION_FAILED,
  'delegation-token': ErrorCode.DELEGATION_TOKEN_AUTHORIZATION_FAILED,
  user: ErrorCode.CLUSTER_AUTHORIZATION_FAILED,
};

/** Says no without saying whether the thing exists. */
export function authorizationFailure(resourceType: ResourceType): KafkaError {
  return new KafkaError(REFUSALS[resourceType], `not authorized to access this ${resourceType}`);
}
