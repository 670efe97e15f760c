// Every message and every record, in every version, against the bytes of Apache Kafka 4.3.1.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { readSchemas } from '../generator/schema.ts';
import { parseVersions } from '../generator/version-range.ts';
import { Reader } from '../src/reader.ts';
import { Writer } from '../src/writer.ts';
import { fromJson, loadModule, type MessageModule, toJson } from './json-form.ts';
import { bytesOf, hexOf, type Json, loadVectors } from './vectors.ts';

/** Kafka has no codec of this name at hand to make vectors with; record-vectors.test.ts reads one. */
const WITHOUT_VECTORS = new Set(['SubscriptionInfoData']);

interface CodecVector {
  readonly name: string;
  readonly version: number;
  readonly case: string;
  readonly hex: string;
  readonly json: Json;
}

for (const folder of ['messages', 'records'] as const) {
  const vectors = loadVectors(`codec-${folder}`) as CodecVector[];

  test(`${folder} are read and written like Kafka's, byte for byte`, async () => {
    for (const vector of vectors) {
      const { codec } = await loadModule(folder, vector.name);
      const message = readWhole(codec, vector);
      assert.equal(written(codec, message, vector), vector.hex, label(vector));
    }
  });

  test(`${folder} mean what Kafka's JSON says, in both directions`, async () => {
    for (const vector of vectors) {
      const module = await loadModule(folder, vector.name);
      const message = readWhole(module.codec, vector);
      assert.deepEqual(toJson(module, message, vector.version), vector.json, label(vector));
      const made = fromJson(module, vector.json, message);
      assert.equal(written(module.codec, made, vector), vector.hex, label(vector));
    }
  });

  test(`the ${folder} vectors cover every schema and version`, () => {
    const seen = new Set(vectors.map(({ name, version }) => `${name} ${version}`));
    for (const schema of readSchemas(new URL(`../schema/${folder}/`, import.meta.url))) {
      if (WITHOUT_VECTORS.has(schema.name)) continue;
      const { min, max } = parseVersions(schema.validVersions);
      for (let version = min; version <= max; version++) {
        assert.ok(seen.has(`${schema.name} ${version}`), `${schema.name} ${version}`);
      }
    }
  });
}

function readWhole(codec: MessageModule['codec'], vector: CodecVector): Record<string, unknown> {
  const reader = new Reader(bytesOf(vector.hex));
  const message = codec.read(reader, vector.version);
  reader.expectEnd();
  return message;
}

function written(
  codec: MessageModule['codec'],
  message: Record<string, unknown>,
  vector: CodecVector,
): string {
  const writer = new Writer();
  codec.write(writer, message, vector.version);
  assert.equal(writer.byteLength, vector.hex.length / 2, label(vector));
  return hexOf(writer.toBytes());
}

function label(vector: CodecVector): string {
  return `${vector.name} v${vector.version} ${vector.case}`;
}
