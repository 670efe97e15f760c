import assert from 'node:assert/strict';
import { test } from 'node:test';

import { loadVectors } from '../test/vectors.ts';
import { apiFacts, requestHeaderVersion, responseHeaderVersion } from './api-facts.ts';
import { ApiKey } from './generated/api-table.ts';

interface KafkaApi {
  readonly apiKey: number;
  readonly name: keyof typeof ApiKey;
  readonly oldest: number;
  readonly latestStable: number;
  readonly latestIncludingUnstable: number;
  readonly clusterAction: boolean;
  readonly forwardable: boolean;
  readonly listeners: readonly string[];
  readonly requestHeaderVersions?: readonly number[];
  readonly responseHeaderVersions?: readonly number[];
  readonly live_broker: readonly [number, number] | null;
  readonly throttleAfterReplyFrom: number | null;
}

const kafkaApis = loadVectors('apis') as KafkaApi[];

test("the facts of every API are Kafka's own", () => {
  for (const api of kafkaApis) {
    assert.equal(ApiKey[api.name], api.apiKey);
    const facts = apiFacts(api.apiKey);
    if (api.latestStable < 0) {
      assert.equal(facts, undefined, api.name);
      continue;
    }
    assert.ok(facts !== undefined, api.name);
    assert.equal(facts.name, api.name);
    assert.deepEqual(facts.versions, [api.oldest, api.latestStable], api.name);
    assert.equal(facts.latestUnstable, api.latestIncludingUnstable > api.latestStable, api.name);
    assert.deepEqual([...facts.listeners].sort(), [...api.listeners].sort(), api.name);
    assert.equal(facts.forwardable, api.forwardable, api.name);
    assert.equal(facts.clusterAction, api.clusterAction, api.name);
    assert.equal(facts.throttleAfterReplyFrom, api.throttleAfterReplyFrom ?? Infinity, api.name);
    if (api.live_broker !== null) {
      assert.deepEqual([facts.advertisedFrom, facts.versions[1]], api.live_broker, api.name);
    }
  }
});

test('every API key of Kafka is in the table, and no other', () => {
  assert.deepEqual(
    Object.values(ApiKey).sort((a, b) => a - b),
    kafkaApis.map(({ apiKey }) => apiKey).sort((a, b) => a - b),
  );
});

test("the header versions of every API version are Kafka's", () => {
  for (const api of kafkaApis) {
    if (api.latestStable < 0) continue;
    for (let version = api.oldest; version <= api.latestIncludingUnstable; version++) {
      const at = version - api.oldest;
      const label = `${api.name} v${version}`;
      assert.equal(
        requestHeaderVersion(api.apiKey, version),
        api.requestHeaderVersions?.[at],
        label,
      );
      assert.equal(
        responseHeaderVersion(api.apiKey, version),
        api.responseHeaderVersions?.[at],
        label,
      );
    }
  }
});

test('a version of ApiVersions that does not exist yet has a readable header', () => {
  assert.equal(requestHeaderVersion(ApiKey.ApiVersions, 99), 2);
  assert.equal(responseHeaderVersion(ApiKey.ApiVersions, 99), 0);
});

test('an API that does not exist has the plainest headers and no facts', () => {
  for (const key of [-1, 4, 9999]) {
    assert.equal(apiFacts(key), undefined);
    assert.equal(requestHeaderVersion(key, 3), 1);
    assert.equal(responseHeaderVersion(key, 3), 0);
  }
});
