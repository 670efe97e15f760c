// FindCoordinator (api 10): which broker keeps a group.
//
// v1 key types · v3 flexible · v4 several keys · v6 share groups

import {
  createCoordinator,
  FindCoordinator,
  type FindCoordinatorRequest,
} from '@samsa/protocol/apis/find-coordinator';

import { groupCall } from './group-call.ts';
import { defineHandler } from '../pipeline/handler.ts';

/** The first version that asks for several keys. */
const KEYS_FROM = 4;

export const findCoordinator = defineHandler(FindCoordinator, {
  versions: [0, 6],

  handle(request, context) {
    for (const key of keysOf(request, context.header.apiVersion)) {
      context.authorize('DESCRIBE', 'group', key);
    }
    return context.node.broker.groups.findCoordinator(request, groupCall(context));
  },

  refuse(errorCode, request, errorMessage) {
    return FindCoordinator.response.create({
      errorCode,
      errorMessage,
      nodeId: -1,
      port: -1,
      coordinators: request.coordinatorKeys.map((key) =>
        createCoordinator({ key, nodeId: -1, port: -1, errorCode, errorMessage }),
      ),
    });
  },
});

function keysOf(request: FindCoordinatorRequest, version: number): readonly string[] {
  return version < KEYS_FROM ? [request.key] : request.coordinatorKeys;
}
