// OffsetFetch (api 9): how far groups have come.
//
// v2 null = all topics · v5 leader epochs · v6 flexible · v7 stable offsets only · v8 several groups · v9
// member epochs · v10 topic ids

import { ErrorCode } from '@samsa/common';
import {
  createOffsetFetchResponseGroup,
  OffsetFetch,
  type OffsetFetchRequest,
} from '@samsa/protocol/apis/offset-fetch';

import { groupCall } from './group-call.ts';
import { defineHandler } from '../pipeline/handler.ts';

/** The first version that asks for several groups. */
const GROUPS_FROM = 8;

export const offsetFetch = defineHandler(OffsetFetch, {
  versions: [1, 10],

  handle(request, context) {
    for (const groupId of groupIdsOf(request, context.header.apiVersion)) {
      context.authorize('DESCRIBE', 'group', groupId);
    }
    return context.node.broker.groups.fetchOffsets(request, groupCall(context, 'DESCRIBE'));
  },

  refuse(errorCode, request) {
    return OffsetFetch.response.create({
      errorCode,
      topics:
        request.topics?.map(({ name, partitionIndexes }) => ({
          name,
          partitions: partitionIndexes.map((partitionIndex) => ({
            partitionIndex,
            committedOffset: -1,
            committedLeaderEpoch: -1,
            metadata: '',
            errorCode,
          })),
        })) ?? [],
      groups: request.groups.map(({ groupId }) =>
        createOffsetFetchResponseGroup({ groupId, errorCode }),
      ),
    });
  },

  countErrors(response, count) {
    if (response.errorCode !== ErrorCode.NONE) count(response.errorCode);
    for (const { errorCode } of response.groups) count(errorCode);
  },
});

function groupIdsOf(request: OffsetFetchRequest, version: number): string[] {
  return version < GROUPS_FROM ? [request.groupId] : request.groups.map(({ groupId }) => groupId);
}
