// imageContent: an image as plain data, so that two can be compared whatever the order of their maps.

import { type MetadataImage } from '../src/index.ts';

export function imageContent(image: MetadataImage): unknown {
  return {
    features: sorted(image.features.levels),
    brokers: sorted(image.cluster.brokers),
    controllers: sorted(image.cluster.controllers),
    topics: [...image.topics.values()]
      .map((topic) => ({
        name: topic.name,
        id: topic.id,
        byName: image.topics.byName(topic.name)?.id,
        partitions: [...topic.partitions].map((partition) => ({ ...plain(partition) })),
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    configs: sorted(
      [...image.configs.resources()].map(({ type, name, values }): [string, unknown] => [
        `${type}:${name}`,
        sorted(values),
      ]),
    ),
    nextProducerId: image.nextProducerId,
    acls: sorted(image.acls),
    scramCredentials: sorted(image.scramCredentials),
    delegationTokens: sorted(image.delegationTokens),
    clientQuotas: sorted(image.clientQuotas),
  };
}

function plain(object: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object));
}

function sorted(entries: Iterable<readonly [unknown, unknown]>): unknown {
  return [...entries].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
}
