// ApiVersions (api 18): which APIs this listener serves, and the features of node and cluster.
//
// v1 throttle time · v3 flexible, client software, features · v4 features that start at level 0

import { ErrorCode, KafkaError } from '@samsa/common';
import { KRAFT_VERSION, type MetadataImage, SUPPORTED_FEATURES } from '@samsa/metadata';
import { ApiVersions, type SupportedFeatureKey } from '@samsa/protocol/apis/api-versions';

import { defineHandler } from '../pipeline/handler.ts';

/** The first version that may carry features whose lowest level is 0. */
const ZERO_LEVELS_FROM = 4;
const CLIENT_SOFTWARE_FROM = 3;
const SOFTWARE_NAME = /^[a-zA-Z0-9](?:[a-zA-Z0-9\-.]*[a-zA-Z0-9])?$/;

export const apiVersions = defineHandler(ApiVersions, {
  versions: [0, 4],

  handle(request, context) {
    if (context.header.apiVersion >= CLIENT_SOFTWARE_FROM) {
      const { clientSoftwareName: name, clientSoftwareVersion: version } = request;
      if (!SOFTWARE_NAME.test(name) || !SOFTWARE_NAME.test(version)) {
        throw new KafkaError(ErrorCode.INVALID_REQUEST, `client software '${name}' '${version}'`);
      }
    }
    const { node } = context;
    const { image } = node.metadata;
    return {
      errorCode: ErrorCode.NONE,
      apiKeys: node.apiVersions(context.listener).apis,
      throttleTimeMs: 0,
      supportedFeatures:
        context.header.apiVersion >= ZERO_LEVELS_FROM ? ALL_FEATURES : FEATURES_ABOVE_ZERO,
      finalizedFeaturesEpoch: image.offset,
      finalizedFeatures: finalizedFeatures(image, node.quorum.kraftVersion),
      zkMigrationReady: false,
    };
  },

  refuse(errorCode) {
    return ApiVersions.response.create({ errorCode });
  },
});

const ALL_FEATURES: readonly SupportedFeatureKey[] = [...SUPPORTED_FEATURES].map(
  ([name, { min, max }]) => ({ name, minVersion: min, maxVersion: max }),
);
const FEATURES_ABOVE_ZERO = ALL_FEATURES.filter(({ minVersion }) => minVersion > 0);

/** The quorum keeps its own level, in control records that are not part of the image. */
function finalizedFeatures(image: MetadataImage, kraftVersion: number) {
  const levels = [...image.features.levels];
  if (kraftVersion > 0) levels.push([KRAFT_VERSION, kraftVersion]);
  return levels.map(([name, level]) => ({
    name,
    maxVersionLevel: level,
    minVersionLevel: level,
  }));
}
