// The features of Kafka 4.3: which levels each has, what a level depends on, and the levels that a new
// cluster starts with. `kraft.version` is decided by the quorum and is only advertised here.

import { type VersionRange } from '../image/broker-registration.ts';
import {
  LATEST_METADATA_VERSION,
  METADATA_VERSION,
  MINIMUM_METADATA_VERSION,
} from './metadata-version.ts';

export const KRAFT_VERSION = 'kraft.version';
export const ELR_VERSION = 'eligible.leader.replicas.version';
export const GROUP_VERSION = 'group.version';
export const SHARE_VERSION = 'share.version';
export const STREAMS_VERSION = 'streams.version';
export const TRANSACTION_VERSION = 'transaction.version';

interface FeatureLevel {
  readonly level: number;
  /** From this metadata.version on, a new cluster starts with at least this level. */
  readonly defaultFrom: number;
  readonly needs?: { readonly feature: string; readonly level: number };
}

/** Level 0 is left out: every cluster has it. In the order in which Kafka writes them at format. */
const LEVELS: Readonly<Record<string, readonly FeatureLevel[]>> = {
  [ELR_VERSION]: [{ level: 1, defaultFrom: 26, needs: { feature: METADATA_VERSION, level: 23 } }],
  [GROUP_VERSION]: [{ level: 1, defaultFrom: 22 }],
  [SHARE_VERSION]: [{ level: 1, defaultFrom: 28 }],
  [STREAMS_VERSION]: [{ level: 1, defaultFrom: 29 }],
  [TRANSACTION_VERSION]: [
    { level: 1, defaultFrom: 24 },
    { level: 2, defaultFrom: 24 },
  ],
};

const KRAFT_VERSION_RANGE: VersionRange = { min: 0, max: 1 };

/** Every feature with the levels this software supports, by name. */
export const SUPPORTED_FEATURES: ReadonlyMap<string, VersionRange> = new Map([
  ...Object.entries(LEVELS).map(([name, levels]): [string, VersionRange] => [
    name,
    { min: 0, max: levels.length },
  ]),
  [KRAFT_VERSION, KRAFT_VERSION_RANGE],
  [METADATA_VERSION, { min: MINIMUM_METADATA_VERSION, max: LATEST_METADATA_VERSION }],
]);

/**
 * The levels of a cluster formatted at this metadata.version, metadata.version first, then by name;
 * features at level 0 are left out. `kraft.version` is not among them.
 */
export function defaultFeatureLevels(metadataVersionLevel: number): Map<string, number> {
  const levels = new Map([[METADATA_VERSION, metadataVersionLevel]]);
  for (const [name, known] of Object.entries(LEVELS)) {
    const level = known.findLast((one) => one.defaultFrom <= metadataVersionLevel)?.level ?? 0;
    if (level > 0) levels.set(name, level);
  }
  return levels;
}

/** Says which dependency a level lacks among `levels`, or undefined where none is missing. */
export function missingDependency(
  feature: string,
  level: number,
  levels: (feature: string) => number,
): string | undefined {
  for (const known of LEVELS[feature] ?? []) {
    if (known.level > level || known.needs === undefined) continue;
    const { feature: needed, level: least } = known.needs;
    if (levels(needed) < least) {
      return `${feature} could not be set to ${level} because it depends on ${needed} level ${least}`;
    }
  }
  return undefined;
}
