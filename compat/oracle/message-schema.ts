// MessageSchema: what fields a message has in a version, for code that works on any message alike.

import { readFileSync } from 'node:fs';

import { camelCase, kebabCase } from '../../packages/protocol/generator/names.ts';
import {
  type Schema,
  type SchemaField,
  type SchemaStruct,
} from '../../packages/protocol/generator/schema.ts';
import { includes, parseVersions } from '../../packages/protocol/generator/version-range.ts';

/** A decoded message or struct, as the generated codecs hold it. */
export type Message = Record<string, unknown>;

export interface Field {
  /** As in the decoded message. */
  readonly name: string;
  /** Of the field, or of its elements where it is an array. */
  readonly type: string;
  readonly isArray: boolean;
  /** Undefined for primitives. */
  readonly fields: readonly Field[] | undefined;
  readonly entityType: string | undefined;
  existsIn(version: number): boolean;
  isNullableIn(version: number): boolean;
  /** What the codec takes where nothing is said. */
  defaultValue(): unknown;
}

export interface MessageSchema {
  readonly name: string;
  readonly fields: readonly Field[];
}

const SCHEMA_FOLDER = new URL('../../packages/protocol/schema/messages/', import.meta.url);

const read = new Map<string, MessageSchema>();

/** @param name  such as `MetadataRequest` */
export function messageSchema(name: string): MessageSchema {
  let schema = read.get(name);
  if (schema === undefined) {
    const text = readFileSync(new URL(`${kebabCase(name)}.json`, SCHEMA_FOLDER), 'utf8');
    const { fields, commonStructs } = JSON.parse(text) as Schema;
    schema = { name, fields: fieldsOf(fields, commonStructs ?? []) };
    read.set(name, schema);
  }
  return schema;
}

/** The message with every field that is not there at its default, down to the last struct. */
export function completed(fields: readonly Field[], partial: Message): Message {
  const message: Message = {};
  for (const field of fields) {
    const given = partial[field.name];
    message[field.name] = given === undefined ? field.defaultValue() : withDefaults(field, given);
  }
  const unknown = Object.keys(partial).find((name) => !(name in message));
  if (unknown !== undefined) throw new Error(`no field ${unknown}`);
  return message;
}

function withDefaults({ fields, isArray }: Field, value: unknown): unknown {
  if (fields === undefined || value === null) return value;
  return isArray
    ? (value as Message[]).map((element) => completed(fields, element))
    : completed(fields, value as Message);
}

function fieldsOf(
  fields: readonly SchemaField[],
  commonStructs: readonly SchemaStruct[],
): readonly Field[] {
  return fields.map((field) => {
    const isArray = field.type.startsWith('[]');
    const type = isArray ? field.type.slice(2) : field.type;
    const structFields = field.fields ?? commonStructs.find(({ name }) => name === type)?.fields;
    const nested = structFields === undefined ? undefined : fieldsOf(structFields, commonStructs);
    const versions = parseVersions(field.versions);
    const nullable = parseVersions(field.nullableVersions ?? 'none');
    return {
      name: camelCase(field.name),
      type,
      isArray,
      fields: nested,
      entityType: field.entityType,
      existsIn: (version) => includes(versions, version),
      isNullableIn: (version) => includes(nullable, version),
      defaultValue: () => defaultOf(field.default, type, isArray, nested),
    };
  });
}

function defaultOf(
  text: string | undefined,
  type: string,
  isArray: boolean,
  nested: readonly Field[] | undefined,
): unknown {
  if (text === 'null') return null;
  if (isArray) return [];
  if (nested !== undefined) return completed(nested, {});
  switch (type) {
    case 'string':
      return text ?? '';
    case 'bool':
      return text === 'true';
    case 'uuid':
      return 'AAAAAAAAAAAAAAAAAAAAAA';
    case 'bytes':
      return new Uint8Array(0);
    case 'records':
      return null;
    default:
      return Number(text ?? 0);
  }
}
