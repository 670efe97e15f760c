import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { bootstrapRecords } from './bootstrap.ts';
import { defaultFeatureLevels, KRAFT_VERSION, missingDependency } from './feature-levels.ts';
import {
  isLossyDowngrade,
  LATEST_METADATA_VERSION,
  METADATA_VERSION,
  metadataVersion,
  type MetadataVersion,
  metadataVersionNamed,
  MINIMUM_METADATA_VERSION,
} from './metadata-version.ts';

interface KafkaLevel {
  readonly level: number;
  readonly name: string;
  readonly didMetadataChange: boolean;
  readonly flags: Readonly<Record<string, unknown>>;
  readonly defaultFeatureLevels: Readonly<Record<string, number>>;
}

const KAFKA = JSON.parse(
  readFileSync(new URL('../../test/vectors/metadata-versions.json', import.meta.url), 'utf8'),
) as readonly KafkaLevel[];

test('every metadata.version says of itself what Kafka says of it', () => {
  assert.equal(KAFKA.length, LATEST_METADATA_VERSION - MINIMUM_METADATA_VERSION + 1);
  for (const known of KAFKA) {
    const ours = metadataVersion(known.level);
    assert.equal(ours.name, known.name);
    for (const [flag, value] of Object.entries(known.flags)) {
      assert.equal(ours[flag as keyof MetadataVersion], value, `${known.name} ${flag}`);
    }
  }
});

test('a way back is lossy where Kafka changed the log in between', () => {
  for (const from of KAFKA) {
    for (const to of KAFKA) {
      if (to.level >= from.level) continue;
      const between = KAFKA.filter((one) => one.level > to.level && one.level <= from.level);
      const isLossy = between.some((one) => one.didMetadataChange);
      assert.equal(isLossyDowngrade(from.level, to.level), isLossy, `${from.name} to ${to.name}`);
    }
  }
});

test('a cluster formatted at any level starts with the features Kafka starts with', () => {
  for (const { level, defaultFeatureLevels: theirs } of KAFKA) {
    const ours = defaultFeatureLevels(level);
    assert.equal(ours.get(METADATA_VERSION), level);
    for (const [name, featureLevel] of Object.entries(theirs)) {
      if (name !== KRAFT_VERSION)
        assert.equal(ours.get(name) ?? 0, featureLevel, `${level} ${name}`);
    }
  }
});

test('bootstrap records name metadata.version first and the others by name, without level 0', () => {
  const levels = bootstrapRecords({ featureLevels: new Map([['share.version', 0]]) }).map(
    (record) =>
      record.kind === 'FeatureLevelRecord'
        ? `${record.value.name}=${record.value.featureLevel}`
        : record.kind,
  );
  assert.deepEqual(levels, [
    'metadata.version=30',
    'eligible.leader.replicas.version=1',
    'group.version=1',
    'streams.version=1',
    'transaction.version=2',
  ]);
});

test('a version is found by its name or its release', () => {
  assert.equal(metadataVersionNamed('4.3-IV0')?.level, 30);
  assert.equal(metadataVersionNamed('4.0')?.level, 25);
  assert.equal(metadataVersionNamed('3.7-IV2')?.level, 17);
  assert.equal(metadataVersionNamed('2.8'), undefined);
  assert.equal(metadataVersionNamed('4'), undefined);
});

test('ELR depends on a metadata.version that can write it down', () => {
  const at = (level: number) => (feature: string) => (feature === METADATA_VERSION ? level : 0);
  const elr = 'eligible.leader.replicas.version';
  assert.match(missingDependency(elr, 1, at(22)) ?? '', /metadata.version level 23/);
  assert.equal(missingDependency(elr, 1, at(23)), undefined);
  assert.equal(missingDependency(elr, 0, at(7)), undefined);
});
