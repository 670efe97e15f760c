// The APIs that a node serves, taken from its own answer, with their codecs and with requests that
// Apache Kafka's clients wrote.

import { readFileSync } from 'node:fs';

import { type Api, apiFacts, FRAME_SIZE_BYTES, Writer, writeRequestHeader } from '@samsa/protocol';
import { ApiVersions } from '@samsa/protocol/apis/api-versions';

import { RawConnection, requestFrame } from './raw-connection.ts';

export type AnyApi = Api<unknown, unknown>;

export interface ServedApi {
  readonly api: AnyApi;
  readonly versions: readonly [min: number, max: number];
}

/** What the listener on this port says that it serves. */
export async function servedApis(port: number): Promise<ServedApi[]> {
  const connection = await RawConnection.open(port);
  const { apiKeys } = await connection.call(
    ApiVersions,
    4,
    ApiVersions.request.create({ clientSoftwareName: 'test', clientSoftwareVersion: '1' }),
  );
  connection.close();
  const served: ServedApi[] = [];
  for (const { apiKey, minVersion, maxVersion } of apiKeys) {
    const api = await apiOf(apiFacts(apiKey)?.name ?? '');
    // Produce is advertised from 0 on, and served from where its codec begins.
    served.push({ api, versions: [Math.max(minVersion, api.versions[0]), maxVersion] });
  }
  return served;
}

export async function apiOf(name: string): Promise<AnyApi> {
  const kebab = name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
  const module = (await import(`@samsa/protocol/apis/${kebab}`)) as Record<string, AnyApi>;
  const api = module[name];
  if (api === undefined) throw new Error(`no API ${name}`);
  return api;
}

interface WireVector {
  readonly name: string;
  readonly listener: string;
  readonly requestHex: string;
}

interface MessageVector {
  readonly name: string;
  readonly version: number;
  readonly hex: string;
}

/** Valid request frames of this API, size first: at every version, and as they were seen on wires. */
export function validFrames({ api, versions }: ServedApi): Buffer[] {
  const frames: Buffer[] = [];
  for (const { name, requestHex } of wireVectors()) {
    if (name === api.name) frames.push(framed(Buffer.from(requestHex, 'hex')));
  }
  const [min, max] = versions;
  for (let version = min; version <= max; version++) {
    frames.push(requestFrame(api, version, api.request.create()));
    const header = headerOf(api, version);
    for (const vector of messageVectors()) {
      if (vector.name !== `${api.name}Request` || vector.version !== version) continue;
      frames.push(framed(Buffer.concat([header, Buffer.from(vector.hex, 'hex')])));
    }
  }
  return frames;
}

function headerOf({ key }: AnyApi, apiVersion: number): Uint8Array {
  const writer = new Writer();
  writeRequestHeader(writer, { apiKey: key, apiVersion, correlationId: 1, clientId: 'raw' });
  return writer.toBytes();
}

function framed(body: Buffer): Buffer {
  const frame = Buffer.alloc(FRAME_SIZE_BYTES + body.length);
  frame.writeInt32BE(body.length);
  body.copy(frame, FRAME_SIZE_BYTES);
  return frame;
}

function wireVectors(): readonly WireVector[] {
  return load('wire') as readonly WireVector[];
}

function messageVectors(): readonly MessageVector[] {
  return load('codec-messages') as readonly MessageVector[];
}

const loaded = new Map<string, unknown>();

/** Bytes that Apache Kafka 4.3.1 wrote, as the protocol package keeps them for its own tests. */
function load(name: string): unknown {
  let content = loaded.get(name);
  if (content === undefined) {
    const file = new URL(`../../packages/protocol/test/vectors/${name}.json`, import.meta.url);
    content = JSON.parse(readFileSync(file, 'utf8')) as unknown;
    loaded.set(name, content);
  }
  return content;
}
