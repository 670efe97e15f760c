// The batches and hashes that Apache Kafka 4.3.1 made: vectors/record-batches.json and primitives.json.

import { readFileSync } from 'node:fs';

export interface BatchVector {
  readonly name: string;
  readonly source: string;
  readonly hex: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface BatchHeaderFacts {
  readonly baseOffset: number;
  readonly batchLength: number;
  readonly partitionLeaderEpoch: number;
  readonly magic: number;
  readonly crc: number;
  readonly attributes: number;
  readonly codec: number;
  readonly timestampType: number;
  readonly transactional: boolean;
  readonly control: boolean;
  readonly deleteHorizon: boolean;
  readonly lastOffsetDelta: number;
  readonly baseTimestamp: number;
  readonly maxTimestamp: number;
  readonly producerId: number;
  readonly producerEpoch: number;
  readonly baseSequence: number;
  readonly recordCount: number;
}

function load(file: string): unknown {
  return JSON.parse(readFileSync(new URL(`vectors/${file}`, import.meta.url), 'utf8'));
}

export const batchVectors = load('record-batches.json') as readonly BatchVector[];

export const legacyVectors = batchVectors.filter((v) => v.name.startsWith('legacy-'));
export const currentVectors = batchVectors.filter((v) => !v.name.startsWith('legacy-'));

export function batchVector(name: string): BatchVector {
  const vector = batchVectors.find((v) => v.name === name);
  if (vector === undefined) throw new Error(`no vector ${name}`);
  return vector;
}

/** A copy that the test may change. */
export function bytesOf(vector: BatchVector): Buffer {
  return Buffer.from(vector.hex, 'hex');
}

/** Vectors of broker segments carry the header facts among the others. */
export function headerOf(vector: BatchVector): BatchHeaderFacts {
  return (vector.facts['header'] ?? vector.facts) as BatchHeaderFacts;
}

export type PrimitiveVector = Readonly<Record<string, unknown>> & { readonly fn: string };

export function primitiveVectors(fn: string): readonly PrimitiveVector[] {
  return (load('primitives.json') as readonly PrimitiveVector[]).filter((v) => v.fn === fn);
}
