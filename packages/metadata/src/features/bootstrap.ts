// What a new cluster's metadata log begins with: the records that `format` puts into
// bootstrap.checkpoint, and those that the first active controller writes from it.

import { type MetadataRecord } from '@samsa/protocol/metadata-record';

import { CLUSTER_DEFAULT, ConfigResourceType } from '../image/configs-image.ts';
import { configRecord, featureLevelRecord } from '../records.ts';
import { defaultFeatureLevels, ELR_VERSION } from './feature-levels.ts';
import { LATEST_METADATA_VERSION, METADATA_VERSION, metadataVersion } from './metadata-version.ts';

export interface FormatOptions {
  readonly metadataVersionLevel?: number;
  /** Levels that differ from those the metadata.version brings; 0 leaves a feature out. */
  readonly featureLevels?: ReadonlyMap<string, number>;
  /** Such as SCRAM credentials of the first users. */
  readonly moreRecords?: readonly MetadataRecord[];
}

/** The content of bootstrap.checkpoint: metadata.version, the other features by name, the rest. */
export function bootstrapRecords(options: FormatOptions = {}): MetadataRecord[] {
  const levels = defaultFeatureLevels(options.metadataVersionLevel ?? LATEST_METADATA_VERSION);
  for (const [name, level] of options.featureLevels ?? []) levels.set(name, level);
  const records: MetadataRecord[] = [];
  for (const name of [METADATA_VERSION, ...otherNames(levels)]) {
    const level = levels.get(name) ?? 0;
    if (level > 0) records.push(featureLevelRecord(name, level));
  }
  return [...records, ...(options.moreRecords ?? [])];
}

function otherNames(levels: ReadonlyMap<string, number>): string[] {
  return [...levels.keys()].filter((name) => name !== METADATA_VERSION).sort();
}

/**
 * What the active controller writes into an empty log. One metadata transaction where the level knows
 * them, so that nobody ever acts on half of it.
 *
 * @param minInsyncReplicas  the controller's own setting; with ELR it becomes the cluster's, because
 *   every node must judge an ISR by the same number
 */
export function activationRecords(
  bootstrap: readonly MetadataRecord[],
  minInsyncReplicas: number,
): MetadataRecord[] {
  const levelOf = (name: string): number => {
    for (const record of bootstrap) {
      if (record.kind === 'FeatureLevelRecord' && record.value.name === name) {
        return record.value.featureLevel;
      }
    }
    return 0;
  };
  const records = [...bootstrap];
  if (levelOf(ELR_VERSION) > 0) {
    records.push(
      configRecord(
        ConfigResourceType.BROKER,
        CLUSTER_DEFAULT,
        'min.insync.replicas',
        String(minInsyncReplicas),
      ),
    );
  }
  const isTransaction = metadataVersion(levelOf(METADATA_VERSION)).isMetadataTransactionSupported;
  return isTransaction ? inTransaction('Bootstrap records', records) : records;
}

/** Puts records that may need several batches between the marks that make them one (KIP-868). */
export function inTransaction(name: string, records: readonly MetadataRecord[]): MetadataRecord[] {
  return [
    { kind: 'BeginTransactionRecord', version: 0, value: { name } },
    ...records,
    { kind: 'EndTransactionRecord', version: 0, value: {} },
  ];
}
