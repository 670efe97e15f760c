// OffsetDelete (api 47): forgets what a group has noted for some partitions.
//
// v0 as it came with KIP-496

import { ErrorCode } from '@samsa/common';
import {
  OffsetDelete,
  type OffsetDeleteRequestPartition,
  type OffsetDeleteRequestTopic,
  type OffsetDeleteResponseTopic,
} from '@samsa/protocol/apis/offset-delete';

import { groupCall } from './group-call.ts';
import { defineHandler } from '../pipeline/handler.ts';

export const offsetDelete = defineHandler(OffsetDelete, {
  versions: [0, 0],

  async handle(request, context) {
    context.authorize('DELETE', 'group', request.groupId);
    const { topics: images } = context.node.metadata.image;
    const known: OffsetDeleteRequestTopic[] = [];
    const unknown: OffsetDeleteResponseTopic[] = [];
    for (const { name, partitions } of request.topics) {
      const isThere = ({ partitionIndex }: OffsetDeleteRequestPartition): boolean =>
        images.partition(name, partitionIndex) !== undefined;
      known.push({ name, partitions: partitions.filter(isThere) });
      unknown.push({
        name,
        partitions: partitions
          .filter((partition) => !isThere(partition))
          .map(({ partitionIndex }) => ({
            partitionIndex,
            errorCode: ErrorCode.UNKNOWN_TOPIC_OR_PARTITION,
          })),
      });
    }
    const response = await context.node.broker.groups.deleteOffsets(
      { ...request, topics: known },
      groupCall(context, 'READ'),
    );
    if (response.errorCode !== ErrorCode.NONE) return response;
    return { ...response, topics: joined(unknown, response.topics) };
  },

  refuse(errorCode, _request) {
    return OffsetDelete.response.create({ errorCode });
  },
});

/** One entry for each topic, what is unknown first; topics of which nothing was asked are left out. */
function joined(
  unknown: readonly OffsetDeleteResponseTopic[],
  deleted: readonly OffsetDeleteResponseTopic[],
): OffsetDeleteResponseTopic[] {
  return unknown.flatMap(({ name, partitions }) => {
    const others = deleted.find((topic) => topic.name === name)?.partitions ?? [];
    const all = [...partitions, ...others];
    return all.length === 0 ? [] : [{ name, partitions: all }];
  });
}
