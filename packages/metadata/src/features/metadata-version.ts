// metadata.version: which records and which versions of them the metadata log may hold, so that the
// oldest node of the cluster can still read it.

export const METADATA_VERSION = 'metadata.version';

/** The lowest level that Kafka 4 can read (3.3-IV3). */
export const MINIMUM_METADATA_VERSION = 7;
export const LATEST_METADATA_VERSION = 30;

/** The versions by name; a level is the index plus MINIMUM_METADATA_VERSION. */
const VERSIONS = [
  '3.3-IV3',
  '3.4-IV0',
  '3.5-IV0',
  '3.5-IV1',
  '3.5-IV2',
  '3.6-IV0',
  '3.6-IV1',
  '3.6-IV2',
  '3.7-IV0',
  '3.7-IV1',
  '3.7-IV2',
  '3.7-IV3',
  '3.7-IV4',
  '3.8-IV0',
  '3.9-IV0',
  '4.0-IV0',
  '4.0-IV1',
  '4.0-IV2',
  '4.0-IV3',
  '4.1-IV0',
  '4.1-IV1',
  '4.2-IV0',
  '4.2-IV1',
  '4.3-IV0',
] as const;

/** Levels at which the log itself changed: going below one of them would lose metadata. */
const CHANGED_METADATA: ReadonlySet<number> = new Set([8, 11, 13, 14, 15, 17, 23, 30]);

export class MetadataVersion {
  readonly level: number;
  /** Such as `4.3-IV0`. */
  readonly name: string;

  constructor(level: number, name: string) {
    this.level = level;
    this.name = name;
  }

  get registerBrokerRecordVersion(): number {
    if (this.level >= 30) return 4;
    if (this.level >= 17) return 3;
    return this.level >= 8 ? 2 : 1;
  }

  get partitionRecordVersion(): number {
    if (this.level >= 23) return 2;
    return this.level >= 17 ? 1 : 0;
  }

  get partitionChangeRecordVersion(): number {
    return this.partitionRecordVersion;
  }

  get isScramSupported(): boolean {
    return this.level >= 11;
  }

  /** Below 3.6-IV0 the leader epoch must rise when a replica leaves the ISR. */
  get isLeaderEpochBumpRequiredOnIsrShrink(): boolean {
    return this.level < 12;
  }

  /** Begin-, End- and AbortTransactionRecord (KIP-868). */
  get isMetadataTransactionSupported(): boolean {
    return this.level >= 13;
  }

  get isDelegationTokenSupported(): boolean {
    return this.level >= 14;
  }

  get isControllerRegistrationSupported(): boolean {
    return this.level >= 15;
  }

  /** Replicas are assigned to log directories (KIP-858). */
  get isDirectoryAssignmentSupported(): boolean {
    return this.level >= 17;
  }

  get isElrSupported(): boolean {
    return this.level >= 23;
  }

  get isCordonedLogDirsSupported(): boolean {
    return this.level >= 30;
  }

  get fetchRequestVersion(): number {
    if (this.level >= 27) return 18;
    if (this.level >= 21) return 17;
    if (this.level >= 19) return 16;
    if (this.level >= 10) return 15;
    return this.level >= 9 ? 14 : 13;
  }

  get listOffsetRequestVersion(): number {
    if (this.level >= 29) return 11;
    if (this.level >= 25) return 10;
    if (this.level >= 21) return 9;
    return this.level >= 9 ? 8 : 7;
  }
}

const BY_LEVEL: ReadonlyMap<number, MetadataVersion> = new Map(
  VERSIONS.map((name, i) => [
    MINIMUM_METADATA_VERSION + i,
    new MetadataVersion(MINIMUM_METADATA_VERSION + i, name),
  ]),
);

/** The version at this level; the oldest one for a level that was never finalized (0). */
export function metadataVersion(level: number): MetadataVersion {
  const known = BY_LEVEL.get(Math.max(level, MINIMUM_METADATA_VERSION));
  return known ?? new MetadataVersion(level, `level ${level}`);
}

/** By full name (`4.3-IV0`) or by release (`4.3`, its newest version); undefined for unknown ones. */
export function metadataVersionNamed(name: string): MetadataVersion | undefined {
  const release = VERSIONS.findLastIndex((known) => known === name || known.startsWith(`${name}-`));
  return release < 0 ? undefined : metadataVersion(MINIMUM_METADATA_VERSION + release);
}

/** True where some level in (to, from] changed the log, so that the way back would lose data. */
export function isLossyDowngrade(from: number, to: number): boolean {
  for (let level = from; level > to; level--) if (CHANGED_METADATA.has(level)) return true;
  return false;
}
