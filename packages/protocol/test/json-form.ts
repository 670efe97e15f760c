// Kafka's own JSON form of a message, driven by the schemas: what the codec vectors compare with.
//
// Bytes are base64, an int64 that a double cannot hold is its text, and `records` are an empty text,
// since Kafka leaves their content out.

import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';

import { EMPTY_BYTES, type MessageCodec } from '../src/message-codec.ts';
import { inOnePiece } from '../src/record-bytes.ts';
import {
  type ElementType,
  type Field,
  type Message,
  modelOf,
  type Struct,
  structNamed,
} from '../generator/model.ts';
import { kebabCase } from '../generator/names.ts';
import { type Schema } from '../generator/schema.ts';
import { includes } from '../generator/version-range.ts';
import { type Json } from './vectors.ts';

type Fields = Record<string, unknown>;

/** A generated module, seen without its types. */
export interface MessageModule {
  readonly model: Message;
  readonly codec: MessageCodec<Fields>;
  readonly exports: Readonly<Record<string, unknown>>;
}

const loaded = new Map<string, MessageModule>();

export async function loadModule(
  folder: 'messages' | 'records',
  name: string,
): Promise<MessageModule> {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const file = kebabCase(name);
  const schema = new URL(`../schema/${folder}/${file}.json`, import.meta.url);
  const exports = (await import(`../src/generated/${folder}/${file}.ts`)) as Record<
    string,
    unknown
  >;
  const module = {
    model: modelOf(JSON.parse(readFileSync(schema, 'utf8')) as Schema),
    codec: exports[name] as MessageCodec<Fields>,
    exports,
  };
  loaded.set(name, module);
  return module;
}

export function toJson(module: MessageModule, message: Fields, version: number): Json {
  return structToJson(module, module.model.structs[0] as Struct, message, version);
}

/**
 * @param records  what the form leaves out: the same message as it was read, for its record bytes
 */
export function fromJson(module: MessageModule, json: Json, records: Fields): Fields {
  const init = fieldsFromJson(module, module.model.structs[0] as Struct, json, records);
  return module.codec.create(init);
}

function structToJson(
  module: MessageModule,
  struct: Struct,
  message: Fields,
  version: number,
): Json {
  const json: Record<string, Json> = {};
  for (const field of struct.fields) {
    if (!includes(field.versions, version)) continue;
    const value = message[field.name];
    if (field.tag !== undefined && isDefault(module, field, value)) continue;
    json[field.name] = valueToJson(module, field, value, version);
  }
  return json;
}

function isDefault(module: MessageModule, field: Field, value: unknown): boolean {
  for (const struct of module.model.structs) {
    if (!struct.fields.includes(field)) continue;
    const isMessage = struct.name === module.model.name;
    const defaults = isMessage ? module.codec.create() : createStruct(module, struct.name, {});
    return isDeepStrictEqual(defaults[field.name], value);
  }
  return false;
}

function valueToJson(module: MessageModule, field: Field, value: unknown, version: number): Json {
  if (value === null) return null;
  const { type } = field;
  if (type.kind !== 'array') return elementToJson(module, type, value, version);
  return (value as unknown[]).map((each) => elementToJson(module, type.element, each, version));
}

function elementToJson(
  module: MessageModule,
  type: ElementType,
  value: unknown,
  version: number,
): Json {
  if (type.kind === 'struct') {
    return structToJson(module, structNamed(module.model, type.name), value as Fields, version);
  }
  if (type.name === 'records') return '';
  if (type.name === 'bytes') return Buffer.from(value as Uint8Array).toString('base64');
  if (type.name === 'int64' && value === 2 ** 63) return '9223372036854775807';
  if (typeof value === 'bigint') {
    return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
  }
  return value as Json;
}

function fieldsFromJson(
  module: MessageModule,
  struct: Struct,
  json: Json,
  records: Fields,
): Fields {
  const fields: Fields = {};
  for (const [name, value] of Object.entries(json as Record<string, Json>)) {
    const field = struct.fields.find((field) => field.name === name);
    if (field === undefined) throw new Error(`${struct.name} has no field ${name}`);
    fields[name] = valueFromJson(module, field, value, records[name]);
  }
  return fields;
}

function valueFromJson(module: MessageModule, field: Field, json: Json, records: unknown): unknown {
  if (json === null) return null;
  const { type } = field;
  if (type.kind !== 'array') return elementFromJson(module, type, json, records);
  return (json as Json[]).map((each, i) =>
    elementFromJson(module, type.element, each, (records as unknown[])[i]),
  );
}

function elementFromJson(
  module: MessageModule,
  type: ElementType,
  json: Json,
  records: unknown,
): unknown {
  if (type.kind === 'struct') {
    const struct = structNamed(module.model, type.name);
    const fields = fieldsFromJson(module, struct, json, records as Fields);
    return createStruct(module, type.name, fields);
  }
  switch (type.name) {
    case 'records':
      return inOnePiece((records as Uint8Array | undefined) ?? EMPTY_BYTES);
    case 'bytes':
      return new Uint8Array(Buffer.from(json as string, 'base64'));
    case 'bigint':
      return BigInt(json as string | number);
    case 'int64':
      return Number(json);
    default:
      return json;
  }
}

function createStruct(module: MessageModule, name: string, init: Fields): Fields {
  const create = module.exports[`create${name}`] as (init: Fields) => Fields;
  return create(init);
}
