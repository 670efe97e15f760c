import assert from 'node:assert/strict';
import { test } from 'node:test';

import { type ConfigDefinition, ConfigSource, ConfigValues, ErrorCode } from '@samsa/common';
import { cleanerConfigs } from './cleaner-configs.ts';
import { checkTopicConfigs, logConfig } from './log-config.ts';
import { brokerSynonyms, topicConfigs, type TopicConfigKey } from './topic-configs.ts';
import { logConfigs } from './log-configs.ts';

function brokerWith(settings: Readonly<Record<string, string>>) {
  const entries = Object.entries(settings).map(([key, value]) => ({
    key,
    value,
    source: ConfigSource.FILE,
  }));
  const { values, complaints } = ConfigValues.parse(logConfigs, entries);
  assert.deepEqual(complaints, []);
  return values;
}

test('without any setting a topic is kept as Kafka keeps it', () => {
  for (const config of [logConfig(), logConfig(brokerWith({}))]) {
    assert.equal(config.segmentBytes, 1_073_741_824);
    assert.equal(config.segmentMs, 604_800_000);
    assert.equal(config.retentionMs, 604_800_000);
    assert.equal(config.retentionBytes, -1);
    assert.equal(config.flushMs, 2 ** 63);
    assert.equal(config.maxMessageBytes, 1_048_588);
    assert.equal(config.timestampAfterMaxMs, 3_600_000);
    assert.deepEqual([config.isDeletedByPolicy, config.isCompacted], [true, false]);
    assert.equal(config.compressionLevel, undefined);
  }
});

test('the finer unit of a broker key wins over the coarser one', () => {
  const hours = brokerWith({ 'log.retention.hours': '2', 'log.roll.hours': '3' });
  assert.deepEqual(
    [logConfig(hours).retentionMs, logConfig(hours).segmentMs],
    [7_200_000, 10_800_000],
  );
  const minutes = brokerWith({ 'log.retention.hours': '2', 'log.retention.minutes': '5' });
  assert.equal(logConfig(minutes).retentionMs, 300_000);
  const ms = brokerWith({ 'log.retention.minutes': '5', 'log.retention.ms': '7' });
  assert.equal(logConfig(ms).retentionMs, 7);
  assert.equal(logConfig(brokerWith({ 'log.retention.hours': '-1' })).retentionMs, -1);
});

test('a topic’s own value wins over the broker’s', () => {
  const broker = brokerWith({ 'log.segment.bytes': '2000000', 'log.cleanup.policy': 'compact' });
  const own = { 'segment.bytes': '3000000', 'cleanup.policy': 'compact,delete' };
  assert.equal(logConfig(broker).segmentBytes, 2_000_000);
  assert.equal(logConfig(broker, own).segmentBytes, 3_000_000);
  assert.equal(logConfig(broker, new Map(Object.entries(own))).segmentBytes, 3_000_000);
  assert.deepEqual(
    [logConfig(broker).isDeletedByPolicy, logConfig(broker, own).isDeletedByPolicy],
    [false, true],
  );
  assert.equal(logConfig(broker, { 'internal.segment.bytes': '4096' }).segmentBytes, 4096);
});

test('the level of the codec that is used counts', () => {
  const levels = { 'compression.gzip.level': '5', 'compression.zstd.level': '-7' };
  assert.equal(logConfig(undefined, { ...levels, 'compression.type': 'gzip' }).compressionLevel, 5);
  assert.equal(
    logConfig(undefined, { ...levels, 'compression.type': 'zstd' }).compressionLevel,
    -7,
  );
});

test('what a topic key does not allow is refused with key, value and what it allows', () => {
  const cases: [string, string, RegExp][] = [
    ['no.such.key', '1', /Unknown topic config name: no\.such\.key/],
    ['retention.ms', 'abc', /Invalid value abc for configuration retention\.ms; allowed: a whole/],
    ['retention.ms', '-2', /at least -1/],
    ['segment.bytes', '1024', /at least 1048576/],
    ['cleanup.policy', 'shred', /compact, delete/],
    ['cleanup.policy', 'delete,delete', /each entry once/],
    ['compression.type', 'brotli', /zstd/],
    ['compression.gzip.level', '0', /-1 or/],
    ['message.timestamp.type', 'Whenever', /CreateTime/],
    ['leader.replication.throttled.replicas', '1', /pairs/],
    ['remote.storage.enable', 'true', /tiered storage/],
    ['__proto__', '1', /Unknown topic config name/],
  ];
  for (const [key, value, message] of cases) {
    assert.throws(() => checkTopicConfigs(new Map([[key, value]])), {
      code: ErrorCode.INVALID_CONFIG,
      message,
    });
  }
  assert.throws(
    () => checkTopicConfigs({ 'min.compaction.lag.ms': '9', 'max.compaction.lag.ms': '8' }),
    { code: ErrorCode.INVALID_CONFIG },
  );
  checkTopicConfigs({ 'cleanup.policy': 'compact,delete', 'retention.ms': '-1' });
});

test('each broker key that backs a topic key names it, and the other way round', () => {
  for (const key of Object.keys(topicConfigs) as TopicConfigKey[]) {
    for (const synonym of brokerSynonyms(key)) {
      if (!Object.hasOwn(logConfigs, synonym.key)) continue;
      const definition = logConfigs[synonym.key as keyof typeof logConfigs];
      assert.equal(definition.options.topic, key, synonym.key);
    }
  }
});

test('a compacted log closes its segments in time for max.compaction.lag.ms', () => {
  const overrides = { 'max.compaction.lag.ms': '5000' };
  assert.equal(logConfig(undefined, overrides).segmentMs, 604_800_000);
  const compacted = { ...overrides, 'cleanup.policy': 'compact' };
  assert.equal(logConfig(undefined, compacted).segmentMs, 5000);
});

test('the keys of compaction have the defaults that Kafka has, printed as Kafka prints them', () => {
  const defaults = Object.entries(cleanerConfigs).map(([key, definition]) => {
    const { options, format } = definition as ConfigDefinition<unknown>;
    return [key, format(options.default)];
  });
  assert.deepEqual(Object.fromEntries(defaults), {
    'log.cleaner.enable': 'true',
    'log.cleaner.threads': '1',
    'log.cleaner.io.max.bytes.per.second': '1.7976931348623157E308',
    'log.cleaner.dedupe.buffer.size': '134217728',
    'log.cleaner.io.buffer.size': '524288',
    'log.cleaner.io.buffer.load.factor': '0.9',
    'log.cleaner.backoff.ms': '15000',
  });
});
