// The model that code is generated from: a schema with its structs collected and its ranges resolved.

import { bigintFields } from './bigint-fields.ts';
import { camelCase } from './names.ts';
import { type Schema, type SchemaField } from './schema.ts';
import {
  intersect,
  isEmpty,
  NO_VERSIONS,
  parseVersions,
  type VersionRange,
} from './version-range.ts';

const PRIMITIVES = [
  'bool',
  'int8',
  'int16',
  'uint16',
  'int32',
  'uint32',
  'int64',
  'float64',
  'uuid',
  'string',
  'bytes',
  'records',
] as const;

/** `bigint` is an int64 that uses all its bits. */
export type PrimitiveName = (typeof PRIMITIVES)[number] | 'bigint';

export type ElementType =
  | { readonly kind: 'primitive'; readonly name: PrimitiveName }
  | { readonly kind: 'struct'; readonly name: string };

export type FieldType = ElementType | { readonly kind: 'array'; readonly element: ElementType };

export interface Field {
  /** As in TypeScript: lower camel case. */
  readonly name: string;
  readonly type: FieldType;
  readonly versions: VersionRange;
  readonly nullable: VersionRange;
  /** The versions in which the field is tagged; it is never both tagged and plain. */
  readonly tag: number | undefined;
  readonly defaultText: string | undefined;
  readonly isIgnorable: boolean;
  /** False for the one field that keeps its two-byte length in flexible versions. */
  readonly followsFlexible: boolean;
}

export interface Struct {
  readonly name: string;
  readonly fields: readonly Field[];
}

export interface Message {
  readonly schema: Schema;
  readonly name: string;
  readonly versions: VersionRange;
  /** Infinity if no version is flexible. */
  readonly flexibleFrom: number;
  /** The message itself first, then its structs in the order in which they appear. */
  readonly structs: readonly Struct[];
}

export function modelOf(schema: Schema): Message {
  const versions = parseVersions(schema.validVersions);
  const flexible = parseVersions(schema.flexibleVersions);
  const structs: Struct[] = [];
  const addStruct = (name: string, fields: readonly SchemaField[]): void => {
    if (structs.some((struct) => struct.name === name)) {
      throw new Error(`${schema.name} defines struct ${name} twice`);
    }
    const place = structs.length;
    structs.push({ name, fields: [] });
    structs[place] = {
      name,
      fields: fields
        .map((field) => fieldOf(field, schema, versions))
        .filter((field) => !isEmpty(field.versions)),
    };
    for (const field of fields) {
      if (field.fields !== undefined) addStruct(field.type.replace('[]', ''), field.fields);
    }
  };
  addStruct(schema.name, schema.fields);
  for (const common of schema.commonStructs ?? []) addStruct(common.name, common.fields);
  return {
    schema,
    name: schema.name,
    versions,
    flexibleFrom: isEmpty(flexible) ? Infinity : flexible.min,
    structs,
  };
}

export function structNamed(message: Message, name: string): Struct {
  const struct = message.structs.find((struct) => struct.name === name);
  if (struct === undefined) throw new Error(`${message.name} has no struct ${name}`);
  return struct;
}

function fieldOf(field: SchemaField, schema: Schema, messageVersions: VersionRange): Field {
  const versions = intersect(parseVersions(field.versions), messageVersions);
  if (field.taggedVersions !== undefined && field.taggedVersions !== field.versions) {
    throw new Error(`${schema.name}.${field.name} is tagged in some versions only`);
  }
  return {
    name: camelCase(field.name),
    type: typeOf(field, schema),
    versions: isEmpty(versions) ? NO_VERSIONS : versions,
    nullable: intersect(parseVersions(field.nullableVersions ?? 'none'), versions),
    tag: field.tag,
    defaultText: field.default,
    isIgnorable: field.ignorable ?? false,
    followsFlexible: field.flexibleVersions !== 'none',
  };
}

function typeOf(field: SchemaField, schema: Schema): FieldType {
  if (!field.type.startsWith('[]')) return elementTypeOf(field.type, field, schema);
  return { kind: 'array', element: elementTypeOf(field.type.slice(2), field, schema) };
}

function elementTypeOf(type: string, field: SchemaField, schema: Schema): ElementType {
  if (/^[A-Z]/.test(type)) return { kind: 'struct', name: type };
  const name = PRIMITIVES.find((primitive) => primitive === type);
  if (name === undefined) throw new Error(`${schema.name}.${field.name}: no type ${type}`);
  const isBigint = name === 'int64' && bigintFields.has(`${schema.name}.${camelCase(field.name)}`);
  return { kind: 'primitive', name: isBigint ? 'bigint' : name };
}
