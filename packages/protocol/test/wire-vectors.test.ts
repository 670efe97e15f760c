// Whole frames from real connections, between Kafka 4.3.1 nodes and clients of every kind.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { apiFacts } from '../src/api-facts.ts';
import {
  FRAME_SIZE_BYTES,
  readRequestHeader,
  readResponseHeader,
  type RequestHeader,
  writeRequest,
  writeRequestHeader,
  writeResponse,
  writeResponseHeader,
} from '../src/frame.ts';
import { kebabCase } from '../generator/names.ts';
import { type Api } from '../src/message-codec.ts';
import { Reader } from '../src/reader.ts';
import { Writer } from '../src/writer.ts';
import { bytesOf, hexOf, loadVectors } from './vectors.ts';

interface WireVector {
  readonly name: string;
  readonly version: number;
  readonly listener: string;
  readonly requestHex: string;
  readonly responseHex: string;
}

interface FlowStep {
  readonly api: string;
  readonly v: number;
  readonly requestHex: string;
  readonly responseHex: string;
}

test('one exchange of every API and version is read to its end and written back the same', async () => {
  for (const vector of loadVectors('wire') as WireVector[]) {
    await checkExchange(vector, `${vector.name} v${vector.version} ${vector.listener}`);
  }
});

test('whole conversations are read to their end and written back the same', async () => {
  const flows = loadVectors('wire-flows') as Record<string, FlowStep[]>;
  for (const [flow, steps] of Object.entries(flows)) {
    for (const [i, step] of steps.entries()) {
      const label = `${flow}, step ${i}: ${step.api} v${step.v}`;
      await checkExchange({ ...step, name: step.api, version: step.v }, label);
    }
  }
});

async function checkExchange(
  exchange: Pick<WireVector, 'name' | 'version' | 'requestHex' | 'responseHex'>,
  label: string,
): Promise<void> {
  const api = await loadApi(exchange.name);
  assert.equal(apiFacts(api.key)?.name, exchange.name, label);
  const header = checkRequest(api, exchange.requestHex, label);
  assert.equal(header.apiVersion, exchange.version, label);
  checkResponse(api, header, exchange.responseHex, label);
}

function checkRequest(api: Api<unknown, unknown>, hex: string, label: string): RequestHeader {
  const reader = new Reader(bytesOf(hex));
  const header = readRequestHeader(reader);
  assert.equal(header.apiKey, api.key, label);
  const request = api.request.read(reader, header.apiVersion);
  reader.expectEnd();

  const writer = new Writer();
  writeRequestHeader(writer, header);
  api.request.write(writer, request, header.apiVersion);
  assert.equal(hexOf(writer.toBytes()), hex, label);

  const { apiVersion, correlationId, clientId } = header;
  const frame = writeRequest(api, apiVersion, correlationId, clientId, request);
  assertFramed(frame, hex, label);
  return header;
}

function checkResponse(
  api: Api<unknown, unknown>,
  { apiKey, apiVersion }: RequestHeader,
  hex: string,
  label: string,
): void {
  const reader = new Reader(bytesOf(hex));
  const header = readResponseHeader(reader, apiKey, apiVersion);
  const response = api.response.read(reader, apiVersion);
  reader.expectEnd();

  const writer = new Writer();
  writeResponseHeader(writer, header, apiKey, apiVersion);
  api.response.write(writer, response, apiVersion);
  assert.equal(hexOf(writer.toBytes()), hex, label);
  assertFramed(writeResponse(api, apiVersion, header.correlationId, response), hex, label);
}

function assertFramed(chunks: readonly Uint8Array[], hex: string, label: string): void {
  const frame = Buffer.concat(chunks);
  assert.equal(frame.readInt32BE(0), hex.length / 2, label);
  assert.equal(hexOf(frame.subarray(FRAME_SIZE_BYTES)), hex, label);
}

async function loadApi(name: string): Promise<Api<unknown, unknown>> {
  const module = (await import(`../src/generated/apis/${kebabCase(name)}.ts`)) as Record<
    string,
    Api<unknown, unknown>
  >;
  return module[name] as Api<unknown, unknown>;
}
